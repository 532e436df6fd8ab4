"""What an “if” or an “until” asks about: something that shows, a value that was read, what a cell holds."""

# ruff: noqa: E501
from __future__ import annotations

import re
from dataclasses import dataclass

from deskhand.models.local.skills.paths import path_of
from deskhand.models.local.steps import Comparison, OpenFile, Read, Ref, Target, Value
from deskhand.models.local.understand.acts import counting, places
from deskhand.models.local.understand.acts.asking_files import of_file
from deskhand.models.local.understand.acts.comparisons import compared
from deskhand.models.local.understand.acts.desk import Desk
from deskhand.models.local.understand.acts.form import Act
from deskhand.models.local.understand.acts.running import job
from deskhand.models.local.understand.acts.targets import target
from deskhand.models.local.understand.acts.words import bare, is_it, unquoted
from deskhand.models.local.understand.shell.things import quoted

_LEAD = re.compile(r"^(?:but\s+)?(?:only\s+)?(?:if|when|until|till|unless|もし(?:も)?)、?\s*", re.I)
_SHOWS = re.compile(
    r"(?:there(?:'s|s|\s+is|\s+are)\s+(?:an?\s+|any\s+|already\s+an?\s+)?(?P<there>.+?)(?:\s+(?:on\s+(?:the\s+)?screen|there|showing|in\s+the\s+way))?|"
    r"(?:an?\s+|the\s+|any\s+|you\s+see\s+(?:an?\s+|the\s+)?)?(?P<shows>.+?)\s*(?:shows(?:\s+up)?|shows?|appears?|pops?\s+up|comes?\s+up|comes?|is\s+(?:shown|there|showing|visible|open)|(?:already\s+)?exists(?:\s+already)?|turns?\s+up)|"
    r"you\s+(?:see|find|get|reach)\s+(?:an?\s+|the\s+)?(?P<seen>.+)|(?:the\s+)?(?:word|name|text)\s+(?P<word>.+?)\s+(?:is|stands)\s+(?:on|in|at)\s+(?:the\s+)?\w+)",
    re.I,
)
_SHOWS_JA = re.compile(
    r"(?P<what>.+?)(?:(?:って|という|の)(?:見出し|文字|言葉|表示))?(?:が|は|って|と)?(?:出て(?:き|い|く)?|出|表示され(?:て)?|あ|現れ|見つか|見え|開いてい|残ってい|既にあ|すでにあ|来て)(?:たら|れば|ったら|る|た|ば|るなら|ってる|れ)(?:とき|場合|時)?(?:は|、)?"
)
_GONE = re.compile(
    r"(?P<what>.+?)\s+(?:disappears?|is\s+gone|goes\s+away|vanish(?:es)?|is\s+no\s+longer\s+there|isn't\s+there|does(?:n't|\s+not)\s+exist(?:\s+yet)?|is\s+not\s+there)",
    re.I,
)
_GONE_JA = re.compile(
    r"(?P<what>.+?)(?:が|は)(?:まだ)?(?:消え|なくな|無くな|出なくな|なけれ|無けれ|な|無)(?:る|った|ったら|たら|れば|ればなら|ば|かったら|い(?:なら|場合)?)?"
)
_NOT = re.compile(r"\b(?:not|no|isn't|don't|doesn't|without|never)\b|n't\b|ない|なけれ|なかった", re.I)
_ASKS = re.compile(
    r"(?:it|the\s+program|something)\s+asks?(?:\s+.*)?|.*(?:聞かれ|聞いてき|確認され|確認が出)(?:たら|れば|る|た)?",
    re.I,
)
_WINDOW = re.compile(
    r"(?:an?\s+|any\s+)?(?:dialog(?:ue)?|pop-?up|window|message|warning|question|error|prompt)(?:\s+box)?|(?:何か)?(?:ダイアログ|ポップアップ|警告|メッセージ|確認|エラー)(?:画面)?",
    re.I,
)
_CELL = re.compile(r"(?:(?:the\s+)?cell\s+|セル\s*)?(?P<cell>[A-Z]{1,2}[1-9]\d{0,3})(?:\s+of\s+\S+)?", re.I)
_SAYS = re.compile(
    r"\s*(?:(?:is|says|reads|contains|holds|equals)\s+(?P<en>.+)|(?:が|は|に)?[「『](?P<quoted>[^」』]+)[」』](?:だったら|なら(?:ば)?|の場合|と書いてあ.*|って書いてあ.*|が入って.*)|(?:が|は)?(?P<empty>空|から|空欄|空白)(?:だったら|なら(?:ば)?|の場合|だ|っぽ.*)?)",
    re.I,
)
_SIGN = re.compile(
    r"\s*(?:is\s+|が|は)?(?:(?P<less>negative|below\s+zero|マイナス|負)|positive|above\s+zero|プラス|正)(?:の値)?(?:だったら|なら(?:ば)?|の場合|だ)?",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Shown:
    what: Target
    shown: bool = True


@dataclass(frozen=True, slots=True)
class Compared:
    value: Value
    how: Comparison
    to: str
    so: bool = True
    """Whether it is to be so; else not."""


def condition(desk: Desk, words: str) -> Shown | Compared:
    """What is to be so.

    Raises:
        Puzzled: the words are about something that neither shows nor was read.
    """
    said = words.strip(" ,.、。")
    unless = re.match(r"unless\b", said, re.I) is not None
    said = re.sub(r"まで$", "", _LEAD.sub("", said))
    if (held := of_file(desk, said)) is not None:
        return Compared(*held, not unless)
    if (found := _of_file(desk, said) or _of_measure(desk, said) or _of_label(desk, said)) is not None:
        return Compared(found.value, found.how, found.to, not unless)
    if (found := _of_cell(desk, said) or _counted(desk, said) or _of_value(desk, said)) is not None:
        return Compared(found.value, found.how, found.to, not unless)
    shown = _of_screen(desk, said, words)
    return Shown(shown.what, not shown.shown) if unless else shown


_EMPTY_FILE = re.compile(
    r"(?:the\s+file\s+)?(?P<file>\S+\.\w{1,5})\s*(?:\s+is|が|は)\s*(?:empty|blank|空(?:っぽ)?)(?:\s|だ|なら|の|$).*",
    re.I,
)
_LABELLED = re.compile(
    r"(?:the\s+)?(?P<label>[A-Za-z][\w ]{1,29}?)\s+(?:is|says|reads|shows|equals)\s+(?P<value>[“\"'‘]?[A-Z][\w '’”\"-]*)|"
    r"(?P<label_ja>[^「」がは]{2,20}?)(?:が|は)[「『](?P<value_ja>[^」』]+)[」』](?:だったら|なら|の場合|になっ).*"
)
_NO_LABELS = re.compile(
    r"(?:it|this|that|which|there|he|she|we|you|(?:the\s+)?(?:screen|window|page|dialog\w*|message|wizard|program|status\s+bar))",
    re.I,
)


def _of_file(desk: Desk, said: str) -> Compared | None:
    """“notes.txt is empty”: its size is asked for it."""
    found = _EMPTY_FILE.fullmatch(said)
    file = places.file(found["file"]) if found is not None else None
    if file is None or desk.named:
        return None
    desk.folder = file.folder or desk.folder or "shared"  # where it is looked for, and then taken from
    path = path_of(file.name, desk.folder)
    store = f"{desk.store} size"
    job(desk, f"wc -c < {quoted(path)}", store)
    return Compared((Ref(store),), "equal", "0")


def _of_label(desk: Desk, said: str) -> Compared | None:
    """“the status is Shipped”: what stands beside that label is read for it."""
    if (found := _LABELLED.fullmatch(said)) is None:
        return None
    label, value = found["label"] or found["label_ja"], unquoted(found["value"] or found["value_ja"])
    if _NO_LABELS.fullmatch(label.strip()) or _CELL.fullmatch(label) or is_it(label):
        return None
    store = f"{desk.store} label"
    desk.add(Read(target(bare(label)), store))
    return Compared((Ref(store),), "equal", value)


_MEASURED = re.compile(
    r"(?:the\s+)?(?P<label>[A-Za-z][\w ]{1,29}?)\s+(?:is|has\s+(?:dropped|fallen|risen)|dropped|fell|rose|goes|gets|comes\s+to|reads|shows)\s+(?P<than>(?:more|less|fewer|greater|larger|bigger|higher|lower|smaller|at|over|above|under|below|no)\b.*)|"
    r"(?P<label_ja>[^「」がは、\d]{1,14}?)(?:が|は)?(?P<than_ja>[\d.,一二三四五六七八九十百千万割]+\s*(?:%|％|度|円|分|秒|個|件|本|点|パーセント)?(?:を|より(?:も)?|以上|以下|未満|超|こえ|越え|切).*)",
    re.I,
)


_BECOMES = re.compile(
    r"(?:the\s+)?(?P<label>[A-Za-z][\w ]{1,29}?)\s+(?:shows|reads|reaches|says|is\s+at|is)\s+(?P<n>\d[\d.,]*)|(?P<label_ja>[^「」がは、\d]{1,14}?)(?:が|は)(?P<n_ja>\d[\d.,]*)(?:に(?:なる|なった|達)|を(?:示|指)).*",
    re.I,
)


def _of_measure(desk: Desk, said: str) -> Compared | None:
    """“the total is above 500”, 「室温が19度より低かったら」: the number beside that label is read for it."""
    if (exact := _BECOMES.fullmatch(said)) is not None and not is_it(exact["label"] or exact["label_ja"]):
        desk.add(Read(target(bare(exact["label"] or exact["label_ja"])), f"{desk.store} measure"))
        return Compared((Ref(f"{desk.store} measure"),), "equal", exact["n"] or exact["n_ja"])
    found = _MEASURED.fullmatch(said)
    if found is None:
        return None
    label = bare(found["label"] or found["label_ja"])
    than = compared(found["than"] or found["than_ja"])
    if than is None or _NO_LABELS.fullmatch(label) or is_it(label) or _CELL.match(label) or _VALUES.fullmatch(label):
        return None
    if (inside := re.search(r"\b(?P<at>[A-Z]{1,2}[1-9]\d{0,3})\b", label)) is not None:
        desk.cell = inside["at"]
    store = f"{desk.store} measure"
    desk.add(Read(Target(inside["at"], "cell") if inside is not None else target(label), store))
    return Compared((Ref(store),), *than)


_VALUES = re.compile(r"(?:it|that|this|there|they|result|sum|count|number|average|answer|結果|それ|これ|答え|数)", re.I)
"""What was read last, and no label."""


def _of_cell(desk: Desk, said: str) -> Compared | None:
    """“cell C7 is empty”, 「A1が「はい」だったら」: the cell is read for it."""
    head = _CELL.match(re.sub(r"^\S+\.\w{2,4}の", "", said))
    if head is None:
        return None
    rest = re.sub(r"^\S+\.\w{2,4}の", "", said)[head.end() :]
    if (sign := _SIGN.fullmatch(rest)) is not None:
        desk.cell = head["cell"].upper()
        desk.add(Read(Target(desk.cell, "cell"), f"{desk.store} cell"))
        return Compared((Ref(f"{desk.store} cell"),), "less" if sign["less"] else "more", "0")
    value = re.sub(r"^の(?:値段|値|数|金額|中身)?", "", rest).lstrip("がは")
    if (than := compared(re.sub(r"^\s*(?:is|has)\s+", "", value))) is not None:
        desk.cell = head["cell"].upper()
        desk.add(Read(Target(desk.cell, "cell"), f"{desk.store} cell"))
        return Compared((Ref(f"{desk.store} cell"),), *than)
    if (
        plainly := re.fullmatch(r"([^「」\s]{1,12}?)(?:だったら|なら(?:ば)?|の場合|になって(?:い)?たら)", value)
    ) is not None:
        desk.cell = head["cell"].upper()
        desk.add(Read(Target(desk.cell, "cell"), f"{desk.store} cell"))
        empty = plainly[1] in ("空", "空欄", "空白")
        return Compared((Ref(f"{desk.store} cell"),), "empty" if empty else "equal", "" if empty else plainly[1])
    if (tail := _SAYS.fullmatch(rest)) is None:
        return None
    text = tail["en"] or tail["quoted"] or ""
    empty = bool(tail["empty"]) or re.fullmatch(r"(?:empty|blank)", text, re.I) is not None
    store = f"{desk.store} cell"
    desk.cell = head["cell"].upper()
    desk.add(Read(Target(head["cell"].upper(), "cell"), store))
    if (than := compared(text)) is not None:
        return Compared((Ref(store),), *than)
    return Compared((Ref(store),), "empty" if empty else "equal", "" if empty else unquoted(text))


def _of_value(desk: Desk, said: str) -> Compared | None:
    """“it is more than 100”, 「100行を超えていたら」: of what was read last."""
    latest = next(
        (desk.made[at].value for at in sorted(desk.made, reverse=True) if desk.made[at].kind == "value"), None
    )
    if latest is None:
        return None
    text = re.sub(
        r"^(?:it|that|this|there|the\s+\w+|they|(?:total|sum|result|count|number|average|answer)|結果|合計|それ|数)(?:'s|s)?\s*(?:is|are|has|have|comes?\s+to|が|は)?\s+",
        "",
        said,
        flags=re.I,
    )
    than = compared(text) or compared(said)
    return None if than is None else Compared(latest, *than)


_THERE = re.compile(
    r"there\s+are\s+(?P<than>(?:more|fewer|less)\s+than|at\s+least|at\s+most|over|under)\s+(?P<n>\w+)\s+(?P<what>.+?)(?:\s+in\s+(?P<where>.+))?",
    re.I,
)


def _counted(desk: Desk, said: str) -> Compared | None:
    """“there are more than 20 files in Inbox”: they are counted for it."""
    if (found := _THERE.fullmatch(said)) is None or (than := compared(f"{found['than']} {found['n']}")) is None:
        return None
    args = {"what": found["what"], **({"where": found["where"]} if found["where"] else {})}
    counting.count(desk, Act("count", args, desk.act.of))
    return Compared(desk.made[desk.now].value, *than)


_IT_SAYS = re.compile(
    r"(?:it|the\s+(?:screen|window|page|dialog\w*|message|wizard|program))\s+(?:says?|shows?|reads?|displays?)\s+(?P<text>.+)",
    re.I,
)


def _of_screen(desk: Desk, said: str, words: str) -> Shown:
    if (told := _IT_SAYS.fullmatch(said)) is not None and _literal(desk, told["text"]):
        return Shown(Target(unquoted(told["text"]), "text"))
    if _ASKS.fullmatch(said):
        return Shown(Target(kind="window"))
    for pattern, shown in ((_GONE, False), (_GONE_JA, False), (_SHOWS, True), (_SHOWS_JA, True)):
        if (found := pattern.fullmatch(said)) is None:
            continue
        what = re.sub(r"^(?:word|text|message)\s+", "", next((part for part in found.groups() if part), ""))
        if (
            compared(what) is not None
            or (_NOT.search(said) and shown)
            or is_it(what)
            or len(what.split()) > 6
            or len(what) > 40
        ):
            break
        if _WINDOW.fullmatch(what):
            return Shown(Target(kind="window"), shown)
        if (file := places.file(re.sub(r"^file\s+called\s+|\s+in\s+\w+$", "", what))) is not None:
            _listed(desk, what, file.folder)
            return Shown(Target(file.name, "file"), shown)
        if "に" in what and not re.search(r"[「『]", what):
            what = what.rpartition("に")[2] or what
        if not _literal(desk, what):
            break  # it is described: its words need not stand on the screen
        return Shown(target(bare(what)), shown)
    raise desk.fail("condition", words)


def _literal(desk: Desk, what: str) -> bool:
    """Whether the words themselves would stand on the screen: they are quoted, written like a name, or name a thing to
    click; what is said to be “shown” or 「と出たら」 is so, too."""
    said = unquoted(bare(what))
    if re.search(rf"[「『\"“'‘]{re.escape(said)}[」』\"”'’]", desk.wish) or re.search(r"[A-Z0-9]", said):
        return True
    if target(bare(what)).kind in (
        "button",
        "tab",
        "link",
        "menu",
        "menu item",
        "option",
        "checkbox",
        "field",
        "window",
        "file",
        "folder",
    ):
        return True
    return re.search(rf"{re.escape(what)}(?:って|と)(?:出|表示|なっ)", desk.wish) is not None


def _listed(desk: Desk, what: str, folder: str) -> None:
    """The folder of a file that may be there, so that it would show."""
    if desk.front == "file manager" or desk.front in desk.named:
        return
    said = re.search(r"\sin\s+(?:the\s+|my\s+)?(\w.*)$", what)
    where = folder or (places.folder(said[1]) if said is not None else "") or desk.folder or "shared"
    desk.add(OpenFile("", where))
    desk.at("file manager")
