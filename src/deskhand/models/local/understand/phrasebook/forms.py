"""Verbs in the forms a clause needs: English *-ing*, Japanese te-form, stem, plain, past and imperative."""

# ruff: noqa: E501
from __future__ import annotations

DOUBLED = {"put": "putting", "get": "getting", "run": "running", "cut": "cutting", "hit": "hitting", "tap": "tapping", "shut": "shutting",
           "swap": "swapping", "drag": "dragging", "drop": "dropping", "bin": "binning", "jot": "jotting", "quit": "quitting",
           "stick": "sticking", "begin": "beginning", "set": "setting", "flip": "flipping", "log": "logging", "sum": "summing",
           "let": "letting"}  # fmt: skip


def gerund(verb: str) -> str:
    """``open up`` → ``opening up``."""
    first, _, rest = verb.partition(" ")
    head, dash, tail = first.partition("-")
    if dash and head in ("double", "right", "left"):
        return f"{head}-{gerund(tail)} {rest}".strip()
    if first in DOUBLED:
        made = DOUBLED[first]
    elif first.endswith("e") and not first.endswith(("ee", "oe")):
        made = first[:-1] + "ing"
    else:
        made = first + "ing"
    return f"{made} {rest}".strip()


_GODAN = {"う": "わいうえおっ", "く": "かきくけこい", "ぐ": "がぎぐげごい", "す": "さしすせそし", "つ": "たちつてとっ", "ぬ": "なにぬねのん", "ぶ": "ばびぶべぼん",
          "む": "まみむめもん", "る": "らりるれろっ"}  # fmt: skip
_GODAN_RU = ("戻る", "移る", "作る", "取る", "割る", "わる", "貼る", "ポチる", "やる", "引っ張る", "送る")


def inflected(verb: str, form: str) -> str:
    """``開く``, te → ``開いて``. Forms: te, stem, plain, ta, imp, bare (the noun before する, else the stem)."""
    if form == "plain":
        return verb
    if verb.endswith("する"):
        root = verb[:-2]
        return root + {"te": "して", "stem": "し", "ta": "した", "imp": "しろ", "bare": "" if root else "し"}[form]
    if verb[-1] not in _GODAN:  # a noun such as クリック
        return verb + {"te": "して", "stem": "し", "ta": "した", "imp": "しろ", "bare": ""}[form]
    if verb[-1] == "る" and not verb.endswith(_GODAN_RU):
        root = verb[:-1]
        return root + {"te": "て", "stem": "", "ta": "た", "imp": "ろ", "bare": ""}[form]
    root, row = verb[:-1], _GODAN[verb[-1]]
    if verb.endswith("行く"):
        row = "かきくけこっ"
    if form in ("te", "ta"):
        voiced = verb[-1] in "ぐぬぶむ"
        return root + row[5] + {"te": "でて"[not voiced], "ta": "だた"[not voiced]}[form]
    return root + {"stem": row[1], "imp": row[3], "bare": row[1]}[form]
