"""What pressing a thing does: a button, a link, a box to tick; by its words, its kind, and what stands around it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from deskhand.guard.consequence import topics
from deskhand.guard.consequence.labels import LONGEST, Meaning, folded, meaning_of
from deskhand.guard.evidence import Evidence, Thing
from deskhand.guard.interface import Consequence

BROWSERS = re.compile(r"chromium|chrome|firefox|epiphany|midori|falkon|browser|edge|brave|opera", re.IGNORECASE)
_FIELDS = topics.FIELDS | {"document text", "terminal", "date editor", "document frame"}
_TICKS = frozenset({"check box", "radio button", "toggle button", "switch", "check menu item", "radio menu item"})
_PLACES = frozenset({"page tab", "menu", "tree item", "combo box", "scroll bar", "menu bar", "tab", "page tab list"})
_PASSIVE = frozenset(
    {
        "table cell", "list item", "icon", "heading", "paragraph", "static", "image", "canvas", "label", "document web",
        "frame", "panel", "section", "list", "table", "tree table", "article", "window", "dialog", "alert", "landmark",
        "row", "table row", "list box", "text leaf", "drawing area", "layered pane", "status bar", "title bar", "figure",
    }
)  # fmt: skip
_STRONG = re.compile(
    r"\b(?P<pay>buy|purchase|pay|order now|place order|checkout and|donate|bid)\b"
    r"|\b(?P<delete>delete|erase|discard|overwrite|wipe|permanently)\b"
    r"|\b(?P<send>send|publish|post|submit|tweet|apply now)\b"
    r"|\b(?P<install>install|uninstall)\b"
    r"|\b(?P<accept>accept|agree|consent)\b"
    r"|(?P<pay_ja>購入|支払|注文を|送金|振込|決済)|(?P<delete_ja>削除|消去|破棄|退会|解約)|(?P<send_ja>送信|投稿|公開する|応募)"
    r"|(?P<install_ja>インストール)|(?P<accept_ja>同意|承諾)"
)
_TERMS = re.compile(
    r"agree|accept|consent|terms|privacy|conditions|policy|contract|i am (over|at least)|certify|同意|規約|承諾|了承|プライバシー|誓約",
    re.IGNORECASE,
)
_OPENS_ONLY = re.compile(
    r"contact( us| support| seller)?|comment|reply|share|apply( now)?|subscribe|follow|register|join( .*)?|report.*|invite.*|"
    r"お?問い?合わせ.*|コメント|返信|シェア|共有|応募.*|登録|フォロー.*"
)
_WEAK_YES = re.compile(r"(next|continue|proceed|go ahead|let's go|get started|review.*|select|choose|ready)( .*)?|次へ?.*|進む|続ける|続行|確認画面.*|入力内容.*|確認する|始める|はじめる")  # fmt: skip
_CART = re.compile(r"\b(cart|basket|shopping bag)\b|カート|買い物かご", re.IGNORECASE)
_FIND = re.compile(r"\b(find|search for|replace with)\b|検索|置換", re.IGNORECASE)
_COOKIES = re.compile(r"cookie|クッキー|consent|tracking|terms|利用規約", re.IGNORECASE)
_CALCULATOR = re.compile(r"calc", re.IGNORECASE)
_FILE_MANAGER = re.compile(r"pcmanfm|nautilus|thunar|dolphin|nemo|caja|file", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Guess:
    """A consequence with its reasons, before it is put into a sentence."""

    consequence: Consequence
    confidence: float
    because: tuple[str, ...] = field(default=())
    words: str = ""
    """What exactly happens, after “this”, where it is known better than by the consequence."""

    def less(self, factor: float) -> Guess:
        return replace(self, confidence=round(self.confidence * factor, 3))


def press(thing: Thing, evidence: Evidence) -> Guess:
    """What pressing ``thing`` would do."""
    guess = _press(thing, evidence)
    return guess.less(0.95) if thing.known == "picture" else guess


def _press(thing: Thing, evidence: Evidence) -> Guess:
    role, label = thing.role, thing.label or thing.caption
    if _CALCULATOR.search(evidence.place.program):
        return Guess("edit", 0.95, ("a calculator",))
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
        return _nameless(thing, evidence)
    if meaning is None:
        return _unknown(thing, label, evidence)
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
        case "delete" if text in ("replace", "replace all", "置き換え", "置換") and _FIND.search(_around(evidence)):
            return Guess("edit", 0.85, (because, "in a window for finding and replacing"))
        case "delete" if text.startswith("remove") and _CART.search(_around(evidence)):
            return Guess("edit", 0.8, (because, "in a shopping cart"))
        case "sign_in" if not _has_secret_field(evidence) and (thing.role == "link" or not evidence.form):
            return Guess("navigate", 0.8, (because, "no field for a password is here yet"))
        case "send" if thing.role == "link" and _OPENS_ONLY.fullmatch(text):
            return Guess("navigate", 0.72, (because, "a link that opens a form"))
        case "send" if text in ("reply", "返信", "返信する", "comment", "コメント", "コメントする", "forward", "転送"):
            if not any(topics.is_message_field(f) or f.value for f in evidence.form if f.role in topics.FIELDS):
                return Guess("navigate", 0.75, (because, "nothing has been written yet"))
        case "send" if text == "submit" and "pay" in strongest and strongest["pay"].weight >= 0.75:
            return Guess("pay", 0.85, (because, strongest["pay"].because))
        case "pay" if thing.role == "link" and "pay" not in strongest:
            return replace(guess, confidence=0.75)
        case "save" if "settings" in strongest and text in ("save", "保存", "保存する", "save changes", "変更を保存"):
            return Guess("settings", 0.8, (because, strongest["settings"].because))
        case "save" | "edit" if re.fullmatch(r"create|作成(する)?", text) and _has_secret_field(evidence):
            return Guess("sign_in", 0.85, (because, "a field for a password is here"))
        case "settings" if text.startswith(("allow", "許可", "grant", "enable")) and _COOKIES.search(_around(evidence)):
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


def _says_no(text: str) -> bool:
    meaning = meaning_of(text)
    return meaning is not None and meaning.consequence == "navigate" and meaning.confidence > 0.9


# --- words that say yes to something --------------------------------------------------------------------------------


def _yes(thing: Thing, label: str, evidence: Evidence, because: str) -> Guess:
    text = folded(label)
    if evidence.dialog:
        asked = topics.of_dialog(evidence.dialog)
        if asked is not None:
            reasons = (because, f"the dialog says ‘{asked.because}’")
            return Guess(asked.consequence, asked.weight, reasons)
        if not _web(evidence):
            return Guess("navigate", 0.7, (because, "a dialog that only tells something"))
    about = topics.of_page(evidence)
    weak = _WEAK_YES.fullmatch(text) is not None
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
    if _web(evidence) and fields:
        return Guess("send", 0.7, (because, f"a form with {len(fields)} fields"))
    if evidence.texts or evidence.elements:
        return Guess("edit", 0.6 if not _web(evidence) else 0.45, (because, "nothing around it says to what"))
    return Guess("edit", 0.35, (because, "nothing is known of what it says yes to"))


# --- other things ---------------------------------------------------------------------------------------------------


def _tick(thing: Thing, evidence: Evidence) -> Guess:
    words = f"{thing.label} {thing.caption}".strip()
    if _TERMS.search(words) and "checked" not in thing.states:
        return Guess("accept", 0.9, (f"a box that says ‘{words[:60]}’",))
    about = {topic.consequence for topic in topics.of_page(evidence)}
    if "settings" in about and _web(evidence):
        return Guess("settings", 0.7, (f"‘{words[:60]}’ on a page of settings",))
    return Guess("edit", 0.85, (f"a {thing.role} ‘{words[:60]}’",))


def _passive(thing: Thing, meaning: Meaning | None, evidence: Evidence) -> Guess:
    """Texts, pictures, files: clicking them opens or selects, except where a page has made a button of them."""
    label = thing.label
    if meaning is not None and len(label) <= LONGEST and thing.role in ("static", "label", "heading", "paragraph", "image",
                                                                        "section", "panel", "text leaf"):  # fmt: skip
        serious = meaning.consequence not in ("observe", "navigate", "edit", "save") and meaning.confidence >= 0.9
        if meaning.kind == "plain" and serious and (_web(evidence) or evidence.dialog) and thing.role != "heading":
            return Guess(
                meaning.consequence, 0.7, (f"the words ‘{label}’", f"on a {thing.role}, which may be a button")
            )
    return Guess("navigate", 0.8, (f"a {thing.role}",))


def _nameless(thing: Thing, evidence: Evidence) -> Guess:
    if thing.is_button:
        return Guess("edit", 0.4, ("a button without a name",))
    if thing.role == "link":
        return Guess("navigate", 0.7, ("a link without a name",))
    return Guess("navigate", 0.6, ("nothing is written there",))


def _unknown(thing: Thing, label: str, evidence: Evidence) -> Guess:
    short = label if len(label) <= LONGEST else label[:LONGEST] + "…"
    because = f"the words ‘{short}’" + (f" on a {thing.role}" if thing.role else "")
    strong = _STRONG.search(folded(label)) if len(label) <= 2 * LONGEST else None
    if strong is not None and (thing.is_button or thing.role in ("", "link")):
        name = next(name for name, value in strong.groupdict().items() if value).partition("_ja")[0]
        confidence = 0.7 if thing.is_button else 0.55
        if thing.role == "link" or len(label) > LONGEST:
            return Guess("navigate", 0.7, (because, "a link"))
        return Guess(_AS[name], confidence, (because,))
    if thing.role == "link":
        return Guess("navigate", 0.88, (because,))
    if thing.role == "menu item":
        return Guess("edit", 0.7, (because,))
    if thing.is_button and _web(evidence):
        about = topics.of_page(evidence)
        if about and about[0].weight >= 0.8 and len(label) < 25:
            return Guess("edit", 0.45, (because, f"around it: ‘{about[0].because}’"))
        return Guess("edit", 0.55, (because,))
    if thing.is_button:
        return Guess("edit", 0.6, (because,))
    return Guess("navigate", 0.65, (because,))


_AS: dict[str, Consequence] = {
    "pay": "pay", "delete": "delete", "send": "send", "install": "install", "accept": "accept",
}  # fmt: skip


def _around(evidence: Evidence) -> str:
    return " ".join((evidence.place.window, evidence.dialog, *evidence.near[:15], *evidence.texts[:150]))


def _has_secret_field(evidence: Evidence) -> bool:
    return any(topics.is_secret_field(field) for field in evidence.form)


def _web(evidence: Evidence) -> bool:
    return bool(evidence.place.host) or BROWSERS.search(evidence.place.program) is not None


def in_file_manager(evidence: Evidence) -> bool:
    return _FILE_MANAGER.search(evidence.place.program) is not None and not _web(evidence)


is_web = _web
