"""The words of a question at the terminal, in the language in which the task was given: English or Japanese.

Whoever writes a task in Japanese is to decide in seconds whether something may be deleted; an English card is answered
yes unread. What the guard itself found it says in both languages; a program's own names stay as they are.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from deskhand.guard.interface import Alarm, Consequence, Origin, Question

Language: TypeAlias = Literal["en", "ja"]


@dataclass(frozen=True, slots=True)
class Words:
    """One language."""

    why: Mapping[Origin, str]
    help: tuple[str, ...]
    """What each key means, the keys first: ``e`` is left out where nothing can be changed."""
    rows: Mapping[str, str]
    """The names of the card's rows; what is not here is named as in English."""
    consequences: Mapping[Consequence, str]
    sure: str
    """With ``{}`` for the percentage."""
    may: str
    """With ``{}`` for the keys."""
    left: str
    """With ``{}`` for the time."""
    change_what: str
    now: str
    instead: str
    there_are: str
    unchanged: str
    reach: str
    """With ``{}`` for the domain."""
    reach_may: str
    reach_help: str
    reach_always: str


_EN: Final = Words(
    why={
        "consequence": "what it does",
        "injection": "a sign that something on the screen gives the orders",
        "misuse": "a use that is watched",
        "secret": "a secret would be typed",
        "provider": "the model's provider wants a person to confirm it",
        "domain": "a new domain",
        "every": "everything is asked about (--ask always)",
    },
    help=(
        "y  yes, this once",
        "r  yes, and the same again at this place as long as this run lasts",
        "A  yes, always: it is written into your policy file",
        "e  change it first, then let it happen",
        "n  no; what you write after it is told to the model:  n take the cheaper one",
        "s  stop the run",
    ),
    rows={},
    consequences={},
    sure="{} % sure",
    may="May it? [{}] ",
    left="({} left) ",
    change_what="Change what? [{}] ",
    now="now      ",
    instead="instead  ",
    there_are="There are {} to change.",
    unchanged="Nothing was changed.",
    reach="The desktop wants to reach {}.",
    reach_may="May it? [{}] ",
    reach_help="o: once   r: for this run   {}n: no",
    reach_always="a: always   ",
)
_JA: Final = Words(
    why={
        "consequence": "この操作の結果のため",
        "injection": "画面などに書かれたものが指図している疑いがあるため",
        "misuse": "見守られている使い方のため",
        "secret": "秘密が入力されるため",
        "provider": "モデルの提供者が人の確認を求めているため",
        "domain": "新しい接続先のため",
        "every": "すべてを確認する設定のため (--ask always)",
    },
    help=(
        "y  はい、今回だけ",
        "r  はい、この作業のあいだ、同じ場所での同じ操作も",
        "A  はい、いつも(規則のファイルに書き加えます)",
        "e  書き換えてから実行する",
        "n  いいえ。続けて書いた理由はモデルに伝わります:  n 安いほうにして",
        "s  作業を止める",
    ),
    rows={
        "because": "理由", "picture": "画像", "alarm": "警告", "seen": "見えたもの", "where": "場所",
        "it says": "モデル", "act": "操作",
    },
    consequences={
        "observe": "見る", "navigate": "移動", "edit": "編集", "save": "保存", "delete": "削除・上書き",
        "send": "送信・公開", "pay": "支払い", "accept": "同意", "sign_in": "ログイン・秘密の入力",
        "install": "導入・実行", "settings": "設定の変更", "leave": "外部への接続・持ち出し",
    },
    sure="確かさ {} %",
    may="実行してもよいですか? [{}] ",
    left="(あと {}) ",
    change_what="どれを書き換えますか? [{}] ",
    now="現在     ",
    instead="変更後   ",
    there_are="書き換えられるのは {} です。",
    unchanged="何も変わっていません。",
    reach="デスクトップが {} に接続しようとしています。",
    reach_may="接続してもよいですか? [{}] ",
    reach_help="o: 今回だけ   r: この作業のあいだ   {}n: いいえ",
    reach_always="a: いつも   ",
)  # fmt: skip
_SOURCES: Final[Mapping[str, str]] = {
    "screen": "画面", "shell": "コマンドの出力", "file": "ファイル", "tool": "ツールの結果", "network": "通信の応答",
}  # fmt: skip


def words_in(language: Language) -> Words:
    return _JA if language == "ja" else _EN


def language_of(task: str) -> Language:
    """``ja`` for a task with kana or more kanji than a name has."""
    kana = any("\u3040" <= letter <= "\u30ff" for letter in task)
    return "ja" if kana or sum("\u4e00" <= letter <= "\u9fff" for letter in task) > len(task) // 3 else "en"


def sentence_in(language: Language, question: Question) -> str:
    """What the act would do, as far as the guard says it in that language."""
    finding = question.finding
    told = "" if finding is None else finding.translations.get(language, "")
    return told or question.sentence


def alarm_in(language: Language, alarm: Alarm) -> str:
    """What rang the alarm. The guard says it in English; in Japanese it is said by its kind."""
    if language == "en" or alarm.origin == "misuse":
        return alarm.sentence
    source = _SOURCES.get(alarm.source, "読んだもの")
    match alarm.kind:
        case "unbidden":
            return "頼まれた作業には、このような操作は含まれていません。読んだものの指図ではありませんか。"
        case "foreign-string":
            return f"これは{source}から来たもので、あなたの指示にはありません。"
        case _:
            return f"{source}に書かれた指示に沿う操作です。あなたの頼んだことではありません。"
