"""Telling people, before the first run, what this system can do and what can go wrong; and keeping their answer.

For products that embed deskhand as much as for its own command line::

    from deskhand import consent

    if not consent.given():
        show(consent.text("ja"))
        consent.record(clicked_yes, how="my product")

The answer is kept with the version of the text and its hash: whoever changes the text asks again.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal, TypeAlias, get_args

from deskhand.errors import DeskhandError
from deskhand.folders import config_folder

Language: TypeAlias = Literal["en", "ja"]
Word: TypeAlias = Literal[
    "yes",
    "no",  # or withdrawn later
    "unanswered",  # told where nobody could answer
]

VERSION = 1
"""Of the text. Raise it when the text says something new: everybody is then asked once more."""
VARIABLE = "DESKHAND_CONSENT"
"""An environment variable; ``yes`` agrees where there is no terminal: in a service, a container, a test."""

_TEXTS: Mapping[Language, str] = {
    "en": """\
What deskhand does, and what can go wrong

deskhand lets a model work at a computer desktop by itself: it looks at the
screen, moves the mouse, types, runs commands and changes files, until the task
you gave it is done. It works at a desktop of its own, inside walls: it cannot
see or touch your screen, your files or your network, except for what you open
to it (a shared folder, web sites, secrets).

  • It makes mistakes. It can misread the screen, click the wrong thing, delete
    or overwrite what it can reach, and say that it is done when it is not.
    Look at what it did before you rely on it.
  • Pages, mails and files can give it orders. A text on the screen can try to
    turn it against you. deskhand looks out for that and asks you, but does not
    see every such attempt.
  • What you open to it, it can use: what lies in the shared folder can be
    changed or deleted; on web sites that you allow it can buy, send, sign in
    and agree in your name. It asks before it does such things, unless you
    tell it not to. Lend it no account that you cannot do without.
  • With the built-in model nothing leaves this computer. With any other model,
    pictures of its desktop, and what stands on them, go to that model's
    provider.
  • Every run is recorded on this computer: pictures, actions, decisions. Those
    who can read the record can read what was on the screen.
  • You are responsible for what it does for you. Do not use it for anything
    unlawful, to deceive people, or where a mistake could harm somebody.

You can stop it at any time: Ctrl-C, or Esc for an emergency stop.
""",
    "ja": """\
deskhand がすること、そして起こりうること

deskhand は、モデルにコンピューターのデスクトップを操作させます。モデルは画面を
見て、マウスを動かし、文字を入力し、コマンドを実行し、ファイルを書き換えながら、
あなたが頼んだ作業を自分で進めます。作業するのは壁で囲まれた専用のデスクトップで、
あなたの画面・ファイル・ネットワークには、あなたが許したもの（共有フォルダー、
ウェブサイト、秘密の情報）のほかは手が届きません。

  ・間違えることがあります。画面を読み違える、違うものを押す、手の届くものを消す・
    上書きする、終わっていないのに終わったと言う、といったことが起こります。結果は
    必ず自分の目で確かめてください。
  ・ウェブページやメールやファイルが、モデルに命令しようとすることがあります。
    deskhand はそれを見張り、あなたに尋ねますが、すべてを見抜けるわけではありません。
  ・許したものは使われます。共有フォルダーの中身は書き換えや削除ができ、許した
    サイトでは、あなたの名前で購入・送信・ログイン・同意ができてしまいます。そのよう
    な操作の前には、止めないかぎりあなたに確認します。失うと困るアカウントは貸さない
    でください。
  ・内蔵のモデルを使うかぎり、何もこのコンピューターの外に出ません。それ以外の
    モデルでは、デスクトップの画像とそこに写るものが、そのモデルの提供者に送られます。
  ・実行の記録（画像・操作・判断）はこのコンピューターに残ります。記録を読める人は、
    画面に写っていたものを読めます。
  ・あなたのためにしたことの責任は、あなたにあります。法に触れること、人をだます
    こと、間違いが人を傷つけうることには使わないでください。

いつでも止められます。Ctrl-C で停止、Esc で緊急停止です。
""",
}


class ConsentError(DeskhandError):
    """A person has not agreed, or the answer cannot be kept; the text says what to do."""


@dataclass(frozen=True, slots=True)
class Answer:
    word: Word
    version: int
    time: float
    """Seconds since the epoch."""
    language: Language
    how: str
    """Where it was asked: ``terminal``, ``environment``, the name of a product."""
    text_sha256: str


def language(environment: Mapping[str, str] | None = None) -> Language:
    """The person's, by the usual variables."""
    env = os.environ if environment is None else environment
    named = env.get("LC_ALL") or env.get("LC_MESSAGES") or env.get("LANG") or ""
    return "ja" if named.lower().startswith("ja") else "en"


def text(wanted: Language | None = None) -> str:
    """What a person is told, in their language or in the wanted one."""
    return _TEXTS[wanted or language()]


def given() -> bool:
    """Whether a person has agreed to the text as it is now, or the environment says so."""
    if os.environ.get(VARIABLE, "").strip().lower() == "yes":
        return True
    last = latest()
    return last is not None and last.word == "yes"


def latest() -> Answer | None:
    """The last answer to the text as it is now; None when there is none."""
    return next((answer for answer in reversed(history()) if answer.version == VERSION), None)


def history() -> list[Answer]:
    """Every answer that is kept, the newest last. What cannot be read counts as none."""
    try:
        data = json.loads(_file().read_text("utf-8"))
        answers = [Answer(**entry) for entry in data]
    except (OSError, ValueError, TypeError):
        return []
    return [answer for answer in answers if answer.word in get_args(Word)]


def record(agreed: bool | None, *, how: str, wanted: Language | None = None) -> Answer:
    """Keep an answer: yes, no, or None for "was told, and could not answer"."""
    word: Word = "unanswered" if agreed is None else "yes" if agreed else "no"
    shown = wanted or language()
    digest = hashlib.sha256(_TEXTS[shown].encode()).hexdigest()
    answer = Answer(word, VERSION, round(time.time(), 3), shown, how, digest)
    path = _file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_suffix(f".{os.getpid()}.new")
        fresh.write_text(json.dumps([asdict(each) for each in (*history(), answer)], indent=1) + "\n", "utf-8")
        fresh.replace(path)
    except OSError as error:
        raise ConsentError(f"your answer cannot be kept in {path}: {error.strerror}") from None
    return answer


def withdraw(*, how: str) -> Answer:
    """From now on nobody has agreed; runs under way go on."""
    return record(False, how=how)


def _file() -> Path:
    return config_folder() / "consent.json"
