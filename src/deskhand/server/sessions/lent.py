"""Secrets that a person lends to a session from the page or by the API: kept in memory, and told to nobody again.

They come with the request that begins or goes on with a session, as values that show themselves neither in a log nor in
an error. They are in no plan, note, journal or answer; a server that is started again has forgotten them, and says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from deskhand.guard.vault import At, Secret, SecretError, Vault
from deskhand.server.errors import ApiError, invalid
from deskhand.server.sessions.models import LentSecret


def vault_of(given: Sequence[LentSecret]) -> Vault:
    """What was lent. 400 says which of them cannot be, and never its value."""
    try:
        return Vault([_secret(each) for each in given])
    except SecretError as error:
        raise invalid(f"secrets: {error}") from None


def _secret(given: LentSecret) -> Secret:
    at = tuple(At.parse(place.strip()) for place in given.at.split(",") if place.strip())
    return Secret(given.name, given.value.get_secret_value(), at, given.user, given.field)


class Lent:
    """What was lent to each session, as long as this server lives."""

    def __init__(self) -> None:
        self._vaults: dict[tuple[str, str], Vault] = {}

    def lend(self, user: str, session: str, vault: Vault | None) -> None:
        """Nothing new leaves what was lent before."""
        if vault:
            self._vaults[user, session] = vault

    def of(self, user: str, session: str) -> Vault:
        return self._vaults.get((user, session), _NOTHING)

    def forget(self, user: str, session: str) -> None:
        self._vaults.pop((user, session), None)

    def must_hold(self, user: str, session: str, names: Iterable[object]) -> None:
        """409 where a run was lent something that nobody knows any more."""
        vault = self.of(user, session)
        if missing := [str(name) for name in names if vault.get(str(name)) is None]:
            raise ApiError(409, f"The session was lent {', '.join(missing)}, which is forgotten: give secrets again.")


_NOTHING = Vault()
