"""More jobs of a shell: what is done to many files at once, what a folder holds written down, a count kept in a file.

Of 50 plain wishes for terminals, written before this stood, the other ways took 15.
"""

# ruff: noqa: E501
from __future__ import annotations

import re
import shlex

from deskhand.models.local.understand.atoms import any_of
from deskhand.models.local.understand.shell import commands, ways
from deskhand.models.local.understand.shell.things import located, quoted
from deskhand.models.local.understand.shell.ways import Nouns, Unclear, Way

_ATOM = any_of("file", "quote")
_DOT = rf"(?:\*?\.?(?:\w+)|{_ATOM})"


def _ending(nouns: Nouns, words: str) -> str:
    bare = (nouns.text(words.strip()) or words).strip().lstrip("*")
    ending = bare if bare.startswith(".") else f".{bare}"
    if not re.fullmatch(r"\.\w{1,6}", ending):
        raise Unclear(words)
    return ending


def reending(nouns: Nouns, got: dict[str, str]) -> str:
    """Other endings for all files of a kind; one that would take another's place stays."""
    was, becomes = _ending(nouns, got["old"]), _ending(nouns, got["new"])
    place = ways.folder(nouns, got.get("folder", ""))
    return f'cd {place} && for f in *{was}; do mv -nv -- "$f" "${{f%{was}}}{becomes}"; done'


def folders(nouns: Nouns, got: dict[str, str]) -> str:
    """Several folders."""
    names = [
        part
        for part in re.split(r"\s*(?:、|,\s*(?:and\s+)?|\s+and\s+|と|(?<=\S)(?=[\ue000-\uf8ff]))\s*", got["names"])
        if part
    ]
    if got.get("place"):
        place = nouns.folder(got["place"])
        if place is None:
            raise Unclear(got["place"])
        nouns.base = place
    told = [nouns.text(name) for name in names]
    if len(told) < 2 or not all(told):
        raise Unclear(got["names"])
    return "mkdir -p " + " ".join(quoted(located(str(name).rstrip("/"), nouns.base)) for name in told)


def names_kept(nouns: Nouns, got: dict[str, str]) -> str:
    """The names in a folder written to a file, which is not there yet when they are listed."""
    (target,) = ways.paths(nouns, got["to"], one=True)
    place = ways.folder(nouns, got.get("folder", ""))
    return commands.into(f"""names=$(ls {place}) && printf '%s\\n' "$names" """.strip(), target, over=nouns.over)


def into_new(nouns: Nouns, got: dict[str, str]) -> str:
    name = nouns.text(got["to"])
    if not name:
        raise Unclear(got["to"])
    sources, target = ways.paths(nouns, got["files"]), quoted(located(name.rstrip("/"), nouns.base))
    return f"mkdir -p {target} && mv -nv {' '.join(sources)} {target}/"


def count_kept(nouns: Nouns, got: dict[str, str]) -> str:
    what = next(name for name in commands.COUNTS if got.get(name))
    (target,) = ways.paths(nouns, got["to"], one=True)
    return commands.into(commands.count(what, ways.paths(nouns, got["files"])), target, over=nouns.over)


def copying(nouns: Nouns, got: dict[str, str]) -> str:
    (source,) = ways.paths(nouns, got["files"], one=True)
    (target,) = ways.paths(nouns, got["to"], one=True)
    return f"cp -rnv {source} {target}"


def touching_in(nouns: Nouns, got: dict[str, str]) -> str:
    if got.get("place"):
        nouns.base = nouns.folder(got["place"])
        if nouns.base is None:
            raise Unclear(got["place"])
    return ways.touching(nouns, got)


def folder_of(nouns: Nouns, got: dict[str, str]) -> str:
    """Where below a folder a file lies."""
    found = nouns.files(got["files"])
    if not found or len(found) != 1 or found[0].kind:
        raise Unclear(got["files"])
    return f"find {ways.folder(nouns, got.get('folder', ''))} -name {shlex.quote(found[0].name)}"


def _way(pattern: str, make: object, *, tells: bool = True) -> Way:
    assert callable(make)
    return Way(re.compile(pattern, re.I), make, tells)


