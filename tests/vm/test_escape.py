"""Every attempt of the escape suite, each in a virtual machine of its own.

The programs inside are under the same system-call filter as behind the walls of namespaces, and the same attempts are
refused. What this cannot show is the second wall: an attempt that got through would be in the machine's kernel, and
that is not the host's. So what the attempts look for, files and processes and sockets of the host, must be out of
sight here whatever is refused.
"""

from __future__ import annotations

import pytest
from tests.escape.conftest import Host, host
from tests.escape.probe import Probe
from tests.escape.test_escape import PROBES
from tests.vm.conftest import LIMITS

from deskhand.sandbox import providers
from deskhand.sandbox.held import Ended, Stay
from deskhand.sandbox.interface import Limits, Spec

__all__ = ["host"]

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]


class MachineProvider:
    name = "vm"

    async def run(self, argv: list[str], limits: Limits | None = None) -> Ended:
        """Run a program in place of the desktop of a fresh machine, to its end."""
        sandbox = await providers.start(Spec(provider="vm", limits=limits or LIMITS), Stay(), argv=argv)
        try:
            return await sandbox.wait()
        finally:
            await sandbox.destroy()


async def test_a_program_in_place_of_the_desktop(possible: None) -> None:
    ended = await MachineProvider().run(["/bin/sh", "-c", "id -u; echo to the error >&2; exit 3"])
    assert (ended.code, ended.output) == (3, "1000\nto the error\n")


@pytest.mark.parametrize("probe", [pytest.param(probe, id=probe.id) for probe in PROBES])
async def test_held(probe: Probe, host: Host, possible: None) -> None:
    verdict = await host.attempt(probe, MachineProvider())
    assert verdict.state == "held", f"{probe.attempt}: {verdict}"
