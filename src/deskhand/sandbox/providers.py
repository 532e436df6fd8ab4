"""What a desktop's walls can be made of: the one place that knows all the providers.

namespaces      walls of this machine's kernel alone; the default, needs nothing but the kernel
docker, podman  a container of that engine, from an image that `deskhand image build` makes; the same kernel
vm              a virtual machine: a kernel of its own

All give a `HeldSandbox`: what drives, keeps, lists and resets desktops asks nobody which it is.
"""

from __future__ import annotations

from typing import get_args

from deskhand.sandbox import namespaces
from deskhand.sandbox.held import HeldSandbox, Stay
from deskhand.sandbox.interface import ProviderName, SandboxError, Spec

NAMES: tuple[ProviderName, ...] = get_args(ProviderName)


def check_name(name: str) -> ProviderName:
    """The provider of that name; `SandboxError` says which there are."""
    for each in NAMES:
        if each == name:
            return each
    raise SandboxError(f"There is no sandbox {name!r}: choose one of {', '.join(NAMES)}.")


async def start(spec: Spec, stay: Stay, *, argv: list[str] | None = None) -> HeldSandbox:
    """From nothing to a guest that is starting inside, or ``argv`` in its place."""
    match spec.provider:
        case "namespaces":
            return await namespaces.start(
                spec, argv=argv, lifetime=stay.lifetime, keep_as=stay.keep_as, patience=stay.patience
            )
        case "docker" | "podman":
            from deskhand.sandbox.container import provider

            return await provider.start(spec, stay, argv=argv)
        case "vm":
            from deskhand.sandbox.vm import provider as machines

            return await machines.start(spec, stay, argv=argv)
