"""Carrying out a plan: one step after the other, each by its skill, and an honest word at the end."""

from __future__ import annotations

from collections.abc import Sequence

from deskhand.models.local.behind.held.parts import mentions
from deskhand.models.local.behind.held.places import rather_in_file, to_be_worked_out
from deskhand.models.local.behind.instead import in_the_file
from deskhand.models.local.behind.proving import keeps_itself, prove, stamp
from deskhand.models.local.behind.sooner import Instead, sooner
from deskhand.models.local.behind.unsaved import EDITS
from deskhand.models.local.conversation import Outcome, Task
from deskhand.models.local.ground import ENOUGH, locate
from deskhand.models.local.hand import Alarmed, Hand, Refused, Stuck
from deskhand.models.local.joined import joined, with_its_place
from deskhand.models.local.memory import NothingRead
from deskhand.models.local.resumed import steps_to_do
from deskhand.models.local.skills import (
    agreeing,
    browsing,
    calculator,
    describing,
    differing,
    documents,
    figures,
    files,
    filing_otherwise,
    finding,
    foreach,
    keys,
    lines,
    menus,
    moving,
    opening,
    options,
    pointing,
    programs,
    reading,
    renaming,
    saving,
    saying_it,
    searching,
    sizing,
    terminal,
    typing,
    whole_text,
    windowing,
    working_out,
)
from deskhand.models.local.skills.commands.command import use_command
from deskhand.models.local.skills.commands.of_page import of_its_page
from deskhand.models.local.skills.commands.seeking import last_way
from deskhand.models.local.skills.commands.setting import check, set_setting
from deskhand.models.local.skills.common import dialog_in_front, dismissed
from deskhand.models.local.skills.ready import past_its_questions
from deskhand.models.local.skills.recalling import recalled
from deskhand.models.local.steps import (
    ArrangeLines,
    ArrangeWindow,
    ChangeCase,
    ChooseMenu,
    ChooseOption,
    ClickOn,
    CloseAll,
    CloseWindow,
    Compute,
    Copy,
    Count,
    DeleteFile,
    Describe,
    Differ,
    DragTo,
    EditLine,
    ForEach,
    GoTo,
    IfShown,
    IfValue,
    MakeFolder,
    MoveFile,
    NewDocument,
    OpenFile,
    OpenProgram,
    Paste,
    Pick,
    Plan,
    PressKeys,
    Read,
    Ref,
    RenameAll,
    RenameFile,
    Repeat,
    ReplaceText,
    RunCommand,
    Save,
    ScrollBy,
    ScrollTo,
    SetChecked,
    SetSetting,
    SortLines,
    Step,
    SwitchTo,
    Target,
    Tell,
    Total,
    TypeText,
    Until,
    UseCommand,
    WaitFor,
    WorkOut,
)
from deskhand.models.local.summing_up import answer, so_far

LOOKS = (OpenProgram, OpenFile, SwitchTo, ArrangeWindow, Describe, Read, Count, Tell, ScrollBy, ScrollTo, WaitFor)
"""Steps that change nothing but what shows."""
MOST_ROUNDS = 30
"""Of what is done until something shows."""


async def carry_out(task: Task, plan: Plan) -> Outcome:
    """The program for one plan."""
    hand = Hand(task.dialect, task.memory, plan.language, task.picture)
    hand.wish = task.text
    hand.memory.named = {named.kind: named for named in plan.named}
    hand.tells = any(isinstance(step, Tell) for step in plan.steps)
    hand.saves = any(isinstance(step, Save) and not step.name and not step.folder for step in plan.steps)
    told: list[str] = []
    done: list[str] = []
    steps = joined(list(zip(plan.steps, plan.sources, strict=False)))
    ahead = steps_to_do(task.resume_at, steps)
    for position, (number, step, source) in enumerate(ahead):
        hand.step = number
        hand.said = source
        hand.last_step = ahead[position - 1][1] if position else None
        hand.next_step = ahead[position + 1][1] if position + 1 < len(ahead) else None
        try:
            sentence = await _do(hand, step, with_its_place(step, source, ahead[:position]))
            await agreeing.agree(hand, step, hand.next_step)
        except Stuck as stuck:
            return Outcome(so_far(hand, done, str(stuck)), asks=True)
        except NothingRead:
            missing = hand.say(
                f"For “{source}” I need a value that nothing before it has read.",
                f"「{source}」に必要な値がまだ読み取られていません。",
            )
            return Outcome(so_far(hand, done, missing), asks=True)
        if isinstance(step, Tell):
            told.append(sentence)
        elif sentence:
            done.append(sentence)
    if ahead:
        await agreeing.let_it_keep(hand, ahead[-1][1])
    hand.memory.done.extend(done)
    return Outcome(answer(hand, done, told))


