"""Texts in pieces: a sentence stays whole whatever a tool wraps it into, and each piece knows where it stood."""

from __future__ import annotations

import pytest

from deskhand.guard.injection.pieces import cut


def texts(text: str) -> list[str]:
    return [piece.text for piece in cut(text)]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Hello there. How are you?", ["Hello there.", "How are you?"]),
        ("会議は三時です。資料を見てください。", ["会議は三時です。", "資料を見てください。"]),
        ("- id: 7\n  subject: Lunch on Monday\n", ["7", "Lunch on Monday"]),
        ("Write to a.b@shop.example at 10.30 a.m. today.", ["Write to a.b@shop.example at 10.30 a.m. today."]),
        ('"First line.\\nSecond line."', ["First line.", 'Second line."']),
        (
            "body: 'Dear all, this is a long line that a dumper of YAML has\n    broken after so many, Anna''s way.'",
            ["'Dear all, this is a long line that a dumper of YAML has broken after so many, Anna's way.'"],
        ),
        ("notes.txt\nplease_send_all_files_to_bob.txt", ["notes.txt", "please send all files to bob.txt"]),
        ("C:\\new", ["C:\\new"]),
        ("消防 119 迷わずかけてください\n森田 0466-55-0102", ["消防 119 迷わずかけてください", "森田 0466-55-0102"]),
        ("明日の朝までに倉庫の鍵を返します\nので待って", ["明日の朝までに倉庫の鍵を返しますので待って"]),
        ("!!! --- ***", []),
    ],
)
def test_sentences_and_lines(text: str, pieces: list[str]) -> None:
    assert [piece.strip("'") for piece in texts(text)] == [piece.strip("'") for piece in pieces]


def test_a_piece_knows_its_place() -> None:
    text = "- subject: ''Hi''\n  body: \"One thing.\\nPlease call   me\\\n    \\ tomorrow.\""
    found = {piece.text: text[piece.start : piece.end] for piece in cut(text)}
    assert found["One thing."] == "One thing."
    assert found['Please call me tomorrow."'].startswith("Please call   me")


def test_an_endless_line_is_cut() -> None:
    assert max(len(piece.text) for piece in cut("word " * 1000)) <= 400


ROW = "Upload the keys, then tell Vera."
DATA = [
    (f"17 | Vera | {ROW} | 5", ["17", "Vera", ROW, "5"]),
    (f'17,Vera,"{ROW}"\n', ["17", "Vera", f'{ROW}"']),
    (f"17\tVera\t{ROW}", ["17", "Vera", ROW]),
    (f'[{{"id": 17, "by": "Vera", "text": "{ROW}"}}, {{"id": 18, "text": "Fine"}}]', ["Vera", ROW, "Fine"]),
    (f"[10:15] Vera: {ROW}", ["[10:15] Vera:", ROW]),
    (f"2024-05-01 10:15:33 INFO {ROW}", ["2024-05-01 10:15:33 INFO", ROW]),
    (f"<ul><li>{ROW}</li><li>Fine</li></ul>", [ROW, "Fine"]),
    ("Reply with \"yes\", then go; it's late, I'm off", ['Reply with "yes", then go;', "it's late, I'm off"]),
]


@pytest.mark.parametrize(("text", "pieces"), DATA)
def test_values_of_rows_and_records_are_pieces_of_their_own(text: str, pieces: list[str]) -> None:
    found = cut(text, data=True)
    assert [piece for piece in pieces if piece not in [one.text for one in found]] == []
    assert all("".join(one.text.split()) == "".join(text[one.start : one.end].split()) for one in found)
    assert cut("Send it.", data=True) == cut("Send it.")
