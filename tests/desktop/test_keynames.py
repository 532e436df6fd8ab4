"""Key names as xdotool and as models write them."""

from __future__ import annotations

import pytest

from deskhand.desktop.interface import InvalidAction
from deskhand.desktop.keynames import Chord, keysym, keysym_of, parse_keys

CONTROL, SHIFT, ALT, SUPER, META = 0xFFE3, 0xFFE1, 0xFFE9, 0xFFEB, 0xFFE7


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        ("Return", [0xFF0D]),
        ("enter", [0xFF0D]),
        ("ENTER", [0xFF0D]),
        ("KP_Enter", [0xFF8D]),
        ("kp_enter", [0xFF8D]),
        ("Escape", [0xFF1B]),
        ("esc", [0xFF1B]),
        ("BackSpace", [0xFF08]),
        ("backspace", [0xFF08]),
        ("del", [0xFFFF]),
        ("Delete", [0xFFFF]),
        ("Page_Up", [0xFF55]),
        ("pgup", [0xFF55]),
        ("PageDown", [0xFF56]),
        ("Prior", [0xFF55]),
        ("arrowleft", [0xFF51]),
        ("ArrowDown", [0xFF54]),
        ("Up", [0xFF52]),
        ("space", [0x20]),
        ("spacebar", [0x20]),
        ("F1", [0xFFBE]),
        ("f24", [0xFFD5]),
        ("KP_0", [0xFFB0]),
        ("minus", [0x2D]),
        ("a", [0x61]),
        ("A", [0x41]),
        ("1", [0x31]),
        ("+", [0x2B]),
        ("plus", [0x2B]),
        ("日", [0x1000000 + ord("日")]),
        ("ctrl+s", [CONTROL, 0x73]),
        ("CTRL+S", [CONTROL, 0x73]),
        ("Control_L+s", [CONTROL, 0x73]),
        ("control+shift+Escape", [CONTROL, SHIFT, 0xFF1B]),
        ("alt+Tab", [ALT, 0xFF09]),
        ("cmd+c", [SUPER, 0x63]),
        ("win+r", [SUPER, 0x72]),
        ("option+Left", [ALT, 0xFF51]),
        ("meta+x", [META, 0x78]),
        ("shift+a", [SHIFT, 0x41]),
        ("ctrl++", [CONTROL, 0x2B]),
        ("ctrl+plus", [CONTROL, 0x2B]),
        ("ctrl+bracketleft", [CONTROL, 0x5B]),
        ("ctrl+[", [CONTROL, 0x5B]),
        ("super", [SUPER]),
    ],
)
def test_names(text, symbols):
    assert parse_keys(text) == [Chord(tuple(symbols))]


def test_lists():
    assert parse_keys("Down Down ctrl+a") == [Chord((0xFF54,)), Chord((0xFF54,)), Chord((CONTROL, 0x61))]
    assert parse_keys(" ") == [Chord((0x20,))]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("Retrun", "Return"),
        ("ctrl+Escpe", "Escape"),
        ("page-dwn", "Page_Down"),
        ("hello", "Text is entered by typing it"),
        ("", "no key was named"),
        ("ctrl+", "empty key"),
        ("+a", "empty key"),
    ],
)
def test_what_no_key_is_called_is_refused_with_the_nearest(text, hint):
    with pytest.raises(InvalidAction, match=hint):
        parse_keys(text)


def test_every_character_has_a_keysym_but_control_characters():
    assert keysym_of("é") == 0xE9
    assert keysym_of("\n") == keysym("Return")
    assert keysym_of("\t") == keysym("Tab")
    assert keysym_of("👍") == 0x1000000 + 0x1F44D
    for character in "\x00\x07\x1b\x7f\x85":
        with pytest.raises(InvalidAction, match="cannot be typed"):
            keysym_of(character)
