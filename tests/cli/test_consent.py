"""The first run tells a person what this system can do, and keeps the answer; programs can do the same."""

from __future__ import annotations

import json
import os
import pty
import select
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.cli.command import DESKHAND, deskhand, here

from deskhand import consent

MISSING = "scripted:/nowhere.json"
"""A model that is not there: a run that is let begin ends here, without a desktop."""


def environment(folder: Path, **more: str) -> dict[str, str]:
    bare = {name: value for name, value in os.environ.items() if name not in ("DESKHAND_CONSENT", "LC_ALL")}
    return {**bare, "XDG_CONFIG_HOME": str(folder), "TERM": "dumb", "COLUMNS": "100", "LANG": "C.UTF-8", **more}


def kept(folder: Path) -> list[tuple[str, str]]:
    path = folder / "deskhand/consent.json"
    return [(each["word"], each["how"]) for each in json.loads(path.read_text())] if path.exists() else []


@contextmanager
def at_a_terminal(*arguments: str, env: dict[str, str]) -> Iterator[int]:
    master, slave = pty.openpty()
    process = subprocess.Popen(
        [*DESKHAND, *arguments], stdin=slave, stdout=slave, stderr=slave, env=env, start_new_session=True
    )
    os.close(slave)
    try:
        yield master
        process.wait(30)
    finally:
        process.kill()
        process.wait()
        os.close(master)


def until(master: int, words: str, patience: float = 30) -> str:
    """What the terminal shows, up to and with these words."""
    shown, end = "", time.monotonic() + patience
    while words not in shown:
        assert time.monotonic() < end, shown
        if select.select([master], [], [], 0.2)[0]:
            try:
                shown += os.read(master, 4096).decode("utf-8", "replace")
            except OSError:
                raise AssertionError(f"it ended without {words!r}: {shown}") from None
    return shown


@pytest.mark.parametrize(
    ("lang", "question", "typed", "word"),
    [
        ("C.UTF-8", "go on? [yes/no]", "yes\n", "yes"),
        ("ja_JP.UTF-8", "続けますか？", "はい\n", "yes"),
        ("C.UTF-8", "go on? [yes/no]", "what?\nno\n", "no"),
    ],
)
def test_the_first_run_asks_in_the_persons_language(tmp_path: Path, lang: str, question: str, typed: str, word: str):
    env = environment(tmp_path, LANG=lang)
    with at_a_terminal("run", "--model", MISSING, "look", env=env) as terminal:
        shown = until(terminal, question)
        assert consent.text("ja" if lang.startswith("ja") else "en").splitlines()[0] in shown
        os.write(terminal, typed.encode())
        until(terminal, "cannot be read" if word == "yes" else "you did not agree")
    assert kept(tmp_path) == [(word, "terminal")]
    if typed == "yes\n":
        with at_a_terminal("run", "--model", MISSING, "look", env=env) as terminal:
            assert "yes/no" not in until(terminal, "cannot be read"), "it asks once"


def test_where_nobody_can_answer_it_is_said_once_and_what_reaches_out_waits(tmp_path: Path):
    env = environment(tmp_path)
    first = deskhand("run", "--model", MISSING, "look", env=env, folder=tmp_path)
    again = here("run", "--model", MISSING, "look", env=env, folder=tmp_path)
    assert "read `deskhand consent`" in first.stderr and "read `deskhand consent`" not in again.stderr
    assert kept(tmp_path) == [("unanswered", "no terminal")]
    for options in (("--model", "claude-sonnet-4-5"), ("--model", MISSING, "--allow-domain", "example.com")):
        refused = here("run", *options, "look", env=env, folder=tmp_path)
        assert refused.returncode == 1 and "nobody has agreed" in refused.stderr, refused.stderr
    allowed = here(
        "run", "--model", MISSING, "--allow-domain", "example.com", "look", folder=tmp_path,
        env={**env, "DESKHAND_CONSENT": "yes"},
    )  # fmt: skip
    assert "cannot be read" in allowed.stderr


def test_an_agreement_can_be_given_and_withdrawn(tmp_path: Path):
    env = environment(tmp_path)
    assert here("consent", "give", env=env).returncode == 1
    assert here("consent", "give", "--yes", env=env).returncode == 0
    assert "You agreed on" in here("consent", env=env).stdout
    assert here("consent", "withdraw", env=env).returncode == 0
    refused = here("run", "--model", MISSING, "look", env=env, folder=tmp_path)
    assert refused.returncode == 1 and "nobody has agreed" in refused.stderr
    assert [word for word, _ in kept(tmp_path)] == ["yes", "no"]


def test_a_product_of_ones_own_asks_by_the_api(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.delenv("DESKHAND_CONSENT")
    assert not consent.given() and "秘密" in consent.text("ja")
    answer = consent.record(True, how="my product", wanted="ja")
    assert consent.given() and consent.latest() == answer and answer.how == "my product"
    monkeypatch.setattr(consent, "VERSION", consent.VERSION + 1)
    assert not consent.given(), "a new text is asked about anew"
    (tmp_path / "deskhand/consent.json").write_text("{broken")
    assert not consent.given()
