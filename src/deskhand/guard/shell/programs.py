"""All programs that are known by name, from their tables."""

from __future__ import annotations

from collections.abc import Mapping

from deskhand.guard.shell import archives, devices, files, network, packages, services, system, texts
from deskhand.guard.shell.files import Row

PROGRAMS: Mapping[str, Row] = {
    **system.ROWS,
    **devices.ROWS,
    **packages.ROWS,
    **services.ROWS,
    **network.ROWS,
    **files.ROWS,
    **texts.ROWS,
    **archives.ROWS,
}
