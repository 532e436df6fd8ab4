"""`deskhand mcp`: a desktop's tools for any program that speaks the Model Context Protocol."""

from __future__ import annotations

import asyncio
import os
import secrets
import signal
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from deskhand.cli.secrets import SecretOption, SecretsFile, vault_of
from deskhand.cli.terminal import UserError, say
from deskhand.screen.geometry import Size

if TYPE_CHECKING:
    from deskhand.guard.vault import Vault
    from deskhand.server.mcp_door import McpDoor

HELP = "Offer a desktop's tools over the Model Context Protocol."
EPILOG = """Examples:

  deskhand mcp                            over standard input and output; in a client's configuration:
                                          {"command": "deskhand", "args": ["mcp", "--ask", "always"]}

  deskhand mcp --http --port 8701         over HTTP, at http://127.0.0.1:8701/mcp"""


class Asking(StrEnum):
    consequential = "consequential"
    always = "always"
    never = "never"


def mcp(
    http: Annotated[bool, typer.Option("--http", help="Over HTTP instead of standard input and output.")] = False,
    host: Annotated[str, typer.Option(metavar="ADDRESS", help="With --http: where to listen.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(metavar="N", min=0, max=65535, help="With --http; 0: any free port.")] = 8701,
    ask: Annotated[
        Asking,
        typer.Option(
            help="When the client's person is asked (by elicitation): before what matters in the world, "
            "before every action, never."
        ),
    ] = Asking.consequential,
    policy: Annotated[
        str,
        typer.Option(
            metavar="NAME",
            help="What matters: careful, trusting, read-only, unattended, a file.",
            show_default="careful, or unattended where the client cannot ask",
        ),
    ] = "",
    share: Annotated[
        Path | None, typer.Option(metavar="DIR", help="A folder that appears read-write as ~/Shared; made if missing.")
    ] = None,
    size: Annotated[str, typer.Option(metavar="WxH", help="Of the screen, in pixels.")] = "1280x800",
    secret: SecretOption = None,
    secrets_file: SecretsFile = None,
) -> int:
    try:
        screen = Size.parse(size)
    except ValueError as error:
        raise UserError(f"--size: {error}") from None
    if share is not None:
        share = share.expanduser()
        share.mkdir(parents=True, exist_ok=True)
    from deskhand.server.serving import CannotListen

    try:
        asyncio.run(_offer(screen, share, ask, policy, (host, port) if http else None, vault_of(secret, secrets_file)))
    except CannotListen as error:
        raise UserError(str(error)) from None
    return 0


async def _offer(
    size: Size, share: Path | None, ask: Asking, policy: str, address: tuple[str, int] | None, vault: Vault | None
) -> None:
    from deskhand.agent.prompt import robot_credentials
    from deskhand.desktop.interface import Desktop
    from deskhand.guard.lending import LendingDesktop
    from deskhand.guard.policy_file import wanted
    from deskhand.sandbox.open import open_desktop
    from deskhand.server.desk import Desk
    from deskhand.server.mcp_door import McpDoor

    async def opener() -> Desktop:
        opened = await open_desktop(size=size, share=share)
        return opened if vault is None else LendingDesktop(opened, vault)

    desk = Desk(size, opener)
    told = "" if vault is None else robot_credentials(vault.credentials())
    door = McpDoor(desk, ask.value, wanted(policy) if policy else None, more=told)
    try:
        await (_stdio(door) if address is None else _http(door, *address))
    finally:
        await desk.close()


async def _stdio(door: McpDoor) -> None:
    """Until the client closes our standard input, or a signal comes."""
    from mcp.server.stdio import stdio_server

    async def talk() -> None:
        async with stdio_server() as (reads, writes):
            await door.server.run(reads, writes, door.server.create_initialization_options())

    talking = asyncio.ensure_future(talk())
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        loop.add_signal_handler(number, talking.cancel)
    try:
        await talking
    except asyncio.CancelledError:
        say("The MCP server has ended.")


async def _http(door: McpDoor, host: str, port: int) -> None:
    from deskhand.server.gate import Gate, is_loopback
    from deskhand.server.serving import address_of, listen, serve

    local = is_loopback(host)
    token = os.environ.get("DESKHAND_TOKEN", "")
    made_up = not token and not local
    if made_up:
        token = secrets.token_urlsafe(24)
    sock = listen(host, port)

    def ready() -> None:
        print(f"deskhand offers its tools at {address_of(sock)}/mcp", flush=True)
        if made_up:
            print(f"  clients send: Authorization: Bearer {token}", flush=True)
        sys.stdout.flush()

    try:
        await serve(Gate(door.http_app(), token=token, local_only=local), sock, ready)
    finally:
        sock.close()
