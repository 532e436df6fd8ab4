"""What an answer must hold, by the words of its question."""

from __future__ import annotations

import pytest

from deskhand.models.local.behind.missing import lacks_number, of_another

ENTRY = '<act:account version="2.0.0"><act:name>Travel</act:name><act:id>000000abcdef1234567890abcdef0004</act:id>'


@pytest.mark.parametrize(
    ("question", "told", "lacks"),
    [
        ("How much money is in the account Travel?", ENTRY, True),
        ("How much money is in the account Travel?", "Travel 749.35", False),
        ("How many are there?", "None of them.", False),
        ("How many letters are unread?", "two", False),
        ("ポットの型番を教えてください。", "Clear Search Query language", True),
        ("ポットの型番を教えてください。", "NP-55", False),
        ("会費はいくらですか。", "三千円", False),
        ("Who wrote it?", "Nora Field", False),
    ],
)
def test_where_a_number_is_asked_for_one_is_told(question: str, told: str, lacks: bool):
    assert lacks_number(question, told) is lacks


@pytest.mark.parametrize(
    ("question", "told", "another"),
    [
        ("What is the balance of the account assets:pocket?", "bank 47.30", True),
        ("What is the balance of the account assets:pocket?", "pocket 12.00", False),
        ("What is the balance of the account assets:pocket?", "12.00", False),
        ("Which address does the answer give for scanner.loft.example?", "reply A plotter.loft.example 10.1.2.3", True),
        ("Which address does the answer give for scanner.loft.example?", "scanner.loft.example 10.1.2.4", False),
        ("Which word is on the second line of list.txt?", "milk", False),
        ("共有フォルダーの伝言.txtには何と書いてありますか", "駅で待っています", False),
        ("list.txtの二行目は何ですか", "milk", False),
        ("What happens at 12:30?", "Lunch with Nora", False),
    ],
)
def test_another_things_name_in_parts_is_no_answer(question: str, told: str, another: bool):
    assert of_another(question, told) is another
