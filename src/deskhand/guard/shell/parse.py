"""A command line taken apart as bash would: every simple command in it, wherever it is hidden.

A list of dangerous words finds ``rm`` in ``echo "do not rm"`` and misses it in ``r''m``, ``$(rm x)`` and
``sh -c 'rm x'``. So the line is parsed by the grammar that editors use (tree-sitter's, for bash), quotes are taken off,
and what variables hold is followed as far as it is sure. What cannot be parsed is said to be so, and gets asked about.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache

import tree_sitter_bash
from tree_sitter import Language, Node, Parser

from deskhand.guard.shell.quoting import unknown
from deskhand.guard.shell.syntax import Redirect, Script, Simple, Word
from deskhand.guard.shell.wording import DEEP, Wording, text_of

MOST_COMMANDS = 400


def parse(text: str) -> Script:
    """Every simple command of ``text``, in the order in which they stand."""
    tree = _parser().parse(text.encode("utf-8", "replace"))
    walk = _Walk()
    walk.node(tree.root_node, 0, sure=True)
    broken = tree.root_node.has_error or walk.too_much or walk.wording.too_much
    return Script(tuple(walk.found), frozenset(walk.functions), broken)


@cache
def _parser() -> Parser:
    return Parser(Language(tree_sitter_bash.language()))


_BRANCHES = frozenset(
    {
        "if_statement",
        "while_statement",
        "for_statement",
        "c_style_for_statement",
        "case_statement",
        "function_definition",
        "list",
    }
)
"""What is inside these may run or not: a variable that is set there has no sure value afterwards."""


@dataclass(slots=True)
class _Walk:
    found: list[Simple] = field(default_factory=list[Simple])
    functions: set[str] = field(default_factory=set[str])
    too_much: bool = False
    wording: Wording = field(init=False)

    def __post_init__(self) -> None:
        self.wording = Wording(lambda node, depth: self.node(node, depth, sure=False))

    def node(self, node: Node, depth: int, *, sure: bool, **given: object) -> list[Simple]:
        """Walk ``node``; the simple commands whose output is the node's output."""
        if depth > DEEP or len(self.found) > MOST_COMMANDS:
            self.too_much = True
            return []
        match node.type:
            case "command":
                return self._command(node, depth, sure)
            case "redirected_statement":
                return self._redirected(node, depth, sure)
            case "pipeline":
                return self._pipeline(node, depth, sure, None)
            case "variable_assignment":
                self._assign(node, depth, sure)
                return []
            case "declaration_command" | "unset_command":
                return self._declaration(node, depth, sure)
            case "for_statement":
                variable = node.child_by_field_name("variable")
                if variable is not None:
                    self.wording.values[text_of(variable)] = Word(f"${text_of(variable)}", known=False)
            case "function_definition":
                name = node.child_by_field_name("name")
                if name is not None:
                    self.functions.add(text_of(name))
            case "heredoc_body" | "test_command" | "comment":
                self.wording.inside(node, depth)
                return []
            case _:
                pass
        last: list[Simple] = []
        inner = sure and node.type not in _BRANCHES
        for child in node.named_children:
            got = self.node(child, depth + 1, sure=inner)
            last = got or last
        return last

    def _command(self, node: Node, depth: int, sure: bool) -> list[Simple]:
        words: list[Word] = []
        redirects: list[Redirect] = []
        sets: list[tuple[str, Word]] = []
        feed: str | None = None
        for child in node.named_children:
            match child.type:
                case "command_name":
                    words.append(
                        self.wording.word(child.named_children[0], depth) if child.named_children else Word("")
                    )
                case "variable_assignment":
                    sets.append(self._pair(child, depth))
                case "file_redirect":
                    redirects.append(self._redirect(child, depth, words))
                case "herestring_redirect":
                    given = self.wording.word(child.named_children[-1], depth) if child.named_children else Word("")
                    feed = given.text + "\n" if given.known else None
                case "comment":
                    pass
                case _:
                    words.append(self.wording.word(child, depth))
        simple = Simple(tuple(words), tuple(redirects), tuple(sets), feed)
        if not words:
            for name, value in sets:
                self.wording.values[name] = value if sure else unknown(name)
        self.found.append(simple)
        return [simple]

    def _redirected(self, node: Node, depth: int, sure: bool) -> list[Simple]:
        body = node.child_by_field_name("body")
        if body is None:
            own = [Simple(())]
            self.found.extend(own)
        else:
            own = self.node(body, depth + 1, sure=sure)
            if not own:  # an assignment, a compound without a command: its redirections count all the same
                own = [Simple(())]
                self.found.extend(own)
        for child in node.children_by_field_name("redirect"):
            match child.type:
                case "file_redirect":
                    extra: list[Word] = []
                    redirect = self._redirect(child, depth, extra)
                    own = self._changed(own, redirects=(redirect,), words=tuple(extra))
                case "herestring_redirect":
                    given = self.wording.word(child.named_children[-1], depth) if child.named_children else Word("")
                    own = self._changed(own, feed=given.text + "\n" if given.known else None)
                case "heredoc_redirect":
                    own = self._heredoc(child, own, depth, sure)
        return own

    def _heredoc(self, node: Node, own: list[Simple], depth: int, sure: bool) -> list[Simple]:
        body = next((child for child in node.named_children if child.type == "heredoc_body"), None)
        start = next((text_of(child) for child in node.named_children if child.type == "heredoc_start"), "")
        if body is not None:
            self.wording.inside(body, depth)
            literal = not any(child.type != "heredoc_content" for child in body.named_children)
            told = text_of(body) if literal or start[:1] in "'\"\\" else None
            own = self._changed(own, feed=told)
        words: list[Word] = []
        for child in node.named_children:
            match child.type:
                case "file_redirect":
                    own = self._changed(own, redirects=(self._redirect(child, depth, words),))
                case "pipeline":
                    own = self._pipeline(child, depth + 1, sure, own)
                case "heredoc_start" | "heredoc_body" | "heredoc_end" | "file_descriptor":
                    pass
                case "word" | "string" | "raw_string" | "concatenation" | "simple_expansion" | "expansion" | "number":
                    words.append(self.wording.word(child, depth))
                case _:
                    self.node(child, depth + 1, sure=False)
        return self._changed(own, words=tuple(words)) if words else own

    def _changed(
        self,
        simples: list[Simple],
        *,
        redirects: tuple[Redirect, ...] = (),
        words: tuple[Word, ...] = (),
        feed: str | None = None,
    ) -> list[Simple]:
        """The same commands with more to them, in the record as well."""
        changed: list[Simple] = []
        for simple in simples:
            new = replace(
                simple,
                words=(*simple.words, *words),
                redirects=(*simple.redirects, *redirects),
                feed=feed if feed is not None else simple.feed,
            )
            self.found[_index(self.found, simple)] = new
            changed.append(new)
        return changed

    def _pipeline(self, node: Node, depth: int, sure: bool, before: list[Simple] | None) -> list[Simple]:
        for child in node.named_children:
            start = len(self.found)
            got = self.node(child, depth + 1, sure=sure)
            if before and len(self.found) > start:
                # Whatever stands first in this part reads what the part before it writes.
                first = self.found[start]
                fed = replace(first, fed_by=before[-1])
                self.found[start] = fed
                got = [fed if simple is first else simple for simple in got]
            before = got or before
        return before or []

    def _assign(self, node: Node, depth: int, sure: bool) -> None:
        name, value = self._pair(node, depth)
        self.wording.values[name] = value if sure else unknown(name)
        self.found.append(Simple((), sets=((name, value),)))

    def _pair(self, node: Node, depth: int) -> tuple[str, Word]:
        name = node.child_by_field_name("name")
        value = node.child_by_field_name("value")
        called = "" if name is None else text_of(name)
        if value is None:
            return called, Word("")
        word = self.wording.word(value, depth)
        appended = any(child.type == "+=" for child in node.children)
        return called, replace(word, known=False) if appended or value.type == "array" else word

    def _declaration(self, node: Node, depth: int, sure: bool) -> list[Simple]:
        words = [Word(text_of(node.children[0]))]
        for child in node.named_children:
            if child.type == "variable_assignment":
                name, value = self._pair(child, depth)
                self.wording.values[name] = value if sure else unknown(name)
                words.append(Word(f"{name}={value.text}", value.known))
            else:
                words.append(self.wording.word(child, depth))
                if node.type == "unset_command":
                    self.wording.values.pop(text_of(child), None)
        simple = Simple(tuple(words))
        self.found.append(simple)
        return [simple]

    def _redirect(self, node: Node, depth: int, extra: list[Word]) -> Redirect:
        operator = "".join(text_of(child) for child in node.children if not child.is_named) or "&>"
        targets = [self.wording.word(child, depth) for child in node.children_by_field_name("destination")]
        # The grammar takes `> out file` for two targets; bash takes the second word for an argument.
        extra.extend(targets[1:])
        return Redirect(operator, targets[0] if targets else Word("", known=False))


def _index(found: list[Simple], simple: Simple) -> int:
    return next(index for index in range(len(found) - 1, -1, -1) if found[index] is simple)
