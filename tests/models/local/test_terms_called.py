"""Names of fields, settings and commands, and what programs call them."""

import pytest

from deskhand.models.local.skills.commands.fit import fit


@pytest.mark.parametrize(
    ("said", "label"),
    [
        ("アルバム名", "Album"),
        ("トラック番号", "Track"),
        ("著者名", "Author"),
        ("件名", "Subject"),
        ("誕生日", "Birthday"),
        ("自動保存", "Auto save"),
        ("読み取り専用", "Read-only"),
        ("不透明度", "Opacity"),
        ("繰り返し", "Loop"),
        ("完了済みを隠す", "Hide completed"),
        ("終了時に確認", "Confirm on exit"),
        ("折りたたむ", "Collapse"),
        ("完全に削除", "Delete permanently"),
    ],
)
def test_what_is_said_in_japanese_is_found_in_an_english_program(said: str, label: str) -> None:
    assert fit(said, label) >= 0.7


@pytest.mark.parametrize(
    ("said", "label"),
    [
        ("アルバム名", "Name"),
        ("トラック番号", "Number"),
        ("開始日", "End date"),
        ("終了日", "Start date"),
        ("姓", "First name"),
        ("確認", "Delete"),
        ("完了済みを隠す", "Show completed"),
        ("行番号", "Week numbers"),
    ],
)
def test_another_thing_is_not(said: str, label: str) -> None:
    assert fit(said, label) < 0.6


@pytest.mark.parametrize(
    ("said", "label"),
    [
        ("mark as done", "Complete"),
        ("mark as completed", "Done"),
        ("wrap long lines", "Word Wrap"),
        ("rotate clockwise", "Rotate 90° CW"),
        ("sort ascending", "Sort A-Z"),
        ("export PDF", "Print to PDF"),
        ("replace", "Find & Replace"),
        ("due date", "Deadline"),
        ("merge", "Concatenate"),
        ("bullet list", "Unordered list"),
        ("tab width", "Tab size"),
        ("language", "Locale"),
    ],
)
def test_programs_call_it_otherwise(said: str, label: str) -> None:
    assert fit(said, label) >= 0.7


@pytest.mark.parametrize(
    ("said", "label"),
    [
        ("rotate clockwise", "Rotate 90° CCW"),
        ("sort ascending", "Sort Z-A"),
        ("mark as done", "Delete completed"),
        ("mark as done", "Hide completed"),
        ("export PDF", "Print"),
        ("find", "Find & Replace"),
        ("start date", "Year"),
    ],
)
def test_and_another_thing_is_not_taken_for_it(said: str, label: str) -> None:
    assert fit(said, label) < 0.6
