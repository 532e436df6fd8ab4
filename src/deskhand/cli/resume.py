"""`deskhand resume`: a run that was cut off, or that waits for a word, goes on."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from deskhand.agent.runs import DEFAULT_ROOT, find_run
from deskhand.cli.consent import ensure
from deskhand.cli.question_words import Language, language_of
from deskhand.cli.secrets import SecretOption, SecretsFile, vault_of
from deskhand.cli.watching import model_of, watched
from deskhand.errors import DeskhandError

HELP = "Go on with a run that was cut off, reached a limit, or asked something."
EPILOG = """Examples:

  deskhand resume latest                       after a crash

  deskhand resume latest --say "The blue one"  answer the model's question

  deskhand resume k3f9 --max-steps 200         the limits are those of the whole run

A run started with --resumable goes on at its own desktop, for ten minutes
after its process was killed. Any other goes on at a new desktop, and the
model is told so. No action is done twice: where nobody can know whether the
last one happened, the model gets a screenshot and is told that."""


def resume(
    run: Annotated[str, typer.Argument(help="A run's name, its beginning or end, a folder, or latest.")],
    say: Annotated[str, typer.Option(metavar="TEXT", help="A word to the model, such as the answer to it.")] = "",
    model: Annotated[str | None, typer.Option(metavar="NAME", show_default="the run's", help="Another model.")] = None,
    max_steps: Annotated[int | None, typer.Option(metavar="N", min=1, show_default="the run's")] = None,
    max_minutes: Annotated[float | None, typer.Option(metavar="M", show_default="the run's")] = None,
    max_cost: Annotated[float | None, typer.Option(metavar="USD", show_default="the run's")] = None,
    secret: SecretOption = None,
    secrets: SecretsFile = None,
    json_lines: Annotated[bool, typer.Option("--json", help="One event per line, as JSON.")] = False,
    record: Annotated[Path, typer.Option(metavar="DIR", help="Where runs are kept.")] = DEFAULT_ROOT,
) -> int:
    from deskhand.agent.resume import resume_run

    ensure()
    begin = partial(
        resume_run,
        run,
        say=say,
        model=None if model is None else model_of(model),
        max_steps=max_steps,
        max_minutes=max_minutes,
        max_cost=max_cost,
        record=record,
        secrets=vault_of(secret, secrets) or (),
    )
    folder = find_run(run, record)
    return asyncio.run(
        watched(
            begin,
            json_lines=json_lines,
            record=folder.parent,
            run=folder.name,
            waiting="Going back to the desktop",
            language=_spoken(folder),
        )
    )


def _spoken(folder: Path) -> Language:
    """The language of the run's task; what is wrong with the run is said by whoever resumes it."""
    from deskhand.agent.journal import Reader
    from deskhand.agent.recovery import recover

    try:
        reader = Reader(folder)
        try:
            return language_of(recover(reader.read()).started.task)
        finally:
            reader.close()
    except DeskhandError:
        return "en"