_FILES = r"(?:all\s+|every\s+|each\s+|any\s+)?(?:of\s+)?(?:the\s+)?"
_PLACE_OF = r"(?:\s+(?:in|of|inside|from)\s+(?P<folder>.+?))?"
ENGLISH: tuple[Way, ...] = (
    _way(rf"(?:rename|change)\s+{_FILES}(?P<old>{_DOT})\s+files?{_PLACE_OF}\s+(?:so\s+that\s+(?:they|it)\s+(?:all\s+)?(?:ends?|have\s+the\s+ending)(?:\s+(?:in|with))?|to(?:\s+(?:end\s+in|have\s+the\s+ending))?|into)\s+(?P<new>{_DOT})(?:\s+files?)?(?:\s+instead)?", reending, tells=False),
    _way(rf"change\s+the\s+(?:file\s+)?(?:ending|extension|suffix)s?\s+(?:from\s+)?(?P<old>{_DOT})\s+(?:of\s+{_FILES}files?{_PLACE_OF}\s+)?(?:to|into)\s+(?P<new>{_DOT})", reending, tells=False),
    _way(rf"change\s+the\s+(?:file\s+)?(?:ending|extension|suffix)s?\s+of\s+{_FILES}(?P<old>{_DOT})\s+files?{_PLACE_OF}\s+(?:to|into)\s+(?P<new>{_DOT})", reending, tells=False),
    _way(rf"give\s+{_FILES}(?P<old>{_DOT})\s+files?{_PLACE_OF}\s+the\s+(?:ending|extension|suffix)\s+(?P<new>{_DOT})(?:\s+instead)?", reending, tells=False),
    _way(r"(?:make|create|add)\s+(?:the\s+|these\s+)?(?:\w+\s+)?(?:new\s+|empty\s+)*(?:folders|directories)\s+(?:called\s+|named\s+)?(?P<names>.+?)(?:\s+(?:in|inside)\s+(?P<place>.+))?", folders, tells=False),
    _way(r"(?:write|put|save|store)\s+(?:(?:a|the)\s+(?:list\s+of\s+)?)?(?:the\s+)?(?:names\s+of\s+)?(?:all\s+)?(?:the\s+)?(?:files|file\s+names)(?:\s+(?:of|in)\s+(?P<folder>.+?))?\s+(?:in)?to\s+(?P<to>.+)", names_kept, tells=False),
    _way(r"count\s+(?:the\s+)?(?:number\s+of\s+)?(?:(?P<lines>lines)|(?P<words>words)|(?P<characters>characters|letters)|(?P<bytes>bytes))\s+(?:in|of)\s+(?P<files>.+?),?\s+(?:and|then)\s+(?:write|put|save|store)\s+(?:the\s+(?:number|count|result)|it)\s+(?:in(?:to)?|to|as)\s+(?P<to>.+)", count_kept, tells=False),
    _way(r"(?:write|put|save|store)\s+the\s+(?:number\s+of\s+)(?:(?P<lines>lines)|(?P<words>words)|(?P<characters>characters|letters)|(?P<bytes>bytes))\s+(?:in|of)\s+(?P<files>[^,]+?),?\s+(?:in)?to\s+(?P<to>.+)", count_kept, tells=False),
    _way(r"(?:make|create|save)\s+a\s+copy\s+of\s+(?P<files>.+?),?\s+(?:that\s+is\s+)?(?:called|named|under\s+the\s+name|as)\s+(?P<to>.+)", copying, tells=False),
    _way(rf"(?:move|put)\s+(?P<files>.+?)\s+(?:to|into)\s+(?:a|the)\s+(?:new\s+)(?:folder|directory)\s+(?:called\s+|named\s+)?(?P<to>{_ATOM}|[\w-]+)", into_new, tells=False),
    _way(r"(?:remove|drop|delete)\s+(?:the\s+|all\s+)?(?:duplicate|repeated|double)\s+lines\s+(?:from|in|of)\s+(?P<files>.+?),?\s+(?:and|then)\s+(?:save|write|put)\s+(?:the\s+(?:rest|result|remaining\s+lines|others)|it|them)\s+(?:as|in(?:to)?|to)\s+(?P<to>.+)", ways.once, tells=False),
    _way(r"(?:find\s+out\s+|tell\s+me\s+|see\s+)?(?:in\s+)?which\s+(?:folder|directory)\s+(?:below\s+|inside\s+|in\s+|under\s+)?(?P<folder>.+?)\s+(?P<files>\S+)\s+(?:is|lies)(?:\s+in)?", folder_of),
    _way(r"(?:find|look\s+for|search\s+for|locate)\s+(?P<files>.+?)\s+(?:somewhere\s+)?(?:below|under|inside|anywhere\s+in|within|in)\s+(?P<folder>.+)", folder_of),
    _way(rf"(?:find\s+out\s+|tell\s+me\s+|see\s+|say\s+)?which\s+(?:of\s+the\s+)?files?\s+(?:in|of|inside)\s+(?P<folder>.+?)\s+(?:contains?|holds?|mentions?|has|have)\s+(?P<text>(?:the\s+)?(?:word\s+|text\s+|name\s+)?{_ATOM}|\w+)(?:\s+in\s+it)?", ways.holding),
)  # fmt: skip
_IN = r"(?:の中|内)?(?:の|で|に|にある|の中の|の中で)?、?"
_TO_DO = r"(?:変え|変更し?|直し?|し|する|リネームし?|付け替え)(?:る|て)?"
JAPANESE: tuple[Way, ...] = (
    _way(rf"(?:(?P<folder>.+?){_IN})?(?:拡張子が)?(?P<old>{_DOT})の?(?:全)?ファイル(?:の)?(?:名前)?(?:を|の)?(?:すべて|全て|全部)?(?:の)?(?:拡張子を)(?P<new>{_DOT})に(?:すべて|全部)?{_TO_DO}", reending, tells=False),
    _way(rf"(?:(?P<folder>.+?){_IN})?(?:すべての|全部の|全)?(?:ファイルの)?拡張子(?:を)?(?P<old>{_DOT})(?:から|を)(?P<new>{_DOT})に(?:すべて|全部)?{_TO_DO}", reending, tells=False),
    _way(rf"(?:(?P<place>.+?)(?:の中|内)?に、?)?(?P<names>{_ATOM}(?:[、と]?{_ATOM})+)という(?:名前の)?(?:\w?つの)?(?:新しい|空の)*(?:フォルダー?|ディレクトリー?)を(?:新しく)?(?:作っ|作る|作り|作成し?|つくっ)", folders, tells=False),
    _way(rf"(?:(?P<place>.+?)(?:の中|内)?に、?)?(?:新しい)?(?:フォルダー?|ディレクトリー?)(?P<names>{_ATOM}(?:[、と]?{_ATOM})+)を(?:新しく)?(?:作っ|作る|作り|作成し?|つくっ)", folders, tells=False),
    _way(r"(?P<folder>.+?)(?:の中|内)?(?:の|にある)(?:すべての|全)?ファイル(?:の名前|名)?(?:の一覧|の名前)?を(?:すべて|全部)?、?(?P<to>[^をに]+?)(?:という(?:名前の)?ファイル)?(?:に|へ|として)(?:書き出|保存|書き込|出力|書)(?:し|す|む|み|ん|い)?", names_kept, tells=False),
    _way(r"(?P<files>.+?)の(?:(?P<lines>行)|(?P<words>単?語)|(?P<characters>文字)|(?P<bytes>バイト))数を(?:数え|調べ)て、?(?:その)?(?:結果|数)?(?:を)?(?P<to>[^をに]+?)(?:に|へ|として)(?:書き出|保存|書き込|出力|書)(?:し|す|む|み|ん|い)?", count_kept, tells=False),
    _way(r"(?P<folder>.+?)(?:の中|内|の下)?の(?:どの|どこの)ファイル(?:の中)?に(?P<text>[^、。のにをが]+?)(?:という)?(?:文字列?|語|言葉|単語)?が(?:入って(?:いる|います)|書かれて(?:いる|います)|含まれて(?:いる|います)|ある|あります)か(?:を)?(?:調べ|探し|教え)?(?:て、?(?:その)?(?:ファイル)?(?:の)?名前?を教え)?", ways.holding),
    _way(rf"(?P<folder>.+?)(?:の下|の中|以下)(?:のどこか)?(?:に(?:ある)?|の|から|で)、?(?P<files>{_ATOM}(?:という(?:名前の)?ファイル)?)を(?:探し|見つけ|検索し)(?:て、?(?:それが)?(?:どの(?:フォルダー?|ディレクトリー?)|どこ)(?:の中)?に(?:入って(?:いる|います)|ある|あります)か(?:を)?(?:教え|答え|調べ|知らせ))?", folder_of),
    _way(rf"(?P<files>{_ATOM}(?:という(?:名前の)?ファイル)?)(?:は|が)(?P<folder>.+?)(?:の中|の下)?のどの(?:フォルダー?|ディレクトリー?)に(?:入って(?:いる|います)|ある|あります)か(?:を)?(?:教え|答え|調べ|知らせ)?", folder_of),
    _way(rf"(?:(?P<place>.+?)(?:の中|内)?に、?)?(?P<files>{_ATOM})という(?:名前の)?(?:空の|新しい)*ファイルを(?:新しく)?(?:作っ|作る|作り|作成し?|つくっ)", touching_in, tells=False),
)  # fmt: skip
