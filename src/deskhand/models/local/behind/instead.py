"""Done to the file itself, or answered out of it, where the program's window would not."""

from __future__ import annotations

import shlex
from collections.abc import Sequence

from deskhand.models.local.behind.answering import answered
from deskhand.models.local.behind.asking import asked
from deskhand.models.local.behind.changing import Unclear, changed
from deskhand.models.local.behind.configured import configured
from deskhand.models.local.behind.documents import documented
from deskhand.models.local.behind.endings import written_otherwise
from deskhand.models.local.behind.everywhere import replaced_everywhere
from deskhand.models.local.behind.file import File, meant, text_of
from deskhand.models.local.behind.filing import filed
from deskhand.models.local.behind.held.places import rather_in_file
from deskhand.models.local.behind.made import made
from deskhand.models.local.behind.proving import holds, unwritten
from deskhand.models.local.behind.questions import out_of_the_file
from deskhand.models.local.behind.tabled import edited_table, sorted_table
from deskhand.models.local.behind.unsaved import EDITS, ENDS
from deskhand.models.local.behind.writing import begun, command, written
from deskhand.models.local.hand import Hand, Stuck
from deskhand.models.local.skills.paths import path_of
from deskhand.models.local.skills.reading import content_lines
from deskhand.models.local.skills.sums import keyable, worked_out
from deskhand.models.local.steps import (
    Compute,
    Count,
    Describe,
    OpenFile,
    PressKeys,
    Read,
    ReplaceText,
    Save,
    SetChecked,
    SetSetting,
    Step,
    TypeText,
    UseCommand,
)
from deskhand.vision.folding import fold
from deskhand.vision.match import similarity

NEARLY = 0.8
"""How like a typed line one that stands there must be to be that line, garbled."""
LONGEST = 20_000
"""Letters of a text that is written anew: a person who is asked about it should be able to read it."""


async def in_the_file(hand: Hand, step: Step) -> str:
    """The sentence for what was done to the file itself; "" where the step is not one of a text in a file, or nobody
    can say for certain what the file should hold afterwards. Raises Stuck where the window holds more that was done
    before and not saved, and that cannot be done to the file as well: saved from there it would bring the old back."""
    changes = isinstance(step, (UseCommand, SetSetting, SetChecked, *EDITS)) and not hand.unsaved.written
    used = [*hand.unsaved.used] if changes and hand.unsaved.used and await unwritten(hand) else []
    said = await _in_the_file(hand, step)
    if said and hand.unsaved.written and used:
        hand.unsaved.used.clear()
        after, words = hand.next_step, hand.said
        for earlier, hand.said in used:
            hand.next_step = Save()
            if not await _in_the_file(hand, earlier):
                name = hand.unsaved.written.rpartition("/")[2]
                raise Stuck(
                    hand.say(
                        f"I changed {name} itself, but what I had done before in the window is not saved, and I could "
                        f"not do it there: “{hand.said}”.",
                        f"{name} を直接変更しましたが、その前にウィンドウで行った操作は保存されておらず、"
                        f"ファイルには反映できませんでした: 「{hand.said}」",
                    )
                )
        hand.next_step, hand.said = after, words
    return said


