"""`deskhand eval`: how well a model does. Each suite reads its own options, ``--help`` included."""

from __future__ import annotations

from typing import Annotated

import typer

from deskhand.cli.terminal import UserError

HELP = "Run a set of tasks and report how often each succeeds."
TAKES_ALL = {"allow_extra_args": True, "ignore_unknown_options": True}


def evaluate(
    context: typer.Context,
    suite: Annotated[str, typer.Argument(help="Which: desktop, miniwob, safety.")] = "desktop",
) -> int:
    # Here, not above: only this command needs them.
    match suite:
        case "desktop":
            from deskhand.evals import desktop

            return desktop.main(context.args)
        case "miniwob":
            from deskhand.evals.miniwob import command

            return command.main(context.args)
        case "safety":
            from deskhand.evals.safety import run

            return run.main(context.args)
        case _ if suite.startswith("-"):
            from deskhand.evals import desktop

            return desktop.main([suite, *context.args])
        case _:
            raise UserError(f"there is no suite called {suite!r}; there are: desktop, miniwob, safety")
