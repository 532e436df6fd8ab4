"""Japanese clauses for which there is a step of its own."""

# ruff: noqa: E501
from __future__ import annotations

import re
from collections.abc import Callable

from deskhand.models.local import concepts
from deskhand.models.local.steps import (
    ChangeCase,
    DeleteFile,
    EditLine,
    LineEdit,
    MakeFolder,
    MoveFile,
    PressKeys,
    RenameFile,
    ReplaceText,
    SetSetting,
    SortLines,
    Step,
    Target,
    UseCommand,
)
from deskhand.models.local.understand.atoms import Atoms, any_of
from deskhand.models.local.understand.frame import Noun, Ready
from deskhand.models.local.understand.numbers import japanese_number

_Q = any_of("quote", "command")
_F = any_of("file")
_N = r"(?:\d+|[一二三四五六七八九十]+)"
_LINE = rf"(?:(?:上から)?(?P<no>{_N})(?:行目|番目の行)|(?P<last>最後の行|最終行|一番下の行|いちばん下の行|末尾の行)|(?P<head>最初の行|先頭の行|先頭行|一番上の行|いちばん上の行)|(?P<by>{_Q})(?:と書(?:かれた|いてある|いた)|という|の|がある|のある|を含む|が入った|の入った|から始まる|で始まる)行|(?P<by2>[^\sをにはがの、]{{1,15}})(?:と書いてある|って書いてある|の)行)"
_IN = rf"(?:(?P<file>{_F})の(?:中の)?)?"
_WRITE = r"(?:入れ|書い|書き|足し|追加|追記|付け加え|加え|挿入|書き足し|書き込ん|つけ|付け)"
_GONE = r"(?:削除|消(?:し|去)?|取り除い|除い|なくし|捨て|カット)"
_VIEW = r"(?:行番号|折り返し|ステータスバー|ツールバー|サイドバー|サイドペイン|スクロールバー|メニューバー|隠しファイル|ルーラー|グリッド(?:線)?|目盛り?線?|ガイド|空白文字?|改行(?:記号|マーク)?|タブ文字|拡張子|プレビュー|サムネイル|秒|ミニマップ|アウトライン|見出し|枠線|週番号|コメント|凡例|字幕|通知|シャッフル|リピート|自動保存|スペルチェック|自動インデント|自動字下げ|ダークモード|夜間モード|ナイトライト|全画面|フルスクリーン|ハイライト|現在行の強調|対応する括弧の強調|歌詞|イコライザー?|余白|パスバー|ブックマークバー|レイヤー?\w*)"


def act(text: str, atoms: Atoms, source: str) -> Ready | None:
    """The clause (without its ending) by a step made for it."""
    bare = text.strip(" 、,。")
    for pattern, made in _RULES:
        found = re.fullmatch(pattern, bare)
        if found is not None and (ready := made(found, atoms)) is not None:
            ready.source = source
            return ready
    return None


def _plain(text: str, atoms: Atoms) -> str:
    return atoms.plain(text).strip(" 、,")


def _ready(*steps: Step, program: str = "", file: Noun | None = None, changes: bool = False) -> Ready:
    return Ready(steps, program, file, changes=changes)


def _file(match: re.Match[str], atoms: Atoms) -> Noun | None:
    char = match.groupdict().get("file")
    return Noun("file", atoms.plain(char)) if char else None


def _which(match: re.Match[str], atoms: Atoms) -> int | str | None:
    if match["no"]:
        return japanese_number(match["no"])
    if match["last"]:
        return -1
    if match["head"]:
        return 1
    by = match["by"] or match["by2"]
    return _plain(by, atoms) if by else None


def _line(how: LineEdit) -> Callable[[re.Match[str], Atoms], Ready | None]:
    def made(match: re.Match[str], atoms: Atoms) -> Ready | None:
        which = _which(match, atoms)
        words = match.groupdict().get("text")
        if which is None or (
            words is not None and re.fullmatch(r"(?:新しい|空の?)?(?:[一\d]つ?)?(?:行|空行|改行)", words)
        ):
            return None
        return _ready(
            EditLine(which, how, (_plain(words, atoms),) if words else ()), file=_file(match, atoms), changes=True
        )

    return made


