"""deskhand gives a model a hand at a desk.

The whole public face, in two sizes. A task in one line::

    result = await deskhand.run_task("Open the calculator and work out 1234 × 5678")

or a desktop in your own hands::

    async with deskhand.open_desktop(share="out") as desktop:
        await desktop.launch("mousepad")
        outcome = await desktop.type("hello")

`deskhand.sync` has the same names without ``await``. Everything is loaded when it is first used: ``import deskhand``
takes 10 ms, with the models' libraries it would be 600.
"""

from __future__ import annotations

import importlib
import os
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

# ONNX Runtime, which reads the screen for us, otherwise makes up an id of this device, keeps it in ~/.cache/Microsoft
# and sends events to its maker. It looks at this variable once, when it is loaded.
os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")

_WHERE = {
    # a desktop
    "open_desktop": "deskhand.face",
    "Desktop": "deskhand.face",
    "Point": "deskhand.screen.geometry",
    "Rect": "deskhand.screen.geometry",
    "Size": "deskhand.screen.geometry",
    "NetworkPolicy": "deskhand.sandbox.gateway.policy",
    "Frame": "deskhand.desktop.interface",
    "Outcome": "deskhand.desktop.interface",
    "ShellResult": "deskhand.desktop.interface",
    "Window": "deskhand.desktop.interface",
    "Element": "deskhand.desktop.interface",
    "FileInfo": "deskhand.desktop.interface",
    # a task
    "run_task": "deskhand.agent.run",
    "resume_run": "deskhand.agent.resume",
    "Agent": "deskhand.agent.loop",
    "RunResult": "deskhand.agent.loop",
    "Control": "deskhand.agent.control",
    "Limits": "deskhand.agent.limits",
    "Journal": "deskhand.agent.journal",
    "Review": "deskhand.guard.review",
    "Decision": "deskhand.guard.interface",
    "Secret": "deskhand.guard.vault",
    "Vault": "deskhand.guard.vault",
    "Tools": "deskhand.tools.collection",
    "write_report": "deskhand.face",
    # models
    "Model": "deskhand.models.interface",
    "Reply": "deskhand.models.interface",
    "Request": "deskhand.models.interface",
    "make_model": "deskhand.models.choose",
    "LocalModel": "deskhand.models.local.model",
    "ClaudeModel": "deskhand.models.claude",
    "ScriptedModel": "deskhand.models.scripted",
    "Text": "deskhand.messages",
    "Image": "deskhand.messages",
    "ToolUse": "deskhand.messages",
    "Message": "deskhand.messages",
    # what can go wrong
    "DeskhandError": "deskhand.errors",
    "DesktopError": "deskhand.desktop.interface",
    "DesktopGone": "deskhand.desktop.interface",
    "InvalidAction": "deskhand.desktop.interface",
    "PolicyError": "deskhand.sandbox.gateway.policy",
    "SandboxError": "deskhand.sandbox.interface",
    "CannotConfine": "deskhand.sandbox.interface",
    "ModelError": "deskhand.models.interface",
    "JournalError": "deskhand.agent.journal",
    "ToolError": "deskhand.tools.interface",
    "SecretError": "deskhand.guard.vault",
    "AuditError": "deskhand.guard.audit",
    "ConsentError": "deskhand.consent",
}

if TYPE_CHECKING:
    from deskhand import consent as consent
    from deskhand import sync as sync
    from deskhand.agent.control import Control as Control
    from deskhand.agent.journal import Journal as Journal
    from deskhand.agent.journal import JournalError as JournalError
    from deskhand.agent.limits import Limits as Limits
    from deskhand.agent.loop import Agent as Agent
    from deskhand.agent.loop import RunResult as RunResult
    from deskhand.agent.resume import resume_run as resume_run
    from deskhand.agent.run import run_task as run_task
    from deskhand.consent import ConsentError as ConsentError
    from deskhand.desktop.interface import DesktopError as DesktopError
    from deskhand.desktop.interface import DesktopGone as DesktopGone
    from deskhand.desktop.interface import Element as Element
    from deskhand.desktop.interface import FileInfo as FileInfo
    from deskhand.desktop.interface import Frame as Frame
    from deskhand.desktop.interface import InvalidAction as InvalidAction
    from deskhand.desktop.interface import Outcome as Outcome
    from deskhand.desktop.interface import ShellResult as ShellResult
    from deskhand.desktop.interface import Window as Window
    from deskhand.errors import DeskhandError as DeskhandError
    from deskhand.face import Desktop as Desktop
    from deskhand.face import open_desktop as open_desktop
    from deskhand.face import write_report as write_report
    from deskhand.guard.audit import AuditError as AuditError
    from deskhand.guard.interface import Decision as Decision
    from deskhand.guard.review import Review as Review
    from deskhand.guard.vault import Secret as Secret
    from deskhand.guard.vault import SecretError as SecretError
    from deskhand.guard.vault import Vault as Vault
    from deskhand.messages import Image as Image
    from deskhand.messages import Message as Message
    from deskhand.messages import Text as Text
    from deskhand.messages import ToolUse as ToolUse
    from deskhand.models.choose import make_model as make_model
    from deskhand.models.claude import ClaudeModel as ClaudeModel
    from deskhand.models.interface import Model as Model
    from deskhand.models.interface import ModelError as ModelError
    from deskhand.models.interface import Reply as Reply
    from deskhand.models.interface import Request as Request
    from deskhand.models.local.model import LocalModel as LocalModel
    from deskhand.models.scripted import ScriptedModel as ScriptedModel
    from deskhand.sandbox.gateway.policy import NetworkPolicy as NetworkPolicy
    from deskhand.sandbox.gateway.policy import PolicyError as PolicyError
    from deskhand.sandbox.interface import CannotConfine as CannotConfine
    from deskhand.sandbox.interface import SandboxError as SandboxError
    from deskhand.screen.geometry import Point as Point
    from deskhand.screen.geometry import Rect as Rect
    from deskhand.screen.geometry import Size as Size
    from deskhand.tools.collection import Tools as Tools
    from deskhand.tools.interface import ToolError as ToolError


def __getattr__(name: str) -> Any:
    if name in ("sync", "consent"):
        return importlib.import_module(f"deskhand.{name}")
    if name not in _WHERE:
        raise AttributeError(f"module 'deskhand' has no attribute {name!r}")
    value = getattr(importlib.import_module(_WHERE[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*globals(), *_WHERE])
