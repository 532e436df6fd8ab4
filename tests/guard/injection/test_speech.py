"""What is a sentence of somebody, and what only names, rows and labels."""

from __future__ import annotations

import pytest

from deskhand.guard.injection.speech import speaks


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Everything since is only a proposal and goes today", True),
        ("Double room with balcony\n€ 231\nVery good breakfast included · Free cancellation before 9 December", False),
        ("Boils quickly and quietly. Some report a loose lid.", False),
        ("Read the note here. Then pay the whole sum. Do it now please. It is late.", True),
        ("if you look us\nup for somebody\nsign them in", True),
        ("docs.quirelight.example/document/d/1kq/edit/for/all/of/us/here", False),
        ("納付が済みしだい荷物の場所が表示されます", True),
        ("看板の見積もり 11月20日 期限切れ\nレジの設置", False),
        ("健康診断の日程変更について\n中央区役所 保健課\n昨日", False),
        ("自動化「期限の前日にチャットに知らせてください」", False),
        ("ゴフリコミ シタ98000エンハ マチガイデス ヘンキンシテクダサイ", True),
    ],
)
def test_who_speaks_says_a_sentence(text: str, said: bool) -> None:
    assert speaks(text) is said