async def _do(hand: Hand, step: Step, source: str) -> str:
    """One step; where the window does not let it be done, in the file itself."""
    if hand.unsaved.has(step):
        hand.unsaved.note(step)
        return ""
    if hand.unsaved.written and isinstance(step, EDITS):  # its window shows the old text still
        if said := await in_the_file(hand, step):
            return said
        name = hand.unsaved.written
        raise Stuck(hand.say(f"I could not do the same in {name}.", f"{name} では同じことができませんでした。"))
    worked_out = to_be_worked_out(step, hand.wish)
    if (worked_out or rather_in_file(step, hand.wish)) and (said := await in_the_file(hand, step)):
        return said
    if isinstance(step, EditLine) and rather_in_file(step, hand.wish):
        return await _at_the_end(hand, step)
    if worked_out:
        raise Stuck(hand.say("I could not tell which cells to add up.", "どのセルを計算するのか分かりませんでした。"))
    try:
        await stamp(hand, step)
        with sooner(hand, step):
            said = await _in_window(hand, step, source)
        await prove(hand, step)
        hand.unsaved.note(step, hand.said)
        hand.memory.changed = hand.memory.changed or not isinstance(step, LOOKS)
    except Alarmed:
        if not (said := await in_the_file(hand, step)):
            raise
    except Refused:
        raise
    except Instead as found:
        return str(found)
    except Stuck:
        if not (said := await in_the_file(hand, step) or await keeps_itself(hand, step)):
            raise
    return said


async def _at_the_end(hand: Hand, step: EditLine) -> str:
    """A line for a note or a page of a name: at the end of the text, where the window shows that page, and nowhere
    else. Put behind the words that are its name it would have changed its heading."""
    front, name = await hand.front(), str(step.line)
    title = (await hand.view()).focus or ("" if front is None else front.title)
    if not mentions(title, name) or step.how != "append":
        raise Stuck(
            hand.say(
                f"I could not find the text of “{name}”, so I changed nothing.",
                f"「{name}」の本文が見つからないので、何も変えていません。",
            )
        )
    await keys.press(hand, PressKeys("ctrl+End"))
    said = await typing.type_text(hand, TypeText(step.text, own_line=True))
    hand.unsaved.note(PressKeys("ctrl+End"))
    hand.unsaved.note(TypeText(step.text, own_line=True))
    hand.memory.changed = True
    return said


async def _in_window(hand: Hand, step: Step, source: str) -> str:
    """Once more where a message stood in the way of a step that can be begun again without harm."""
    try:
        return await do_step(hand, step, source)
    except Refused:
        raise
    except Stuck:
        again = isinstance(step, ChooseMenu | ClickOn | EditLine | ReplaceText | SetSetting | UseCommand)
        asked = isinstance(step, ChooseMenu | ClickOn | TypeText | Read | Pick | SetSetting | UseCommand)
        if not (again and await dismissed(hand)) and not (asked and await past_its_questions(hand, step)):
            if found := await of_its_page(hand, step):
                return found
            if found := await last_way(hand, step, lambda: do_step(hand, step, source)):
                return found
            raise
        return await do_step(hand, step, source)


