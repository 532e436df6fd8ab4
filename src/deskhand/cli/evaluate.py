"""`deskhand eval`: how well a model does. Each suite reads its own options, ``--help`` included."""

from __future__ import annotations

from typing import Annotated

import typer

from deskhand.cli.terminal import UserError

HELP = "Run a set of tasks and report how often each succeeds."
TAKES_ALL = {"allow_extra_args": True, "ignore_unknown_options": True}


def evaluate(
    context: typer.Context,
    suite: Annotated[str, typer.Argument(help="Which tasks: desktop.")] = "desktop",
) -> int:
    from deskhand.evals import desktop  # here: only this command needs it

    if suite.startswith("-"):
        return desktop.main([suite, *context.args])
    if suite != "desktop":
        raise UserError(f"there is no suite called {suite!r}; there is: desktop")
    return desktop.main(context.args)
