from __future__ import annotations

import base64
import hashlib
import re
import shutil
import subprocess
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from tests.report.by_hand import png

from deskhand import report
from deskhand.agent.events import Acted, Acting, Event, Finished, Replied, Started
from deskhand.agent.journal import Journal, JournalError, Reader
from deskhand.report.pictures import embed
from deskhand.report.story import tell
from deskhand.screen.geometry import Size

MakeRun = Callable[..., Path]


class Page(HTMLParser):
    """What a browser would find: tags with their attributes, and the text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.source = text
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def all(self, tag: str, kind: str = "") -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.tags if name == tag and kind in ["", *(attrs.get("class") or "").split()]]


def test_everything_that_happened_is_told(make_run: MakeRun) -> None:
    page = Page(report.render(make_run()))
    for words in (
        "Open the calculator, type 1 & 2 and save it as <b>answer</b>.txt",
        "Done", "4 steps", "12 s", "$0.03", "model local", "640×400",
        "I open the calculator.", "Click at (0, 399)", "at the top left", "In front: galculator", "1 more place",
        "Most of the screen changed.", "Nothing on the screen changed.",
        "計算しました <script>alert(1)</script>", "</pre><img src=x onerror=alert(1)>",
        'A person refused it: not "that"', "Run: rm -rf /", "There is no file /nowhere.", "2 steps are left.",
        "Warming up.", "It is 3.", "answer.txt", 'a "b" ノート.txt',
    ):  # fmt: skip
        assert words in page.text, words
    assert len(page.all("li", "card")) == 6
    assert page.text.count("It is 3.") == 1


def test_untrusted_text_stays_text(make_run: MakeRun) -> None:
    page = Page(report.render(make_run()))
    assert len(page.all("script")) == len(page.all("style")) == 1
    assert not page.all("img") and not page.all("b")
    assert not [name for _, attrs in page.tags for name in attrs if name.startswith("on") or name == "style"]
    assert not set(page.source) & {chr(code) for code in range(32)} - {"\n", "\t"}
    links = [attrs.get("href") or attrs.get("src") or "" for _, attrs in page.tags]
    assert all(link.startswith(("#", "shared/", "data:image/png;base64,")) for link in links if link)


def test_the_policy_allows_exactly_what_is_in_the_file(make_run: MakeRun) -> None:
    text = report.render(make_run())
    policy = next(a["content"] for a in Page(text).all("meta") if a.get("http-equiv") == "Content-Security-Policy")
    assert policy and policy.startswith("default-src 'none'; img-src data:;") and "unsafe" not in policy
    for tag in ("style", "script"):
        inside = re.search(f"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        assert inside
        digest = base64.b64encode(hashlib.sha256(inside[1].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


def test_each_picture_is_in_the_file_once(make_run: MakeRun) -> None:
    page = Page(report.render(make_run()))
    assert len(page.all("image")) == 2
    assert len(page.all("use")) == 1
    ids = [attrs["id"] for _, attrs in page.tags if "id" in attrs]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("cut", range(24))
def test_a_run_that_was_cut_off_is_still_told(make_run: MakeRun, cut: int) -> None:
    folder = make_run(cut=cut)
    page = Page(report.render(folder))
    if cut:
        assert "Cut off" in page.text
        assert "The record ends here" in page.text
    reader = Reader(folder)
    entries = reader.read()
    reader.close()
    if entries and isinstance(entries[-1].event, Acting):
        assert "nobody knows whether this happened" in page.text


def test_a_lost_picture_costs_only_itself(make_run: MakeRun) -> None:
    folder = make_run()
    next((folder / "pictures").iterdir()).unlink()
    assert "It is 3." in report.render(folder)


def test_a_folder_without_a_run_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(JournalError, match="holds no run"):
        report.write(tmp_path)


def test_a_report_is_replaced_whole(make_run: MakeRun) -> None:
    folder = make_run()
    path = report.write(folder)
    assert path == report.write(folder) == folder / "report.html"
    assert [entry.name for entry in folder.iterdir() if "report" in entry.name] == ["report.html"]


def test_many_large_pictures_still_fit_a_mail() -> None:
    files = {str(number): png(number, Size(320, 200), noise=True) for number in range(12)}
    plain = embed(files, files.get)
    assert all(url.startswith("data:image/png") for url in plain.values())
    small = embed(files, files.get, budget=300_000)
    assert set(small) == set(files)
    assert all(url.startswith("data:image/webp") for url in small.values())
    assert sum(len(base64.b64decode(url.partition(",")[2])) for url in small.values()) <= 300_000


def test_words_without_an_action_get_a_card_unless_they_are_the_answer() -> None:
    def story(answer: str) -> int:
        events: list[Event] = [
            Started("r", "t", "m", 10, 10, 10, 10),
            Replied(1, (), "Which one?", "end_turn", 0.1),
            Finished("asks", answer, 1, 1.0, "r"),
        ]
        return len(tell(events).cards)

    assert story("Which one?") == 0
    assert story("Something else.") == 1


def test_calls_of_one_turn_get_a_card_each_and_the_words_once() -> None:
    events: list[Event] = [
        Replied(1, (), "Both.", "tool_use", 0.5),
        Acting(1, "a", "computer", "key", {}, "Press a"),
        Acted(1, "a", {}, "", False, 0.1),
        Acting(1, "b", "computer", "key", {}, "Press b"),
        Acted(1, "b", {}, "", False, 0.1),
    ]
    cards = tell(events).cards
    assert [(card.said, card.thought, card.acting and card.acting.words) for card in cards] == [
        ("Both.", 0.5, "Press a"),
        ("", None, "Press b"),
    ]


@pytest.mark.skipif(not shutil.which("chromium"), reason="needs a browser")
def test_a_browser_shows_it_without_complaint(make_run: MakeRun, tmp_path: Path) -> None:
    path = report.write(make_run())
    done = subprocess.run(
        ["chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr", "--dump-dom",
         f"--user-data-dir={tmp_path / 'profile'}", f"{path.as_uri()}#c1"],
        capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    complaints = [line for line in done.stderr.splitlines() if "CONSOLE" in line]
    assert not complaints
    assert '<li class="card open" id="c1">' in done.stdout  # the script ran: the step in the address is enlarged


def test_the_journal_of_a_run_under_way_can_be_shown(tmp_path: Path) -> None:
    journal = Journal.create(tmp_path / "run")
    try:
        journal.append(Started("r", "A task", "local", 10, 10, 10, 10))
        assert "A task" in report.render(tmp_path / "run")
    finally:
        journal.close()
