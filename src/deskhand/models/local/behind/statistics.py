"""What a column of a table comes to: its mean, median, sum, range, how many rows fulfil a condition.

「points の平均値」 was taken for a sum to calculate, and “the mean amount for region North” for a value that stands
somewhere. Each of the question's words must be accounted for, by the head, by the cells or by the file's name: the mean
of all is a wrong answer to a question about some that the table does not have.
"""

# ruff: noqa: E501
from __future__ import annotations

import functools
import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Literal

from deskhand.models.local.behind.asking import Asked
from deskhand.models.local.behind.dated import within
from deskhand.models.local.behind.measures import number_in, written
from deskhand.models.local.behind.saying import words_of
from deskhand.models.local.behind.table import Table, table_in
from deskhand.models.local.behind.whole import has
from deskhand.models.local.skills.commands.terms import Term

Of = Literal["difference", "median", "deviation", "range", "average", "sum", "highest", "lowest", "count"]
MOST = 0.7
"""The part of a column's cells that must be numbers."""
_SAID: tuple[tuple[Of, str], ...] = (
    ("median", r"\bmedian\b|中央値|メジアン"),
    ("deviation", r"\bstandard deviation\b|\bstd\.? ?dev|標準偏差"),
    (
        "range",
        r"\brange\b(?= of\b)|\bspread\b|最[大高](?:値)?と最[小低](?:値)?の差|範囲|"
        r"\bdifference between the (?:highest|largest|maximum|biggest|greatest|most expensive)\b.{0,20}\band (?:the )?(?:lowest|smallest|minimum|least|cheapest)\b",
    ),
    (
        "difference",
        r"\bhow (?:much|many)\b[^?]*\b(?:more|less|fewer|cheaper|dearer|older|younger|longer|shorter|heavier|lighter|higher|lower)\b[^?]*\bthan\b(?!\s*[\d$€£¥])|"
        r"\bdifference between\b|の差(?:は|を|が|額)|どれ(?:だけ|くらい|ほど)(?:違|高|安|多|少)",
    ),
    (
        "average",
        r"\baverage\b|\bmean (?:value|of)\b|\bmean (?!by\b|to\b|that\b|it\b|when\b|in\b)[a-z_]+\b|\bthe mean\b|"
        r"\barithmetic mean\b|平均",
    ),
    ("sum", r"\b(?:sum|total)\b|\baltogether\b|\bin all\b|\badd(?:ed)? up\b|合計|総額|総計|総数|合わせ(?:て|ると)"),
    ("highest", r"\b(?:maximum|max|(?:highest|largest|greatest) value)\b|最大値|最高値"),
    ("lowest", r"\b(?:minimum|min|(?:lowest|smallest|least) value)\b|最小値|最低値"),
    (
        "count",
        r"\bhow many\b|\bnumber of\b|何(?:人|件|行|個|名|冊|本|枚|種類|回|台|匹|つ|社|店)|いくつ|人数|件数|個数",
    ),
)
_FUNCTIONS = tuple((of, re.compile(pattern, re.I)) for of, pattern in _SAID)
_NUMBER = r"(\d[\d,]*(?:\.\d+)?)"
_UNIT = r"\s*(?:[%％]|[a-z€$¥]{1,4}\b|円|歳|才|点|個|人|年|日|回|本|枚|冊|件|kg|cm|km|m|g)?"
_COMPARED: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (how, re.compile(pattern, re.I))
    for how, pattern in (
        (">=", rf"\b(?:at least|no less than|not less than|from)\s+[$€£¥]?{_NUMBER}|{_NUMBER}{_UNIT}\s*(?:or more|and more|or older|以上)"),
        ("<=", rf"\b(?:at most|no more than|not more than|up to)\s+[$€£¥]?{_NUMBER}|{_NUMBER}{_UNIT}\s*(?:or less|or fewer|or younger|以下|以内)"),
        (
            ">",
            rf"\b(?:over|above|(?:more|greater|larger|higher|older|longer|heavier|dearer|taller|later) than|exceed(?:s|ing)?)\s+[$€£¥]?{_NUMBER}|"
            rf"{_NUMBER}{_UNIT}\s*(?:を(?:超|上回)|より(?:大き|多|高|上|長|重|後|年上))",
        ),
        (
            "<",
            rf"\b(?:under|below|(?:less|fewer|smaller|lower|younger|shorter|lighter|cheaper|earlier) than)\s+[$€£¥]?{_NUMBER}|"
            rf"{_NUMBER}{_UNIT}\s*(?:未満|を下回|より(?:小さ|少な|低|下|短|軽|前|若|安))",
        ),
    )
)  # fmt: skip
_SUM = re.compile(r"\W*(?:(?:grand |sub-?)?total|sum|average|mean)\b|合計|総計|小計|平均", re.I)
"""A row that adds up the others is none of them."""
_IDLE = frozenset(
    """
    value values data dataset variable variables column field table list sheet book file all every rows row average mean
    median sum total deviation standard range maximum minimum highest lowest largest smallest greatest least number many
    amount database open region unit units 変数 列 欄 表 値 平均 平均値 中央値 合計 合計値 総額 標準偏差 最大 最大値 最小 最小値
    範囲 データ 行 全部 全体 計算 件 人数 件数 個数 登録 テーブル シート 項目 記録 統計 記述統計 数
    difference between most expensive cheapest 差 違 最高 最低
    people persons entries entry records items customers members
    """.split()  # noqa: SIM905
)
"""Words of such a question that name nothing of the table."""


