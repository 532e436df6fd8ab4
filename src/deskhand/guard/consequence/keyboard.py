"""What keys and typed text do: Return presses something, a line in a terminal is run, a password is handed over."""

from __future__ import annotations

import re
from dataclasses import replace

from deskhand.guard.consequence import handing, talking, terminal, topics
from deskhand.guard.consequence.guess import Guess, in_file_manager, is_web
from deskhand.guard.consequence.pressing import chosen, press
from deskhand.guard.consequence.sentences import Deed
from deskhand.guard.consequence.weighing import MILD
from deskhand.guard.evidence import Evidence, Thing
from deskhand.guard.shell.effects import SEVERITY
from deskhand.tools.words import shorten

_RETURN = frozenset({"return", "kp_enter", "enter"})
_SPACE = frozenset({"space"})
_GOING = frozenset(
    "up down left right home end page_up page_down prior next tab iso_left_tab escape f1 f5 f11 f10 menu".split()  # noqa: SIM905
)
_CHORDS: dict[str, Guess] = {
    "ctrl+s": Guess("save", 0.9, words="saves"),
    "ctrl+shift+s": Guess("navigate", 0.85, words="asks under which name to save"),
    "ctrl+c": Guess("edit", 0.95, words="copies"),
    "ctrl+x": Guess("edit", 0.92, words="cuts"),
    "ctrl+v": Guess("edit", 0.88, words="pastes"),
    "ctrl+z": Guess("edit", 0.95, words="undoes"),
    "ctrl+y": Guess("edit", 0.95, words="does again"),
    "ctrl+a": Guess("edit", 0.97, words="selects everything"),
    "ctrl+p": Guess("navigate", 0.85, words="opens the dialog for printing"),
    "ctrl+q": Guess("navigate", 0.8, words="ends the program"),
    "alt+f4": Guess("navigate", 0.8, words="closes the window"),
    "ctrl+w": Guess("navigate", 0.82, words="closes the tab or window"),
    "shift+delete": Guess("delete", 0.8, words="deletes for good, or cuts text"),
    "ctrl+shift+delete": Guess("navigate", 0.8, words="asks what of the history to delete"),
    "ctrl+alt+delete": Guess("settings", 0.7, words="asks whether to end the session"),
    "ctrl+alt+backspace": Guess("settings", 0.8, words="ends the session"),
}
_MESSAGES = re.compile(
    r"slack|discord|telegram|signal|whatsapp|messenger|teams|chat|irc|element|skype|line\b|チャット|トーク",
    re.IGNORECASE,
)
_CHATS = re.compile(
    r"([Ss]end a )?[Mm]essage (to |in )?[#@A-Z].*|[Rr]eply to [#@A-Z].*"
    r"|.{1,20}(へ|に|への)(メッセージ|返信|発言)(を(送信|送る|書く))?"
)
"""Fields called so belong to a chat, whatever its page is called."""
_ONE_LINE = 60
"""Dots that a field for one or two lines is high."""
_TO_SOMEBODY = re.compile(
    r"message|reply|chat|say |write to |comment|\btext to\b|メッセージ|返信|チャット|ひとこと|一言|発言"
    r"|に話す|に話しかけ|に書き込",
    re.IGNORECASE,
)
"""What a program calls the line that one writes to others in; a description or a note is for oneself."""
_CHAT_LINE = re.compile(
    r"(live |group |meeting )?chat|say( (something|to) ?.*)?|(write|talk|text|chat|shout) (to|in|with) .*"
    r"|チャット|発言|ひとこと|.{0,12}(に|へ)(書き込む|話す|発言(する)?|投稿(する)?)",
    re.IGNORECASE,
)
"""A field that is called by this alone."""
_SENDS = re.compile(r"\W*(send|post|say|chat)\W*|\W*(送信|送る|発言|投稿|書き込む)(する)?\W*", re.IGNORECASE)
_MAIL = re.compile(r"mail|compose|thunderbird|gmail|outlook|new message|宛先|メール|メッセージの作成", re.IGNORECASE)
_NAME_BOX = re.compile(r"\b(name box|cells?|ranges?|go to)\b|名前ボックス|セル|範囲", re.IGNORECASE)
_CELLS = re.compile(r"\$?[A-Za-z]{1,3}\$?\d{1,7}(:\$?[A-Za-z]{1,3}\$?\d{1,7})?")
"""What the box beside a table's line for formulas takes: D2, or D2:D31."""
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,}")
_CARD_TEXT = re.compile(r"(?<!\d)(?:\d[ -]?){13,19}(?!\d)")
_SUM = re.compile(r"\b(amount|sum to|how much)\b|[$€£]|金額|いくら", re.IGNORECASE)
_CONFIRMS = re.compile(r"confirm|type|enter|delet|remov|eras|clos|確認|入力|削除|消|解約|退会", re.IGNORECASE)
_ENTRY = re.compile(
    r"\W*(new|add|another|quick)( an?| another| new)? (note|item|task|card|to-?do|line|entry|row|step|tag)s?\W*"
    r"|(新しい|もう一つ)?(メモ|やること|項目|タスク|品物|予定)(の追加|を?(追加|足す|ふやす))",
    re.IGNORECASE,
)
"""What a field of a list of one's own is called: Return puts a line into it, and sends nothing."""
_SQL = re.compile(r"sql|database|\bdb\b|quer(y|ies)|データベース|表データ", re.IGNORECASE)
_WRITES = re.compile(
    r"\b(drop|truncate|alter)\s+(table|database|view|index|schema|column)\b|\bdelete\s+from\b|\bupdate\s+\S+\s+set\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+")
