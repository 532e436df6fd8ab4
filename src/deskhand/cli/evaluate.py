"""`deskhand eval`: how well a model does."""

from __future__ import annotations

import importlib
from typing import Annotated

import typer

from deskhand.cli.terminal import UserError

HELP = "Run a set of tasks and report how often each succeeds."


def evaluate(
    suite: Annotated[str, typer.Argument(help="Which tasks: desktop.")] = "desktop",
    arguments: Annotated[list[str] | None, typer.Argument(help="Handed to the suite.", show_default=False)] = None,
) -> int:
    if suite != "desktop":
        raise UserError(f"there is no suite called {suite!r}; there is: desktop")
    module = importlib.import_module("deskhand.evals.desktop")
    status = module.main(arguments or [])
    return status if isinstance(status, int) else 0
