"""The `deskhand` command."""

from __future__ import annotations

from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """The entry point: runs the command and gives its exit status."""
    from deskhand.cli.app import run_app  # here: the package stays importable without typer's 0.2 s

    return run_app(arguments)