_SHARED = re.compile(r"shar(e|ing)|invit|collaborat|共有|招待", re.IGNORECASE)
_LABELLED = re.compile(
    r"\W*(add |new |enter |type |your )*(an? |new |another |some )?"
    r"(hash)?(tag|label|keyword|skill|guest)s?\W*( here)?\W*(\(.*)?"
    r"|(ハッシュ)?(タグ|ラベル|キーワード)(の追加|を?(追加|入力).*)?|ゲスト(の追加|を?追加)",
    re.IGNORECASE,
)
"""A field that takes one word after the other: Return puts it down, and the form is sent later."""
_ADDRESS_BAR = re.compile(
    r"address and search bar|address bar|url bar|location|アドレス(検索)?バー|search with|go to a website",
    re.IGNORECASE,
)
_URL = re.compile(r"^(?:https?://)?([a-z0-9-]+(?:\.[a-z0-9-]+)+|localhost)(?::\d+)?(?:/\S*)?$", re.IGNORECASE)


def keys_pressed(keys: str, repeat: int, evidence: Evidence) -> tuple[Guess, Deed]:
    times = "" if repeat == 1 else f" {repeat} times"
    deed = Deed(f"Press {keys}{times}", f"{keys}キーを押す{f'（{repeat}回）' if repeat > 1 else ''}")
    guesses: list[tuple[Guess, Deed]] = [_one_key(word, evidence, deed) for word in keys.split()] or [
        _one_key("space", evidence, deed)
    ]
    return max(guesses, key=lambda pair: _weight(pair[0]))


def _weight(guess: Guess) -> float:
    return SEVERITY[guess.consequence] if guess.confidence >= 0.5 else 3.5


def _one_key(word: str, evidence: Evidence, deed: Deed) -> tuple[Guess, Deed]:
    *modifiers, key = word.lower().replace("control", "ctrl").split("+") if word != "+" else ["plus"]
    chord = "+".join((*sorted(modifiers), key))
    if key in _RETURN:
        return _return(frozenset(modifiers), evidence, deed)
    if modifiers in ([], ["shift"]):
        if key in _SPACE:
            return _space(evidence, deed)
        if key in ("delete", "kp_delete"):
            return _delete(evidence, bool(modifiers)), deed
        if key in ("up", "down", "home", "end") and evidence.target.role in ("combo box", "list box", "spin button"):
            return chosen(evidence.target, evidence), deed
        if key in _GOING:
            return Guess("navigate", 0.93, words="goes elsewhere or closes a menu"), deed
        if key == "backspace":
            return Guess("edit", 0.92, words="deletes a letter"), deed
        if len(key) == 1 or (key.startswith("f") and key[1:].isdigit()):
            if len(key) == 1 and terminal.has_keys(evidence) and talking.has_terminal(evidence):
                return talking.answered(evidence.typed + key, evidence)
            return _letter(key, evidence), deed
    if terminal.has_keys(evidence) and chord in ("ctrl+d", "ctrl+c", "ctrl+z", "ctrl+l", "ctrl+u", "ctrl+r"):
        return Guess("edit", 0.85, words="speaks to the terminal"), deed
    if terminal.has_keys(evidence) and chord in ("ctrl+v", "ctrl+shift+v", "shift+insert"):
        return Guess("edit", 0.45, ("what the clipboard holds may be a command",), "pastes into a terminal"), deed
    known = _CHORDS.get(chord) or _CHORDS.get(word.lower())
    if known is not None:
        return known, deed
    if set(modifiers) & {"ctrl", "alt", "super", "shift"}:
        return Guess("navigate", 0.75, words="is a shortcut"), deed
    return Guess("edit", 0.8), deed


