"""The commands in one place, and what happens to an error on its way out: a sentence and status 1, no traceback.

Wrong usage gives 1 as well, not the customary 2: here 2 says that the model asks something.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from deskhand import __version__
from deskhand.cli import (
    audit,
    consent,
    desktop,
    desktops,
    doctor,
    evaluate,
    export,
    image,
    mcp,
    policy,
    replay,
    resume,
    run,
    runs,
    serve,
    snapshots,
)
from deskhand.cli.terminal import say
from deskhand.errors import DeskhandError

HELP = "Gives a model a hand at a desk: on a walled-in Linux desktop it looks, clicks and types until a task is done."
EPILOG = """Begin with:

  deskhand doctor                          what this machine can do

  deskhand run "Open the calculator"       a task, done before your eyes

  deskhand replay latest --open            the same again, as a filmstrip

Each command teaches itself: deskhand run --help"""

app = typer.Typer(
    name="deskhand",
    help=HELP,
    epilog=EPILOG,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("run", help=run.HELP, epilog=run.EPILOG)(run.run)
app.command("desktop", help=desktop.HELP, epilog=desktop.EPILOG)(desktop.desktop)
app.add_typer(desktops.app, name="desktops")
app.add_typer(snapshots.app, name="snapshots")
app.add_typer(image.app, name="image")
app.command("replay", help=replay.HELP, epilog=replay.EPILOG)(replay.replay)
app.command("runs", help=runs.HELP)(runs.runs)
app.command("resume", help=resume.HELP, epilog=resume.EPILOG)(resume.resume)
app.command("export", help=export.HELP, epilog=export.EPILOG)(export.export)
app.add_typer(audit.app, name="audit")
app.add_typer(consent.app, name="consent")
app.add_typer(policy.app, name="policy")
app.command("doctor", help=doctor.HELP)(doctor.doctor)
app.command("serve", help=serve.HELP, epilog=serve.EPILOG)(serve.serve)
app.command("mcp", help=mcp.HELP, epilog=mcp.EPILOG)(mcp.mcp)
app.command("eval", help=evaluate.HELP, add_help_option=False, context_settings=evaluate.TAKES_ALL)(evaluate.evaluate)


def _version(wanted: bool) -> None:
    if wanted:
        print(f"deskhand {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and end.")
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show tracebacks of errors.")] = False,
) -> None:
    if debug:
        os.environ["DESKHAND_DEBUG"] = "1"


def run_app(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; the exit status."""
    try:
        status = app(args=None if arguments is None else list(arguments), prog_name="deskhand", standalone_mode=False)
        sys.stdout.flush()
        return status if isinstance(status, int) else 0
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # `deskhand runs | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 1
    except DeskhandError as error:
        _complain(str(error))
    except typer.TyperException as error:
        hint = " Put the task in quotes." if "unexpected extra argument" in error.format_message() else ""
        _complain(f"{error.format_message()}{hint}\n  `{_path(error)} --help` shows how it is used.")
    except typer.Abort:
        return 1
    except OSError as error:
        _complain(f"{error.filename}: {error.strerror}" if error.filename and error.strerror else str(error))
    except Exception as error:
        _complain(f"a defect in deskhand: {type(error).__name__}: {error}\n  With --debug it shows where.")
    return 1


def _path(error: Exception) -> str:
    context = getattr(error, "ctx", None)
    return str(getattr(context, "command_path", "deskhand"))


def _complain(text: str) -> None:
    if os.environ.get("DESKHAND_DEBUG"):
        raise  # the error that is being handled
    say(f"deskhand: {text}")
