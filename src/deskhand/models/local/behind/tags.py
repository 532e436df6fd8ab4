"""A tag of a piece of music set in its file, by the tools that the system has."""

from __future__ import annotations

import re
import shlex
from collections.abc import Mapping, Sequence

from deskhand.models.local.behind.making import Making

SOUNDS = ("mp3", "flac", "ogg", "oga", "opus", "m4a")
_TAGS: tuple[tuple[str, str, str], ...] = (
    (r"album\s*artist|アルバム・?アーティスト", "album_artist", ""),
    (r"\bartist|アーティスト|演奏者|歌手", "artist", "--artist"),
    (r"\balbum|アルバム", "album", "--album"),
    (r"\b(?:title|song|name)\b|タイトル|曲名|題名", "title", "--song"),
    (r"\b(?:year|date)\b|年", "date", "--year"),
    (r"\bgenre|ジャンル", "genre", "--genre"),
    (r"\btrack|トラック", "track", "--track"),
    (r"\bcomment|コメント", "comment", ""),
    (r"\bcomposer|作曲", "composer", ""),
)
_SETS = re.compile(
    r"\b(?:edit|set|change|write|put|enter|add|tag|fill)\w*|変更|設定|編集|入力|追加|記入", re.IGNORECASE
)
_APART = "/tmp/made-apart"


def tagged(words: str, fields: Mapping[str, str], path: str, tools: frozenset[str]) -> Making | None:
    """The command that sets the tags, if the file is a piece of music and every field is a tag."""
    ending = path.rpartition(".")[2].lower()
    if ending not in SOUNDS or not fields or not _SETS.search(words):
        return None
    told = [(tag_of(name), value) for name, value in fields.items()]
    if any(tag is None for tag, _ in told):
        return None
    tags = [(*tag, value) for tag, value in told if tag is not None]
    file = shlex.quote(path)
    if "ffmpeg" not in tools:
        return _by_others(tags, ending, path, tools)
    where = "-metadata:s:a:0" if ending in ("ogg", "oga", "opus") else "-metadata"
    said = " ".join(f"{where} {shlex.quote(f'{tag}={value}')}" for tag, _, value in tags)
    new = f"{_APART}.{ending}"
    copied = f"ffmpeg -nostdin -y -loglevel error -i {file} -map 0 -c copy {said} {new}"
    return Making(f"{copied} && cp {new} {file}", path, True, _proof(tags, path))


def _proof(tags: Sequence[tuple[str, str, str]], path: str) -> str:
    """The tags read back."""
    names = ",".join(tag for tag, _, _ in tags)
    shown = (
        f"ffprobe -v error -show_entries format_tags={names}:stream_tags={names} -of default=nw=1:nk=1 "
        f"{shlex.quote(path)}"
    )
    return " && ".join(f"{shown} | grep -qxF -- {shlex.quote(value)}" for _, _, value in tags)


def _by_others(tags: Sequence[tuple[str, str, str]], ending: str, path: str, tools: frozenset[str]) -> Making | None:
    """By what only sets tags: the guard asks about it, for it does not know what these programs do."""
    file = shlex.quote(path)
    if ending == "mp3" and "mid3v2" in tools and all(option for _, option, _ in tags):
        said = " ".join(f"{option}={shlex.quote(value)}" for _, option, value in tags)
        return Making(f"mid3v2 {said} {file}", path, True)
    if ending == "flac" and "metaflac" in tools:
        said = " ".join(
            f"--remove-tag={_vorbis(tag)} {shlex.quote(f'--set-tag={_vorbis(tag)}={value}')}" for tag, _, value in tags
        )
        return Making(f"metaflac {said} {file}", path, True)
    return None


def tag_of(name: str) -> tuple[str, str] | None:
    """What the tag is called by ffmpeg, and mid3v2's option for it; None where it is no tag."""
    return next(((tag, option) for said, tag, option in _TAGS if re.search(said, name, re.IGNORECASE)), None)


def _vorbis(tag: str) -> str:
    return {"track": "TRACKNUMBER", "album_artist": "ALBUMARTIST"}.get(tag, tag.upper())