def _return(modifiers: frozenset[str], evidence: Evidence, deed: Deed) -> tuple[Guess, Deed]:
    if terminal.has_keys(evidence):
        return terminal.runs(evidence.line or evidence.typed, evidence, deed)
    focus = evidence.target
    page = f"{evidence.place.window} {focus.label} {focus.caption}"
    if _SQL.search(f"{page} {evidence.place.program}") and _WRITES.search(evidence.typed or focus.value):
        return Guess("delete", 0.75, ("a statement that changes a database",)), deed
    if modifiers & {"ctrl", "super"}:
        if _MAIL.search(page) or _MESSAGES.search(page) or topics.is_message_field(focus):
            return Guess("send", 0.88, ("ctrl+Return sends in a message",)), deed
        return Guess("send", 0.6, ("ctrl+Return often sends",)) if is_web(evidence) else Guess("edit", 0.7), deed
    if "shift" in modifiers:
        return Guess("edit", 0.85, words="begins a new line"), deed
    if "alt" in modifiers:
        return Guess("navigate", 0.8), deed
    if _ADDRESS_BAR.search(f"{focus.label} {focus.caption}"):
        return _goes(focus.value or evidence.typed, evidence), deed
    pressed = evidence.presses
    if _NAME_BOX.search(f"{focus.label} {focus.caption}") and _CELLS.fullmatch(focus.value or evidence.typed):
        return Guess("navigate", 0.85, ("a place in a table",), "goes to a cell"), deed
    if topics.is_search_field(focus) and focus.role in topics.FIELDS:
        return Guess("navigate", 0.88, ("a field for searching",), "searches"), deed
    if focus.role in topics.FIELDS and any(_LABELLED.fullmatch(name) for name in (focus.label, focus.caption) if name):
        return Guess("edit", 0.75, (f"a field for one word after the other (‘{focus.label or focus.caption}’)",)), deed
    entry = _ENTRY.fullmatch(focus.label or focus.caption) is not None
    if (
        is_web(evidence)
        and not entry
        and topics.is_message_field(focus)
        and focus.role in topics.FIELDS - {"text area"}
    ):
        return Guess("send", 0.85, (f"a field for messages (‘{focus.label or focus.caption}’)",)), deed
    if pressed.label or pressed.role:
        inner = press(pressed, evidence)
        if topics.is_secret_field(focus) and (focus.value or evidence.typed) and inner.consequence in MILD:
            # Whatever the button is called, a password goes with it: ‘Open my mailbox’.
            return Guess("sign_in", 0.85, ("a field for a password",), "hands over a secret"), deed
        if (
            inner.consequence == "delete"
            and is_web(evidence)
            and not _CONFIRMS.search(f"{focus.label} {focus.caption}")
        ):
            # Return in a field hardly presses what deletes: that only stands behind the field, as behind a cell.
            return _return_on_page(focus, evidence), deed
        told = Deed(f"{deed.en}, which presses {{0}},", f"{deed.ja}（{{0}}を押す）", pressed.label or pressed.role)
        return inner.less(0.97), told if inner.consequence not in ("navigate", "edit", "observe") else deed
    if evidence.typed and handing.beside_secret(focus, evidence):
        return Guess("sign_in", 0.6, ("a field for a password stands here, and none has the keyboard",)), deed
    if not is_web(evidence) and focus.role in topics.FIELDS and "multi line" not in focus.states and focus.value:
        if _ADDRESS.fullmatch(focus.value.strip()) and _SHARED.search(_page(evidence)):
            return Guess("send", 0.7, (f"an address on ‘{evidence.place.window}’",)), deed
        if any(topic.consequence == "settings" for topic in topics.of_page(evidence)):
            return Guess("settings", 0.65, (f"a field of settings (‘{focus.label or focus.caption}’)",)), deed
    if _sends_line(focus, evidence):
        return Guess("send", 0.7, (f"a chat's field of one line (‘{focus.label or focus.caption}’)",)), deed
    if focus.role in ("document text", "text area") or (focus.role == "text" and not is_web(evidence)):
        return Guess("edit", 0.9, words="begins a new line"), deed
    if is_web(evidence) and focus.role in topics.FIELDS:
        return _return_on_page(focus, evidence), deed
    if in_file_manager(evidence):
        return Guess("navigate", 0.75, words="opens what is selected"), deed
    if focus.known == "nothing":
        return Guess(
            "edit", 0.5 if evidence.dialog or is_web(evidence) else 0.6, ("it is not known what has the keyboard",)
        ), deed
    if topics.is_secret_field(focus):
        return Guess("sign_in", 0.85, ("a field for a password",), "hands over a secret"), deed
    return Guess("edit", 0.7), deed


