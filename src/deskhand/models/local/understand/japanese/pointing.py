"""Japanese clauses of pressing, clicking, choosing and dragging."""

# ruff: noqa: E501
from __future__ import annotations

import re

from deskhand.models.local import concepts
from deskhand.models.local.steps import Target
from deskhand.models.local.understand.frame import Frame, Noun, Puzzled, Role, Verb
from deskhand.models.local.understand.japanese.phrases import QUOTED
from deskhand.models.local.understand.japanese.typing import Typing


class Pointing(Typing):
    """押す, クリックする, 選ぶ."""

    def leftover(self, concept: Verb, left: str) -> list[tuple[str, Noun]] | None:
        """Words that no noun rule knows, where a bare name is enough: ``保存をクリック``."""
        bare = re.sub(r"(?:を|に)$", "", left)
        if concept in ("click", "double click", "right click", "middle click", "choose", "check", "uncheck", "press"):
            target = self.nouns.clickable(bare)
            if target is not None:
                return [("o", Noun("target" if concept != "choose" else "text", target.name, bare, target=target))]
        if concept in ("open", "close", "switch") and re.fullmatch(r"[A-Za-z][\w .+-]*", bare):
            return [("o", Noun("raw", bare, bare))]
        if concept == "run" and re.fullmatch(r"[\x20-\x7e\ue000-\uf8ff]+", bare):
            return [("o", Noun("command", self.atoms.plain(bare).strip(), bare))]
        if concept in ("save", "create", "rename", "make folder") and (
            name := self.nouns.named(re.sub(r"で$", "", bare))
        ):
            return [("name", Noun("file", name))] if name.isascii() else None
        return None

    def listed(self, body: str) -> Frame | None:
        """``City で「Tokyo」を``: an entry of the drop-down of that name."""
        found = re.fullmatch(
            rf"([A-Za-z\u3041-\u9fff][\w -]*?|{QUOTED})\s*(?:の中|のリスト|の一覧)?(?:で|から|の中から|は)[、\s]*({QUOTED}|[\w-]+)\s*を",
            body,
        )
        if found is None:
            return None
        of, option = self.atoms.plain(found[1]).strip(), self.nouns.noun(found[2])
        if self.nouns.noun(found[1]).kind not in ("raw", "text") or option.kind not in ("raw", "text"):
            return None
        name = Noun("text", self.atoms.plain(found[2]))
        return Frame("choose", (name,), {"source": Noun("target", of, target=Target(of, "option"))})

    def pressing(self, objects: list[Noun], args: dict[Role, Noun], plain: str) -> list[Frame]:
        frames: list[Frame] = []
        if set(args) - {"tool", "into"}:
            raise Puzzled(plain)
        if (program := args.get("tool") or args.get("into")) is not None and program.kind == "program":
            frames.append(Frame("switch", (program,)))
        for noun in objects:
            if noun.kind == "keys":
                frames.append(Frame("press", (noun,)))
            elif noun.kind == "text" and (key := concepts.key_name(noun.text)) is not None and len(key) > 1:
                frames.append(Frame("press", (Noun("keys", key),)))
            elif noun.target is not None:
                frames.append(Frame("click", (noun,)))
            elif noun.kind == "raw" and self.nouns.name(noun.raw) is None:
                raise Puzzled(plain, "key")
            elif noun.kind in ("text", "raw") and noun.text:
                frames.append(Frame("click", (Noun("target", noun.text, target=Target(noun.text)),)))
            else:
                raise Puzzled(plain, "key")
        if not frames and not objects:
            return [Frame("click", (Noun("this file"),))]
        if not frames:
            raise Puzzled(plain, "what")
        return frames

    def aiming(
        self, concept: Verb, objects: list[Noun], goals: list[Noun], args: dict[Role, Noun], plain: str
    ) -> list[Frame]:
        if concept == "drag":
            if len(objects) != 1 or len(goals) != 1:
                raise Puzzled(plain, "what")
            dragged, goal = self.nouns.clickable(objects[0].raw), self.nouns.clickable(goals[0].raw)
            if dragged is None or goal is None:
                raise Puzzled(plain, "what target")
            return [Frame("drag", (Noun("target", target=dragged), Noun("target", target=goal)))]
        if set(args) - {"tool", "into", "source"}:
            raise Puzzled(plain)
        candidates = objects or goals
        if concept in ("choose",):
            source = args.get("source")
            if source is not None and source.kind == "program":
                args["tool"] = args.pop("source")
                source = None
            noun = candidates[-1] if candidates else None
            if noun is None:
                raise Puzzled(plain, "what")
            if noun.kind == "everything":
                return [Frame("select all", (), args)]
            if len(candidates) != 1 and not (goals and objects and goals[0].target is not None):
                raise Puzzled(plain, "what target")
            if source is not None and noun.kind in ("text", "target", "raw", "menu"):
                name = self.nouns.name(noun.raw) or noun.text
                if source.target is not None and re.fullmatch(
                    r"右クリック|コンテキスト|ポップアップ", source.target.name
                ):
                    return [Frame("choose", (Noun("text", name),))]
                if source.kind == "menu":
                    return [Frame("choose", (Noun("menu", name, path=(*source.path, name.rstrip(".…"))),))]
                if source.target is not None and source.target == Target("", "option"):
                    return [Frame("choose", (Noun("text", name),))]
                if source.target is not None:
                    return [Frame("choose", (Noun("text", name),), {"source": source})]
                raise Puzzled(plain)
            if goals and objects and goals[0].target is not None and noun.kind == "text":
                return [Frame("choose", (noun,), {"source": goals[0]})]
            if noun.kind in ("menu", "text", "target"):
                return [Frame("choose", (noun,), args)]
            target = self.nouns.clickable(noun.raw)
            if target is None:
                raise Puzzled(plain, "what target")
            return [Frame("choose", (Noun("target", target.name, target=target),), args)]
        if "source" in args:
            source = args.pop("source")
            noun = candidates[-1] if candidates else Noun("raw")
            if source.kind == "menu" and concept == "click":
                name = self.nouns.name(noun.raw) or noun.text
                return [Frame("choose", (Noun("menu", name, path=(*source.path, name)),))]
            if source.kind == "program":
                args["tool"] = source
            else:
                raise Puzzled(plain)
        if not candidates and not args:
            return [Frame(concept, (Noun("this file"),))]
        if len(candidates) != 1 or (objects and goals):
            raise Puzzled(plain, "what target")
        noun = candidates[0]
        if noun.kind == "menu" and concept == "click" and len(noun.path) > 1:
            return [Frame("choose", (noun,))]
        if noun.kind == "this file":
            return [Frame(concept, (noun,), args)]
        target = noun.target or self.nouns.clickable(noun.raw)
        if target is None:
            raise Puzzled(plain, "what target")
        return [Frame(concept, (Noun("target", target.name, noun.raw, target=target),), args)]