def of_all_rows(question: str) -> bool:
    """Whether it asks for what no single row can say."""
    return function_in(question) in ("difference", "range", "median", "deviation")


def function_in(question: str) -> Of | None:
    """What is to be worked out of a column; None where nothing is."""
    return next((of for of, pattern in _FUNCTIONS if pattern.search(question)), None)


def figured(wanted: Asked, rows: Sequence[str], known: str = "", called: str = "") -> str:
    """The figure; "" where the table does not give it for certain. ``known``: names of the file, which are no words of
    what is in the table; ``called``: what may be a program's name, and is none where a cell has it."""
    of, table = function_in(wanted.plain), table_in(rows)
    if of is None or table is None or not table.head:
        return ""
    dated = within(table, wanted.plain)
    compared = _comparison(wanted.plain if dated is None else dated[1])
    if of == "count" and compared is None and dated is None:
        return ""
    if of == "difference":
        return _difference(wanted, table)
    measure = () if compared is None else words_of(compared[0])
    heads = [term for head in table.head for term in words_of(head)]
    cells = [term for row in table.rows for cell in row for term in words_of(cell)]
    named_so = [term for term in words_of(called) if not _of((term,), cells)]
    others = (*words_of(known), *named_so, *measure)
    said = [words for words in wanted.words if _of(words, heads) or not (_idle(words) or _of(words, others))]
    numeric = [at for at in range(table.width) if _is_numeric(table.column(at))]
    named = [at for at in numeric if any(has(words, one) for words in said for one in words_of(table.head[at]))]
    if dated is not None:
        told = {term.stem for term in words_of(dated[1])}
        said = [words for words in said if any(term.stem in told for term in words)]
    kept, left = _kept(table, said)
    if dated is not None:
        kept = [at for at in kept if at in dated[0]]
    if of == "count" and compared is None:
        return str(len(kept)) if len(left) <= 1 and not named else ""
    if compared is not None:
        by = named if len(named) == 1 or of == "count" else [at for at in named if _near(wanted.plain, table.head[at])]
        by = by or (numeric if len(numeric) == 1 else _by_word(wanted.plain, table, numeric))
        if len(by) != 1:
            return ""
        test = compared[1]
        kept = [at for at in kept if (value := number_in(table.rows[at][by[0]])) is not None and test(value)]
        if of == "count":
            return str(len(kept)) if not left or (len(left) == 1 and not named) else ""
        named = [at for at in named if at not in by] or by
    column = named if len(named) == 1 else _whole_word(wanted.plain, table, named) or (numeric if not named else [])
    column = [at for at in column if not _counts(table.column(at))] if len(column) > 1 else column
    if len(column) != 1 or len(left) > (0 if named else 1):
        return ""
    values = [value for at in kept if (value := number_in(table.rows[at][column[0]])) is not None]
    return _worked_out(of, values)


def _difference(wanted: Asked, table: Table) -> str:
    """Between the two rows that the question names, in the one column that it can mean."""
    rows = [[term for cell in row for term in words_of(cell)] for row in table.rows]
    meant: dict[int, None] = {}
    for words in wanted.words:
        held = [at for at, terms in enumerate(rows) if _of(words, terms)]
        if len(held) == 1:
            meant[held[0]] = None
        elif held and len(held) < len(rows):
            return ""  # of several
    numeric = [at for at in range(table.width) if _is_numeric(table.column(at)) and not _counts(table.column(at))]
    named = [at for at in numeric if any(_of(words, words_of(table.head[at])) for words in wanted.words)]
    column = named or _by_word(wanted.plain, table, numeric) or numeric
    if len(meant) != 2 or len(column) != 1:
        return ""
    one, other = (number_in(table.rows[at][column[0]]) for at in meant)
    return "" if one is None or other is None else written(abs(one - other))


