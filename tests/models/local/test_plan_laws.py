"""What must hold of every plan, whatever the instruction."""

# ruff: noqa: E501
from __future__ import annotations

import time
import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.models.local.plan_cases_en import ENGLISH
from tests.models.local.plan_cases_ja import JAPANESE

from deskhand.models.local.concepts import FOLDERS, PROGRAMS
from deskhand.models.local.plan import LONGEST, plan, surely, understand
from deskhand.models.local.steps import (
    ChooseMenu,
    ChooseOption,
    ClickOn,
    Copy,
    DeleteFile,
    DragTo,
    EditLine,
    GoTo,
    IfShown,
    MakeFolder,
    MoveFile,
    NotUnderstood,
    OpenFile,
    Plan,
    Read,
    RenameFile,
    Repeat,
    ReplaceText,
    RunCommand,
    Save,
    ScrollTo,
    SetChecked,
    Step,
    Target,
    TypeText,
    UseCommand,
)  # fmt: skip
from deskhand.models.local.understand.compose.composer import Composer

WORDS = [
    "open", "type", "save", "close", "the", "calculator", "text editor", "「a」", '"x y"', "as", "a.txt", "in", "shared folder", "then", "and", ",",
    "を", "に", "開いて", "入力して", "保存", "電卓", "ください", "1234 × 5678", "work out", "result", "it", "press", "ctrl+s", "3", "times", "回", "if",
    "appears", "click", "OK", "before", "closing", "結果", "計算", "。", ".", "\n", "1. ", "`ls`", "run", "tell me", "File > Save As", "(1, 2)", "の", "前に",
    "もし", "表示されたら", "selection", "https://x.org", "of", "all", "until", "when", "repeat", "you", "please", "not", "ないで", "'", '"', "「", "“",
]  # fmt: skip
QUOTED = 25
"""Texts in quotes: a tenth of a second each, since the learned reader reads them too."""
SENTENCES = st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)


_PLACES = ("folder", "フォルダ")
"""Fields whose value may be a concept of our own."""


def written(steps: tuple[Step, ...] | Step) -> Iterator[str]:
    """Every string in the steps that is not a concept, a key or a command of our own."""
    for step in steps if isinstance(steps, tuple) else (steps,):
        match step:
            case TypeText(text=text) | RunCommand(command=text) | Save(name=text):
                yield from (piece for piece in text if isinstance(piece, str))
            case OpenFile(name=name) | DeleteFile(name=name) | MakeFolder(name=name):
                yield name
            case MoveFile(name=name):
                yield name
            case RenameFile(name=name, new_name=new):
                yield from (name, new)
            case ReplaceText(old=old, new=new):
                yield from (old, new)
            case ChooseMenu(path=path):
                yield from path
            case ChooseOption(option=option):
                yield option
            case UseCommand(fields=fields):
                yield from (
                    value
                    for name, value in fields
                    if isinstance(value, str) and not (name in _PLACES and value in FOLDERS)
                )
            case EditLine(line=line, text=text):
                yield from (piece for piece in (line, *text) if isinstance(piece, str))
            case GoTo(address=address):
                yield address
            case Repeat(steps=inner):
                yield from written(inner)
            case IfShown(then=then, otherwise=otherwise):
                yield from written(then)
                yield from written(otherwise)
            case _:
                pass
        for target in targets(step):
            yield from (target.name, target.near)


def targets(step: Step) -> Iterator[Target]:
    match step:
        case (
            TypeText(into=Target() as target)
            | Copy(what=Target() as target)
            | ClickOn(target=target)
            | SetChecked(target=target)
            | UseCommand(on=Target() as target)
        ):
            yield target
        case Read(what=target) | ScrollTo(target=target) | IfShown(target=target) | ChooseOption(of=Target() as target):
            yield target
        case DragTo(source=source, to=to):
            yield from (source, to)
        case _:
            pass


