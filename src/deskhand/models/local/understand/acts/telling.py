"""What is read, counted and told."""

from __future__ import annotations

import re
from dataclasses import replace

from deskhand.models.local import concepts
from deskhand.models.local.skills.paths import folder_path, path_of
from deskhand.models.local.steps import (
    Describe,
    Read,
    Ref,
    RunCommand,
    Target,
    Tell,
    UseCommand,
)
from deskhand.models.local.understand.acts import naming, places
from deskhand.models.local.understand.acts.desk import Desk, Made
from deskhand.models.local.understand.acts.editing import place
from deskhand.models.local.understand.acts.form import Act, ResultOf
from deskhand.models.local.understand.acts.limits import limit, unlimited
from deskhand.models.local.understand.acts.owning import owner_in, owner_said
from deskhand.models.local.understand.acts.running import in_terminal, job
from deskhand.models.local.understand.acts.targets import target
from deskhand.models.local.understand.acts.words import bare, is_all, is_it, number, place_in_order, plain
from deskhand.models.local.understand.shell.things import quoted

_TITLE = re.compile(
    r"(?:the\s+)?(?:window\s+)?title(?:\s+of\s+(?:the|this)\s+(?:window|page))?|(?:ウィンドウの|ページの)?タイトル",
    re.I,
)
_ALL_TEXT = re.compile(
    r"(?:what(?:'s|\s+is|\s+does)?\s+)?(?:it|in\s+(?:it|here|there|this)|here|on\s+(?:the\s+)?screen|the\s+screen|this|contents?|the\s+contents?)(?:\s+says?)?|中身|内容|画面|何が(?:書いてある|出てる|表示)\S*",
    re.I,
)
_DECIMALS = re.compile(
    r"(\d+|one|two|three|four|five|six)\s+(?:decimals?|decimal\s+places?|places?|digits?\s+after)|小数(?:点以下)?(?:第)?\s*(\d+|[一二三四五六])\s*(?:位|桁)",
    re.I,
)
_ROUNDS = re.compile(
    r"(?:with|to)\s+(?:\w+)\s+(?:decimals?|decimal\s+places?|places?\s+after\s+the\s+point)|\b\w+\s+places\s+after\s+the\s+point|rounded\s+to\s+(?:the\s+nearest\s+)?(?:hundredths?|tenths?|whole\s+\w+)|小数(?:点以下)?第?\s*\S\s*(?:位|桁)",
    re.I,
)
_WHOLE = re.compile(
    r"(?:nearest\s+)?(?:whole\s+number|integer)|round(?:ed)?\s+(?:to\s+(?:the\s+)?(?:nearest\s+)?(?:whole|one|unit))|整数",
    re.I,
)


def read(desk: Desk, act: Act) -> None:
    """A value by its label, all that shows, or the title."""
    unlimited(desk, act)
    where = act.args.get("where")
    window = ""
    if isinstance(where, str) and not is_it(where):
        if concepts.program(naming.spoken_name(where), slips=False):
            window = concepts.program(naming.spoken_name(where), slips=False) or ""
        elif places.file(where) is not None:
            place(desk, where)
    what = act.args.get("what", where)
    if isinstance(what, ResultOf):
        made = desk.result(what)
        if made.value:
            desk.leave(made)
            return
        desk.add(Describe(desk.store))
        desk.keeps()
        return
    if isinstance(what, str) and (command := _by_command(desk, what, where if isinstance(where, str) else "")):
        job(desk, command)
        desk.keeps()
        return
    if isinstance(what, tuple):
        pieces: list[str | Ref] = []
        for index, part in enumerate(what):
            store = f"{desk.store}.{index}"
            desk.add(Read(_label(desk, desk.text(part), window), store))
            pieces += [", " if pieces else "", Ref(store)]
        desk.leave(Made("value", tuple(piece for piece in pieces if piece != "")))
        return
    words = desk.text(what)
    if (on_page := _ON_PAGE.fullmatch(words.strip())) is not None:
        words = on_page["en"] or on_page["ja"]
        go = desk.say("go to page", "移動 ページ")
        desk.add(UseCommand(go, (("", plain(on_page["n"] or on_page["n_ja"])),)))
        if _WORDS.fullmatch(bare(words)):
            desk.add(Read(Target(kind="text"), desk.store))
            desk.keeps()
            return
    if page := _PAGE.fullmatch(bare(words)):  # a page is gone to, and what it says is told
        go = desk.say("go to page", "移動 ページ")
        desk.add(UseCommand(go, (("", page["en"] or page["ja"]),)), Describe(desk.store))
        desk.keeps()
        return
    last = desk.steps[-1] if desk.steps else None
    if isinstance(last, RunCommand) and not window:
        desk.leave(Made("value", (Ref(last.store),)))  # what the command has printed holds it
        return
    if _ASKS.search(words) or len(words.split()) > _LONG:
        if desk.act.name != "tell" and not (desk.after and desk.after[0].name == "tell"):
            raise desk.fail("question", words)
        desk.add(Describe(desk.store))  # a question is no label: the person is told what shows
    else:
        desk.add(Read(_owned(desk, _label(desk, words, window), where), desk.store))
    desk.keeps()


