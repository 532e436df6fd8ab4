"""`deskhand serve`: the Messages API in front of a model, and desktops over HTTP."""

from __future__ import annotations

import asyncio
import os
import secrets
from pathlib import Path
from typing import Annotated

import typer

from deskhand.cli.consent import ensure
from deskhand.cli.terminal import UserError, say

HELP = "Answer programs written for the Anthropic API: the Messages API, with the embedded model behind it."
EPILOG = """Examples:

  deskhand serve --port 8700                      then, in any program: ANTHROPIC_BASE_URL=http://127.0.0.1:8700

  deskhand serve --upstream claude-sonnet-4-5 --record runs.jsonl      pass through to another model, and record

  deskhand serve --replay runs.jsonl              answer from the recording, without any model

The first line printed names the address. Beyond this machine (--host 0.0.0.0), clients must show a token as their API
key: DESKHAND_TOKEN, or one that is made up and printed."""


def serve(
    host: Annotated[str, typer.Option(metavar="ADDRESS", help="Where to listen.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(metavar="N", min=0, max=65535, help="0: any free port.")] = 8700,
    upstream: Annotated[
        str,
        typer.Option(metavar="URL|MODEL", help="What answers: local, claude-…, or the URL of another Messages API."),
    ] = "local",
    record: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write every request and its answer down, to be replayed.")
    ] = None,
    replay: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Answer from such a recording, without any model.")
    ] = None,
    any_picture: Annotated[
        bool, typer.Option("--any-picture", help="With --replay: screenshots need not be those of the recording.")
    ] = False,
    desktops: Annotated[
        int, typer.Option(metavar="N", min=0, help="Desktops that programs may have at once over HTTP; 0: none.")
    ] = 4,
    at_once: Annotated[
        int, typer.Option(metavar="N", min=1, help="Requests worked on at once; more are told to come back.")
    ] = 16,
) -> int:
    from deskhand.server.cassette import CassetteError
    from deskhand.server.doors import Door, open_door  # here: only this command needs the server's libraries
    from deskhand.server.gate import is_loopback
    from deskhand.server.serving import CannotListen

    if replay is not None and (record is not None or upstream != "local"):
        raise UserError("--replay answers from a recording alone; it goes with neither --record nor --upstream")
    if any_picture and replay is None:
        raise UserError("--any-picture goes with --replay")
    if replay is None:
        ensure("" if upstream == "local" else f"what clients send would go to {upstream}")
    local = is_loopback(host)
    token = os.environ.get("DESKHAND_TOKEN", "")
    made_up = not token and not local
    if made_up:
        token = secrets.token_urlsafe(24)

    def ready(address: str, what: str) -> None:
        print(f"deskhand serves at {address}", flush=True)
        if made_up:
            print(f"  clients show this token as their API key: {token}", flush=True)
        print(f"  {what}", flush=True)
        print(f"  ANTHROPIC_BASE_URL={address}   (Ctrl-C ends it)", flush=True)

    door = Door(host, port, upstream, record, replay, any_picture, token, local, desktops, at_once)
    try:
        asyncio.run(open_door(door, ready))
    except (CannotListen, CassetteError) as error:
        raise UserError(str(error)) from None
    say("The server has ended.")
    return 0
