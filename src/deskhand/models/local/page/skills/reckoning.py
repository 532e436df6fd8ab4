# ruff: noqa: E501 - a pattern is read more easily in one line
"""What a table or a list on the page adds up to, has most of, or says about a name; kept to be written or clicked."""

from __future__ import annotations

import re
import statistics
from dataclasses import dataclass

from deskhand.models.local.hand import Stuck
from deskhand.models.local.layout import same_row
from deskhand.models.local.page.columns import parted
from deskhand.models.local.page.pane import Pane
from deskhand.models.local.page.words import bare, ordinal
from deskhand.screen.geometry import Rect
from deskhand.vision.match import similarity
from deskhand.vision.scene import TextLine

_WHAT = r"(?P<what>(?!(?:in|into|to|is|and|on)\b)[\w ]+?)"
_IN = r"(?: (?:in|from|of|on|shown in) (?:the |this )?(?:table|list|column|page|chart|receipt|bill|cart|basket)\w*| (?:below|above|shown|listed|in total|together))*"
_ASK = r"(?:what(?:'s| is| are)|find|calculate|compute|work out|determine|tell|give|read|look up|check|enter|type|write|report|state|count|reckon)"
FOLD = (
    rf"(?P<way>add up|sum up|sum|total|add(?! (?:the |these |those )?(?:two|three) numbers)(?= (?:all|both|together|(?:the |these |those )?(?:two |three |four )?(?:prices|numbers|values|amounts|costs|figures|sums|bills)))|average)(?: together)? (?:all )?(?:both )?(?:of )?(?:the |these |those )?(?:two |three |four )?{_WHAT}{_IN}",
    rf"{_ASK} (?:me )?(?:the )?(?P<way>sum|total|average|mean|median|maximum|minimum|highest|lowest|largest|smallest|greatest|biggest|difference|range)(?: (?:of|between|for))?(?: all)?(?: of)?(?: the)? {_WHAT}{_IN}",
    rf"how (?:much|many) (?P<way>is|are|do|does) (?:the |all (?:the )?)?{_WHAT}(?: cost| make| add up to| come to)?(?: in total| altogether| together){_IN}",
)
WHO = (
    r"(?:who|which (?:person|one|item|product|city|country|name|student|player|team|row|animal|fruit|\w+)|what (?:item|product|city|country|\w+)) (?:has|have|had|is|was|costs?|weighs?|got|gets|scored|ran|sold|earn(?:s|ed)?|made|saw|received|won) (?:the )?(?P<way>most expensive|most|least|fewest|highest|lowest|largest|smallest|greatest|biggest|best|cheapest|oldest|youngest|tallest|shortest|heaviest|lightest|fastest|slowest|longest|newest|nearest|closest|latest|earliest)(?: (?P<what>[\w ]+?))?",
    r"(?:find|choose|pick|click|select|look for|tell me|enter|type|write|name)(?: on)? (?:the )?(?:name of )?(?:the )?(?:person|one|item|product|city|country|name|student|player|team|row|animal|fruit|\w+) (?:with|having|(?:that|who|which) (?:has|have|got|sold|scored|won|ran|bought|earn(?:s|ed)|made|read|collected|paid|spent|needs?|costs?)) (?:the )?(?P<way>most|least|fewest|highest|lowest|largest|smallest|greatest|biggest|best|shortest|longest|latest|earliest|newest|nearest|closest)(?: (?P<what>[\w ]+?))?",
    r"(?:find|choose|pick|select|look for|click|tell me|enter|type|write|name)(?: on)? (?:the )?(?:name of )?(?:the )?(?P<way>most expensive|cheapest|oldest|youngest|tallest|heaviest|lightest|fastest|slowest|nearest|closest|latest|earliest|longest|shortest|newest) (?P<what>person|one|item|product|city|country|student|player|team|animal|fruit|offer|hotel|book|phone|car|shop|store|film|movie|song|train|bus|flight|room|option)",
)
VALUE = (
    r"(?:what(?:'s| is)|find|read|look up|tell|get|note|copy|enter|type|write|check) (?:the )?(?P<what>[\w ]+?) (?:of|for) (?P<who>\"[^\"]+\"|(?-i:[A-Z])[\w.' -]*?)",
    r"(?:what(?:'s| is)|find|read|look up|tell|get|note|copy|enter|type|write|check) (?P<who>(?-i:[A-Z])[\w.-]+(?: (?-i:[A-Z])[\w.-]+)?)'s (?P<what>[\w -]+?)",
    r"how (?P<what>much|old|tall|many [\w ]+?|far|long|heavy) (?:is|does|do|has|did|was|are|have) (?:the )?(?P<who>\"[^\"]+\"|[\w ]+?)(?: cost| have| got| weigh| sell| score)?",
)
LASTS = (
    r"how (?:many (?P<unit>minutes)|long)(?: does| do| did| is| will)? (?:the |a |an )?(?:[\w-]+ )*?(?:to|for|of|from|with) (?:the )?(?P<who>\"[^\"]+\"|(?-i:[A-Z])[\w.' -]*?)(?: (?:take|takes|last|lasts))?",
)
CELL = (
    r"(?:what(?:'s| is)|find|read|look up|tell|get|enter|type|write)(?: me)? (?:the )?(?P<what>\w+)(?: of the \w+| written)?(?: (?:in|of|from|on))(?: the)? row (?:number )?(?P<row>\d+)(?: of the table)?",
    r"(?:what(?:'s| is)|find|read|look up|tell|get|enter|type|write)(?: me)? (?:the )?(?P<what>\w+)(?: of the \w+| written)?(?: (?:in|of|from|on)) the (?P<nth>\w+) row(?: of the table)?",
)
LOW = (
    "less",
    "smaller",
    "lower",
    "minimum",
    "lowest",
    "smallest",
    "least",
    "fewest",
    "cheapest",
    "youngest",
    "shortest",
    "lightest",
    "slowest",
    "nearest",
    "closest",
    "earliest",
    "lowest-priced",
    "lowest priced",
    "coldest",
)


