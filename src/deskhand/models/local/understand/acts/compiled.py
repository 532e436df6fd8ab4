"""Acts to steps: each by its own function, with what the acts before it left; or the part that is out of reach.

Nothing is put in that the wish does not say, and a limit (“except …”) that no step carries refuses the whole: a plan that
does nearly what was meant costs more than a question.
"""

# ruff: noqa: E501
from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from deskhand.models.local.steps import NotUnderstood, Plan
from deskhand.models.local.understand.acts import (
    calculating,
    carrying,
    casing,
    clicking,
    clipboard,
    comparing,
    counting,
    deleting,
    editing,
    entries,
    filing,
    flow,
    packing,
    pictures,
    removing,
    renaming,
    repeating,
    running,
    settings,
    telling,
    totalling,
    windows,
    writing,
)
from deskhand.models.local.understand.acts.desk import Desk
from deskhand.models.local.understand.acts.form import Act
from deskhand.models.local.understand.acts.keeping import keep
from deskhand.models.local.understand.acts.unfolding import saves_each, unfolded
from deskhand.models.local.understand.frame import Language, Puzzled
from deskhand.models.local.understand.language import sentence

Make = Callable[[Desk, Act], None]

MAKES: Mapping[str, Make] = {
    "open_program": windows.open_program,
    "close": windows.close,
    "close_all": windows.close_all,
    "switch_to": windows.switch_to,
    "window": windows.window,
    "open_file": filing.open_file,
    "new_document": windows.new_document,
    "save": filing.save,
    "print": filing.print_file,
    "export": filing.export,
    "type": writing.type_text,
    "press": clicking.press,
    "click": clicking.click,
    "double_click": clicking.double_click,
    "right_click": clicking.right_click,
    "menu": clicking.menu,
    "choose": clicking.choose,
    "check": clicking.check,
    "uncheck": clicking.uncheck,
    "drag": clicking.drag,
    "scroll": windows.scroll,
    "set_value": writing.set_value,
    "find": editing.find,
    "replace": editing.replace,
    "edit_line": editing.edit_line,
    "sort_lines": editing.sort_lines,
    "change_case": casing.change_case,
    "select": clipboard.select,
    "copy": clipboard.copy,
    "cut": clipboard.cut,
    "paste": clipboard.paste,
    "undo": clipboard.undo,
    "redo": clipboard.redo,
    "format": clipboard.format_text,
    "zoom": windows.zoom,
    "setting": settings.setting,
    "rename": renaming.rename,
    "move": carrying.move,
    "copy_file": carrying.copy_file,
    "delete_file": deleting.delete_file,
    "make_folder": carrying.make_folder,
    "compress": packing.compress,
    "extract": packing.extract,
    "properties": packing.properties,
    "compute": calculating.compute,
    "convert": calculating.convert,
    "run": running.run,
    "go_to": windows.go_to,
    "search_web": windows.search_web,
    "back": windows.back,
    "reload": windows.reload,
    "bookmark": windows.bookmark,
    "read": telling.read,
    "count": counting.count,
    "pick": comparing.pick,
    "sum": totalling.total,
    "tell": telling.tell,
    "add": entries.add,
    "change": entries.change,
    "remove": removing.remove,
    "mark": removing.mark,
    "sort": settings.sort,
    "filter": settings.filter_,
    "draw": pictures.draw,
    "fill": pictures.fill,
    "rotate": pictures.rotate,
    "flip": pictures.flip,
    "resize": pictures.resize,
    "crop": pictures.crop,
    "command": settings.command,
    "if": lambda desk, act: flow.if_(desk, act, run),
    "until": lambda desk, act: flow.until(desk, act, run),
    "each": lambda desk, act: repeating.each(desk, act, run),
}


def compiled(acts: Sequence[Act], wish: str, language: Language) -> Plan | NotUnderstood:
    """The plan that the acts make; refused with the words that no step carries."""
    desk = Desk(wish, language)
    try:
        for number, act in enumerate(acts):
            desk.now = number
            run(desk, [act], acts[number + 1 :])
    except Puzzled as puzzled:
        return NotUnderstood(puzzled.part, sentence(puzzled.part, puzzled.why, language, hint=False), language)
    if not desk.steps:
        return NotUnderstood(wish, sentence(wish, "empty", language), language)
    keep(desk)
    return Plan(tuple(desk.steps), tuple(desk.sources), language, tuple(desk.named.values()))


def run(desk: Desk, acts: Sequence[Act], after: Sequence[Act] = ()) -> None:
    """The steps of some acts; ``after``: the acts behind them."""
    for number, act in enumerate(acts):
        desk.act, desk.after = act, (*acts[number + 1 :], *after)
        if act.name == "save" and desk.saved:
            desk.saved = False
            continue
        each = unfolded(act, desk.after)
        for one in each:
            desk.act = one
            MAKES[one.name](desk, one)
        desk.saved = len(each) > 1 and saves_each(each)