def _end(line: int, how: LineEdit) -> Callable[[re.Match[str], Atoms], Ready | None]:
    def made(match: re.Match[str], atoms: Atoms) -> Ready | None:
        return _ready(EditLine(line, how, (_plain(match["text"], atoms),)), file=_file(match, atoms), changes=True)

    return made


def _replace(match: re.Match[str], atoms: Atoms) -> Ready | None:
    old, new = _plain(match["old"], atoms), _plain(match["new"], atoms)
    quoted = re.fullmatch(_Q, match["old"]) is not None and re.fullmatch(_Q, match["new"]) is not None
    if (
        not (quoted or match["every"] or match["every2"] or match["verb"].startswith("置"))
        or len(old) > 30
        or (not quoted and re.search(r"の?(?:名前|フォント|色|サイズ|大きさ|幅|高さ|形式|住所|日付|値|文字)$", old))
    ):
        return None
    return _ready(ReplaceText(old, new), file=_file(match, atoms), changes=True)


def _switch(on: bool) -> Callable[[re.Match[str], Atoms], Ready | None]:
    def made(match: re.Match[str], atoms: Atoms) -> Ready | None:
        name = re.sub(r"(?:の?表示|機能|設定)$", "", _plain(match["what"], atoms))
        return _ready(SetSetting(name, on)) if name and len(name) <= 25 else None

    return made


def _place(words: str | None, atoms: Atoms) -> str | None:
    if not words:
        return ""
    bare = re.sub(r"(?:の(?:ほう|方|中|なか))?(?:の|に(?:ある)?|へ|から|、)*$", "", words)
    if bare in ("ここ", "そこ", "この中", "このフォルダー", "このフォルダ"):
        return ""
    if (known := concepts.folder(atoms.plain(bare))) is not None:
        return known
    if found := re.fullmatch(rf"({_Q}|{_F}|[^\sをにはが、]+?)(?:という)?(?:フォルダー?|ディレクトリ)", bare):
        return _plain(found[1], atoms)
    return _plain(bare, atoms) if re.fullmatch(rf"{_Q}|{_F}", bare) else None


def _move(match: re.Match[str], atoms: Atoms) -> Ready | None:
    to, where = _place(match["to"], atoms), _place(match["place"], atoms)
    if not to or where is None:
        return None
    names = [_plain(char, atoms) for char in re.findall(_F, match["names"])]
    return _ready(*(MoveFile(name, to, where, "コピー" in match["verb"]) for name in names), program="file manager")


def _bin(match: re.Match[str], atoms: Atoms) -> Ready | None:
    where = _place(match["place"], atoms)
    if where is None:
        return None
    names = [_plain(char, atoms) for char in re.findall(_F, match["names"])]
    return _ready(*(DeleteFile(name, where) for name in names), program="file manager")


def _rename(match: re.Match[str], atoms: Atoms) -> Ready | None:
    where = _place(match["place"], atoms)
    if where is None:
        return None
    return _ready(RenameFile(_plain(match["old"], atoms), _plain(match["new"], atoms), where), program="file manager")


def _folder(match: re.Match[str], atoms: Atoms) -> Ready | None:
    where = _place(match["place"], atoms)
    if where is None:
        return None
    return _ready(MakeFolder(_plain(match["name"], atoms), where), program="file manager")


def _sort(match: re.Match[str], atoms: Atoms) -> Ready | None:
    return _ready(SortLines(bool(re.search("降順|逆", match[0]))), changes=True)


def _case(match: re.Match[str], atoms: Atoms) -> Ready | None:
    return _ready(ChangeCase("upper" if match["case"] == "大文字" else "lower"), changes=True)


def _others(match: re.Match[str], atoms: Atoms) -> Ready | None:
    return _ready(UseCommand(f"他の{match['what']} 閉じる"))


