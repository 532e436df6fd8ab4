"""Tasks with blanks: ``Book a table at {{place}} for {{people}}``, one JSON file each, to keep and to give away."""

from __future__ import annotations

import json
import re
import secrets
from pathlib import Path

from pydantic import ValidationError

from deskhand.server.errors import ApiError, invalid
from deskhand.server.sessions.atomic import write_text
from deskhand.server.sessions.models import Blank, NewTemplate, Template

_BLANK = re.compile(r"\{\{\s*([^{}\s][^{}]{0,62}?)\s*\}\}")
_ID = re.compile(r"[a-z0-9-]{1,64}")
MOST = 500


class Templates:
    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def all(self) -> list[Template]:
        """By title. Files that are none are left out."""
        if not self._folder.is_dir():
            return []
        found = [self._read(path) for path in self._folder.glob("*.json")]
        return sorted((each for each in found if each is not None), key=lambda each: each.title.casefold())

    def get(self, id: str) -> Template:
        found = self._read(self._path(id))
        if found is None:
            raise ApiError(404, f"There is no template {id[:64]!r}.")
        return found

    def add(self, given: NewTemplate) -> Template:
        if len(self.all()) >= MOST:
            raise ApiError(409, f"There are {MOST} templates already: delete some first.")
        slug = re.sub(r"[^a-z0-9]+", "-", given.title.lower()).strip("-")[:40] or "template"
        return self._write(f"{slug}-{secrets.token_hex(3)}", given)

    def change(self, id: str, given: NewTemplate) -> Template:
        self.get(id)
        return self._write(id, given)

    def delete(self, id: str) -> None:
        self.get(id)
        self._path(id).unlink()

    def _write(self, id: str, given: NewTemplate) -> Template:
        named = {blank.name for blank in given.blanks}
        found = [name for name in dict.fromkeys(_BLANK.findall(given.task)) if name not in named]
        blanks = [*given.blanks, *(Blank(name=name) for name in found)]
        template = Template.model_validate({**given.model_dump(exclude_unset=True), "blanks": blanks, "id": id})
        kept = template.model_dump(exclude_unset=True)
        kept["blanks"] = [blank.model_dump() for blank in blanks]
        write_text(self._path(id), json.dumps(kept, ensure_ascii=False, indent=1) + "\n")
        return template

    def _read(self, path: Path) -> Template | None:
        try:
            data = json.loads(path.read_text("utf-8"))
            return Template.model_validate(data | {"id": path.stem})
        except (OSError, ValueError, TypeError, ValidationError):
            return None

    def _path(self, id: str) -> Path:
        if not _ID.fullmatch(id):
            raise ApiError(404, "There is no such template.")
        return self._folder / f"{id}.json"


def filled(template: Template, values: dict[str, str]) -> str:
    """The task with its blanks filled in. 400 names those that are still empty."""
    defaults = {blank.name: blank.default for blank in template.blanks}
    unknown = sorted(set(values) - set(defaults) - set(_BLANK.findall(template.task)))
    if unknown:
        raise invalid(f"blanks: the template has no blank {unknown[0]!r}")
    given = defaults | {name: value for name, value in values.items() if value.strip()}
    missing = [name for name in dict.fromkeys(_BLANK.findall(template.task)) if not given.get(name, "").strip()]
    if missing:
        raise invalid(f"blanks: fill in {', '.join(missing)}")
    return _BLANK.sub(lambda found: given[found[1]].strip(), template.task)
