"""Where secrets come from, where they may go, and what they look like to whoever writes something down."""

from __future__ import annotations

import base64
import json
import sys
import types
import urllib.parse
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskhand.desktop.interface import Element, Window
from deskhand.guard.masking import where
from deskhand.guard.secret_field import focus_of, why_not
from deskhand.guard.secret_sources import parse, vault
from deskhand.guard.secrets import Redactor
from deskhand.guard.vault import At, Secret, SecretError, Vault
from deskhand.screen.geometry import Rect
from deskhand.vision.scene import TextLine

# --- places -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("place", "address", "fits"),
    [
        ("shop.example", "https://shop.example/login?next=/", True),
        ("shop.example", "https://SHOP.example:443/", True),
        ("shop.example", "https://shop.example./", True),
        ("shop.example", "http://shop.example/login", False),
        ("shop.example", "https://www.shop.example/", False),
        ("shop.example", "https://shop.example.evil.example/", False),
        ("shop.example", "https://evil.example/shop.example", False),
        ("shop.example", "https://shop.example@evil.example/", False),
        ("shop.example", "https://shop.example:8443/", False),
        ("shop.example", "shop.example", False),
        ("shop.example", "", False),
        ("*.shop.example", "https://login.shop.example/", True),
        ("*.shop.example", "https://shop.example/", False),
        ("*.shop.example", "https://myshop.example/", False),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000/a", True),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8001/a", False),
        ("http://127.0.0.1:8000", "https://127.0.0.1:8000/a", False),
        ("日本語.example", "https://xn--wgv71a119e.example/", True),
        ("program:Thunderbird", "https://thunderbird/", False),
        ("shop.example", "https://[shop.example/", False),
    ],
)
def test_a_place_is_scheme_host_and_port(place: str, address: str, fits: bool):
    assert At.parse(place).is_page(address) is fits


@pytest.mark.parametrize(
    "text", ["", "ftp://a.example", "a b", "https://a.example/path", "a@b.example", "x:port", "program:"]
)
def test_what_is_no_place_is_said(text: str):
    with pytest.raises(SecretError, match=r"place|program"):
        At.parse(text)


# --- fields -------------------------------------------------------------------------------------------------------

_BROWSER = Window(1, "Sign in", "Chromium", Rect(0, 0, 1000, 700), focused=True)
_PAGE = "https://shop.example/login"


def field(role: str, name: str, page: str = _PAGE, y: int = 100) -> Element:
    return Element(role, name, Rect(100, y, 200, 30), states=frozenset({"focused", "editable"}), page=page)


@pytest.mark.parametrize(
    ("name", "label", "element", "fits"),
    [
        ("SHOP_PASSWORD", "", field("password text", "Password"), True),
        ("ANYTHING", "", field("password text", ""), True),
        ("SHOP_PASSWORD", "", field("entry", "パスワード（確認）"), True),
        ("SHOP_PASSWORD", "", field("entry", "Search"), False),
        ("CARD_NUMBER", "", field("entry", "カード番号"), True),
        ("CARD", "", field("entry", "Card number *"), True),
        ("API_TOKEN", "", field("entry", "Personal access token"), True),
        ("TAX_ID", "", field("entry", "Your tax ID"), True),
        ("TAX_ID", "", field("entry", "Your name"), False),
        ("X", "Kundennummer", field("entry", "Ihre Kundennummer"), True),
        ("SHOP_PASSWORD", "", field("password text", "Password", page="https://evil.example/"), False),
        ("SHOP_PASSWORD", "", field("password text", "Password", page=""), False),
        ("SHOP_PASSWORD", "", field("terminal", "Password"), False),
        ("SHOP_PASSWORD", "", field("push button", "Password"), False),
    ],
)
def test_a_secret_goes_into_its_field(name: str, label: str, element: Element, fits: bool):
    secret = Secret(name, "a long secret", (At.parse("shop.example"),), label=label)
    refusal = why_not(secret, focus_of([element], [_BROWSER]))
    assert (refusal == "") is fits, refusal
    assert "a long secret" not in refusal


def test_a_program_is_a_place_too_and_a_page_in_it_is_not():
    mail = Window(1, "Account", "Thunderbird", Rect(0, 0, 1000, 700), focused=True)
    secret = Secret("MAIL_PASSWORD", "a long secret", (At.parse("program:thunderbird"),))
    assert why_not(secret, focus_of([field("password text", "Password", page="")], [mail])) == ""
    assert why_not(secret, focus_of([field("password text", "Password", page=_PAGE)], [mail]))
    assert why_not(secret, focus_of([field("password text", "Password", page="")], [_BROWSER]))


def test_two_fields_that_claim_the_keyboard_get_nothing():
    both = [field("password text", "Password"), field("entry", "Comment", y=300)]
    assert "cannot be seen" in why_not(
        Secret("PW", "abcdefgh", (At.parse("shop.example"),)), focus_of(both, [_BROWSER])
    )
    assert focus_of(both, []).element is None


# --- sources ------------------------------------------------------------------------------------------------------


def test_an_option_is_taken_apart():
    assert parse("PW@shop.example").at == (At.parse("shop.example"),)
    wanted = parse("PW:alice=p@ss=word@shop.example,*.shop.example")
    assert (wanted.name, wanted.user, wanted.value, len(wanted.at)) == ("PW", "alice", "p@ss=word", 2)


