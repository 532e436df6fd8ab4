"""What a history of versions says: who wrote a commit and when, which files it changed, how many there are.

Programs for it draw lists of cut-off lines; the repository that they show tells all of it.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Sequence

from deskhand.models.local.behind.answering import answered
from deskhand.models.local.behind.asking import Asked
from deskhand.models.local.hand import Hand
from deskhand.models.local.skills.paths import HOME

_COMMIT = re.compile(r"\bcommit(?!ted\b)(?:s|'s)?\b|コミット|変更の?履歴", re.I)
_FILES = re.compile(
    r"\b(?:which|what) files?\b|\bfiles? (?:was|were|did|does|is|are)\b|(?:どの|何の)ファイル|ファイル(?:は|を|名)",
    re.I,
)
_MANY = re.compile(
    r"\bhow many commits\b|\bnumber of commits\b|コミット(?:は|が)?(?:いくつ|何[個件])|コミット(?:の)?(?:数|件数)", re.I
)
_LATEST = re.compile(r"\b(?:latest|last|newest|most recent)\s+commit|(?:最新|最後|最近)の\s*コミット", re.I)
_FIRST = re.compile(r"\b(?:first|oldest|earliest|initial)\s+commit|(?:最初|最古)の\s*コミット", re.I)
_QUOTED = re.compile(r"[\"“「『]([^\"“”「」『』]{2,80})[\"”」』]")
_WHO = re.compile(r"\bwho\b|\bauthor\b|\bwhose\b|誰|だれ|作者|作成者|著者", re.I)
_WHEN = re.compile(r"\bwhen\b|\b(?:which|what) (?:day|date)\b|\bdate\b|いつ|日付|何日|日時", re.I)
_SAYS = re.compile(r"\bmessage\b|\bsubject\b|\btitle\b|メッセージ|件名|題", re.I)
_ID = re.compile(r"\b(?:hash|id|sha)\b|ハッシュ", re.I)
HEAD = "hash id ハッシュ\tauthor who 著者 作者\tdate when 日付\tmessage subject commit メッセージ コミット"


def of_history(question: str) -> bool:
    return _COMMIT.search(question) is not None


async def in_history(hand: Hand, question: str, wanted: Asked | None) -> str:
    """What the one repository in the home folder says; "" where there are several, or it does not say."""
    say = hand.say("Looking into the history of versions.", "変更履歴を見ます。")
    view = await hand.shell(f"find {HOME} -maxdepth 4 -type d -name .git", say)
    found = [line.strip()[: -len("/.git")] for line in view.text.splitlines() if line.strip().endswith("/.git")]
    if len(found) != 1:
        return ""
    git = f"git -C {shlex.quote(found[0])}"
    view = await hand.shell(f"{git} log --date=iso --pretty='%h\t%an\t%ad\t%s' -n 300", say)
    commits = [line.split("\t", 3) for line in view.text.splitlines() if line.count("\t") >= 3]
    if view.error or not commits:
        return ""
    if _MANY.search(question):
        return str(len(commits)) if len(commits) < 300 and not _QUOTED.search(question) else ""
    one = meant_of(question, commits)
    if one is not None and _FILES.search(question):
        view = await hand.shell(f"{git} show --name-only --pretty= {one[0]}", say)
        return "" if view.error else "\n".join(line for line in view.text.splitlines() if line.strip())
    if one is not None:
        return told_of_commit(question, one)
    row = None if wanted is None else answered(wanted, [HEAD, *("\t".join(commit) for commit in commits)])
    return "" if row is None else row.text


def meant_of(question: str, commits: Sequence[Sequence[str]]) -> Sequence[str] | None:
    """The commit that the question names by its message, its hash, or as the first or the latest."""
    named = [name.lower() for name in _QUOTED.findall(question)]
    for name in named:
        held = [one for one in commits if one[3].lower() == name] or [one for one in commits if name in one[3].lower()]
        if held:
            return held[0] if len(held) == 1 else None
    by_hash = [one for one in commits if re.search(rf"\b{re.escape(one[0])}", question)]
    if len(by_hash) == 1:
        return by_hash[0]
    if named:
        return None
    if _LATEST.search(question):
        return commits[0]
    return commits[-1] if _FIRST.search(question) else None


def told_of_commit(question: str, commit: Sequence[str]) -> str:
    told = [commit[at] for at, form in enumerate((_ID, _WHO, _WHEN, _SAYS)) if form.search(question) is not None]
    return "  ".join(told)
