"""English verbs of saving, making, renaming and replacing."""

# ruff: noqa: E501
from __future__ import annotations

import re

from deskhand.models.local.understand.english.told import Nouns
from deskhand.models.local.understand.english.typing import _CREATIVE, QUOTED
from deskhand.models.local.understand.frame import Frame, Noun, Puzzled, Role


def rename_frames(nouns: Nouns, rest: str, plain: str) -> list[Frame]:
    found = re.fullmatch(r"(.+?)\s+(?:to|as|into)\s+(.+)", rest, re.I)
    if found is None:
        raise Puzzled(plain, "which file")
    new_body, new_args = nouns.peel(found[2])
    old_body, old_args = nouns.peel(found[1])
    new, old = nouns.named(new_body), nouns.noun(old_body)
    if old.kind == "target" and old.target is not None and old.target.kind in ("file", "folder") and old.target.name:
        old = Noun("file", old.target.name)
    if old.kind == "text":
        old = Noun("file", old.text)
    if new is None or old.kind not in ("file", "this file"):
        raise Puzzled(plain, "which file")
    args = {**old_args, **new_args}
    if set(args) - {"place", "tool", "into"}:
        raise Puzzled(plain)
    return [Frame("rename", (old, Noun("file", new)), args)]


def replace_frames(nouns: Nouns, verb: str, rest: str, plain: str) -> list[Frame]:
    every = r"(?:(?:every|each|all|any)\s+(?:occurrences?|instances?|appearances?|copies|mentions?)?\s*(?:of\s+)?|(?:the\s+)?(?:word|text|words|string|phrase|name|number|line|letters?)\s+)*"
    body, args = nouns.peel(rest)
    found = re.fullmatch(
        rf"{every}(.+?)\s+(?:with|by|to|for|into)\s+(?:the\s+)?(?:(?:word|text|words|string|phrase|number)\s+)?(.+?)(?:\s+everywhere|\s+throughout)?",
        _unpeeled(rest, body, args),
        re.I,
    )
    if found is None:
        raise Puzzled(plain, "what")
    kept: dict[Role, Noun] = {role: noun for role, noun in args.items() if role != "for"}
    if set(kept) - {"into", "tool", "place"}:
        raise Puzzled(plain)
    old, new = nouns.noun(found[1]), nouns.noun(found[2])
    if whole := re.fullmatch(r"(.+?)\s+(?:with|to|into)\s+(.+)", rest, re.I):
        field = nouns.noun(whole[1])
        if field.target is not None and field.target.kind == "field":
            old, new = field, nouns.noun(whole[2])
            new = Noun("text", nouns.atoms.plain(whole[2])) if new.kind == "raw" and len(new.text.split()) == 1 else new
            if new.kind not in ("text", "ref", "output", "sum"):
                raise Puzzled(plain, "what text")
    if old.kind in ("everything", "this file"):
        if new.kind not in ("text", "ref"):
            raise Puzzled(plain, "what text")
        return [Frame("select all", (), kept), Frame("type", (new,))]
    if old.target is not None and old.target.kind == "field":
        return [Frame("type", (new,), {"into": old, "manner": Noun("raw", "replace")})]
    names = [nouns.named(found[1]), nouns.named(found[2])]
    if names[0] is None or names[1] is None or (verb in ("change", "swap") and not re.search(QUOTED, found[1])):
        raise Puzzled(plain, "what text")
    return [Frame("replace", (Noun("text", names[0]), Noun("text", names[1])), kept)]


def _unpeeled(rest: str, body: str, args: dict[Role, Noun]) -> str:
    """``peel`` also takes *with “x”*, which is the heart of *replace*: put it back."""
    if "for" in args:
        return f"{body} with {args['for'].raw}"
    return body


