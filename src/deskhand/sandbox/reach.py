"""How far a desktop can reach: what its network is to be."""

from __future__ import annotations

from typing import TypedDict

from deskhand.sandbox.gateway.ask import Asker
from deskhand.sandbox.gateway.decisions import OnDecision
from deskhand.sandbox.gateway.policy import NetworkPolicy


class Reach(TypedDict, total=False):
    """What a desktop's network is to be, as keywords of `open_desktop` and `attach_desktop`."""

    network: NetworkPolicy | None
    asker: Asker | None
    on_decision: OnDecision | None
