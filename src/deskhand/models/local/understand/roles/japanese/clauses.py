"""One Japanese clause as a command: what を, に, で and から stand with, and the words of the verb kept."""

# ruff: noqa: E501
from __future__ import annotations

import re

from deskhand.models.local.steps import Target, TargetKind, UseCommand
from deskhand.models.local.understand.atoms import Atoms, any_of
from deskhand.models.local.understand.frame import Puzzled
from deskhand.models.local.understand.numbers import japanese_number
from deskhand.models.local.understand.roles.japanese.values import forms, named, pairs

_Q = any_of("quote", "command")
_F = any_of("file")
_N = r"(?:\d+|[一二三四五六七八九十]+)"
KINDS: dict[str, TargetKind] = {
    **dict.fromkeys(("行", "項目", "予定", "タスク", "メモ", "ノート", "取引", "明細", "記録", "エントリ", "連絡先", "曲", "しおり", "ブックマーク", "メール", "レイヤー", "レイヤ", "プロセス", "ToDo", "やること"), "row"),
    **dict.fromkeys(("ファイル", "書庫", "アーカイブ", "文書"), "file"), **dict.fromkeys(("フォルダー", "フォルダ", "ディレクトリ"), "folder"),
    **dict.fromkeys(("セル", "列", "欄"), "cell"), **dict.fromkeys(("文字", "単語", "言葉", "見出し", "段落", "文章"), "text"),
    **dict.fromkeys(("タブ", "シート"), "tab"), **dict.fromkeys(("画像", "写真", "絵", "図形"), "image"), "ボタン": "button", "ウィンドウ": "window",
}  # fmt: skip
_KIND = "|".join(sorted(KINDS, key=len, reverse=True))
_MAKES = re.compile(r"(?:追加|作成|作(?:っ|り|る)?|新規|挿入|登録|入れ|記入|記帳|入力|つけ|付け|書い|足し|描い|描き)$")
_PARTICLES = re.compile(
    r"(?P<what>[^をにではがへ、]*(?:には?|にも|では?|から|まで|へ|を|は|が|も|として)?)(?:、|(?<=[をにではがへも])|$)"
)
_GO = re.compile(
    r"(?:そろえ|揃え|変更|変え|設定|し|直し?|切り替え|合わせ|移動|飛ぶ|飛ん|行っ|変換|リネーム|名前変更|縮小?(?:し)?|縮め|拡大|回転|ずらし|する|セット|上げ|下げ|並べ|並べ替え|並び替え|登録|記帳|遅らせ|延ばし|統一|つけ|付け|入れ|絞り込み?|保存|書き出し?|出力|エクスポート)$"
)


def thing(text: str, atoms: Atoms) -> Target | None:
    """The one thing that these words mean: 2行目, 「牛乳」の行, シート3, a file."""
    text = re.sub(r"(?:全体|ごと|だけ|の中|という)$", "", text.strip("、 "))
    text = re.sub(r"^(?:その|この|あの|いまの|今の)", "", text)
    if re.fullmatch(rf"{_F}(?:(?:と|、|や){_F})*", text):
        return Target("\n".join(atoms.plain(char) for char in re.findall(_F, text)), "file")
    if re.fullmatch(rf"{_Q}(?:(?:と|、|や){_Q})*", text):
        return Target("\n".join(atoms.plain(char) for char in re.findall(_Q, text)), "text")
    if found := re.fullmatch(rf"(?:上から)?({_N})(行目|列目|枚目|番目|個目|つ目|ページ目)(?:の({_KIND}))?", text):
        kind: TargetKind = KINDS.get(found[3] or "", {"行目": "row", "列目": "cell"}.get(found[2], "row"))
        return Target(kind=kind, nth=japanese_number(found[1]))
    if found := re.fullmatch(rf"(最初|先頭|最後|一番上|一番下|いちばん上|いちばん下|末尾)の({_KIND})", text):
        return Target(kind=KINDS[found[2]], nth=-1 if found[1] in ("最後", "一番下", "いちばん下", "末尾") else 1)
    if found := re.fullmatch(rf"({_KIND})\s*(\d+)", text):
        return Target(kind=KINDS[found[1]], nth=int(found[2]))
    if found := re.fullmatch(
        r"(?:セル)?\s*([A-Z]{1,2}\d{1,4}(?:(?:から|:|〜|~|-)[A-Z]{1,2}\d{1,4}(?:まで)?)?)|([A-Z]{1,2})列", text
    ):
        name = (found[1] or found[2]).replace("から", ":").replace("まで", "").replace("〜", ":").replace("~", ":")
        return Target(name, "cell")
    if found := re.fullmatch(
        rf"({_Q}|[^\sをにはがで、]{{1,15}}?)(?:という(?:名前の)?|って(?:いう)?|の|と(?:書かれた|書いてある|書いた)|を含む|が入った|のある)({_KIND})",
        text,
    ):
        if found[1] not in ("この", "その", "現在", "今", "全部", "すべて", "全て", "新しい", "空", "次", "前"):
            return Target(atoms.plain(found[1]), KINDS[found[2]])
    if found := re.fullmatch(rf"({_KIND})({_Q})", text):
        return Target(atoms.plain(found[2]), KINDS[found[1]])
    return None


