"""First match wins, nothing matched asks; a file says where it is wrong; what a person decides for good is written."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from deskhand.guard import policy_file
from deskhand.guard.interface import Alarm, Consequence, Finding, Place
from deskhand.guard.policy import PRESETS, Memory, Policy, Preset, rule_of
from deskhand.guard.rules import CONSEQUENCES, PolicyError, Rule


def finding(what: Consequence, sure: float = 0.9, **place: str) -> Finding:
    return Finding(what, sure, "Something: this does something", Place(**place))


def policy(text: str) -> Policy:
    return Policy.of(tomllib.loads(text), "test.toml")


PRESET_SAYS = {
    "careful": {"observe": "allow", "navigate": "allow", "edit": "allow", "save": "allow"},
    "trusting": {
        "observe": "allow", "navigate": "allow", "edit": "allow", "save": "allow", "settings": "allow",
        "delete": "allow",
    },
    "read-only": {"observe": "allow", "navigate": "allow"},
    "unattended": {
        "observe": "allow", "navigate": "allow", "edit": "allow", "save": "allow", "settings": "allow",
        "delete": "allow",
    },
}  # fmt: skip


@pytest.mark.parametrize("name", PRESETS)
def test_what_the_presets_say(name: Preset):
    otherwise = "ask" if name in ("careful", "trusting") else "deny"
    preset = Policy.preset(name)
    for what in CONSEQUENCES:
        assert preset.verdict(finding(what)).outcome == PRESET_SAYS[name].get(what, otherwise), what
    assert all(rule.why for rule in preset.rules) and preset.words


@pytest.mark.parametrize("name", PRESETS)
def test_every_preset_stops_at_an_alarm(name: Preset):
    allowed = Policy.preset(name).verdict(finding("navigate"))
    for alarm in (Alarm("injection", "some-kind", "Look out", 0.9), Alarm("misuse", "elections", "Look out", 0.9)):
        wanted = "ask" if name in ("careful", "trusting") else "deny"
        assert Policy.preset(name).with_alarms(allowed, [alarm]).outcome == wanted


def test_careful_asks_where_it_is_not_clear_and_unattended_works_on():
    unclear = finding("edit", 0.3)
    assert Policy.preset("careful").verdict(unclear).outcome == "ask"
    assert Policy.preset("unattended").verdict(unclear).outcome == "allow"


def test_what_is_on_a_page_is_its_owners():
    there = "https://mail.example/inbox"
    assert Policy.preset("unattended").verdict(finding("delete", address=there)).outcome == "deny"
    assert Policy.preset("unattended").verdict(finding("settings", address=there)).outcome == "deny"
    assert Policy.preset("trusting").verdict(finding("delete", address=there)).outcome == "ask"


def test_the_first_rule_that_fits_decides():
    mine = policy("""
        [[rule]]
        do = "allow"
        what = ["pay", "send"]
        host = "*.shop.example|shop.example"
        [[rule]]
        do = "deny"
        what = "pay"
        [[rule]]
        do = "allow"
        path = "~/Shared/*"
        """)
    assert mine.verdict(finding("pay", address="https://www.shop.example/cart")).outcome == "allow"
    assert mine.verdict(finding("pay", address="https://other.example/")).outcome == "deny"
    assert mine.verdict(finding("delete", path="~/Shared/a/b.txt")).outcome == "allow"
    assert mine.verdict(finding("delete", path="~/Documents/b.txt")).outcome == "ask"  # nothing fits


def test_an_act_is_as_forbidden_as_its_worst_part():
    mine = policy('[[rule]]\ndo = "deny"\nwhat = "save"\n[[rule]]\ndo = "allow"')
    both = replace(finding("delete"), also=(finding("save"),))
    assert mine.verdict(finding("delete")).outcome == "allow" and mine.verdict(both).outcome == "deny"


def test_a_policy_builds_on_a_preset():
    mine = policy('preset = "careful"\n[[rule]]\ndo = "deny"\nwhat = "pay"\nwhy = "Not with my money."')
    assert mine.verdict(finding("pay")).outcome == "deny" and mine.verdict(finding("send")).outcome == "ask"
    assert mine.verdict(finding("pay")).words == "Not with my money."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[[rule]]\ndo = "maybe"', "rule 1 needs do"),
        ('[[rule]]\ndo = "ask"\nwhat = "shopping"', "'shopping' is no consequence"),
        ('[[rule]]\ndo = "ask"\nwhere = "x"', "no key 'where'"),
        ('[[rule]]\ndo = "ask"\nsure = 2', "from 0 to 1"),
        ('[[rule]]\ndo = "ask"\nwhat = "pay"\nalarm = "misuse"', "two rules"),
        ('preset = "nice"', "'nice' is no preset"),
        ('[rule]\ndo = "ask"', "two brackets"),
        ("rules = 1", "no 'rules'"),
    ],
)
def test_a_wrong_policy_says_where_it_is_wrong(text: str, said: str):
    with pytest.raises(PolicyError, match=said):
        policy(text)


def test_a_yes_for_the_run_holds_at_that_place_only():
    memory = Memory()
    there = finding("send", program="Chromium", address="https://forum.example/t/1", window="Thread 1")
    memory.allow(there, "run")
    elsewhere = finding("send", program="Chromium", address="https://mail.example/")
    again = finding("send", program="Chromium", address="https://forum.example/t/2", window="Thread 2")
    assert memory.verdict(again) is not None
    assert memory.verdict(elsewhere) is None
    assert memory.verdict(replace(again, consequence="pay")) is None
    memory.allow(elsewhere, "once")
    assert memory.verdict(elsewhere) is None


def test_a_yes_for_good_is_written_and_keeps_what_people_wrote(tmp_path: Path):
    file = tmp_path / "policy.toml"
    file.write_text('# mine\npreset = "careful"\n\n# about money\n[[rule]]\ndo = "deny"\nwhat = "pay"\n')
    sent = finding("send", program="Chromium", address="https://forum.example/t/1")
    assert policy_file.load(file).verdict(sent).outcome == "ask"
    policy_file.remember(file, [rule_of(sent, "allow")])
    policy_file.remember(file, [rule_of(sent, "allow")])  # once is enough
    text = file.read_text()
    assert text.startswith("# mine\n") and "# about money\n[[rule]]" in text and text.count("forum.example") == 1
    assert policy_file.load(file).verdict(sent).outcome == "allow"
    assert policy_file.load(file).verdict(finding("pay")).outcome == "deny"
    assert [path.name for path in tmp_path.iterdir()] == ["policy.toml"]


def test_the_persons_own_rules_come_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert policy_file.wanted("").name == "careful" and policy_file.wanted("", attended=False).name == "unattended"
    policy_file.remember(policy_file.own_file(), [Rule("allow", ("pay",), host="shop.example")])
    paid = finding("pay", address="https://shop.example/")
    assert policy_file.wanted("").verdict(paid).outcome == "allow"
    assert policy_file.wanted("unattended").verdict(paid).outcome == "allow"
    assert policy_file.wanted("read-only").verdict(paid).outcome == "deny"


def test_a_name_that_looks_like_a_pattern_means_itself():
    odd = finding("send", program="a[b]*?", window="w")
    rule = rule_of(odd, "allow")
    assert rule.matches(odd) and not rule.matches(finding("send", program="abX?"))
