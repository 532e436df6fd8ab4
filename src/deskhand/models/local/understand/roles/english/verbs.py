"""What is known of English verbs beyond that they are some: synonyms, verbs of making, verbs that say it all."""

# ruff: noqa: E501
from __future__ import annotations

SAME: dict[str, str] = {
    **dict.fromkeys(("kick out", "get rid of", "throw away", "throw out", "take out", "take away", "erase", "bin", "trash", "cross out", "cross off", "kick"), "delete"),
    **dict.fromkeys(("put in", "pop in", "stick in", "drop in", "register", "record", "enter", "book", "schedule", "log", "note down", "jot down", "note", "write down"), "add"),
    **dict.fromkeys(("tick off", "check off", "cross off", "tick"), "mark as done"),
    **dict.fromkeys(("shrink", "enlarge", "scale"), "resize"), **dict.fromkeys(("reopen", "bring back"), "reopen"),
    **dict.fromkeys(("unpack", "unzip", "decompress"), "extract"), **dict.fromkeys(("pack", "zip", "zip up", "pack up", "archive"), "compress"),
    **dict.fromkeys(("colour", "paint"), "color"), "turn over": "flip", "alphabetise": "sort", "alphabetize": "sort",
    "maximise": "maximize", "minimise": "minimize", "organise": "organize", "centre": "center", "print out": "print", "play back": "play",
}  # fmt: skip
"""How programs call what people say otherwise."""
MAKING = frozenset((
    "add", "create", "make", "insert", "new", "set up", "start", "open", "draw", "generate", "give", "register", "append",
))  # fmt: skip
"""Verbs whose object does not exist yet: what they name are fields of it, not something to select."""
SOLO = frozenset((
    "pause", "play", "resume", "mute", "unmute", "refresh", "reload", "print", "shuffle", "paste", "copy", "cut", "save", "quit", "exit",
    "underline", "bold", "flip", "rotate", "crop", "duplicate", "maximize", "minimize", "redo", "undo", "zoom", "next", "previous",
    "rewind", "stop", "preview",
))  # fmt: skip
"""Verbs that say it all."""
CLOSED = frozenset((
    "click", "press", "hit", "tap", "drag", "double-click", "right-click", "type", "scroll", "calculate", "compute", "evaluate", "explain",
    "describe", "wait",
))  # fmt: skip
"""Verbs of which the grammar knows all that can be said: what it refuses is not looked for as a command."""
VALUED = frozenset((
    "set", "change", "adjust", "increase", "decrease", "raise", "lower", "limit", "configure", "resize", "rename", "convert", "reduce",
    "rotate", "zoom", "zoom to", "go to", "jump to", "move", "scroll", "colour", "color", "turn", "crop", "make",
))  # fmt: skip
"""Verbs that give a value: *to 8*, *as Arial*."""