def command(text: str, atoms: Atoms, source: str) -> UseCommand:
    """The clause (its ending taken off) as something to look for in the program."""
    values: list[tuple[str, str]] = []
    rest, more = pairs(text, atoms)
    values += more
    making = _MAKES.search(rest) is not None
    rest, more = forms(rest, atoms)
    values += more
    on: Target | None = None
    words: list[str] = []
    adverbs: list[str] = []
    phrases = _phrases(rest)
    if not phrases:
        raise Puzzled(source)
    verb = phrases[-1][0] if not phrases[-1][1] else ""
    for what, particle in phrases[:-1] if verb else phrases:
        left, name = named(what, atoms) if particle in ("を", "の", "は", "で", "に", "として") else (what, "")
        if name:
            values.append(("名前", name))
            what = left.strip("のを、 ")
            if not what:
                continue
        target = thing(what, atoms)
        match particle:
            case "を" | "は" | "が" | "も":
                if target is not None and on is None and not (making and particle == "を"):
                    on = target
                    if (kind := _kind_of(what)) is not None:
                        words.append(kind)
                elif re.fullmatch(rf"{_Q}|{_F}", what):
                    values.append(("", atoms.plain(what)))
                else:
                    words.append(what)
            case "に" | "へ" | "には":
                if target is not None and target.kind != "file" and on is None and not re.fullmatch(_Q, what):
                    on = target
                elif (
                    _GO.search(verb)
                    and (re.search(r"\d|[一二三四五六七八九十]", what) or re.fullmatch(rf"{_Q}|{_F}", what))
                ) or re.fullmatch(rf"{_Q}|{_F}", what):
                    values.append(("", atoms.plain(what)))
                else:
                    adverbs.append(f"{what}に")
            case "で" | "として" | "では":
                if re.fullmatch(_F, what):
                    values.append(("名前", atoms.plain(what)))
                elif re.fullmatch(_Q, what):
                    values.append(("名前" if re.search(r"保存|書き出|作", verb) else "", atoms.plain(what)))
                else:
                    adverbs.append(f"{what}で")
            case _:
                adverbs.append(f"{what}{particle}")
    said = " ".join(part for part in (*words, *adverbs, verb) if part)
    said = re.sub(r"\s+", " ", atoms.plain(re.sub(_Q, " ", said))).strip()
    if not re.search(r"[ぁ-んァ-ヶ一-鿿A-Za-z]", said) or len(said) > 60:
        raise Puzzled(source)
    return UseCommand(said, tuple(values), on)


def _kind_of(what: str) -> str | None:
    found = re.search(rf"({_KIND})(?:\d+)?$", what)
    return None if found is None else found[1]


_PHRASE = re.compile(
    r"(?P<what>.+?)(?P<particle>として|から|まで|には|では|を|(?<=[^ぁ-んー])(?:に|で|へ|は|が|も)(?!す|し(?!た)|な|は)|(?<=[^ぁ-んー])(?:に|で)(?=し)|(?<=[これそあど][れこ])(?:に|で|は|が|も)|(?<=[\ue000-\uf8ff])(?:に|で|へ|は|が|も)|(?<=ほう|ろい)(?:に|は|が)|(?<=ー)(?:に|で|へ|は|が|も))(?:、)?"
)


def _phrases(text: str) -> list[tuple[str, str]]:
    """Phrases with their particles; the last has none where it is the verb."""
    found: list[tuple[str, str]] = []
    at = 0
    for match in _PHRASE.finditer(text):
        if match.start() != at:
            break
        found.append((match["what"].strip("、, "), match["particle"]))
        at = match.end()
    tail = text[at:].strip("、, ")
    if tail:
        found.append((tail, ""))
    return [(what, particle) for what, particle in found if what]