def _sends_line(focus: Thing, evidence: Evidence) -> bool:
    """Whether Return sends what stands in an area for text: as flat as one line, on a page for chatting, or in a
    program, whose field for a message has several lines where it is for a letter."""
    web = is_web(evidence)
    if (
        not web
        and focus.role in ("text", "entry")
        and "multi line" not in focus.states
        and _sender_behind(focus, evidence)
    ):
        return True
    flat = focus.role == ("text area" if web else "text") and focus.box is not None and focus.box.height <= _ONE_LINE
    if not flat or (not web and "multi line" in focus.states):
        return False
    if not topics.is_message_field(focus) and (web or _CHAT_LINE.fullmatch(_told(focus).strip()) is None):
        return False
    if web and _CHATS.fullmatch(focus.label or focus.caption):
        return True
    return _MESSAGES.search(_page(evidence)) is not None if web else _TO_SOMEBODY.search(_told(focus)) is not None


def _sender_behind(focus: Thing, evidence: Evidence) -> bool:
    """Whether the first button with a name behind a line, but for those that put something into it, sends it."""
    after = False
    for other in evidence.form:
        if after and (other.role in topics.FIELDS or (other.is_button and _SENDS.fullmatch(other.label))):
            return other.is_button
        after = after or (other.box == focus.box and other.role == focus.role)
    return False


def _told(focus: Thing) -> str:
    return f"{focus.label} {focus.caption}"


def _page(evidence: Evidence) -> str:
    return f"{evidence.place.window} {evidence.place.host}"


def _return_on_page(focus: Thing, evidence: Evidence) -> Guess:
    """Return in a field whose form has no button that is known."""
    if topics.is_search_field(focus):
        return Guess("navigate", 0.88, ("a field for searching",), "searches")
    if topics.is_secret_field(focus):
        return Guess("sign_in", 0.9, ("a field for a password",))
    if _ENTRY.fullmatch(focus.label or focus.caption) and not _MESSAGES.search(evidence.place.window):
        return Guess("edit", 0.65, (f"a list of one's own (‘{focus.label or focus.caption}’)",), "adds a line")
    if topics.is_message_field(focus) or _MESSAGES.search(evidence.place.window):
        return Guess("send", 0.8, (f"a field for messages (‘{focus.label or focus.caption}’)",))
    if _SUM.search(f"{focus.label} {focus.caption}") and any(
        topic.consequence == "pay" for topic in topics.of_page(evidence)
    ):
        return Guess("pay", 0.6, (f"a sum (‘{focus.label or focus.caption}’) on a page about money",))
    if (focus.value or evidence.typed).strip().isdigit() and not topics.is_personal(focus):
        return Guess("navigate", 0.6, ("a number, and no button is near",), "takes the number in")
    about = topics.of_page(evidence)
    if about and about[0].consequence not in ("navigate", "edit"):
        return Guess(about[0].consequence, max(0.5, about[0].weight - 0.1), (f"around it: ‘{about[0].because}’",))
    return Guess("send", 0.55, ("Return in a field sends its form",))


def _space(evidence: Evidence, deed: Deed) -> tuple[Guess, Deed]:
    focus = evidence.target
    if focus.is_button or focus.role in ("check box", "radio button", "link", "switch"):
        told = Deed(f"{deed.en}, which presses {{0}},", f"{deed.ja}（{{0}}を押す）", focus.label or focus.role)
        return press(focus, evidence).less(0.97), told
    return Guess("edit", 0.85, words="types a space or scrolls"), deed