def assert_nothing_invented(instruction: str) -> None:
    found = surely(instruction)
    if not isinstance(found, Plan):
        assert found.reason
        return
    flat = "".join(unicodedata.normalize("NFKC", instruction).split()).lower().replace("’", "'").replace("‘", "'")
    for text in written(found.steps):
        for line in text.split("\n"):
            assert (
                "".join(unicodedata.normalize("NFKC", line).split()).lower().replace("’", "'").replace("‘", "'") in flat
            ), (text, instruction)
    assert len(found.sources) == len(found.steps)


@pytest.mark.parametrize("cases", [ENGLISH, JAPANESE], ids=["en", "ja"])
def test_every_string_of_a_plan_stands_in_the_instruction(cases: list[tuple[str, ...]]) -> None:
    for case in cases:
        assert_nothing_invented(case[0])


@given(SENTENCES)
@settings(max_examples=4, deadline=None)
def test_the_learned_reader_makes_a_plan_or_a_sentence_of_word_salad(text: str) -> None:
    found = understand(text)
    assert isinstance(found, Plan) or found.reason


@given(SENTENCES)
@settings(max_examples=150, deadline=None)
def test_no_string_is_invented_even_from_word_salad(text: str) -> None:
    assert_nothing_invented(text)


@given(st.text(max_size=200))
@settings(max_examples=150, deadline=None)
def test_any_text_gives_a_plan_or_a_sentence(text: str) -> None:
    assert_nothing_invented(text)


@given(
    st.text(
        alphabet=st.characters(exclude_characters="「」", exclude_categories=["Cs"]), min_size=1, max_size=40
    ).filter(lambda s: s.strip(" .…") != "")
)
@settings(max_examples=QUOTED, deadline=None)
def test_quoted_text_arrives_unchanged(text: str) -> None:
    found = plan(f"テキストエディタを開いて「{text}」と入力してください")
    assert isinstance(found, Plan), found
    assert found.steps[-1] == TypeText((text,))


@given(
    st.text(alphabet=st.characters(exclude_characters='"', exclude_categories=["Cs"]), min_size=1, max_size=40).filter(
        lambda s: s.strip(" .…") != ""
    )
)
@settings(max_examples=QUOTED, deadline=None)
def test_quoted_text_arrives_unchanged_in_english(text: str) -> None:
    found = plan(f'Open the text editor and type "{text}"')
    assert isinstance(found, Plan), found
    assert found.steps[-1] == TypeText((text,))


def test_a_long_instruction_is_read_in_milliseconds_and_a_longer_one_refused() -> None:
    instruction = "Open the calculator, work out 12 × 34 and tell me the result. " * 60
    began = time.process_time()
    assert isinstance(plan(instruction), Plan)
    assert time.process_time() - began < 5
    assert isinstance(plan("a " * LONGEST), NotUnderstood)


def test_refusals_name_the_words_and_speak_the_language() -> None:
    english = plan("Open the calculator and book me a flight to Paris")
    assert isinstance(english, NotUnderstood)
    assert "book me a flight" in english.part
    assert "book me a flight" in english.reason
    japanese = plan("電卓を開いて、秋についての詩を書いてください")
    assert isinstance(japanese, NotUnderstood)
    assert "秋についての詩" in japanese.part
    assert "作れません" in japanese.reason


def test_a_refusal_is_short_and_hints_only_where_nothing_was_understood() -> None:
    nothing, part = plan("Book me a flight to Paris"), plan('Open the text editor, type "a" and then juggle it')
    assert isinstance(nothing, NotUnderstood)
    assert isinstance(part, NotUnderstood)
    assert "I can open programs" in nothing.reason
    assert "I can" not in part.reason
    assert "juggle" in part.reason
    assert max(len(found.reason.split()) for found in (nothing, part)) <= 35


def test_concepts_are_closed() -> None:
    assert {"calculator", "text editor", "terminal", "web browser", "file manager"} == set(PROGRAMS)
    assert {"shared", "home", "desktop", "documents"} <= set(FOLDERS)
    assert Composer().steps == []
