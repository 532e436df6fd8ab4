"""Which language an instruction is in, and what to say in it when the instruction is out of reach."""

# ruff: noqa: E501
from __future__ import annotations

import re
from collections.abc import Mapping

from deskhand.models.local.understand.atoms import any_of
from deskhand.models.local.understand.frame import Language

_JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff々〆]")
_KANA = re.compile(r"[\u3040-\u309f]")


def language_of(protected: str, instruction: str) -> Language:
    """By the words outside quotation marks; by the quoted ones only where there is nothing else."""
    outside = re.sub(any_of(), " ", protected)
    japanese = len(_JAPANESE.findall(outside))
    latin = re.findall(r"[A-Za-z]+", outside)
    if not japanese:
        return "ja" if not latin and _KANA.search(instruction) else "en"
    starts_english = re.match(r"\W*(?:[A-Za-z']+\W+){1,2}", outside)
    if starts_english and len(latin) >= 3 and len(latin) * 2 >= japanese:
        return "en"
    return "en" if starts_english and re.match(r"\W*(?:type|write|enter|input|open|please)\b", outside, re.I) else "ja"


_ABLE: Mapping[Language, str] = {
    "en": "I can open programs, type given text, click, do sums, run commands, and save, find or read files.",
    "ja": "プログラムの起動、文字の入力、クリック、計算、コマンドの実行、ファイルの保存や読み取りなどができます。",
}
"""Said only where nothing was understood: to the rest, what was *not* understood is the help."""

