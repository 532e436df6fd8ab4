"""The telling words of a question or of a row, as terms that can be compared."""

from __future__ import annotations

import functools
import re
import unicodedata

from deskhand.models.local.skills.commands.terms import Term, alike, terms

# 申し込み and 消しゴム are one word
_RUN = re.compile(
    r"[a-z0-9][a-z0-9'’&+-]*|"
    r"[一-龯々〆]+(?:[しちりけえみびぎめれげせべ](?:[一-龯々〆]+|[ァ-ヶー]{2,}))*|"
    r"[ァ-ヶー]{2,}|[^\W\d_a-z一-龯々〆ァ-ヶーぁ-ゖ]{2,}",
    re.IGNORECASE,
)
_IDLE = frozenset(
    """
    a about according all am an and answer any are as at be been being by can column could currently
    date day desktop did display do does each entry every file for from front get gets give given go has
    have had he her his how i if in into is it its just know like line list listed look many me
    mentioned much must my name need needs no not note noted of on one only open or our out page please
    read row said say says screen she should show showing shows sheet so stand stands table take takes
    tell text than that the their them there these they this those time to up us value visible want was
    we were what when where which who whose why will window windows with would write written you your
    what's who's document
    教 書 何 誰 中 開 内容 表 文書 行 記載 値 目 読 知 答 何時 何日 何曜日 次 表示
    確認 何人 何円 何度 何個 何回 何件 時 日 人 曜日 いくら ファイル ページ 幾 名 方 物
    所 部分 今 私 様 見 使 必要 調 画面 ウィンドウ 前面
    """.split()  # noqa: SIM905
)
"""Words that tell nothing of which value is meant."""
CONTAINED = 0.85
"""A Japanese word that is a part of another: 部屋 of 部屋番号."""
_HONOURS = re.compile(r"(?:さん|さま|様|君|氏)(?=[のはがをに、,\s]|$)")


@functools.lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[Term, ...]:
    plain = _HONOURS.sub(" ", unicodedata.normalize("NFKC", text))
    found: dict[str, Term] = {}
    for run in _RUN.findall(plain):
        lowered = run.lower()
        if lowered in _IDLE or (run.isascii() and len(run) < 2 and not run.isdigit()):
            continue
        for term in terms(run) if run.isascii() else (_whole(run),):
            if term.stem not in _IDLE or run.isdigit():
                found[term.stem] = term
    return tuple(found.values())


def _whole(run: str) -> Term:
    """A Japanese word is kept in one piece: 鈴木 is nobody's bell."""
    parts = terms(run)
    return parts[0] if len(parts) == 1 else Term(run, frozenset())


def like(one: Term, other: Term) -> float:
    """As `alike`, and for words of which one is a part of the other."""
    if found := alike(one, other):
        return found
    short, long = sorted((one.stem, other.stem), key=len)
    return CONTAINED if len(short) >= 2 and not short.isascii() and short in long else 0.0
