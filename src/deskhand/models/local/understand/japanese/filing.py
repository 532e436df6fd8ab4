"""Japanese clauses of replacing, renaming and making."""

from __future__ import annotations

import re
from dataclasses import replace

from deskhand.models.local.understand.frame import Frame, Noun, Puzzled, Role
from deskhand.models.local.understand.japanese.pointing import Pointing


class Filing(Pointing):
    """置き換える, 名前を変える, 作る."""

    @staticmethod
    def refuse(plain: str) -> list[Frame]:
        raise Puzzled(plain)

    @staticmethod
    def moved(noun: Noun, args: dict[Role, Noun]) -> bool:
        """``notes.txt を保存``: the file's name is the name to save under, unless another is given."""
        if "name" in args:
            return False
        args["name"] = Noun("file", noun.text, folder=noun.folder)
        return True

    def replacing(
        self, objects: list[Noun], goals: list[Noun], args: dict[Role, Noun], plain: str, word: str
    ) -> list[Frame]:
        into = args.get("into")
        texts = [noun for noun in objects if noun.kind in ("text", "command")]
        new = [noun for noun in goals if noun.kind in ("text", "command", "ref")]
        others = [noun for noun in objects + goals if noun not in texts and noun not in new]
        if "name" in args and not new:
            new = [args.pop("name")]
        for noun in others:
            if (
                noun.kind == "file"
                and word in ("変更", "変える", "かえる", "置き換える")
                and any(n.kind == "file" for n in goals)
                and noun in objects
            ):
                continue
            if noun.kind in ("file", "program") and into is None and noun in objects:
                args["into"] = noun
            elif noun.kind in ("everything", "this file", "target") or (noun.kind == "file" and noun in goals):
                continue
            else:
                raise Puzzled(plain)
        files = [noun for noun in objects if noun.kind == "file"]
        new_files = [noun for noun in goals if noun.kind == "file"]
        if files and new_files and not texts:
            return self.renaming(files, new_files, args, plain)
        everything = [noun for noun in others if noun.kind in ("everything", "this file")]
        if everything and len(new) == 1 and not texts:
            return [Frame("select all", (), args), Frame("type", (new[0],))]
        field = [
            noun for noun in others if noun.kind == "target" and noun.target is not None and noun.target.kind == "field"
        ]
        if field and len(new) == 1 and not texts:
            return [Frame("type", (new[0],), {"into": field[0], "manner": Noun("raw", "replace")})]
        last = self.before[-1] if self.before else None
        if len(new) == 1 and not objects and isinstance(last, Frame) and last.verb == "select all":
            return [Frame("type", (new[0],))]
        if len(texts) != 1 or len(new) != 1 or new[0].kind == "ref":
            raise Puzzled(plain, "what text")
        if set(args) - {"into", "tool", "place"}:
            raise Puzzled(plain)
        return [Frame("replace", (texts[0], new[0]), args)]

    def renaming(self, objects: list[Noun], goals: list[Noun], args: dict[Role, Noun], plain: str) -> list[Frame]:
        name = args.pop("name", None) or (goals[-1] if goals else None)
        old = next((noun for noun in objects if noun.kind in ("file", "this file", "text", "target")), None)
        if name is None or old is None or name.kind not in ("file", "text"):
            raise Puzzled(plain, "which file")
        if old.kind == "target":
            if old.target is None or not old.target.name:
                raise Puzzled(plain, "which file")
            old = Noun("file", old.target.name)
        if old.kind == "text":
            old = Noun("file", old.text)
        for noun in goals[:-1] if name in goals else goals:
            if noun.kind != "folder":
                raise Puzzled(plain)
            args["place"] = noun
        return [
            Frame("rename", (old, Noun("file", name.text)), {k: v for k, v in args.items() if k in ("tool", "place")})
        ]

    def creating(self, objects: list[Noun], args: dict[Role, Noun], plain: str) -> list[Frame]:
        folder = next((noun for noun in objects if noun.target is not None and noun.target.kind == "folder"), None)
        if folder is not None and folder.target is not None:
            name = folder.target.name or (args["name"].text if "name" in args else "")
            if name in ("新しい", "新規", ""):
                name = args["name"].text if "name" in args else ""
            if not name:
                raise Puzzled(plain, "which file")
            return [
                Frame("make folder", (Noun("text", name),), {k: v for k, v in args.items() if k in ("place", "tool")})
            ]
        if any(noun.kind in ("raw",) and "フォルダ" in noun.raw for noun in objects):
            raise Puzzled(plain, "which file")
        content = next((noun for noun in objects if noun.kind in ("text", "ref", "output")), None)
        if made_quoted := next((n for n in objects if n.kind == "text" and re.search(r"\.\w{1,4}$", n.text)), None):
            objects = [replace(n, kind="file") if n is made_quoted else n for n in objects]
        content = next((noun for noun in objects if noun.kind in ("text", "ref", "output")), None)
        made = next((noun for noun in objects if noun.kind in ("file", "new file", "this file")), None)
        if made is None and "name" not in args:
            raise Puzzled(plain, "invent")
        if made is not None and made.text and made.kind in ("file", "new file") and "name" not in args:
            args["name"] = Noun("file", made.text, folder=made.folder)
        if "name" not in args:
            return [Frame("new", (), args)] + ([Frame("type", (content,))] if content else [])
        return [Frame("create", (content,) if content else (), args)]