REASONS: Mapping[str, Mapping[Language, str]] = {
    "unknown": {
        "en": "I do not understand “{part}”.",
        "ja": "「{part}」の意味が分かりません。",
    },
    "invent": {
        "en": "“{part}” would need words of my own, and I cannot make any up. Give the exact text in quotes.",
        "ja": "「{part}」には文章の作成が必要ですが、私には作れません。入力する文字をかぎ括弧で示してください。",
    },
    "world": {
        "en": "“{part}” needs knowledge of the world or the internet, which I do not have.",
        "ja": "「{part}」には世の中の知識やインターネットが必要ですが、私は持っていません。",
    },
    "which result": {
        "en": "In “{part}” I do not know which result is meant: nothing has been worked out or read before it.",
        "ja": "「{part}」がどの結果を指すのか分かりません。その前に計算したり読み取ったりしたものがありません。",
    },
    "what text": {
        "en": "“{part}” does not say exactly what to type. Put the text in quotes.",
        "ja": "「{part}」では何を入力するのか分かりません。入力する文字をかぎ括弧で示してください。",
    },
    "what": {
        "en": "“{part}” does not say what it is to be done to.",
        "ja": "「{part}」では何に対して行うのか分かりません。",
    },
    "which file": {
        "en": "“{part}” does not say which file. Give its name.",
        "ja": "「{part}」ではどのファイルか分かりません。ファイル名を示してください。",
    },
    "what target": {
        "en": "I do not know what on the screen “{part}” means. Name it by the text it shows, for example: click “Save”.",
        "ja": "「{part}」が画面のどれを指すのか分かりません。表示されている文字で示してください(例:「保存」をクリック)。",
    },
    "sum": {
        "en": "I cannot read “{part}” as a sum. Write it like 12 × (3 + 4).",
        "ja": "「{part}」を計算式として読めません。12×(3+4) のように書いてください。",
    },
    "loop": {
        "en": "“{part}” asks for something to be repeated until it is so, or for every one of many; I can only repeat a given "
        "number of times.",
        "ja": "「{part}」のように、条件が満たされるまで、またはすべてに対して繰り返すことはできません。回数を指定してください。",
    },
    "condition": {
        "en": "I cannot check the condition “{part}”. I can only look whether something shows on the screen.",
        "ja": "条件「{part}」は確かめられません。画面に何かが表示されているかどうかだけ確かめられます。",
    },
    "negative": {
        "en": "“{part}” says what not to do; I cannot promise to keep to it, so I do not start.",
        "ja": "「{part}」は禁止の指示ですが、守れると約束できないため始めません。",
    },
    "question": {
        "en": "“{part}” asks me something that I cannot read off the screen; I only do what I am told to do.",
        "ja": "「{part}」は質問で、画面から読み取れることではありません。行うことを指示してください。",
    },
    "vague": {
        "en": "“{part}” does not say what is to be done. Name what is to change, and how.",
        "ja": "「{part}」では何をどうするのか分かりません。変えるものと変え方を示してください。",
    },
    "no command": {
        "en": "“{part}” is too much to look for as one command of a program. Say it in smaller steps, with what is to be "
        "entered in quotes.",
        "ja": "「{part}」は一つのコマンドとして探すには複雑すぎます。細かい手順に分け、入力する文字はかぎ括弧で示してください。",
    },
    "several": {
        "en": "“{part}” asks for several things at once. Give them one after the other, in sentences of their own.",
        "ja": "「{part}」には複数の操作が含まれています。一つずつ分けて書いてください。",
    },
    "worked out": {
        "en": "“{part}” needs what the screen shows compared, counted or added up, and I can only read it out. Ask me what "
        "the window shows, or give me the sum.",
        "ja": "「{part}」には画面の値の比較や集計が必要ですが、私は読み上げることしかできません。"
        "表示内容を尋ねるか、計算式を示してください。",
    },
    "what command": {
        "en": "“{part}” does not say which command is to be run in the terminal. Give it in quotes.",
        "ja": "「{part}」では端末で実行するコマンドが分かりません。かぎ括弧で示してください。",
    },
    "which archive": {
        "en": "“{part}” does not name an archive that I can make or unpack: .zip, .tar, .tar.gz.",
        "ja": "「{part}」には扱える書庫名がありません。扱えるのは .zip、.tar、.tar.gz です。",
    },
    "talk": {
        "en": "“{part}” does not ask for anything to be done on the desktop.",
        "ja": "「{part}」にはデスクトップで行うことが含まれていません。",
    },
    "beyond": {
        "en": "“{part}” needs more than the programs of a desktop can do.",
        "ja": "「{part}」はデスクトップのプログラムではできないことです。",
    },
    "limit": {
        "en": "I cannot keep to “{part}” while doing the rest, so I do not start.",
        "ja": "「{part}」という条件を守って行うことができないため、始めません。",
    },
    "part": {
        "en": "“{part}” is a part of it that I cannot pick out; I can do it to all, to a line, a cell or a name.",
        "ja": "「{part}」という一部分だけを選び出せません。全体、行、セル、または名前を示してください。",
    },
    "convert": {
        "en": "I do not know how to convert “{part}”: I know units of measure, but no rates.",
        "ja": "「{part}」の換算方法が分かりません。単位は換算できますが、為替などの率は知りません。",
    },
    "window": {
        "en": "“{part}” wants a window placed in a way that I cannot: I make it large, small or as it was.",
        "ja": "「{part}」のようなウィンドウの配置はできません。最大化、最小化、元に戻すことができます。",
    },
    "draw": {
        "en": "“{part}” needs a drawing hand, which I do not have.",
        "ja": "「{part}」のように描くことはできません。",
    },
    "key": {
        "en": "I do not know the key in “{part}”.",
        "ja": "「{part}」のキーが分かりません。",
    },
    "empty": {
        "en": "There is nothing to do in this instruction.",
        "ja": "指示に実行することが書かれていません。",
    },
    "too long": {
        "en": "This instruction is too long for me: I read at most {part} characters.",
        "ja": "指示が長すぎます。読めるのは {part} 文字までです。",
    },
    "two ways": {
        "en": "“{part}” can be meant in two ways. Please say it more exactly.",
        "ja": "「{part}」は二通りに読めます。もう少し正確に書いてください。",
    },
}


def sentence(part: str, why: str, language: Language, *, hint: bool = True) -> str:
    """What to tell the person: what was not understood; with ``hint`` also what can be done at all."""
    part = re.sub(r"\s+", " ", part).strip()
    if len(part) > 120:
        part = part[:117] + "…"
    first = REASONS[why][language].replace("{part}", part)
    gap = " " if language == "en" else ""
    return f"{first}{gap}{_ABLE[language]}" if hint else first
