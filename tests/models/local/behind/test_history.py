"""Which commit a question is about, and what is told of it."""

from deskhand.models.local.behind.history import meant_of, of_history, told_of_commit

COMMITS = [
    ["c3", "Noor H", "2026-05-03 10:00:00 +0000", "Less sugar"],
    ["b2", "Ole K", "2026-05-02 09:00:00 +0000", "Fix the oven heat"],
    ["a1", "Noor H", "2026-05-01 08:00:00 +0000", "First recipes"],
]


def test_the_commit_is_named_by_its_message_or_its_place() -> None:
    assert meant_of("Who wrote the commit “Fix the oven heat”?", COMMITS) == COMMITS[1]
    assert meant_of("最新のコミットの作者は誰ですか。", COMMITS) == COMMITS[0]
    assert meant_of("When was the first commit made?", COMMITS) == COMMITS[2]
    assert meant_of("Who wrote the commit “More salt”?", COMMITS) is None


def test_what_is_asked_of_it_is_told() -> None:
    assert told_of_commit("Who wrote the commit “Fix the oven heat”?", COMMITS[1]) == "Ole K"
    assert told_of_commit("いつのコミットですか。", COMMITS[1]).startswith("2026-05-02")
    assert of_history("Which files did the commit change?")
    assert not of_history("Who is on the committee?")
