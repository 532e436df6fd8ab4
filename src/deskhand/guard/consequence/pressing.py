"""What pressing a thing does: a button, a link, a box to tick; by its words, its kind, and what stands around it."""

from __future__ import annotations

import re
from dataclasses import replace

from deskhand.guard.consequence import topics, words
from deskhand.guard.consequence.guess import Guess, around, has_secret_field, in_file_manager, is_web
from deskhand.guard.consequence.labels import LONGEST, Meaning, folded, meaning_of
from deskhand.guard.consequence.unknown import nameless, unknown
from deskhand.guard.evidence import Evidence, Thing

_FIELDS = topics.FIELDS | {"document text", "terminal", "date editor", "document frame"}
_TICKS = frozenset({"check box", "radio button", "toggle button", "switch", "check menu item", "radio menu item"})
_PLACES = frozenset({"page tab", "menu", "tree item", "combo box", "scroll bar", "menu bar", "tab", "page tab list"})
_PASSIVE = frozenset(
    {
        "table cell", "list item", "icon", "heading", "paragraph", "static", "image", "canvas", "label", "document web",
        "frame", "panel", "section", "list", "table", "tree table", "article", "window", "dialog", "alert", "landmark",
        "row", "table row", "list box", "text leaf", "drawing area", "layered pane", "status bar", "title bar",
        "figure",
    }
)  # fmt: skip
_MAYBE_BUTTONS = frozenset({"static", "label", "paragraph", "image", "section", "panel", "text leaf"})
"""What a page can make a button of without saying so."""
_CALCULATOR = re.compile(r"calc", re.IGNORECASE)


def press(thing: Thing, evidence: Evidence) -> Guess:
    """What pressing ``thing`` would do."""
    guess = _press(thing, evidence)
    return guess.less(0.95) if thing.known == "picture" else guess


def _press(thing: Thing, evidence: Evidence) -> Guess:
    role, label = thing.role, thing.label or thing.caption
    if _CALCULATOR.search(evidence.place.program):
        return Guess("edit", 0.95, ("a calculator",))
    if evidence.chrome and role not in _FIELDS:
        return _of_browser(label, evidence)
    if role in _FIELDS:
        return Guess("navigate", 0.93, (f"a field ({role})",), "puts the caret there")
    if role in _TICKS and role != "toggle button":
        return _tick(thing, evidence)
    if role in _PLACES:
        return Guess("navigate", 0.9, (f"a {role}",))
    if role == "slider":
        return Guess("edit", 0.8, ("a slider",))
    meaning = meaning_of(label)
    if role in _PASSIVE:
        return _passive(thing, meaning, evidence)
    if not label:
        return nameless(thing, evidence)
    if meaning is None:
        return unknown(thing, label, evidence)
    because = f"the words ‘{label}’" + (f" on a {role}" if role else "")
    if meaning.kind == "yes":
        return _yes(thing, label, evidence, because)
    return _plain(thing, label, meaning, evidence, because)


# --- words that say it themselves -----------------------------------------------------------------------------------


