"""The option that says what the walls of a desktop are made of."""

from __future__ import annotations

from typing import Annotated

import typer

from deskhand.sandbox.interface import ProviderName

SandboxOption = Annotated[
    ProviderName,
    typer.Option(
        "--sandbox",
        help="What the walls are made of: this machine's kernel alone; a container of docker or podman (first: "
        "`deskhand image build`); or a virtual machine, the strongest. `deskhand doctor` says which there are.",
    ),
]
