"""The words of a command as bash would have them: quotes taken off, variables followed, pieces put together.

A word that holds a substituted command is not known, and that command is one more that would run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from tree_sitter import Node

from deskhand.guard.shell.quoting import ansi, bare, unescaped, unknown
from deskhand.guard.shell.syntax import Word

DEEP = 60
"""Levels of nesting that are followed."""


@dataclass(slots=True)
class Wording:
    run: Callable[[Node, int], object]
    """Told of every command that is substituted inside a word, with its depth."""
    values: dict[str, Word] = field(default_factory=dict[str, Word])
    """What variables hold, as far as it is sure."""
    too_much: bool = False

    def word(self, node: Node, depth: int) -> Word:
        match node.type:
            case "word" | "number" | "variable_name" | "special_variable_name" | "test_operator" | "extglob_pattern":
                return bare(text_of(node), self.inside(node, depth))
            case "raw_string":
                return Word(text_of(node)[1:-1], quoted=True)
            case "ansi_c_string":
                return Word(ansi(text_of(node)[2:-1]), quoted=True)
            case "string" | "translated_string":
                return self._string(node, depth)
            case "concatenation":
                parts = [self.word(child, depth + 1) for child in node.children]
                text = "".join(part.text for part in parts)
                braces = any(child.type == "word" and text_of(child) == "{" for child in node.children) and (
                    "," in text or ".." in text
                )
                known = all(part.known for part in parts) and not braces and "brace_expression" not in _types(node)
                return Word(text, known, any(part.quoted for part in parts))
            case "simple_expansion":
                name = text_of(node).lstrip("$")
                return self.values.get(name, unknown(name))
            case _:
                self.inside(node, depth)
                return Word(text_of(node), known=False)

    def _string(self, node: Node, depth: int) -> Word:
        text, known, at = "", True, node.start_byte + 1
        whole = node.text or b""
        for child in node.named_children:
            gap = whole[at - node.start_byte : child.start_byte - node.start_byte]
            part = Word(unescaped(text_of(child))) if child.type == "string_content" else self.word(child, depth + 1)
            text += gap.decode("utf-8", "replace") + part.text
            known = known and part.known
            at = child.end_byte
        end = whole[at - node.start_byte : len(whole) - 1]
        return Word(text + end.decode("utf-8", "replace"), known, quoted=True)

    def inside(self, node: Node, depth: int) -> bool:
        """Walk the commands that are substituted somewhere inside ``node``; whether there are any."""
        if depth > DEEP:
            self.too_much = True
            return True
        found = False
        for child in node.named_children:
            if child.type in ("command_substitution", "process_substitution"):
                found = True
                for inner in child.named_children:
                    self.run(inner, depth + 1)
            else:
                found = self.inside(child, depth + 1) or found
        if node.type in ("command_substitution", "process_substitution"):
            found = True
            for inner in node.named_children:
                self.run(inner, depth + 1)
        return found


def text_of(node: Node) -> str:
    return (node.text or b"").decode("utf-8", "replace")


def _types(node: Node) -> Iterator[str]:
    return (child.type for child in node.children)
