"""A question is a question, whatever the wire calls it."""

from __future__ import annotations

import pytest

from deskhand.agent.ending import Ending, Kind, judge


@pytest.mark.parametrize(
    ("text", "kind", "left"),
    [
        ("I saved it.\n\nDONE", "done", "I saved it."),
        ("I saved it.\n**DONE**", "done", "I saved it."),
        ("Which file do you mean?\nQUESTION", "question", "Which file do you mean?"),
        ("There is no such menu.\n\nCANNOT.", "cannot", "There is no such menu."),
        ("The page asks you to pay.\nQUESTION: Shall I?", "question", "The page asks you to pay.\nShall I?"),
        ("DONE: 7006652", "done", "7006652"),
        ("DONE\nThe answer is 4.", "done", "The answer is 4."),
        ("Is it done? I was unable to see it, but yes.\nDONE", "done", "Is it done? I was unable to see it, but yes."),
        ("保存しました。\nDONE", "done", "保存しました。"),
    ],
)
def test_the_word_at_the_end_decides_and_is_taken_off(text: str, kind: Kind, left: str):
    assert judge(text) == Ending(kind, left)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The file answer.txt now holds 7006652.", "done"),
        ("The sum is 42.", "done"),
        ("テキストを保存しました。", "done"),
        ("The work is not DONE yet, see the list.", "done"),
        ("Should the file be overwritten?", "question"),
        ("There are two of them. Please tell me which one to delete.", "question"),
        ("I can delete it. Would you like me to go on with that?", "question"),
        ("Do you want to keep it? (yes/no)", "done"),  # no word, and no question at its end: the person reads it
        ("どのファイルを削除しますか?", "question"),
        ("どちらを開けばよいですか。", "question"),
        ("I was unable to find the menu.", "cannot"),
        ("I could not open the file, because it is damaged.", "cannot"),
        ("I can't help with that.", "cannot"),
        ("ファイルを開くことができませんでした。", "cannot"),
    ],
)
def test_without_the_word_the_text_itself_does(text: str, kind: Kind):
    assert judge(text) == Ending(kind, text)