async def _in_the_file(hand: Hand, step: Step) -> str:
    if isinstance(step, Save):
        return await _saved(hand, step)
    if isinstance(step, Compute):
        return _worked_out(hand, step)
    if done := await filed(hand, step) or await configured(hand, step):
        return done
    if done := await written_otherwise(hand, step):
        return done
    if isinstance(step, UseCommand) and hand.dialect.bash is not None:
        return await _tabled(hand, step) or await documented(hand, step) or await made(hand, step)
    if isinstance(step, SetSetting) and step.value and hand.dialect.bash is not None:
        value = hand.memory.fill(step.value)
        return await documented(hand, step) or await made(hand, UseCommand("set", ((step.name, value),)))
    if isinstance(step, SetSetting | SetChecked) or (isinstance(step, TypeText) and step.into is not None):
        return await documented(hand, step)
    if isinstance(step, OpenFile):
        return await _opened(hand, step)
    if isinstance(step, ReplaceText) and (told := await replaced_everywhere(hand, step)):
        return told
    if isinstance(step, EDITS):
        if rather_in_file(step, hand.wish) and (told := await documented(hand, step)):
            return told
        return await _written(hand, [*hand.unsaved.steps, step]) or await documented(hand, step)
    if isinstance(step, Read | Describe | Count):
        question = hand.said or hand.wish
        if told := await _row_shown(hand, question):
            hand.memory.store(step.store, told)
            return hand.say("The window's row says so.", "画面の行に書かれています。")
        if told := await out_of_the_file(hand, question):
            hand.memory.store(step.store, told)
            return hand.say("I read it in the file itself.", "ファイルそのものを読みました。")
    return ""


def _worked_out(hand: Hand, step: Compute) -> str:
    """A plain sum whose result the program does not show: worked out without it."""
    expression = keyable(hand.memory.fill(step.expression))
    value = worked_out(expression)
    if not value:
        return ""
    hand.memory.store(step.store, value)
    return hand.say(
        f"I worked out {expression} = {value} myself, since I could not read it off the calculator.",
        f"電卓から読み取れなかったため、{expression} = {value} を自分で計算しました。",
    )


async def _shows(hand: Hand, file: File) -> bool:
    """Whether a window names the file: a program that is not there is no reason to do without it unasked."""
    stem = fold(file.name.rpartition(".")[0]).letters.lower()
    titles = [window.title for window in await hand.windows()]
    front = await hand.front()
    texts = (
        [] if front is None else [one.text for one in (await hand.scene()).texts if front.box.contains(one.box.center)]
    )
    return any(stem in fold(text).letters.lower() for text in (*titles, *texts))


async def _row_shown(hand: Hand, question: str) -> str:
    """The row of the window that answers, where no label and no column told it; of what a value is not known to look
    like, none: a window is full of words."""
    wanted, front = asked(question), await hand.front()
    if wanted is None or not wanted.kind or front is None:
        return ""
    found = answered(wanted, await content_lines(hand, front))
    return "" if found is None else found.text


async def _opened(hand: Hand, step: OpenFile) -> str:
    """A text that the program does not open is worked on without it, where the plan goes on to change it."""
    goes_on = isinstance(hand.next_step, EDITS) or (
        isinstance(hand.next_step, PressKeys) and hand.next_step.keys.lower() in ENDS
    )
    file = await meant(hand, to_change=True) if goes_on else None
    if file is None or not await _shows(hand, file) or await worked_on(hand, file) is None:
        return ""
    hand.unsaved.written = file.path
    return hand.say(f"I worked on {file.name} itself.", f"{file.name} を直接扱いました。")


async def _saved(hand: Hand, step: Save) -> str:
    name = hand.memory.fill(step.name).strip()
    if not name and not step.folder and not hand.unsaved.used:
        return await _written(hand, hand.unsaved.steps, saving=True)
    typed = [one for one in hand.unsaved.steps if isinstance(one, TypeText)]
    file = File(path_of(name, step.folder or "documents"))
    if hand.unsaved.used:
        return await _used(hand, step)
    if not typed or len(typed) != len(hand.unsaved.steps) or not (file.is_plain or "." not in file.name):
        return ""
    there = await hand.reads(f"ls -d {shlex.quote(file.path)} 2>/dev/null", hand.say("Is it there?", "確認します。"))
    if file.path in there.text:
        return ""  # over somebody's file only by the program's own question
    try:
        text = changed("", typed, hand.memory)
    except Unclear:
        return ""
    return await _write(hand, file, "", text if text.endswith("\n") else f"{text}\n", ())