def _plain(thing: Thing, label: str, meaning: Meaning, evidence: Evidence, because: str) -> Guess:
    consequence, confidence, text = meaning.consequence, meaning.confidence, folded(label)
    about = topics.of_page(evidence)
    strongest = {topic.consequence: topic for topic in about}
    guess = Guess(consequence, confidence, (because,))
    if label.rstrip().endswith(("…", "...")) and consequence not in ("navigate", "observe", "edit"):
        return Guess("navigate", 0.8, (because, "its dots say that a question follows"))
    match consequence:
        case "delete" if text in ("replace", "replace all", "置き換え", "置換") and words.around("find").search(
            around(evidence)
        ):
            return Guess("edit", 0.85, (because, "in a window for finding and replacing"))
        case "delete" if thing.role == "link" and text in ("trash", "bin", "deleted", "ゴミ箱", "discard", "leave"):
            return Guess("navigate", 0.8, (because, "a link to a folder"))
        case "delete" if _to_trash(text, evidence):
            return Guess(
                "edit", 0.75, (because, "from the wastebasket it can be got back"), "moves it to the wastebasket"
            )
        case "settings" if text in ("apply", "適用", "適用する") and is_web(evidence):
            near = " ".join(evidence.near[:6])
            if words.around("reduced").search(near):
                return Guess("edit", 0.8, (because, f"around it: ‘{near[:60]}’"))
            if re.search(r"job|career|position|salary|vacanc|求人|採用", around(evidence), re.IGNORECASE):
                return Guess("send", 0.8, (because, "on a page about jobs"))
        case "send" if text in ("print", "印刷", "印刷する") and not words.around("printing").search(around(evidence)):
            return Guess("navigate", 0.75, (because, "a dialog for printing follows"))
        case "navigate" if text in ("decline", "maybe", "no", "辞退", "欠席") and words.around("invited").search(
            " ".join(evidence.near[:10])
        ):
            return Guess("send", 0.75, (because, "an answer to an invitation"))
        case "delete" if text.startswith("remove") and words.around("cart").search(around(evidence)):
            return Guess("edit", 0.8, (because, "in a shopping cart"))
        case "sign_in" if thing.role == "link" and words.around("sign_up").fullmatch(text):
            return Guess("navigate", 0.78, (because, "a link that leads to a form"))
        case "sign_in" if not has_secret_field(evidence) and (thing.role == "link" or not evidence.form):
            return Guess("navigate", 0.8, (because, "no field for a password is here yet"))
        case "settings" if "address" in text and text.startswith(("change", "edit")) and "pay" in strongest:
            return Guess("navigate", 0.75, (because, "a step back in an order"))
        case "navigate" if text in ("block", "ブロック") and is_web(evidence) and not evidence.dialog:
            return Guess("settings", 0.7, (because, "on a page, and no answer to a question"))
        case "settings" if thing.role == "link":
            return Guess("navigate", 0.72, (because, "a link that leads to a form"))
        case "navigate" if (
            text in ("stop", "停止", "中止") and strongest.keys() & {"pay", "settings"} and is_web(evidence)
        ):
            return Guess("settings", 0.7, (because, f"around it: ‘{about[0].because}’"))
        case "send" if thing.role == "link" and words.around("opens").fullmatch(text):
            return Guess("navigate", 0.72, (because, "a link that opens a form"))
        case "send" if text in (
            "reply",
            "reply all",
            "reply to all",
            "全員に返信",
            "返信",
            "返信する",
            "comment",
            "コメント",
            "コメントする",
            "forward",
            "転送",
        ):
            if not any(topics.is_message_field(f) or f.value for f in evidence.form if f.role in topics.FIELDS):
                return Guess("navigate", 0.75, (because, "nothing has been written yet"))
        case "send" if text == "submit" and "pay" in strongest and strongest["pay"].weight >= 0.75:
            return Guess("pay", 0.85, (because, strongest["pay"].because))
        case "pay" if thing.role == "link" and "pay" not in strongest:
            return replace(guess, confidence=0.75)
        case "save" if "settings" in strongest and text in ("save", "保存", "保存する", "save changes", "変更を保存"):
            return Guess("settings", 0.8, (because, strongest["settings"].because))
        case "save" | "edit" if re.fullmatch(r"create|作成(する)?", text) and has_secret_field(evidence):
            return Guess("sign_in", 0.85, (because, "a field for a password is here"))
        case "settings" if text.startswith(("allow", "許可", "grant", "enable")) and words.around("cookies").search(
            around(evidence)
        ):
            return Guess("accept", 0.9, (because, "the question is about consent"))
        case "install" if text in ("更新", "実行") and thing.role == "link":
            return Guess("navigate", 0.6, (because,))
        case "navigate" | "edit" if evidence.dialog:
            # A dialog's own danger outranks a mild word on it, unless the word says no.
            if consequence == "navigate" and _says_no(text):
                return guess
        case _:
            pass
    return guess


def _of_browser(label: str, evidence: Evidence) -> Guess:
    """A button of the browser itself: it goes about, but for questions about permissions and what is kept."""
    because = f"‘{label}’ of the browser itself"
    meaning = meaning_of(label)
    if evidence.dialog and meaning is not None and meaning.kind == "yes":
        asked = topics.of_dialog(evidence.dialog)
        if asked is not None:
            return Guess(asked.consequence, 0.85, (because, f"the question says ‘{asked.because}’"))
    if meaning is not None and meaning.consequence in ("settings", "delete", "install", "accept", "sign_in"):
        return Guess(meaning.consequence, meaning.confidence, (because,))
    if (meaning is not None and meaning.consequence == "save") or "bookmark" in label.casefold():
        return Guess("save", 0.85, (because,))
    return Guess("navigate", 0.88, (because,))


def _says_no(text: str) -> bool:
    meaning = meaning_of(text)
    return meaning is not None and meaning.consequence == "navigate" and meaning.confidence > 0.9