def _pack(match: re.Match[str], atoms: Atoms) -> Ready | None:
    names = [_plain(part, atoms) for part in re.split(r"と|、|や", match["what"]) if part]
    return _ready(UseCommand("圧縮", (("形式", match["kind"]),), Target("\n".join(names), "file")))


_NAMES = rf"(?P<names>{_F}(?:(?:と|、|や){_F})*)"
_PLACE = r"(?:(?P<place>[^をは、]+?)(?:にある|の中の|の))?"
_PACK = r"(?P<what>[^をにで]{1,40}?)を(?:まとめて|一つの)?(?P<kind>zip|ZIP|tar\.gz|7z|アーカイブ|書庫)(?:ファイル)?に(?:圧縮|まとめ|し|固め|入れ|作りかえ|作り替え|変換)?"
_RULES: tuple[tuple[str, Callable[[re.Match[str], Atoms], Ready | None]], ...] = (
    (_PACK, _pack),
    (rf"{_IN}{_LINE}(?:全体|ごと)?(?:を|は)?(?:丸ごと|まるごと)?{_GONE}", _line("delete")),
    (
        rf"{_IN}{_LINE}の(?:次|下|あと|後ろ?|すぐ下)(?:の行)?に(?:、)?(?P<text>{_Q}|.+?)(?:という行)?(?:を|と|って)?{_WRITE}",
        _line("after"),
    ),
    (
        rf"{_IN}{_LINE}の(?:前|上|すぐ上)(?:の行)?に(?:、)?(?P<text>{_Q}|.+?)(?:という行)?(?:を|と|って)?{_WRITE}",
        _line("before"),
    ),
    (rf"{_IN}{_LINE}(?:を|は)(?P<text>{_Q})に(?:書き換え|変え|変更|置き換え|直し?|差し替え)?", _line("replace")),
    (rf"{_IN}{_LINE}の(?:末尾|最後|うしろ|後ろ)に(?P<text>{_Q}|.+?)(?:を|と|って)?{_WRITE}", _line("append")),
    (rf"{_IN}{_LINE}の(?:先頭|頭|最初)に(?P<text>{_Q}|.+?)(?:を|と|って)?{_WRITE}", _line("prepend")),
    (rf"{_IN}{_LINE}を(?:複製|二重に|コピー)", _line("duplicate")),
    (
        rf"{_IN}{_LINE}を(?:一番|いちばん)?(?:先頭|最初|上)(?:に|へ)(?:移動|移し|持って(?:いっ|き)|動か)?",
        _line("first"),
    ),
    (rf"{_IN}{_LINE}を(?:一番|いちばん)?(?:末尾|最後|下)(?:に|へ)(?:移動|移し|持って(?:いっ|き)|動か)?", _line("last")),
    (rf"{_IN}{_LINE}を大文字に(?:変換|変え|し)?", _line("upper")),
    (rf"{_IN}{_LINE}を小文字に(?:変換|変え|し)?", _line("lower")),
    (
        rf"(?:(?:{_IN})|[^をに、]{{1,12}}?の)?(?:最後|末尾|一番下|いちばん下|終わり|おしまい)(?:の行)?に(?:、)?(?P<text>{_Q}|[^をに]{{1,40}}?)(?:という行)?(?:を|と|って){_WRITE}",
        _end(-1, "after"),
    ),
    (
        rf"(?:(?:{_IN})|[^をに、]{{1,12}}?の)?(?:最初|先頭|冒頭|一番上|いちばん上|頭)(?:の行)?に(?:、)?(?P<text>{_Q}|[^をに]{{1,40}}?)(?:という行)?(?:を|と|って){_WRITE}",
        _end(1, "before"),
    ),
    (
        rf"{_IN}(?:文中の|本文の|中の)?(?P<old>{_Q}|[^をにはが、]{{1,20}}?)(?:という(?:文字|言葉|単語))?(?:を|は)(?P<every>全部|すべて|ぜんぶ|全て|一括で|まとめて|みんな)?(?P<new>{_Q}|[^をはが、]{{1,20}}?)に(?P<every2>全部|すべて|ぜんぶ|全て|一括で)?(?P<verb>置き換え|置換|変え|変更|直し?|書き換え|修正|統一)",
        _replace,
    ),
    (rf"(?P<what>{_VIEW})(?:の表示)?(?:を|が|も)?(?:表示|出(?:し|す)?|有効に|オンに?|つけ|入れ|見える)", _switch(True)),
    (
        rf"(?P<what>{_VIEW})(?:の表示)?(?:を|は|が|も)?(?:非表示に|隠(?:し|す)?|無効に|オフに?|消(?:し|す)?|切っ|切る|見えない|いらない|なくし)",
        _switch(False),
    ),
    (r"(?P<what>[^をはが、]{2,25}?)(?:を|は|も)(?:全部|すべて|全て)?(?:オン|有効)(?:に|にし)?", _switch(True)),
    (r"(?P<what>[^をはが、]{2,25}?)(?:を|は|も)(?:全部|すべて|全て)?(?:オフ|無効)(?:に|にし)?", _switch(False)),
    (
        r"(?:(?:この|今の|いまの|いま見てる|今見てる|開いてる|見ている|選んだ)?(?P<what>タブ|ウィンドウ|窓)(?:だけ残して|以外)(?:を|は|、)?(?:全部|ぜんぶ|すべて|全て|みんな)?閉じ)",
        _others,
    ),
    (rf"{_PLACE}(?P<old>{_F})の名前を(?P<new>{_Q}|{_F}|[^\sをに、]+?)に(?:変え|変更|し|リネーム|直し)?", _rename),
    (
        rf"{_PLACE}(?P<old>{_F})(?:を|は)(?P<new>{_Q}|{_F})(?:という名前)?に(?:リネーム|改名|名前変更|変え|変更)",
        _rename,
    ),
    (
        rf"{_PLACE}{_NAMES}(?:を|は)(?P<to>[^を、]+?)(?:のほう|の方)?(?:に|へ)(?P<verb>コピー|移動|移し|移す|入れ|しまっ|動かし|まとめ|置い)",
        _move,
    ),
    (rf"{_PLACE}{_NAMES}(?:を|は)(?:ゴミ箱|ごみ箱)?(?:に|へ)?(?:削除|消(?:し|去)?|捨て|入れ|移動|破棄)", _bin),
    (
        rf"(?:(?P<place>[^をは、]+?)(?:の中)?に)?(?:新しく)?(?P<name>{_Q}|{_F}|[^\sをにはが、]{{1,20}}?)(?:という(?:名前の)?|って(?:いう)?|の)?(?:新しい)?(?:フォルダー?|ディレクトリ)を?(?:作成|作(?:っ|り|る)?|追加)",
        _folder,
    ),
    (
        rf"(?:元に戻|もとに戻|元どおりに戻|取り消)(?:し|す)?(?P<much>)|(?P<much2>{_N})(?:回|つ|個|手)(?:分)?(?:元に)?戻(?:し|す)?",
        lambda m, a: _undo_of(m, a),
    ),
    (
        r"(?:すべての|全部の)?(?:行|名前|リスト|一覧|名簿|単語)を?(?:アルファベット順|五十音順|あいうえお順|昇順|降順|名前順|辞書順|逆順)(?:に|で)?(?:並べ(?:替え|かえ|直し)?|並び替え|ソート|整列|し)?",
        _sort,
    ),
    (
        r"(?:すべて|全部|全文|全体|文字|本文|テキスト|アルファベット)?(?:を|の文字を)?(?:すべて|全部|全て)?(?P<case>大文字|小文字)に(?:変換|変え|変更|そろえ|統一|し)?",
        _case,
    ),
)


def _undo_of(match: re.Match[str], atoms: Atoms) -> Ready | None:
    much = match["much2"]
    times = japanese_number(much) if much else 1
    return _ready(PressKeys("ctrl+z", times or 1), changes=True) if 0 < (times or 1) <= 50 else None
