"""Every attempt to get out, each in a sandbox of its own; and the same attempts where there are no walls."""

from __future__ import annotations

import os

import pytest
from tests.escape import weak
from tests.escape.conftest import Host
from tests.escape.probe import Probe
from tests.escape.probes_files import FILES
from tests.escape.probes_kernel import KERNEL
from tests.escape.probes_others import OTHERS
from tests.escape.probes_privilege import PRIVILEGE
from tests.escape.providers import Provider

PROBES: tuple[Probe, ...] = (*FILES, *PRIVILEGE, *KERNEL, *OTHERS)


def _listed(*, quick_only: bool = False) -> list[object]:
    slow = [] if not quick_only else [pytest.mark.slow]
    return [pytest.param(probe, id=probe.id, marks=() if probe.quick else slow) for probe in PROBES]


def test_no_two_attempts_have_one_name() -> None:
    assert len({probe.id for probe in PROBES}) == len(PROBES)


@pytest.mark.parametrize("probe", _listed(quick_only=True))
async def test_held(probe: Probe, host: Host, own_user: Provider) -> None:
    verdict = await host.attempt(probe, own_user)
    assert verdict.state == "held", f"{probe.attempt}: {verdict}"


@pytest.mark.slow
@pytest.mark.parametrize("probe", _listed())
async def test_held_for_a_plain_user(probe: Probe, host: Host, plain_user: Provider) -> None:
    verdict = await host.attempt(probe, plain_user)
    assert verdict.state == "held", f"{probe.attempt}: {verdict}"


@pytest.mark.slow
@pytest.mark.timeout(600)  # the last one also waits for two engines to be put away, 2 GB of files
@pytest.mark.parametrize("probe", _listed())
async def test_held_in_a_container(probe: Probe, host: Host, container: Provider) -> None:
    verdict = await host.attempt(probe, container)
    assert verdict.state == "held", f"{probe.attempt}: {verdict}"


@pytest.mark.slow
@pytest.mark.skipif(os.geteuid() != 0 or not weak.AVAILABLE, reason="the control plays at being root")
@pytest.mark.parametrize("probe", _listed())
async def test_control(probe: Probe, host: Host) -> None:
    """Where nothing confines it, the attempt succeeds: it is not blind."""
    verdict = await host.attempt_without_walls(probe)
    assert verdict.state != "broken", verdict
    if probe.control == "fires":
        assert verdict.state == "through", f"{probe.attempt}: {verdict}"
    if probe.control == "never":
        assert verdict.state == "held", f"{probe.attempt}: {verdict}"
