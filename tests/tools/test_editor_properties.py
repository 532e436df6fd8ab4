"""The editor's law, on whatever bytes: what it was not asked to change is there afterwards, byte for byte."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from deskhand.tools.document import decode
from deskhand.tools.edits import insert_after, replace_passage
from deskhand.tools.interface import ToolError
from deskhand.tools.views import file as view

ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "cp932", "euc_jp", "iso2022_jp", "latin-1")
TEXTS = st.lists(st.sampled_from(["a", "b\t", "é", "日本", "テスト", "。", "\n", "\r\n", "\r", " "]), max_size=30).map(
    "".join
)
BYTES = st.binary(max_size=60) | st.builds(
    lambda text, encoding: text.encode(encoding, "ignore"), TEXTS, st.sampled_from(ENCODINGS)
)


@settings(max_examples=150, deadline=None)
@given(BYTES)
def test_reading_and_writing_back_changes_nothing(data: bytes) -> None:
    try:
        document = decode(data, "file")
    except ToolError:
        return
    assert document.encode() == data
    view(document, "file", None, None)


@settings(max_examples=150, deadline=None)
@given(BYTES, st.data(), TEXTS)
def test_replacing_changes_one_stretch(data: bytes, draw: st.DataObject, new: str) -> None:
    try:
        document = decode(data, "file")
    except ToolError:
        return
    first = draw.draw(st.integers(0, len(document.text)))
    last = draw.draw(st.integers(first, len(document.text)))
    old = document.text[first:last]
    if draw.draw(st.booleans()):
        old = old.replace("\r\n", "\n")  # as a model writes it
    try:
        edit = replace_passage(document, old, new, "file")
        after = edit.document.encode()
    except ToolError:
        return
    assert len(decode_again(after, document.encoding, document.mark)) == len(edit.document.text)
    count = len(edit.document.lines)
    assert 1 <= edit.first <= edit.last <= count + 1
    torn = any(document.text[at - 1 : at + 1] == "\r\n" for at in (first, last) if at)
    if document.text.count(old) == 1 and old == document.text[first:last] and not torn:
        text, before, behind = edit.document.text, document.text[:first], document.text[last:]
        assert text.startswith(before) and text.endswith(behind)
        if document.encoding == "utf-8":
            assert after.startswith(document.mark + before.encode("utf-8", "surrogateescape"))
            assert after.endswith(behind.encode("utf-8", "surrogateescape"))


@settings(max_examples=150, deadline=None)
@given(BYTES, st.data(), TEXTS.filter(bool))
def test_inserting_adds_lines_and_takes_none_away(data: bytes, draw: st.DataObject, new: str) -> None:
    try:
        document = decode(data, "file")
        line = draw.draw(st.integers(0, len(document.lines)))
        edit = insert_after(document, line, new, "file")
        edit.document.encode()
    except ToolError:
        return
    before, after = document.text, edit.document.text
    grown = len(after) - len(before)
    assert grown > 0
    assert any(before == after[:at] + after[at + grown :] for at in range(len(before) + 1))


def decode_again(data: bytes, encoding: str, mark: bytes) -> str:
    return data[len(mark) :].decode(encoding, "surrogateescape" if encoding == "utf-8" else "strict")