async def _used(hand: Hand, save: Save) -> str:
    """The program's commands done to the file, where they were done in the window and cannot be saved there: all of
    them, and nothing that was typed between them."""
    if any(isinstance(step, EDITS) for step in hand.unsaved.steps) or not await unwritten(hand):
        return ""
    told, after, said = "", hand.next_step, hand.said
    try:
        for step, words in hand.unsaved.used:
            hand.next_step, hand.said = save, words
            told = await _tabled(hand, step) or await documented(hand, step) or await made(hand, step)
            if not told:
                return ""
    finally:
        hand.next_step, hand.said = after, said
    return told


async def _written(hand: Hand, steps: Sequence[Step], *, saving: bool = False) -> str:
    """``saving``: the steps were done in the window, and may have come to the file in spite of all."""
    if not any(isinstance(step, EDITS) for step in steps):
        return ""
    file = File(hand.unsaved.written) if hand.unsaved.written else await meant(hand, to_change=True)
    before = None if file is None else await worked_on(hand, file)
    if file is None or before is None:
        return ""
    steps = [step for step in steps if isinstance(step, (*EDITS, PressKeys))]
    if saving and holds(before, steps, hand.memory):
        return hand.say(f"{file.name} holds the change.", f"{file.name} に変更が入っています。")
    try:
        after = changed(before, [*hand.unsaved.caret(), steps[-1]] if hand.unsaved.written else steps, hand.memory)
    except Unclear:
        return ""
    if after == before or len(after) > LONGEST or _half_there(before, steps, hand):
        return ""
    return await _write(hand, file, before, after, [step for step in steps if isinstance(step, EDITS)])


async def _tabled(hand: Hand, step: UseCommand) -> str:
    """The rows of a table in order, or a cell or a row of it changed, where that is to be saved."""
    after = hand.next_step
    fields = {name: hand.memory.fill((value,)) for name, value in step.fields}
    if not isinstance(after, Save) or len(fields) != len(step.fields):
        return ""
    file = await meant(hand, to_change=True)
    if file is None or file.ending not in ("csv", "tsv") or (before := await text_of(hand, file)) is None:
        return ""
    row = "" if step.on is None else step.on.name
    key = " ".join(fields.values()) or row
    text = sorted_table(step.words, hand.said, key, before, file.ending)
    if text is None:
        text = edited_table(step.words, fields, row, before, file.ending)
    if text is None or len(text) > LONGEST:
        return ""
    name = hand.memory.fill(after.name).strip()
    if not name:
        return await _write(hand, file, before, text, ()) if text != before else ""
    new = File(path_of(name, after.folder) if after.folder else f"{file.path.rpartition('/')[0]}/{name}")
    there = await hand.reads(f"ls -d {shlex.quote(new.path)} 2>/dev/null", hand.say("Is it there?", "確認します。"))
    if new.path in there.text or new.ending != file.ending:
        return ""
    told = await _write(hand, new, "", text, ())
    hand.unsaved.named = bool(told)
    return told


async def worked_on(hand: Hand, file: File) -> str | None:
    """The text of a file that may be changed as a text; None of what is built of marks, or is no text."""
    text = await text_of(hand, file)
    return text if text is None or file.is_plain or not text.lstrip().startswith(("<", "{", "%")) else None


def _half_there(text: str, steps: Sequence[Step], hand: Hand) -> bool:
    """Whether what was typed stands there with a letter lost or doubled: then nobody should put it there once more."""
    typed = [line for step in steps if isinstance(step, TypeText) for line in hand.memory.fill(step.text).splitlines()]
    return any(NEARLY <= similarity(line, there) < 1 for line in typed if line for there in text.splitlines())


async def _write(hand: Hand, file: File, before: str, text: str, steps: Sequence[Step]) -> str:
    await hand.shell(command(before, text, steps, file.path), begun(hand, file))
    if await text_of(hand, file) != text:
        return ""
    return written(hand, file)
