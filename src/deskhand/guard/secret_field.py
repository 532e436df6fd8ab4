"""Where the keyboard points, and whether a secret belongs there.

Asked of the accessibility tree, at the last moment: the page's address is what the browser says of the frame that
holds the field, not what stands in the address bar (a model can type there) nor the window's title (a page can choose
it).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from deskhand.desktop.interface import Element, Window
from deskhand.guard.vault import Secret

_PASSWORD = "password text"
_FIELDS = frozenset({_PASSWORD, "entry", "text", "combo box", "spin button", "editable combo box", "search box"})

_KINDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("password passwd pw pass passphrase kennwort", ("password", "passphrase", "パスワード", "パスフレーズ")),
    ("pin passcode", ("pin", "passcode", "暗証番号", "パスコード")),
    ("otp code totp 2fa", ("code", "otp", "one-time", "verification", "認証コード", "確認コード", "ワンタイム")),
    ("token key apikey api", ("token", "key", "トークン", "キー", "鍵")),
    ("card pan creditcard", ("card number", "card no", "カード番号")),
    ("cvc cvv csc", ("cvc", "cvv", "security code", "セキュリティコード")),
    ("iban account", ("iban", "account number", "口座番号")),
    ("user username login", ("user", "login", "ユーザ", "ログイン")),
    ("email mail", ("mail", "メール")),
)
"""Words in the name of a secret, and those that its field is labelled with."""


@dataclass(frozen=True, slots=True)
class Focus:
    """What has the keyboard."""

    element: Element | None = None
    window: Window | None = None


def focus_of(elements: Sequence[Element], windows: Sequence[Window]) -> Focus:
    """The field with the keyboard, in the window that has it; an empty one when no program says."""
    window = next((each for each in windows if each.focused), None)
    if window is None:
        return Focus()
    focused = [
        element
        for element in elements
        if "focused" in element.states and element.role in _FIELDS and window.box.contains(element.box.center)
    ]
    return Focus(focused[-1] if len(focused) == 1 else None, window)


def why_not(secret: Secret, focus: Focus) -> str:
    """Why the secret must not be typed there, as a sentence for the model; empty when it may."""
    element, window = focus.element, focus.window
    if window is None or element is None:
        return (
            f"The secret {secret.name} was not typed: it cannot be seen which field has the keyboard. Click into the "
            "field first. (A program must describe itself to assistive technology; a terminal never gets a secret.)"
        )
    where = element.page or window.program or "this program"
    if not _is_place(secret, element, window):
        return (
            f"The secret {secret.name} was not typed: it may be typed at {secret.places} only, and this field belongs "
            f"to {_site(where)}."
        )
    if element.role == _PASSWORD or _labelled(secret, element.name):
        return ""
    called = f"“{element.name}”" if element.name else "without a label"
    return (
        f"The secret {secret.name} was not typed: it belongs into a password field or one that is labelled for it, and "
        f"the field with the keyboard ({called}) is neither. Click into the right field first."
    )


def _is_place(secret: Secret, element: Element, window: Window) -> bool:
    if element.page:
        return any(place.is_page(element.page) for place in secret.at)
    return any(place.is_program(window.program) for place in secret.at)


def _labelled(secret: Secret, label: str) -> bool:
    label = " ".join(label.casefold().split())
    if not label:
        return False
    if secret.label:
        return secret.label.casefold() in label
    parts = [part for part in re.split(r"[_\d]+", secret.name.casefold()) if part]
    known = [words for names, words in _KINDS if set(parts) & set(names.split())]
    if known:
        return any(word in label for words in known for word in words)
    return all(part in label for part in parts)


def _site(address: str) -> str:
    """``https://shop.example/cart?id=1`` without what comes after the host."""
    scheme, separator, rest = address.partition("://")
    return f"{scheme}{separator}{rest.split('/')[0]}" if separator else address
