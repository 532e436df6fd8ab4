"""What belongs to one user, and is nobody else's: their runs, settings and templates, each in folders of their own.

That one user does not see another's sessions is no filter that could be forgotten: a user's folder is the only place
that is looked into for them.
"""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from pathlib import Path

from deskhand.errors import DeskhandError
from deskhand.folders import config_folder, data_folder
from deskhand.server.errors import ApiError
from deskhand.server.sessions.settings import SettingsFile

log = logging.getLogger("deskhand.server")
_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,31}")


class BadUser(DeskhandError, ValueError):
    """No name for a user; the text says what one looks like."""


@dataclass(frozen=True, slots=True)
class Home:
    user: str
    runs: Path
    """Holds a folder for each of their runs."""
    settings: Path
    templates: Path
    own_folders: bool
    """Whether they may share folders of this computer: only where there are no users."""

    def keep_domain(self, name: str) -> None:
        """Allowed for good: it stands among the domains of their settings, which later sessions begin with. Where it
        cannot be written it holds for the session that asked."""
        settings = SettingsFile(self.settings)
        try:
            domains = settings.read().domains
            if name not in domains:
                settings.change({"domains": [*domains, name]})
        except (OSError, ApiError) as error:
            log.warning("%s cannot be written into %s: %s", name, self.settings, error)


def home_of(user: str, record: Path) -> Home:
    record = record.expanduser().absolute()
    if not user:
        return Home("", record, config_folder() / "page.json", data_folder() / "templates", True)
    if not _NAME.fullmatch(user):
        raise BadUser(
            f"{user!r} is no name for a user: up to 32 small letters, digits and - . _, the first a letter or digit"
        )
    settings, templates = config_folder() / "users" / user, data_folder() / "users" / user
    return Home(user, record / "users" / user, settings / "page.json", templates / "templates", False)