def _worked_out(of: Of, values: Sequence[Decimal]) -> str:
    if not values or (len(values) < 2 and of in ("deviation", "range")):
        return ""
    ordered, many = sorted(values), len(values)
    mean = sum(values, Decimal(0)) / many
    match of:
        case "sum":
            return written(sum(values, Decimal(0)))
        case "average":
            return _round(mean)
        case "median":
            return _round((ordered[(many - 1) // 2] + ordered[many // 2]) / 2)
        case "deviation":
            return _round((sum(((value - mean) ** 2 for value in values), Decimal(0)) / (many - 1)).sqrt())
        case "range":
            return written(ordered[-1] - ordered[0])
        case "highest":
            return written(ordered[-1])
        case "lowest":
            return written(ordered[0])
        case "count":
            return str(many)
        case "difference":
            return ""


def _round(value: Decimal) -> str:
    return written(value.quantize(Decimal("0.0001")).normalize())


def _idle(words: Sequence[Term]) -> bool:
    return all(term.stem in _idle_stems() for term in words)


@functools.cache
def _idle_stems() -> frozenset[str]:
    return frozenset(term.stem for word in _IDLE for term in words_of(word)) | _IDLE


def _of(words: Sequence[Term], others: Sequence[Term]) -> bool:
    return any(has(words, other) for other in others)


def _is_numeric(cells: Sequence[str]) -> bool:
    return sum(number_in(cell) is not None for cell in cells) >= MOST * len(cells)


def _counts(cells: Sequence[str]) -> bool:
    """Whether it only numbers the rows."""
    return [cell.strip() for cell in cells] == [str(at) for at in range(1, len(cells) + 1)]


def _kept(table: Table, said: Sequence[Sequence[Term]]) -> tuple[list[int], list[Sequence[Term]]]:
    """The rows that have those of the words which stand in some cells, and the words that stand nowhere."""
    heads = [term for head in table.head for term in words_of(head)]
    cells = [[words_of(cell) for cell in row] for row in table.rows]
    kept: list[int] = [at for at, row in enumerate(table.rows) if not any(_SUM.match(cell) for cell in row)]
    left: list[Sequence[Term]] = []
    for words in said:
        held = [at for at, row in enumerate(cells) if any(_of(words, cell) for cell in row)]
        if held:
            kept = [at for at in kept if at in held]
        elif not _of(words, heads):
            left.append(words)
    return kept, left


def _comparison(text: str) -> tuple[str, Callable[[Decimal], bool]] | None:
    found = [(how, match) for how, pattern in _COMPARED if (match := pattern.search(text)) is not None]
    if len(found) != 1:
        return None
    how, match = found[0]
    number = Decimal(next(part for part in match.groups() if part).replace(",", ""))
    tests: dict[str, Callable[[Decimal], bool]] = {
        ">": lambda value: value > number,
        "<": lambda value: value < number,
        ">=": lambda value: value >= number,
        "<=": lambda value: value <= number,
    }
    return match[0], tests[how]


def _near(text: str, head: str) -> bool:
    """Whether the column is named right before the comparison."""
    compared = _comparison(text)
    before = text[: text.index(compared[0])] if compared else text
    return re.search(rf"{re.escape(head)}\W*(?:\w+\W+){{0,3}}$", before, re.I) is not None


_MEASURES = (
    (r"\b(?:older|younger)\b|歳|才|年上|年下|若", "age years 年齢 歳"),
    (r"\b(?:dearer|cheaper)\b|円|安|[$€£¥]|\b(?:euros?|yen|dollars?)\b", "price cost amount 値段 価格 金額 料金"),
    (r"\b(?:heavier|lighter)\b|kg|重|軽", "weight 重さ 体重"),
    (r"\b(?:taller|shorter)\b|cm", "height 身長 高さ"),
    (r"点", "score points 点数 得点"),
)


def _by_word(text: str, table: Table, numeric: Sequence[int]) -> list[int]:
    """The column that a word like “older”, or a unit, tells of."""
    for pattern, about in _MEASURES:
        if re.search(pattern, text, re.I):
            names = [(term,) for term in words_of(about)]
            found = [at for at in numeric if any(_of(one, words_of(table.head[at])) for one in names)]
            if len(found) == 1:
                return found
    return []


def _whole_word(text: str, table: Table, named: Sequence[int]) -> list[int]:
    """Of several columns the one whose head stands in the question to the letter."""
    found = [
        at
        for at in named
        if re.search(rf"(?<![A-Za-z0-9_]){re.escape(table.head[at])}(?![A-Za-z0-9_])", text, re.I) is not None
    ]
    return found if len(found) == 1 else []
