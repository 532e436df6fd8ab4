"""The options that lend secrets to a run."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from deskhand.cli.terminal import say

if TYPE_CHECKING:
    from deskhand.guard.vault import Vault

SecretOption: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--secret",
        metavar="NAME[:USER]@DOMAIN",
        help="Lend a secret: the model sees {{NAME}}, the value is typed only into a matching field of that domain. It "
        "comes from the environment variable NAME, the keyring, or is asked for. May be given more than once.",
    ),
]
SecretsFile: TypeAlias = Annotated[
    list[Path] | None,
    typer.Option("--secrets", metavar="FILE", help="Secrets in a TOML file that only you may read (docs/safety.md)."),
]


def vault_of(options: Sequence[str] | None, files: Sequence[Path] | None) -> Vault | None:
    """The secrets of the options; None when there are none."""
    if not options and not files:
        return None
    from deskhand.guard import secret_sources

    for option in options or ():
        wanted = secret_sources.parse(option)
        if wanted.value is not None:
            say(
                f"deskhand: every user of this computer can read the value of {wanted.name} in the list of processes; "
                f"without it, --secret {wanted.name}@… takes it from the environment, the keyring or your keyboard."
            )
    return secret_sources.vault(options or (), files or (), prompt=_prompt if _somebody_there() else None)


def _somebody_there() -> bool:
    return sys.stdin.isatty() and sys.stderr.isatty()


def _prompt(what: str) -> str | None:
    try:
        return getpass.getpass(f"{what}: ", stream=sys.stderr)
    except (EOFError, KeyboardInterrupt):
        return None
