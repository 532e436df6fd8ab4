"""The guard of one run put together: its policy, its eyes on the desktop, and who looks out for foreign orders."""

from __future__ import annotations

from dataclasses import replace

from deskhand.agent.wishes import Wishes
from deskhand.desktop.interface import Desktop
from deskhand.guard import policy_file
from deskhand.guard.gather import Gatherer
from deskhand.guard.interface import Approver
from deskhand.guard.misuse import MisuseWatch
from deskhand.guard.review import Review
from deskhand.guard.rules import Rule
from deskhand.guard.vault import Vault
from deskhand.guard.watch import Watches
from deskhand.sandbox.gateway.policy import NetworkPolicy


def guard_of(wishes: Wishes, approver: Approver | None, desktop: Desktop, vault: Vault) -> Review:
    """`PolicyError` for a policy that cannot be used."""
    if wishes.ask == "never" and not wishes.policy:
        return Review("never", approver)
    from deskhand.guard.injection.watch import InjectionWatch  # brings a network along, 0.1 s

    policy = policy_file.wanted(wishes.policy, attended=approver is not None)
    policy = replace(policy, rules=(*_for_secrets(vault), *policy.rules))
    watch = Watches(InjectionWatch(), MisuseWatch())
    for words in (wishes.system, wishes.hint):
        if words:
            watch.task(words)
    return Review(wishes.ask, approver, policy, Gatherer(desktop, reach=reach_of(wishes)), watch)


def check(policy: str) -> None:
    """`PolicyError` where a run with this policy could not begin."""
    if policy:
        policy_file.wanted(policy)


def reach_of(wishes: Wishes) -> tuple[str, ...]:
    """The domains that the gateway lets through; none without a network."""
    if wishes.network is None:
        return ()
    network = NetworkPolicy.from_data(wishes.network)
    return (*(rule.domain for rule in network.allow), *(pin.name for pin in network.pins))


def _for_secrets(vault: Vault) -> list[Rule]:
    """Who lends a secret for a place has said that it may be used there."""
    rules: list[Rule] = []
    for secret in vault:
        for at in secret.at:
            why = f"You lent {secret.name} for {at.host}."
            page = at.kind == "page"
            rules.append(Rule("allow", ("sign_in",), "*" if page else at.host, at.host if page else "*", why=why))
    return rules
