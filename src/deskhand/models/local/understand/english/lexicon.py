"""English verbs and what each of them means, with their -ing forms."""

# ruff: noqa: E501
from __future__ import annotations

import re

from deskhand.models.local.understand.frame import Verb

VERBS: dict[str, Verb] = {
    **dict.fromkeys(("open", "open up", "launch", "start", "start up", "bring up", "fire up", "load", "boot up", "pull up", "grab", "pull out", "run the program",
                     "start the program", "execute the program"), "open"),
    **dict.fromkeys(("close", "quit", "exit", "shut", "shut down", "close down", "leave", "dismiss", "get rid of the window"), "close"),
    **dict.fromkeys(("switch to", "switch back to", "go back to", "return to", "bring to the front", "focus", "focus on", "activate",
                     "change to", "move to the window"), "switch"),
    **dict.fromkeys(("type", "type in", "type out", "enter", "input", "write", "write down", "write out", "put", "put down", "key in", "insert",
                     "jot down", "note down", "note", "fill in", "fill", "fill out", "set", "place", "transfer", "compose", "draft"), "type"),
    **dict.fromkeys(("append", "add", "tack on"), "append"),
    **dict.fromkeys(("press", "hit", "push", "strike", "use the shortcut", "use the keyboard shortcut", "use the key combination", "press down on",
                     "use"), "press"),
    **dict.fromkeys(("click", "click on", "left-click", "left click", "left-click on", "left click on", "single-click", "tap", "tap on",
                     "click at", "left-click at"), "click"),
    **dict.fromkeys(("double-click", "double click", "double-click on", "double click on", "doubleclick"), "double click"),
    **dict.fromkeys(("right-click", "right click", "right-click on", "right click on", "right-click at"), "right click"),
    **dict.fromkeys(("middle-click", "middle click", "middle-click on", "middle click on"), "middle click"),
    **dict.fromkeys(("choose", "select", "pick", "choose the", "go with"), "choose"),
    **dict.fromkeys(("check", "tick", "tick off", "enable", "turn on", "switch on"), "check"),
    **dict.fromkeys(("uncheck", "untick", "disable", "turn off", "switch off", "clear the tick from", "deselect"), "uncheck"),
    **dict.fromkeys(("drag", "drag and drop", "pull"), "drag"),
    **dict.fromkeys(("scroll", "page"), "scroll"),
    **dict.fromkeys(("save", "store", "keep", "save off"), "save"),
    **dict.fromkeys(("name", "call", "title"), "name"),
    **dict.fromkeys(("work out", "compute", "calculate", "figure out", "evaluate", "solve", "do the sum", "do", "add up", "sum up", "determine",
                     "find out", "multiply", "divide", "subtract", "double", "triple", "halve", "square"), "compute"),
    **dict.fromkeys(("tell me", "tell us", "tell", "let me know", "report", "report back", "give me", "show me", "answer with", "answer",
                     "say", "return", "inform me", "know"), "tell"),
    **dict.fromkeys(("read", "read out", "read aloud", "read off", "read me", "look up", "look at", "note the value of"), "read"),
    **dict.fromkeys(("run", "execute", "issue", "run the command", "execute the command", "issue the command", "give the command"), "run"),
    **dict.fromkeys(("go to", "navigate to", "visit", "browse to", "head to", "move to", "jump to", "go into", "put the cursor at", "move the cursor to", "place the cursor at", "put the cursor to", "set the cursor to"), "go"),
    **dict.fromkeys(("copy", "take"), "copy"),
    **dict.fromkeys(("cut",), "cut"),
    **dict.fromkeys(("paste", "paste in"), "paste"),
    **dict.fromkeys(("wait", "pause", "hold on"), "wait"),
    **dict.fromkeys(("maximize", "maximise"), "maximize"),
    **dict.fromkeys(("minimize", "minimise", "iconify"), "minimize"),
    **dict.fromkeys(("restore", "unmaximize", "unmaximise"), "restore"),
    **dict.fromkeys(("describe", "take a screenshot", "make a screenshot", "take another screenshot"), "describe"),
    **dict.fromkeys(("count", "list"), "count"),
    **dict.fromkeys(("move",), "move"),
    **dict.fromkeys(("rename", "change the name of"), "rename"),
    **dict.fromkeys(("delete", "remove", "erase", "trash", "throw away"), "delete"),
    **dict.fromkeys(("replace", "substitute", "change", "swap"), "replace"),
    **dict.fromkeys(("select all", "select everything", "select all of", "mark everything", "highlight everything", "highlight all"), "select all"),
    **dict.fromkeys(("undo",), "undo"),
    **dict.fromkeys(("redo",), "redo"),
    **dict.fromkeys(("clear", "empty", "clear out", "wipe"), "clear"),
    **dict.fromkeys(("find", "search for", "look for", "search"), "find"),
    **dict.fromkeys(("create", "make", "generate", "produce", "begin"), "create"),
    **dict.fromkeys(("go to the next line", "skip to a new line", "skip to the next line", "skip a line", "go to a new line", "move to a new line", "move on to the next line", "start a new line", "begin a new line", "move to the next line", "insert a line break",
                     "add a line break", "add a new line", "make a new line"), "break line"),
}  # fmt: skip


def _gerund(verb: str) -> str:
    head, _, tail = verb.partition(" ")
    special = {"cut": "cutting", "put": "putting", "set": "setting", "run": "running", "hit": "hitting", "shut": "shutting", "swap": "swapping",
               "quit": "quitting", "begin": "beginning", "scroll": "scrolling", "tap": "tapping", "drag": "dragging", "get": "getting",
               "submit": "submitting"}  # fmt: skip
    if head in special:
        head = special[head]
    elif head.endswith("e") and not head.endswith("ee"):
        head = head[:-1] + "ing"
    elif head.endswith("ie"):
        head = head[:-2] + "ying"
    else:
        head += "ing"
    return f"{head} {tail}".strip()


def _alternatives(words: list[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))


GERUNDS = {_gerund(verb): verb for verb in VERBS}
VERB = re.compile(rf"(?:{_alternatives(list(VERBS))})(?![\w'-])", re.I)
VERB_ING = re.compile(rf"(?:{_alternatives(list(GERUNDS))})(?![\w'-])", re.I)
