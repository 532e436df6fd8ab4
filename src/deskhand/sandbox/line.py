"""Giving orders to the launcher of a running sandbox (see `orders`), from whatever process of the same user."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from deskhand.sandbox import orders
from deskhand.sandbox.interface import SandboxError


class NotThere(SandboxError):
    """The sandbox has ended."""


async def order(session: Path, wanted: Mapping[str, object], *, patience: float = 5.0) -> dict[str, Any]:
    """The launcher's answer. `NotThere` when there is no launcher any more, or none that answers in ``patience``."""
    try:
        reader, writer = await asyncio.open_unix_connection(str(session / orders.DOOR))
    except OSError:
        raise NotThere("The desktop is gone: it has ended.") from None
    try:
        writer.write(json.dumps(wanted).encode() + b"\n")
        answer = json.loads(await asyncio.wait_for(reader.readline(), patience))
    except TimeoutError:
        raise NotThere(f"The desktop's launcher has not answered within {patience:.0f} s.") from None
    except (OSError, ValueError):
        raise NotThere("The desktop is gone: it ended just now.") from None
    finally:
        with contextlib.suppress(OSError):
            writer.close()
    return answer if isinstance(answer, dict) else {}