@dataclass(frozen=True, slots=True)
class Row:
    cells: tuple[TextLine, ...]

    @property
    def name(self) -> TextLine:
        return next((cell for cell in self.cells if re.search(r"[^\W\d]", cell.text)), self.cells[0])


def rows_of(lines: tuple[TextLine, ...]) -> list[Row]:
    """Lines that stand level, left to right; top to bottom."""
    rows: list[list[TextLine]] = []
    for line in sorted(parted(lines), key=lambda line: line.box.center.y):
        if rows and same_row(rows[-1][0].box, line.box):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [Row(tuple(sorted(row, key=lambda line: line.box.x))) for row in rows]


def value_in(text: str) -> float | None:
    """The number in a cell: a price, a percentage, a count with its unit; times and spans in minutes."""
    text = text.strip()
    if found := re.fullmatch(r"(\d{1,2}):(\d{2})(?:\s*([ap])\.?m\.?)?", text, re.I):
        hour = int(found[1]) % 12 + (12 if found[3].lower() == "p" else 0) if found[3] else int(found[1])
        return hour * 60.0 + int(found[2])
    if (found := re.fullmatch(r"(?:(\d+)\s*h(?:ours?|r)?)?\s*(?:(\d+)\s*m(?:in(?:utes?)?)?)?", text, re.I)) and (
        found[1] or found[2]
    ):
        return int(found[1] or 0) * 60.0 + int(found[2] or 0)
    found = re.search(r"[-−]?\d[\d,]*(?:\.\d+)?", text)
    return float(found[0].replace(",", "").replace("−", "-")) if found else None


def column(rows: list[Row], what: str) -> list[tuple[Row, float]]:
    """Each row's number under the heading that is meant; the only column of numbers where none is named so."""
    words = [word.rstrip("s") for word in re.findall(r"[a-z]+", what.lower())]
    head: Rect | None = None
    start = 0
    for index, row in enumerate(rows):
        for cell in row.cells:
            said = cell.text.strip().lower()
            if (
                value_in(said) is None
                and any(similarity(said.rstrip("s"), word) > 0.84 or (len(word) > 3 and word in said) for word in words)
                and len(row.cells) > 1
            ):
                head, start = cell.box, index + 1
                break
        if head is not None:
            break
    found: list[tuple[Row, float]] = []
    for row in rows[start:]:
        cells = [cell for cell in row.cells if value_in(cell.text) is not None]
        if head is not None:
            cells = [cell for cell in cells if cell.box.x < head.right + 12 and head.x - 12 < cell.box.right]
        if cells and value_in(cells[-1].text) is not None:
            found.append((row, float(value_in(cells[-1].text) or 0)))
    return found


async def table_rows(pane: Pane) -> list[Row]:
    sheet = await pane.sheet()
    buttons = [
        t.box
        for t in sheet.of("button")
        if t.text.strip().lower() in ("submit", "ok", "done", "check", "answer", "send", "save")
    ]
    return rows_of(tuple(line for line in sheet.lines if not any(box.contains(line.box.center) for box in buttons)))


async def fold(pane: Pane, match: re.Match[str]) -> None:
    """``Add up all the prices in the table``."""
    rows = await table_rows(pane)
    found = [value for _, value in column(rows, match["what"])]
    if re.fullmatch(r"(?:all )?(?:the )?(?:numbers?|values?|digits?)", match["what"].strip(), re.I):
        cells = [cell.text for row in rows for cell in row.cells]
        found = [float(n) for text in cells for n in re.findall(r"(?<![\w.])-?\d+(?:\.\d+)?(?![\w.])", text)] or found
    if not found:
        raise Stuck(f"I see no numbers for “{match['what']}”.")
    way = match["way"].lower()
    match way:
        case "average" | "mean":
            result = statistics.fmean(found)
        case "median":
            result = statistics.median(found)
        case "maximum" | "highest" | "largest" | "greatest" | "biggest":
            result = max(found)
        case "minimum" | "lowest" | "smallest":
            result = min(found)
        case "difference" | "range":
            result = max(found) - min(found)
        case _:
            result = sum(found)
    pane.kept = f"{round(result, 2):g}"