@pytest.mark.parametrize(
    "option",
    [
        "PW",
        "PW=hunter2hunter2",
        "=hunter2hunter2@a.example",
        "1PW=hunter2hunter2@a.example",
        "PW=abc@a.example",
        "PW=hunter2\thunter2@a.example",
        "PW=hunter2hunter2@not a place",
    ],
)
def test_a_wrong_option_is_a_sentence_without_the_value(option: str):
    with pytest.raises(SecretError) as error:
        vault([option])
    assert "hunter2" not in str(error.value)


def test_values_come_from_where_nobody_reads_them(monkeypatch: pytest.MonkeyPatch):
    rings = {("deskhand", "KEPT"): "from the keyring"}
    ring = types.SimpleNamespace(get_password=lambda service, name: rings.get((service, name)))
    monkeypatch.setitem(sys.modules, "keyring", ring)  # the package is an extra, and a keyring needs a session
    found = vault(
        ["SET@a.example", "KEPT@a.example", "ASKED@a.example"],
        environment={"SET": "from the environment"},
        prompt=lambda what: "typed in" if what.startswith("ASKED") else None,
    )
    assert [secret.value for secret in found] == ["from the environment", "from the keyring", "typed in"]
    with pytest.raises(SecretError, match="has no value: set the environment variable MISSING"):
        vault(["MISSING@a.example"], environment={})


def test_a_file_must_be_its_owners_alone(tmp_path: Path):
    path, elsewhere = tmp_path / "secrets.toml", tmp_path / "value"
    elsewhere.write_text("from a file\n")
    path.write_text(
        f'[A]\nvalue = "in the file"\nat = "a.example"\nuser = "alice"\n[B]\nfile = "{elsewhere}"\n'
        'at = ["b.example", "c.example"]\nfield = "Kundennummer"\n[C]\nenv = "C_VALUE"\nat = ["c.example"]\n'
    )
    path.chmod(0o644)
    with pytest.raises(SecretError, match="chmod 600"):
        vault(files=[path])
    path.chmod(0o600)
    found = vault(files=[path], environment={"C_VALUE": "from the environment"})
    assert [secret.value for secret in found] == ["in the file", "from a file", "from the environment"]
    assert [(secret.user, secret.label) for secret in found][:2] == [("alice", ""), ("", "Kundennummer")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('A = "hunter2hunter2"', "table of its own"),
        ('[A]\nvalue = "hunter2hunter2"', "at must name"),
        ('[A]\nvalue = "hunter2hunter2"\nenv = "X"\nat = "a.example"', "needs one of"),
        ('[A]\nvalue = hunter2hunter2\nat = "a.example"', "no TOML"),
        ('[A]\nvalue = "hunter2hunter2"\nplace = "a.example"', "nobody knows"),
        ('[A]\nvalue = "hunter2hunter2"\nat = "a b"', "no place"),
        ('[A]\nenv = "UNSET"\nat = "a.example"', "UNSET"),
    ],
)
def test_a_wrong_file_is_a_sentence_without_the_value(tmp_path: Path, text: str, told: str):
    path = tmp_path / "secrets.toml"
    path.write_text(text)
    path.chmod(0o600)
    with pytest.raises(SecretError, match=told) as error:
        vault(files=[path], environment={})
    assert "hunter2" not in str(error.value)


def test_nobody_prints_a_value():
    secret = Secret("PW", "hunter2hunter2", (At.parse("a.example"),))
    kept = Vault([secret])
    assert "hunter2" not in f"{secret!r} {kept!r} {kept.credentials()} {secret}"
    with pytest.raises(SecretError, match="two secrets are called PW"):
        Vault([secret, secret])


# --- writing down -------------------------------------------------------------------------------------------------

_VALUES = st.text(
    st.characters(min_codepoint=33, max_codepoint=0x30FF, exclude_categories=("C", "Z")), min_size=8, max_size=40
)


@given(value=_VALUES, before=st.text(max_size=9), after=st.text(max_size=9))
def test_a_value_is_found_in_the_ways_programs_write_it(value: str, before: str, after: str):
    redactor = Redactor({}, {"PW": value})
    data = (before + value + after).encode("utf-8", "replace")
    for text in (
        before + value + after,
        urllib.parse.quote(value, safe=""),
        json.dumps({"pw": value}),
        json.dumps({"pw": value}, ensure_ascii=False),
        value.encode().hex(),
    ):
        assert value not in redactor.text(text) and "{{PW}}" in redactor.text(text)
    if len(value.encode()) >= 12:
        assert "{{PW}}" in redactor.text(base64.b64encode(data).decode())


def test_a_short_value_is_no_part_of_a_longer_number():
    redactor = Redactor({}, {"PIN": "4711"})
    assert redactor.text("pin=4711, not 14711 or 47110") == "pin={{PIN}}, not 14711 or 47110"


def test_what_was_misread_is_covered_all_the_same():
    lines = [
        TextLine("Your token: tok-4815l623-Zebra", Rect(0, 0, 9, 9), 1.0),
        TextLine("harmless", Rect(0, 20, 9, 9), 1.0),
    ]
    assert where("tok-48151623-Zebra", lines) == [lines[0].box]
    wrapped = [TextLine("see tok-4815", Rect(0, 0, 9, 9), 1.0), TextLine("1623-Zebra here", Rect(0, 20, 9, 9), 1.0)]
    assert where("tok-48151623-Zebra", wrapped) == [wrapped[0].box, wrapped[1].box]
    assert where("tok-48151623-Zebra", [TextLine("talk to the zebra", Rect(0, 0, 9, 9), 1.0)]) == []