_PAGE = re.compile(r"page\s+(?:number\s+)?(?P<en>\d{1,4})|(?P<ja>\d{1,4})\s*ページ目?", re.I)
_ON_PAGE = re.compile(
    r"(?P<en>.+?)\s+(?:(?:that|which)\s+(?:is|are|stands?)\s+)?(?:(?:printed|written|shown|given)\s+)?on\s+page\s+(?P<n>\d{1,4})|"
    r"(?P<n_ja>\d{1,4})\s*ページ目?(?:に(?:書いてある|書かれた|書かれている|載っている|出ている|ある)|の)(?P<ja>.+)",
    re.I,
)
_WORDS = re.compile(
    r"(?:the\s+)?(?:words?|text|letters|contents?)|言葉|ことば|文字|単語|文章?|文言|内容|テキスト", re.I
)
_NAMES = re.compile(
    r"(?:the\s+)?(?:names?|list)\s+of\s+(?:all\s+)?(?:the\s+)?files|(?:the\s+)?file\s+names|ファイル(?:の)?(?:名前|名|一覧)(?:の一覧)?",
    re.I,
)
_SOME = re.compile(
    r"(?:the\s+)?(?P<end>first|last|top|bottom)\s+(?P<n>\w+)\s+lines|(?P<end_ja>最初|先頭|最後|末尾)の(?P<n_ja>\d+|[一二三四五六七八九十]+)行",
    re.I,
)


def _by_command(desk: Desk, what: str, where: str) -> str:
    """The names of a folder's files, and the first or last lines of a file that is named."""
    if desk.front in desk.named and not in_terminal(desk):
        return ""
    if _NAMES.fullmatch(bare(what)) and (folder := places.folder(where) if where else ""):
        return f"ls -1 {quoted(folder_path(folder))}"
    file = places.file(where)
    if file is not None and (found := _SOME.fullmatch(bare(what))) is not None:
        lines = number(found["n"] or found["n_ja"])
        tool = "head" if (found["end"] or found["end_ja"]).lower() in ("first", "top", "最初", "先頭") else "tail"
        return (
            f"{tool} -n {lines} {quoted(path_of(file.name, file.folder or desk.folder or 'shared'))}" if lines else ""
        )
    return ""


_ASKS = re.compile(
    r"^(?:who|whom|whose|when|where|which|how|why|is|are|has|have|does|did|do|was|were|can|from\s+whom|by\s+how|if|whether|what\s+(?:\w+\s+)?(?:did|do|does|is|are|was|were|has|have))\b|"
    r"なに|何[がをにでて]|だれ|誰|どこ|いつ|なんて|どう|どれ|どっち|どちら|いくつ|いくら|だっけ|[るたい]か$",
    re.I,
)
_LONG = 6  # words of a label at most


def _label(desk: Desk, words: str, window: str) -> Target:
    text = bare(words)
    if _TITLE.fullmatch(text):
        return Target(kind="window")
    if not text or is_it(words) or is_all(text) or _ALL_TEXT.fullmatch(words.strip()):
        return Target(kind="text", window=window)
    order = place_in_order(text)
    if order is not None and re.fullmatch(
        r"(?:\S+\s+){0,2}(?:line|row)(?:\s+\d+)?|(?:.*\s)?(?:line|row)\s+(?:number\s+|no\.?\s+)?\d+|.*行目?", text, re.I
    ):
        return Target(kind="row", nth=order)
    if places.file(words) is not None:
        place(desk, words)
        return Target(kind="text")
    return replace(target(words), window=window)


def _owned(desk: Desk, target: Target, where: object) -> Target:
    """The value of what is named beside it, where that is no program and no file."""
    if not target.name or target.near or target.window or target.kind not in (None, "text"):
        return target
    owner = owner_in(where) if isinstance(where, str) else ""
    owner = owner or owner_said(desk.wish, target.name)
    programs = [naming.spoken_name(named.name).lower() for named in desk.named.values()]
    return target if naming.spoken_name(owner).lower() in ("", *programs) else replace(target, near=owner)


def tell(desk: Desk, act: Act) -> None:
    said = " ".join(desk.texts(act.args.get("limit")))
    if not said and (rounds := _ROUNDS.search(desk.wish)) is not None:
        said = rounds[0]
    decimals: int | None = None
    if said and (found := _DECIMALS.search(plain(said))) is not None:
        decimals = int(number(found[1] or found[2]) or 0)
    elif said and _WHOLE.search(said):
        decimals = 0
    elif said and re.search(r"hundredths?", said):
        decimals = 2
    elif said and re.search(r"tenths?", said):
        decimals = 1
    elif limit(desk, act):
        raise desk.fail("limit", said)
    what = act.args.get("what")
    if what is None:
        latest = next(
            (desk.made[number].value for number in sorted(desk.made, reverse=True) if desk.made[number].value), None
        )
        if latest is None:
            desk.add(Describe(desk.store))
            latest = (Ref(desk.store),)
        desk.add(Tell(latest, decimals))
        return
    if isinstance(what, str):
        read(desk, Act("read", {"what": what}, act.of))
        desk.add(Tell(desk.made[desk.now].value, decimals))
        return
    pieces: list[str | Ref] = []
    for part in what if isinstance(what, tuple) else (what,):
        if not isinstance(part, ResultOf):
            raise desk.fail("worked out")
        made = desk.result(part)
        if made.name == "formula":
            raise desk.fail("worked out")
        if not made.value:
            desk.add(Describe(desk.store))  # a window opened for it, or something found: what it shows is the answer
            made = Made("value", (Ref(desk.store),))
        pieces += [*([desk.say(", ", "、")] if pieces else []), *made.value]
    if desk.steps and desk.steps[-1] == Tell(tuple(pieces), decimals):
        return
    desk.add(Tell(tuple(pieces), decimals))
