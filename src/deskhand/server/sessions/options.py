"""What was left out of a new session, filled in: from its template, then from the user's settings, then as preset."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from deskhand.sandbox.gateway.policy import PolicyError
from deskhand.screen.geometry import Size
from deskhand.server.errors import ApiError, invalid
from deskhand.server.sessions.homes import Home
from deskhand.server.sessions.models import NewSession, Wanted
from deskhand.server.sessions.policies import check_policy
from deskhand.server.sessions.running import network_of
from deskhand.server.sessions.settings import SettingsFile
from deskhand.server.sessions.templates import Templates, filled

_LEAST, _MOST = Size(320, 240), Size(3840, 2160)


class Options:
    def __init__(self, homes: dict[str, Home], consented: Any) -> None:
        """``consented``: whether a user may begin, called with their name."""
        self._homes, self._consented = homes, consented

    def complete(self, user: str, wanted: NewSession) -> tuple[str, dict[str, Any]]:
        """The task and every option. `ApiError` says what is wrong with which."""
        if not self._consented(user):
            raise ApiError(403, "Read what a session can do and agree to it first: /api/consent.", code="consent")
        home = self._homes[user]
        given: dict[str, Any] = SettingsFile(home.settings).read().model_dump()
        task = wanted.task
        if wanted.template is not None:
            template = Templates(home.templates).get(wanted.template)
            given |= _said(template.options)
            task = filled(template, wanted.blanks)
        given |= _said(wanted)
        if not task.strip():
            raise invalid("task: is empty; say what should be done")
        options = {name: given[name] for name in Wanted.model_fields if name in given} | {"system": wanted.system or ""}
        check_policy(str(options["policy"]))
        options["share"] = check_share(options["share"], home)
        try:
            size = Size.parse(str(options["size"]))
            network_of(options)
        except PolicyError as error:
            raise invalid(f"domains: {error}") from None
        except ValueError as error:
            raise invalid(f"size: {error}") from None
        if not (_LEAST.width <= size.width <= _MOST.width and _LEAST.height <= size.height <= _MOST.height):
            raise invalid("size: must be from 320x240 to 3840x2160")
        return task.strip(), options


def _said(wanted: Wanted) -> dict[str, Any]:
    """What was given; null is an answer only where it means something (no limit, no folder)."""
    nullable = {"max_steps", "max_minutes", "max_cost", "share"}
    values = wanted.model_dump(include=set(Wanted.model_fields), exclude_unset=True)
    return {name: value for name, value in values.items() if value is not None or name in nullable}


def check_share(folder: str | None, home: Home) -> str | None:
    if not folder:
        return None
    if not home.own_folders:
        raise ApiError(403, "share: where there are users, a session has a folder of its own; upload files into it.")
    path = Path(folder).expanduser()
    if not path.is_absolute() or "\0" in folder:
        raise invalid("share: must be the whole path of a folder, such as /home/me/Documents")
    if path.exists() and not path.is_dir():
        raise invalid(f"share: {folder} is no folder")
    return str(path)
