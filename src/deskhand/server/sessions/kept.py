"""A kept run as the sessions API tells of it, whoever made it: this server, one before it, or `deskhand run`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from deskhand.server.sessions.glance import Glance
from deskhand.server.sessions.models import SessionInfo, State
from deskhand.server.sessions.session import Plan


def kept_info(folder: Path, glance: Glance | None, plan: Plan | None) -> SessionInfo:
    glance = glance or Glance()
    state: State = "ended" if glance.status else "elsewhere" if glance.held else "cut"
    options = plan.options if plan else _options(glance)
    began = glance.began
    return SessionInfo.model_validate(
        {
            "id": folder.name,
            "state": state,
            "status": glance.status,
            "task": plan.task if plan else glance.task,
            "model": glance.model,
            "answer": glance.answer,
            "created": plan.created if plan else began or 0.0,
            "began": began,
            "ended": glance.last_time if state != "elsewhere" else None,
            "steps": glance.steps,
            "seconds": round(glance.seconds, 2),
            "usd": glance.usd,
            "width": glance.width,
            "height": glance.height,
            "last": glance.last,
            "picture": glance.picture,
            "files": list(glance.files),
            "can_continue": state != "elsewhere" and bool(glance.last),
            "mine": plan is not None,
            "options": options,
        }
    )


def _options(glance: Glance) -> dict[str, Any]:
    """As `NewSession` has them, from what the run itself was started with."""
    given, network = glance.options, glance.options.get("network") or {}
    return {
        "model": glance.model or "local",
        "max_steps": given.get("max_steps"),
        "max_minutes": given.get("max_minutes"),
        "max_cost": given.get("max_cost"),
        "policy": "",
        "domains": [str(each) for each in network.get("allow", [])],
        "ask_domains": network.get("unknown") == "ask",
        "share": given.get("share"),
        "size": f"{glance.width}x{glance.height}" if glance.width else "1280x800",
        "system": given.get("system") or "",
    }