def _delete(evidence: Evidence, shift: bool) -> Guess:
    focus = evidence.target
    if is_web(evidence) and focus.role == "section" and "editable" not in focus.states:
        return Guess("delete", 0.6, ("a row of a page has the keyboard",))
    if focus.role in topics.FIELDS or focus.role in ("document text", "terminal", "text area"):
        return Guess("edit", 0.9 if not shift else 0.7, (f"in a {focus.role}",), "deletes text")
    if in_file_manager(evidence):
        because = (f"in the file manager ({evidence.place.program})",)
        if not shift:
            return Guess("edit", 0.75, because, "moves the selected files to the wastebasket, or asks whether to")
        return Guess("delete", 0.9, because, "deletes the selected files for good")
    if _MAIL.search(f"{evidence.place.program} {evidence.place.window}"):
        return Guess("delete", 0.8, ("in a mail program",), "deletes the selected message")
    if focus.role in ("table cell", "list item", "icon", "tree item") or (shift and focus.role == "cell"):
        return Guess("delete", 0.7, (f"a {focus.role} has the keyboard",))
    if is_web(evidence):
        return Guess("edit", 0.6)
    if shift and focus.role not in ("", "section", "panel"):
        return Guess("delete", 0.65, (f"a {focus.role} has the keyboard",), "deletes for good")
    return Guess("edit", 0.6 if shift else 0.75)


def _letter(key: str, evidence: Evidence) -> Guess:
    """A single letter: text in a field, a shortcut on a page or in a dialog (``y`` to a question)."""
    if key.startswith("f") and len(key) > 1:
        return Guess("navigate", 0.75, words="is a shortcut")
    return Guess("edit", 0.85, words="types a letter, or is a shortcut")


def text_typed(text: str, evidence: Evidence) -> tuple[Guess, Deed]:
    focus = evidence.target
    field = focus.label or focus.caption
    shown = "a secret" if topics.is_secret_field(focus) else f"“{shorten(text, 60)}”"
    deed = Deed(
        f"Type {shown}" + (" into {0}" if field else ""), f"{shown}を入力" + ("（{0}）" if field else ""), field
    )
    if terminal.has_keys(evidence):
        return terminal.typed(text, evidence, deed)
    body = text.rstrip("\r\n")
    sends = not is_web(evidence) and _sends_line(focus, evidence)
    if body != text and (sends or not _takes_lines(focus, evidence)):
        after = _return(frozenset(), _with_typed(evidence, body), deed)
        if after[0].consequence not in ("edit", "observe"):
            return after[0], Deed(f"{deed.en} and press Return", f"{deed.ja}してReturn", field)
    if topics.is_secret_field(focus) and body:
        return Guess("sign_in", 0.92, (f"the field ‘{field or focus.role}’",), "enters a secret"), deed
    if body and (handed := handing.secret(body, evidence)) is not None:
        return handed, deed
    if topics.is_card_field(focus) or (
        not _IBAN.search(body) and any(_luhn(hit.group()) for hit in _CARD_TEXT.finditer(body))
    ):
        return Guess("sign_in", 0.85, ("a number of a card or an account",), "enters details of payment"), deed
    if _ADDRESS_BAR.search(f"{focus.label} {focus.caption}"):
        return Guess("navigate", 0.9, words="types an address"), deed
    return Guess("edit", 0.93, (f"the field ‘{field}’",) if field else (), "types text"), deed


def _with_typed(evidence: Evidence, text: str) -> Evidence:
    return replace(evidence, typed=evidence.typed + text, target=replace(evidence.target, value=evidence.typed + text))


def _takes_lines(focus: Thing, evidence: Evidence) -> bool:
    if focus.role in ("document text", "text area", "paragraph"):
        return True
    return focus.role in ("text", "") and not is_web(evidence) and not evidence.dialog


def _goes(address: str, evidence: Evidence) -> Guess:
    """Return in the address bar."""
    match = _URL.match(address.strip())
    if match is None:
        if address.startswith(("file:", "about:", "chrome:")):
            return Guess("navigate", 0.93, words=f"goes to {shorten(address, 60)}")
        return Guess("navigate", 0.75, words="searches for it, or goes there")
    host = match.group(1).lower()
    if evidence.reach is None or not evidence.reach or host == evidence.place.host or _local(host):
        return Guess("navigate", 0.85, (f"the address {host}",), f"goes to {host}")
    covered = any(r == "*" or host == r or (r.startswith("*.") and host.endswith(r[1:])) for r in evidence.reach)
    if covered:
        return Guess("navigate", 0.9, (f"{host} may be reached",), f"goes to {host}")
    return Guess("leave", 0.8, (f"{host} is new",), f"goes to {host}, which is new")


def _local(host: str) -> bool:
    return host == "localhost" or host.endswith(".localhost") or host.startswith("127.")


def _luhn(text: str) -> bool:
    digits = [int(c) for c in text if c.isdigit()]
    if not 13 <= len(digits) <= 19 or len(set(digits)) < 2:
        return False
    doubled = [d if i % 2 == 0 else (d * 2 - 9 if d > 4 else d * 2) for i, d in enumerate(reversed(digits))]
    return sum(doubled) % 10 == 0
