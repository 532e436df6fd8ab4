"""`deskhand doctor`: what this machine can do, and the exact fix for each thing that is missing."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from deskhand.cli.machine import Finding, State, look
from deskhand.cli.terminal import console, say
from deskhand.cli.walls import walls

HELP = "Say what this machine can do, and the exact fix for each thing that is missing."

_MARKS: dict[State, tuple[str, str]] = {
    "ok": ("✓", "green"),
    "absent": ("·", "dim"),
    "limited": ("!", "yellow"),
    "missing": ("✗", "bold red"),
}
_HEADINGS = {
    "walls": "The walls around the desktop",
    "providers": "What the walls can be made of, the strongest first (docs/security.md)",
    "programs": "Programs inside",
    "fonts": "Letters",
    "keys": "Keys (optional)",
}


def doctor(
    fix: Annotated[bool, typer.Option("--fix", help="Do what is missing, after asking.")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="With --fix: do not ask.")] = False,
    json_out: Annotated[bool, typer.Option("--json", help="As one JSON object.")] = False,
) -> int:
    findings = [*walls(), *look()]
    if fix and _mend(findings, ask=not yes):
        findings = [*walls(), *look()]
    if json_out:
        missing = [finding.name for finding in findings if finding.state == "missing"]
        print(
            json.dumps({"ready": not missing, "findings": [asdict(f) for f in findings]}, ensure_ascii=False, indent=1)
        )
    else:
        _print(console(), findings)
    return 1 if any(finding.state == "missing" for finding in findings) else 0


def _print(out: Console, findings: Sequence[Finding]) -> None:
    group = ""
    for finding in findings:
        if finding.group != group:
            if group:
                out.print()
            group = finding.group
            out.print(Text(_HEADINGS.get(group, group), "bold"))
        mark, style = _MARKS[finding.state]
        out.print(Text.assemble((f"  {mark} ", style), finding.name, (f"  {finding.found}", "dim")))
        if finding.fix and finding.state != "ok":
            out.print(Text(f"      → {finding.fix}", style))
    missing = [finding for finding in findings if finding.state == "missing"]
    limited = [finding for finding in findings if finding.state == "limited"]
    out.print()
    if missing:
        out.print(Text(f"Not ready: {', '.join(finding.name for finding in missing)}.", "bold red"))
    else:
        out.print(Text("Ready." if not limited else "Ready, with limits.", "bold green"))
    if any(finding.command for finding in findings):
        out.print("deskhand doctor --fix does what is marked → after asking.")


def commands(findings: Sequence[Finding]) -> list[tuple[str, ...]]:
    """What ``--fix`` would run: one apt call for all packages, then the rest, each once."""
    wanted = list(dict.fromkeys(finding.package for finding in findings if finding.package and finding.command))
    made: list[tuple[str, ...]] = []
    if wanted:
        made.append(("apt-get", "install", "-y", "--no-install-recommends", *wanted))
    made.extend(dict.fromkeys(finding.command for finding in findings if finding.command and not finding.package))
    return [command if os.geteuid() == 0 else ("sudo", *command) for command in made]


def _mend(findings: Sequence[Finding], *, ask: bool) -> bool:
    """Run the fixes; whether anything was run."""
    todo = commands(findings)
    if not todo:
        say("There is nothing that --fix could do.")
        return False
    for command in todo:
        say(f"  {' '.join(command)}")
    if ask:
        if not sys.stdin.isatty():
            say("Not done: there is no terminal to ask in. Run these yourself, or give --yes.")
            return False
        if not typer.confirm("Run this?", err=True):
            return False
    if os.geteuid() != 0 and shutil.which("sudo") is None:
        say("There is no sudo here: run these as root, without the word sudo.")
        return False
    for command in todo:
        done = subprocess.run(command, check=False, stdout=sys.stderr)
        if done.returncode:
            say(f"That failed (status {done.returncode}): {' '.join(command)}")
    return True