def create_frames(nouns: Nouns, rest: str, plain: str) -> list[Frame]:
    inner = re.sub(r"\s+(?:in|inside|into|on|at)\s+it$", "", rest, flags=re.I)
    if found := re.match(
        r"(?:a\s+|an\s+|the\s+|another\s+)?(?:new\s+|empty\s+|sub)*(?:folder|directory)\b", inner, re.I
    ):
        body, args = nouns.peel(inner[found.end() :])
        name = args.get("name")
        if body and name is None:
            bare = nouns.named(re.sub(r"^(?:called|named|titled)\s+", "", body))
            name = Noun("text", bare) if bare else None
        elif body:
            raise Puzzled(plain)
        if name is None or set(args) - {"name", "place", "tool", "into"}:
            raise Puzzled(plain, "which file")
        return [Frame("make folder", (name,), args)]
    if re.search(r"\bsure\b", rest):
        raise Puzzled(plain, "condition")
    content: Noun | None = None
    joined = re.search(r"\s+(?:and\s+(?:write|type|put)\s+|with\s+(?:the\s+)?(?:(?:text|content|contents|words?|line|sentence|phrase|message)\s*:?\s+)?|containing\s+(?:(?:only|just)\s+)?(?:the\s+)?(?:(?:text|words?|line|sentence)\s+)?|that\s+(?:says|reads|contains)\s+(?:(?:the\s+)?(?:text|words?)\s+)?|saying\s+|which\s+(?:says|contains)\s+|holding\s+)(?!the\s+(?:name|text\s+editor|editor)\b)(" + QUOTED + r"|(?:the|its)\s+(?:result|answer|output)\b)", inner, re.I)  # fmt: skip
    if joined:
        content = nouns.noun(joined[1])
        if content.kind not in ("text", "ref", "output", "command"):
            raise Puzzled(plain, "what text")
        if content.kind == "command":
            content = Noun("text", content.text, quoted=True)
        inner = (inner[: joined.start()] + " " + inner[joined.end() :]).strip()
        inner = re.sub(r"\s+(?:in|inside)\s+it$", "", inner, flags=re.I)
    body, args = nouns.peel(inner)
    if "for" in args:
        content = args.pop("for")
    noun = nouns.noun(body)
    named = args.get("name")
    if noun.kind == "file" or (noun.kind == "new file" and (noun.text or named is not None)):
        final = named or Noun("file", noun.text, folder=noun.folder)
        args["name"] = final
        return [Frame("create", (content,) if content else (), args)]
    if noun.kind == "new file":
        return [Frame("new", (), args)] + ([Frame("type", (content,))] if content else [])
    if _CREATIVE.search(rest):
        raise Puzzled(plain, "invent")
    raise Puzzled(plain)


def save_frames(nouns: Nouns, rest: str, plain: str) -> list[Frame]:
    rest = re.sub(r"\s*\breplacing\s+the\s+existing\s+file$", "", rest, flags=re.I)  # the clause's words tell `save`
    rest = re.sub(r"^as\s+", "it as ", rest, flags=re.I)
    rest = re.sub(r"^(?:a\s+)?copy\s+of\s+", "", rest, flags=re.I)
    rest = re.sub(
        r"(^|\s)(?:to|in|into|as)\s+(?:a|the)\s+(?:new\s+)?(?:text\s+)?(?:file|document)\s+(?:called|named|titled|with\s+the\s+name)\s+",
        r"\1as ",
        rest,
        flags=re.I,
    )
    rest = re.sub(r"\s+and\s+(?:name|call)\s+it\s+", " as ", rest, flags=re.I)
    rest = re.sub(r"\s+as\s+(?:a\s+)?(?:text\s+)?file\s+(?:called|named)\s+", " as ", rest, flags=re.I)
    if found := re.search(r"\s+as\s+([\w-]+)(?=\s+(?:in|to|on|into|inside)\s|$)", rest, re.I):
        if found[1].lower() not in ("a", "the", "well", "is", "usual"):
            named: Noun | None = Noun("text", found[1])
            rest = rest[: found.start()] + " " + rest[found.end() :]
        else:
            named = None
    else:
        named = None
    body, args = nouns.peel(rest.strip())
    if named is not None:
        if "name" in args:
            raise Puzzled(plain, "two ways")
        args["name"] = Noun("file", named.text)
    into = args.get("into")
    if into is not None and into.kind in ("file", "new file"):
        if "name" not in args and into.text:
            args["name"] = Noun("file", into.text, folder=into.folder)
            del args["into"]
        elif into.kind == "new file" and not into.text:
            del args["into"]
    if body:
        noun = nouns.noun(re.sub(r"^(?:the\s+)?(?:text|words?)\s+(?=[\ue000-\uf8ff])", "", body))
    else:
        noun = Noun("this file", "")
    if found := re.fullmatch(rf"(?:the\s+)?(?:output|result)\s+of\s+(?:the\s+command\s+)?({QUOTED})", body, re.I):
        noun = Noun("command", nouns.atoms.plain(found[1]), quoted=True)
    if noun.kind == "file" and "name" not in args:
        args["name"], noun = Noun("file", noun.text, folder=noun.folder), Noun("this file", "")
    if noun.kind == "sum" and not re.match(
        r"(?:the\s+)?(?:result|answer|sum|product|value|difference|total)\b", body, re.I
    ):
        raise Puzzled(plain, "two ways")
    if noun.kind not in ("this file", "everything", "text", "sum", "ref", "output", "command", "file"):
        raise Puzzled(plain, "what")
    if set(args) - {"name", "place", "tool", "into", "manner"}:
        raise Puzzled(plain)
    return [Frame("save", (noun,), args)]
