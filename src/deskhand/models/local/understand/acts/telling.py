"""What is worked out, run, read, counted and told."""

# ruff: noqa: E501
from __future__ import annotations

import re
from dataclasses import replace

from deskhand.models.local import concepts
from deskhand.models.local.skills.paths import folder_path, path_of
from deskhand.models.local.steps import (
    Compute,
    Describe,
    Read,
    Ref,
    RunCommand,
    Target,
    Tell,
    TypeText,
    UseCommand,
    Value,
)
from deskhand.models.local.understand.acts import naming, places, totalling
from deskhand.models.local.understand.acts.bases import in_base
from deskhand.models.local.understand.acts.desk import Desk, Made
from deskhand.models.local.understand.acts.editing import place
from deskhand.models.local.understand.acts.expressions import expression
from deskhand.models.local.understand.acts.form import Act, ResultOf
from deskhand.models.local.understand.acts.limits import limit, unlimited
from deskhand.models.local.understand.acts.running import in_terminal, job
from deskhand.models.local.understand.acts.targets import target
from deskhand.models.local.understand.acts.units import conversion
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


_INTO_CELL = re.compile(r"(?P<what>.+?)\s+(?:in|into)\s+(?:the\s+)?cell\s+(?P<cell>[A-Z]{1,2}[1-9]\d*)", re.I)


def compute(desk: Desk, act: Act) -> None:
    unlimited(desk, act)
    words = act.words("expression")
    if (into := _INTO_CELL.fullmatch(words)) is not None and _AVERAGE.fullmatch(into["what"]):
        compute(desk, Act("compute", {"expression": into["what"]}, act.of))
        desk.add(TypeText(desk.made[desk.now].value, Target(into["cell"].upper(), "cell")))
        return
    if (average := _AVERAGE.fullmatch(words)) is not None and re.search(
        r"[a-z一-龠ァ-ヶ]", average["what"] or average["what_ja"]
    ):
        totalling.total(
            desk,
            Act(
                "sum",
                {"what": _averaged(average["what"] or average["what_ja"], desk), "where": average["where"] or ""},
                act.of,
            ),
        )
        return
    found = expression(desk, act.args.get("expression"))
    if found is None and (formula := in_cells(desk, words)):
        desk.leave(Made("value", (formula,), "formula"))
        return
    if found is None and (measure := _MEASURE.search(words)) is not None:
        parts = {key: part for key, part in measure.groupdict().items() if part}
        amount = next(part for key, part in parts.items() if key.startswith("n"))
        unit, goal = (next(part for key, part in parts.items() if key.startswith(letter)) for letter in "uo")
        found = conversion((amount,), unit, goal)
    if found is None:
        raise desk.fail("sum")
    _calculate(desk, found)


def _calculate(desk: Desk, found: Value) -> None:
    if any(isinstance(piece, Ref) and piece.name == "result" for piece in found):
        latest = next(
            (desk.made[number].value for number in sorted(desk.made, reverse=True) if desk.made[number].value), None
        )
        if latest is None or len(latest) != 1:
            raise desk.fail("which result")
        found = tuple(latest[0] if isinstance(piece, Ref) and piece.name == "result" else piece for piece in found)
    desk.bring("calculator")
    desk.add(Compute(found, desk.store))
    desk.keeps()


_MEASURE = re.compile(
    r"how\s+many\s+(?P<o1>[a-z]+)\s+(?:are|is|in)\s+(?P<n1>[\d.,]+)\s*(?P<u1>[a-z]+)|(?P<n2>[\d.,]+)\s*(?P<u2>[a-z]+)\s+(?:is\s+)?(?:in|to|into)\s+(?P<o2>[a-z]+)|"
    r"(?P<n3>[\d.,]+)\s*(?P<u3>[^\W\d]+?)は?(?:、)?何(?P<o3>[^\W\d]+?)(?:か|です|$|？)",
    re.I,
)
_AVERAGE = re.compile(
    r"(?:the\s+)?(?:average|mean)\s+of\s+(?:the\s+)?(?P<what>[A-Za-z]\w*|column\s+\w|[a-z ]+?)(?:\s+(?:in|of)\s+(?P<where>\S+\.\w+))?|(?:\S+\.\w+の)?(?P<what_ja>\S+?)の平均",
    re.I,
)


def _averaged(what: str, desk: Desk) -> str:
    return desk.say(f"average {what}", f"{what}の平均")


_OPERATORS = (
    (r"\s*(?:times|multiplied\s+by|かける|掛ける|×)\s*", "*"), (r"\s*(?:divided\s+by|割る|÷)\s*", "/"),
    (r"\s*(?:plus|足す|たす)\s*", "+"), (r"\s*(?:minus|引く)\s*", "-"),
)  # fmt: skip


def in_cells(desk: Desk, words: str) -> str:
    """The formula of a sum of cells: “A1 times A2”; it is worked out where it is written."""
    if not any(act.name in ("set_value", "type") for act in desk.after):
        return ""
    text = re.sub(r"\b(?:cell|the)\s+|\s+of\s+\S+\.\w+$|^\S+\.\w+の", "", words, flags=re.I)
    if found := re.fullmatch(
        r"(multiply|divide|add|subtract)\s+([A-Z]+\d+)\s+(?:by|and|to|from)\s+([A-Z]+\d+)", text, re.I
    ):
        one, two = (found[3], found[2]) if found[1].lower() == "subtract" else (found[2], found[3])
        sign = {"multiply": "*", "divide": "/", "add": "+", "subtract": "-"}[found[1].lower()]
        return f"={one}{sign}{two}".upper()
    if found := re.fullmatch(
        r"([A-Z]+\d+)(?:と|に|から|を)([A-Z]+\d+)を?(?:で)?(掛け|かけ|足し|引い|割っ)\S*", text, re.I
    ):
        return f"={found[1]}{ {'掛': '*', 'か': '*', '足': '+', '引': '-', '割': '/'}[found[3][0]] }{found[2]}".replace(
            " ", ""
        ).upper()
    for pattern, sign in _OPERATORS:
        text = re.sub(pattern, sign, text, flags=re.I)
    return f"={text}".upper() if re.fullmatch(r"[A-Z]+\d+(?:[*/+-](?:[A-Z]+\d+|\d+(?:\.\d+)?))+", text, re.I) else ""


def convert(desk: Desk, act: Act) -> None:
    value = desk.value(act.args.get("value"))
    based = in_base(value[0], act.words("from"), act.words("to")) if isinstance(value[0], str) else None
    if based is not None and desk.front not in desk.named:
        job(desk, based)
        desk.keeps()
        return
    found = conversion(value, act.words("from"), act.words("to"), limit(desk, act))
    if found is None:
        raise desk.fail("convert")
    _calculate(desk, found)


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
        desk.add(Read(_label(desk, words, window), desk.store))
    desk.keeps()


_PAGE = re.compile(r"page\s+(?:number\s+)?(?P<en>\d{1,4})|(?P<ja>\d{1,4})\s*ページ目?", re.I)
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