async def do_step(hand: Hand, step: Step, source: str = "") -> str:
    """One step; the sentence for the answer, or ""."""
    hand.doing = step = recalled(hand, step)
    match step:
        case OpenProgram():
            return await programs.open_program(hand, step.name)
        case CloseWindow():
            return await windowing.close_window(hand, step)
        case CloseAll():
            return await windowing.close_all(hand, step)
        case ArrangeWindow():
            return await sizing.arrange(hand, step)
        case SwitchTo():
            return await windowing.switch_to(hand, step)
        case NewDocument():
            return await documents.new_document(hand, step)
        case TypeText():
            return await typing.type_text(hand, step)
        case PressKeys():
            return await keys.press(hand, step)
        case ClickOn():
            return await pointing.click_on(hand, step)
        case ChooseMenu():
            return await menus.choose_menu(hand, step)
        case ChooseOption():
            return await options.choose_option(hand, step)
        case SetChecked():
            return await check(hand, step, source)
        case DragTo():
            return await pointing.drag_to(hand, step)
        case ScrollBy():
            return await pointing.scroll_by(hand, step)
        case ScrollTo():
            return await pointing.scroll_to(hand, step)
        case Save():
            return await saving.save(hand, step, source)
        case OpenFile():
            return await opening.open_file(hand, step)
        case RenameAll():
            return await renaming.rename_all(hand, step)
        case RenameFile():
            return await filing_otherwise.done_somehow(hand, lambda: files.rename(hand, step))
        case MoveFile():
            return await filing_otherwise.done_somehow(hand, lambda: moving.move(hand, step))
        case DeleteFile():
            return await filing_otherwise.done_somehow(hand, lambda: files.delete(hand, step))
        case MakeFolder():
            return await filing_otherwise.done_somehow(hand, lambda: files.make_folder(hand, step))
        case ReplaceText():
            return await searching.replace_text(hand, step)
        case EditLine():
            return await lines.edit_line(hand, step)
        case SortLines():
            return await whole_text.sort_lines(hand, step)
        case ArrangeLines():
            return await whole_text.arrange_lines(hand, step)
        case ChangeCase():
            return await whole_text.change_case(hand, step)
        case SetSetting():
            return await set_setting(hand, step, source)
        case UseCommand(words="find" | "検索", fields=(("", str(text)),), on=None):
            return await finding.find_text(hand, text)
        case UseCommand():
            rather = await filing_otherwise.in_its_panes(hand, step)
            return await (use_command(hand, step) if rather is None else do_step(hand, rather, source))
        case Compute():
            return await calculator.compute(hand, step)
        case Read():
            return await reading.read(hand, step)
        case Describe():
            return await describing.describe(hand, step)
        case Count():
            return await describing.count(hand, step)
        case RunCommand():
            return await terminal.run_command(hand, step)
        case GoTo():
            return await browsing.go_to(hand, step)
        case Copy():
            return await documents.copy(hand, step)
        case Paste():
            return await documents.paste(hand, step)
        case WaitFor():
            return await keys.wait_for(hand, step)
        case Tell():
            return await saying_it.tell(hand, step)
        case Total():
            return await figures.total(hand, step)
        case Differ():
            return await differing.differ(hand, step)
        case WorkOut():
            return await working_out.work_out(hand, step)
        case Pick():
            return await figures.pick(hand, step)
        case IfValue():
            chosen = step.then if figures.compares(hand.memory.fill(step.value), step.how, step.to) else step.otherwise
            return await _repeat(hand, 1, chosen, source)
        case Until():
            return await _until(hand, step, source)
        case ForEach():
            return await foreach.for_each(hand, step, source, do_step)
        case Repeat():
            return await _repeat(hand, step.times, step.steps, source)
        case IfShown():
            chosen = step.then if await _shows(hand, step.target) else step.otherwise
            return await _repeat(hand, 1, chosen, source)


async def _shows(hand: Hand, target: Target) -> bool:
    if target.kind == "window" and not target.name:  # "if a dialog appears"
        return await hand.until(lambda: dialog_in_front(hand), tries=2)
    found = locate(await hand.scene(), target, await hand.here())
    return bool(found) and found[0].score >= ENOUGH


async def _until(hand: Hand, step: Until, source: str) -> str:
    for _ in range(MOST_ROUNDS):
        if step.how is not None:
            await reading.read(hand, Read(step.target, "until"))
            if figures.compares(hand.memory.get(Ref("until")), step.how, step.to):
                return ""
        elif await _shows(hand, step.target) is step.shown:
            return ""
        await _repeat(hand, 1, step.steps, source)
    name = step.target.name
    still, never = (
        hand.say(f"“{name}” still shows", f"「{name}」がまだ表示されています"),
        hand.say(f"“{name}” does not show", f"「{name}」がまだ表示されません"),
    )
    told = never if step.shown else still
    raise Stuck(hand.say(f"I did it {MOST_ROUNDS} times, but {told}.", f"{MOST_ROUNDS}回繰り返しましたが、{told}。"))


async def _repeat(hand: Hand, times: int, steps: Sequence[Step], source: str) -> str:
    sentence = ""
    for _ in range(times):
        for step in steps:
            sentence = await do_step(hand, step, source) or sentence
    return sentence