async def lasts(pane: Pane, match: re.Match[str]) -> None:
    """``How many minutes does the ride to Turin take?``: from the first time in its row to the second."""
    name = bare(match["who"]).lower()
    rows = [row for row in await table_rows(pane) if any(name in cell.text.lower() for cell in row.cells)]
    told = [re.findall(r"(?<!\d)(\d{1,2})[:.](\d{2})(?!\d)", " ".join(cell.text for cell in row.cells)) for row in rows]
    if len(told) != 1 or len(told[0]) != 2:
        raise Stuck(f"I see no two times for “{bare(match['who'])}”.")
    start, end = (int(hour) * 60 + int(minute) for hour, minute in told[0])
    pane.kept, pane.last = str((end - start) % (24 * 60)), rows[0].name.box


async def who(pane: Pane, match: re.Match[str]) -> None:
    """``Who has the most points?``: the row's name is kept, and is what "it" means."""
    way = match["way"].lower()
    what = match.groupdict().get("what") or {
        "cheapest": "price",
        "most expensive": "price",
        "oldest": "age",
        "youngest": "age",
        "tallest": "height",
        "heaviest": "weight",
        "nearest": "distance",
        "closest": "distance",
    }.get(way, "")
    row = best_row(await table_rows(pane), way, what)
    if row is None:
        raise Stuck(f"I see no numbers by which one would be the {way}.")
    pane.kept, pane.last = row.name.text.strip(" :"), row.name.box
    if re.match(r"(?:choose|pick|click|select)\b", match[0], re.I):
        button = next(
            (b for b in await pane.things("button", "radio", "checkbox") if same_row(b.box, row.name.box)), None
        )
        await pane.click(button or row.name.box, f"Click “{pane.kept}”.")


def best_row(rows: list[Row], way: str, what: str) -> Row | None:
    """The row whose number is the one that is meant."""
    found = column(rows, what) or column(rows, "")
    return (min if way in LOW else max)(found, key=lambda pair: pair[1])[0] if found else None


async def value(pane: Pane, match: re.Match[str]) -> None:
    """``What is the price of soap?``: by the row of the name, under the heading of what is asked."""
    name, what = bare(match["who"]), match["what"]
    if (told := _behind_colon(await pane.lines(), name)) is not None:
        pane.kept, pane.last = told
        return
    rows = await table_rows(pane)
    best = max(
        ((similarity(cell.text.strip(" :").lower(), name.lower()), row, cell) for row in rows for cell in row.cells),
        key=lambda each: each[0],
        default=None,
    )
    if best is None or best[0] < 0.8:
        raise Stuck(f"I find no “{name}” on the page.")
    _, row, cell = best
    heads = [
        (similarity(head.text.strip(" :").lower(), what.lower().strip()), head)
        for one in rows
        if one is not row
        for head in one.cells
    ]
    head = max(heads, key=lambda pair: pair[0], default=None)
    others = [other for other in row.cells if other is not cell and other.box.x > cell.box.x]
    if head is not None and head[0] > 0.8:
        lined = [o for o in others if o.box.x < head[1].box.right + 12 and head[1].box.x - 12 < o.box.right]
        others = lined or others
    if not others:
        raise Stuck(f"I find nothing beside “{name}”.")
    pane.kept, pane.last = others[0].text.strip(), others[0].box


def _behind_colon(lines: tuple[TextLine, ...], name: str) -> tuple[str, Rect] | None:
    """``Nora: 555-0147`` in one line."""
    for line in lines:
        label, colon, told = line.text.partition(":")
        if colon and told.strip() and similarity(label.strip().lower(), name.lower()) >= 0.84:
            return told.strip(), line.box
    return None


async def cell(pane: Pane, match: re.Match[str]) -> None:
    """``What is the name of the person in row 3?``: the row that has that number, or is that one below the heading."""
    told = match.groupdict()
    rows = await table_rows(pane)
    heads = [cell for row in rows[:1] for cell in row.cells]
    nth = int(told["row"]) if told.get("row") else ordinal(told.get("nth") or "") or 1
    body = rows[1:] if heads and len(rows) > 1 and len(rows[0].cells) > 1 else rows
    numbered = [row for row in body if row.cells[0].text.strip(" .#") == str(nth)]
    if not numbered and not 0 < nth <= len(body):
        raise Stuck(f"I see {len(body)} rows only.")
    row = numbered[0] if numbered else body[nth - 1]
    head = max(heads, key=lambda cell: similarity(cell.text.lower(), told["what"].lower()), default=None)
    under = [
        c for c in row.cells if head is not None and c.box.x < head.box.right + 12 and head.box.x - 12 < c.box.right
    ]
    found = (under or [row.name])[0]
    pane.kept, pane.last = found.text.strip(), found.box
