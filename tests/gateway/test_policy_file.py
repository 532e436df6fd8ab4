"""A policy that people write, and that "always" adds to without spoiling what they wrote."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from deskhand.sandbox.gateway.policy import NetworkPolicy, PolicyError, Rule
from deskhand.sandbox.gateway.policy_file import add, load

WHOLE = """\
# ours
allow = [
    "example.com",  # the shop ]
    '*.example.org:443'
]
deny = ["ads.example.org"]
unknown = "ask"

[addresses]
"dev.test" = "127.0.0.1:8000"

[caps]
connections = 10
megabytes = 1
"""


def test_what_a_file_says(tmp_path: Path) -> None:
    path = tmp_path / "network.toml"
    path.write_text(WHOLE)
    policy = load(path)
    assert [str(rule) for rule in policy.allow] == ["example.com", "*.example.org:443"]
    assert policy.unknown == "ask" and policy.file == path
    assert [str(pin) for pin in policy.pins] == ["dev.test:80=127.0.0.1:8000"]
    assert (policy.caps.connections, policy.caps.bytes, policy.caps.idle) == (10, 1 << 20, 600.0)


@pytest.mark.parametrize(
    "before",
    ["", "unknown = 'ask'", "allow = []\n", "allow=['a.test']", "allow = ['a.test',]\n", WHOLE,
     'allow = [\n  "a.test", # one\n  "b.test" # two\n]\n', "[caps]\nconnections = 3\n"],
)  # fmt: skip
def test_a_rule_is_added(tmp_path: Path, before: str) -> None:
    path = tmp_path / "network.toml"
    path.write_text(before)
    path.chmod(0o640)
    old = load(path)
    for _ in range(2):
        add(path, Rule("new.test"))
    new = load(path)
    assert set(new.allow) == {*old.allow, Rule("new.test")} and len(new.allow) == len(old.allow) + 1
    assert (new.deny, new.unknown, new.pins, new.caps) == (old.deny, old.unknown, old.pins, old.caps)
    assert all(line.strip() in path.read_text() for line in before.splitlines() if line.strip().startswith("#"))
    assert path.stat().st_mode & 0o777 == 0o640 and [each.name for each in tmp_path.iterdir()] == ["network.toml"]


def test_what_cannot_be_added_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "network.toml"
    text = '"allow" = ["a.test"]\n'
    path.write_text(text)
    with pytest.raises((PolicyError, tomllib.TOMLDecodeError)):
        add(path, Rule("new.test"))
    assert path.read_text() == text


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("allow = 3", "must be a list of texts"),
        ('allow = ["http://x.test"]', "is no rule"),
        ("unknown = 'perhaps'", 'must be "refuse" or "ask"'),
        ("alow = []", "'alow'"),
        ("[caps]\nconnections = 0", "from 1 to 4096"),
        ("[caps]\nspeed = 1", "caps may have"),
        ("[addresses]\nx = 3", "must be a table"),
        ("allow = [", "Invalid value"),
    ],
)
def test_what_is_wrong_in_a_file_is_said(tmp_path: Path, text: str, sentence: str) -> None:
    path = tmp_path / "network.toml"
    path.write_text(text)
    with pytest.raises(PolicyError, match=sentence) as caught:
        load(path)
    assert str(path) in str(caught.value)


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(PolicyError, match="No such file"):
        load(tmp_path / "none.toml")
    assert NetworkPolicy.wanted(None) is None and NetworkPolicy.wanted("a.test") == NetworkPolicy.of("a.test")
