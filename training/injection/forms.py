"""The forms of English verbs: ‘sends’, ‘sent’, ‘sending’; of verbs with a particle, the verb's (‘handed over’)."""

from __future__ import annotations

_IRREGULAR = """
send:sent give:gave lend:lent show:showed leak:leaked sell:sold throw:threw put:put set:set get:got buy:bought
pay:paid hire:hired take:took let:let cut:cut tell:told write:wrote say:said leave:left make:made forge:forged
find:found read:read dig:dug go:went run:ran begin:began call:called ring:rang beg:begged bid:bid undo:undid
hide:hid withdraw:withdrew freeze:froze shut:shut drop:dropped stop:stopped void:voided hand:handed tip:tipped
tag:tagged flag:flagged ban:banned kick:kicked swap:swapped strip:stripped ping:pinged log:logged skip:skipped
scrap:scrapped ship:shipped pin:pinned commit:committed submit:submitted admit:admitted transfer:transferred
look:looked reset:reset rewrite:rewrote override:overrode patch:patched sync:synced beam:beamed fill:filled
enter:entered cancel:cancelled relabel:relabelled format:formatted pre-order:pre-ordered enrol:enrolled
browse:browsed bury:buried scan:scanned rename:renamed roll:rolled
"""
_PAST = dict(pair.split(":") for pair in _IRREGULAR.split())
_TWICE = """
admit ban beg begin bid cut dig drop flag format get let log pin plan put reset run scan scrap set ship shut
skip stop strip submit swap tag tip transfer
"""
_DOUBLED = frozenset(_TWICE.split())


def past(phrase: str) -> str:
    verb, _, rest = phrase.partition(" ")
    if verb not in _PAST:
        made = verb + "d" if verb.endswith("e") else verb[:-1] + "ied" if _y(verb) else verb + "ed"
    else:
        made = _PAST[verb]
    return f"{made} {rest}".strip()


def third(phrase: str) -> str:
    verb, _, rest = phrase.partition(" ")
    made = verb[:-1] + "ies" if _y(verb) else verb + ("es" if verb.endswith(("s", "x", "ch", "sh", "o")) else "s")
    return f"{made} {rest}".strip()


def gerund(phrase: str) -> str:
    verb, _, rest = phrase.partition(" ")
    if verb in _DOUBLED:
        verb += verb[-1]
    elif verb.endswith("e") and not verb.endswith("ee"):
        verb = verb[:-1]
    return f"{verb}ing {rest}".strip()


def _y(verb: str) -> bool:
    return verb.endswith("y") and verb[-2] not in "aeiou"
