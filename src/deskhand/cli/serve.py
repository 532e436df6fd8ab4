"""`deskhand serve`: the page, and under it the APIs: sessions, desktops, and the Messages API in front of a model."""

from __future__ import annotations

import asyncio
import os
import secrets
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from deskhand.agent.runs import DEFAULT_ROOT
from deskhand.cli.consent import ensure
from deskhand.cli.terminal import UserError, say

if TYPE_CHECKING:
    from deskhand.models.interface import Model
    from deskhand.server.sessions.doors import Rooms

HELP = "The page: give a task, watch, approve, take over. And APIs for programs, the Messages API among them."
EPILOG = """Examples:

  deskhand serve --open                           the page, in your browser

  deskhand serve --user ann --user ben            a link for each, who see only their own sessions

  deskhand serve --port 8700                      then, in any program: ANTHROPIC_BASE_URL=http://127.0.0.1:8700

  deskhand serve --upstream claude-sonnet-4-5 --record runs.jsonl      pass through to another model, and record

  deskhand serve --replay runs.jsonl              answer from the recording, without any model

The first line printed names the address. The page opens by the start link,
which works once; another is printed when it has been used. Programs find the
same sessions under /api (docs/sessions-api.md) by the token that is printed.
Ctrl-C ends the sessions under way; SIGTERM leaves them for ten minutes, and a
server that is started again meanwhile goes on with them.

Beyond this machine (--host 0.0.0.0), clients of the other APIs must show a
token as their API key, too: DESKHAND_TOKEN, or one that is made up and
printed."""


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
    runs: Annotated[Path, typer.Option("--runs", metavar="DIR", help="Where the page's sessions are kept.")] = (
        DEFAULT_ROOT
    ),
    user: Annotated[
        list[str] | None,
        typer.Option(
            "--user",
            metavar="NAME",
            help="Someone who may use the page, with a link, a token and sessions of their own. May be given more than "
            "once; without, all is yours.",
        ),
    ] = None,
    sessions: Annotated[
        int, typer.Option("--sessions", metavar="N", min=0, help="Sessions at once; 0: as many as there is room for.")
    ] = 0,
    stock: Annotated[
        int, typer.Option("--stock", metavar="N", min=0, help="Desktops made ahead, so that a session begins at once.")
    ] = 1,
    no_page: Annotated[bool, typer.Option("--no-page", help="Only the APIs, without the page.")] = False,
    open_it: Annotated[bool, typer.Option("--open", help="Open the page in your browser.")] = False,
    scripts: Annotated[
        bool, typer.Option("--scripts", hidden=True, help="Sessions may name scripted: models.")
    ] = False,
) -> int:
    from deskhand.server.cassette import CassetteError
    from deskhand.server.doors import Door, Opened, open_door  # here: only this command needs the server's libraries
    from deskhand.server.gate import is_loopback
    from deskhand.server.serving import CannotListen
    from deskhand.server.sessions.doors import Desk

    if replay is not None and (record is not None or upstream != "local"):
        raise UserError("--replay answers from a recording alone; it goes with neither --record nor --upstream")
    if any_picture and replay is None:
        raise UserError("--any-picture goes with --replay")
    if replay is None and (no_page or upstream != "local"):  # the page asks by itself
        ensure("" if upstream == "local" else f"what clients send would go to {upstream}")
    local = is_loopback(host)
    token = os.environ.get("DESKHAND_TOKEN", "")
    made_up = not token and not local
    if made_up:
        token = secrets.token_urlsafe(24)
    # A recording answers programs under test: nobody gives it tasks.
    desk = (
        None
        if replay is not None
        else Desk(
            record=runs,
            users=tuple(user or ()),
            token=token,
            places=sessions,
            stock=stock,
            show_page=not no_page,
            make=_scripted if scripts else lambda _: None,
        )
    )

    def ready(opened: Opened) -> None:
        print(f"deskhand serves at {opened.address}", flush=True)
        if made_up:
            print(f"  clients show this token as their API key: {token}", flush=True)
        print(f"  {opened.backend}", flush=True)
        print(f"  ANTHROPIC_BASE_URL={opened.address}   (Ctrl-C ends it)", flush=True)
        if opened.rooms is not None:
            _invite(opened.rooms, open_it=open_it, page=not no_page)

    door = Door(host, port, upstream, record, replay, any_picture, token, local, desktops, at_once, desk)
    try:
        asyncio.run(open_door(door, ready))
    except (CannotListen, CassetteError) as error:
        raise UserError(str(error)) from None
    say("The server has ended.")
    return 0


def _invite(rooms: Rooms, *, open_it: bool, page: bool) -> None:
    """How to get in: a link for each person, a token for programs."""
    if page:
        for user, link in rooms.links().items():
            print(f"  The page{f' for {user}' if user else ''}: {link}", flush=True)
            if open_it and (not user or user == rooms.access.users[0]):
                _show(link)

        def again(user: str) -> None:
            link = f"{rooms.address}/start?token={rooms.access.link(user)}"
            print(f"  That link has been used. Another{f' for {user}' if user else ''}: {link}", flush=True)

        rooms.access.used = again
    for user in rooms.access.users or ("",):
        whose = f" of {user}" if user else ""
        print(f"  Programs{whose} show this token at /api: {rooms.access.token(user)}", flush=True)


def _show(link: str) -> None:
    import webbrowser

    if not webbrowser.open(link):
        say("no web browser answered here: open the link in one")


def _scripted(name: str) -> Model | None:
    from deskhand.cli.script import script

    return script(name) if name.startswith("scripted:") else None