# --- words that say yes to something --------------------------------------------------------------------------------


def _yes(thing: Thing, label: str, evidence: Evidence, because: str) -> Guess:
    text = folded(label)
    if evidence.dialog:
        asked = topics.of_dialog(evidence.dialog)
        if asked is not None and asked.consequence == "delete" and _to_trash("", evidence):
            words_ = "moves it to the wastebasket"
            return Guess("edit", 0.75, (because, "from the wastebasket it can be got back"), words_)
        if asked is not None:
            reasons = (because, f"the dialog says ‘{asked.because}’")
            return Guess(asked.consequence, asked.weight, reasons)
        if not is_web(evidence):
            return Guess("navigate", 0.7, (because, "a dialog that only tells something"))
    about = topics.of_page(evidence)
    weak = words.around("step").fullmatch(text) is not None
    if about:
        first = about[0]
        reasons = (because, f"around it: ‘{first.because}’")
        if weak and first.consequence == "pay" and not any(topics.is_card_field(f) for f in evidence.form):
            return Guess("navigate", 0.6, (*reasons, "a step before the last"))
        if weak and first.consequence == "send":
            return Guess("navigate", 0.6, (*reasons, "a step before the last"))
        if first.weight >= 0.6 or not weak:
            return Guess(first.consequence, min(0.92, first.weight + 0.1), reasons)
    if weak:
        return Guess("navigate", 0.75, (because, "nothing around it says that it is the last step"))
    if any(topics.is_search_field(field) for field in evidence.form) and text in (
        "submit",
        "enter",
        "go",
        "実行",
        "ok",
    ):
        return Guess("navigate", 0.8, (because, "a search"))
    fields = [field for field in evidence.form if field.role in topics.FIELDS]
    if is_web(evidence) and fields:
        return Guess("send", 0.7, (because, f"a form with {len(fields)} fields"))
    if evidence.texts or evidence.elements:
        return Guess("edit", 0.6 if not is_web(evidence) else 0.45, (because, "nothing around it says to what"))
    return Guess("edit", 0.35, (because, "nothing is known of what it says yes to"))


# --- other things ---------------------------------------------------------------------------------------------------


def _tick(thing: Thing, evidence: Evidence) -> Guess:
    told = f"{thing.label} {thing.caption}".strip()
    if words.around("terms").search(told) and "checked" not in thing.states:
        return Guess("accept", 0.9, (f"a box that says ‘{told[:60]}’",))
    about = {topic.consequence for topic in topics.of_page(evidence)}
    if ("settings" in about or words.around("grants").search(told)) and is_web(evidence):
        return Guess("settings", 0.7, (f"‘{told[:60]}’ on a page of settings",))
    return Guess("edit", 0.85, (f"a {thing.role} ‘{told[:60]}’",))


def _passive(thing: Thing, meaning: Meaning | None, evidence: Evidence) -> Guess:
    """Texts, pictures, files: clicking them opens or selects, except where a page has made a button of them."""
    label = thing.label
    if meaning is not None and len(label) <= LONGEST and thing.role in _MAYBE_BUTTONS:
        serious = meaning.consequence not in ("observe", "navigate", "edit", "save") and meaning.confidence >= 0.9
        if meaning.kind == "plain" and serious and (is_web(evidence) or evidence.dialog):
            return Guess(
                meaning.consequence, 0.7, (f"the words ‘{label}’", f"on a {thing.role}, which may be a button")
            )
    return Guess("navigate", 0.8, (f"a {thing.role}",))


def chosen(thing: Thing, evidence: Evidence) -> Guess:
    """Another choice in a list that is unfolded or not: arrow keys and letters change it."""
    told = f"{thing.label} {thing.caption} {thing.value}"
    if is_web(evidence) and (
        words.around("grants").search(told) or words.around("grants").search(" ".join(evidence.near[:4]))
    ):
        return Guess("settings", 0.75, (f"the choice ‘{told.strip()[:60]}’",), "changes who may do what")
    return Guess("edit", 0.85, ("another choice in a list",))


def _to_trash(text: str, evidence: Evidence) -> bool:
    """Whether this only moves files into a wastebasket, and does not empty it."""
    whole = f"{text} {evidence.dialog}".lower()
    if not (in_file_manager(evidence) or evidence.dialog):
        return False
    return bool(words.around("trashed").search(whole)) and not words.around("gone").search(whole)
