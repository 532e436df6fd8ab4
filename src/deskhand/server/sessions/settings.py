"""A user's settings, in one JSON file that a person can read and mend.

Read anew each time: it is small, and whoever edits it need not start the server again. What in it is wrong is left
out, with a word in the log; the rest holds.
"""

from __future__ import annotations

import json
import logging
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from deskhand.server.errors import invalid
from deskhand.server.sessions.atomic import write_text
from deskhand.server.sessions.models import Settings

log = logging.getLogger("deskhand.server")


class SettingsFile:
    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> Settings:
        try:
            given = json.loads(self._path.read_text("utf-8"))
        except FileNotFoundError:
            return Settings()
        except (OSError, ValueError) as error:
            log.warning("the settings in %s cannot be read, so the preset ones hold: %s", self._path, error)
            return Settings()
        while isinstance(given, dict):
            try:
                return Settings.model_validate(given)
            except ValidationError as error:
                wrong = {str(item["loc"][0]) for item in error.errors() if item["loc"]} & set(given)
                log.warning("settings in %s that are none, left out: %s", self._path, ", ".join(sorted(wrong)))
                if not wrong:
                    break
                given = {name: value for name, value in given.items() if name not in wrong}
        return Settings()

    def change(self, changes: dict[str, Any]) -> Settings:
        """Only what is given changes. 400 says what is wrong with it."""
        try:
            settings = Settings.model_validate(self.read().model_dump() | changes)
        except ValidationError as error:
            wrong = [f"{'.'.join(map(str, item['loc']))}: {item['msg']}" for item in error.errors()[:5]]
            raise invalid("; ".join(wrong)) from None
        write_text(self._path, json.dumps(settings.model_dump(), ensure_ascii=False, indent=1) + "\n")
        return settings
