"""Keys of model providers: in the system's keyring, or in memory until the server ends. Never in a file of ours, never
sent back to anyone.

`keyring` is optional, and on a machine without a desktop session there is mostly none that works: then memory it is.
"""

from __future__ import annotations

import importlib.util
import os
from typing import Any

from deskhand.models.address import Address, parse_address
from deskhand.models.choose import make_model
from deskhand.models.interface import Model, ModelError
from deskhand.server.errors import ApiError, invalid
from deskhand.server.sessions.models import KeptKey, ModelChoice, NewKey

PROVIDERS = {"anthropic": "ANTHROPIC_API_KEY", "openai": "OPENAI_API_KEY"}
"""And the variable of the environment that holds the key otherwise."""
_SERVICE = "deskhand"
_CHOICES = (
    ("local", "Built in: plain instructions, no key, nothing leaves this computer", None),
    ("claude-opus-5-5", "Claude Opus 5.5", "anthropic"),
    ("claude-sonnet-5-5", "Claude Sonnet 5.5", "anthropic"),
    ("claude-haiku-5-5", "Claude Haiku 5.5", "anthropic"),
    ("openai:computer-use-preview", "OpenAI computer use", "openai"),
)


class Keys:
    """Of all users; one's are not another's."""

    def __init__(self, *, shared: bool) -> None:
        """``shared``: whether a key in the server's environment is for whoever asks: not where there are users."""
        self._shared = shared
        self._memory: dict[tuple[str, str], str] = {}

    @property
    def has_keyring(self) -> bool:
        return _keyring() is not None

    def kept(self, user: str) -> list[KeptKey]:
        found: list[KeptKey] = []
        for provider in PROVIDERS:
            if where := self._where(user, provider):
                found.append(KeptKey.model_validate({"provider": provider, "kept": where}))
        return found

    def keep(self, user: str, provider: str, given: NewKey) -> None:
        _check(provider)
        key = given.key.strip()
        if not key.isascii() or not key.isprintable() or " " in key:
            raise invalid("key: holds what no key holds (blanks, or letters beyond ASCII); copy it once more")
        if given.keep == "memory":
            self._memory[user, provider] = key
            return
        ring = _keyring()
        if ring is None:
            raise ApiError(409, "There is no keyring here that could keep it; it can be kept in memory.")
        try:
            ring.set_password(_SERVICE, f"{user}/{provider}", key)
        except Exception as error:
            raise ApiError(409, f"The keyring did not take it ({type(error).__name__}); keep it in memory.") from None
        self._memory.pop((user, provider), None)

    def forget(self, user: str, provider: str) -> None:
        _check(provider)
        self._memory.pop((user, provider), None)
        ring = _keyring()
        if ring is not None:
            try:
                ring.delete_password(_SERVICE, f"{user}/{provider}")
            except Exception:
                pass  # there was none

    def choices(self, user: str) -> list[ModelChoice]:
        ready = {key.provider for key in self.kept(user)}
        return [
            ModelChoice(name=name, title=title, needs_key=provider, ready=provider is None or provider in ready)
            for name, title, provider in _CHOICES
        ]

    def model(self, name: str, user: str) -> Model:
        """A model with this user's key. Raises `ModelError`."""
        if name.startswith("claude-") and "@http" not in name:
            key = self._key(user, "anthropic")
            if key is not None:
                return _claude(name, key)
            if not self._shared:
                raise ModelError(f"There is no key of yours for {name}: give one in the settings.")
            return make_model(name)
        if name.startswith("openai:") and "@http" not in name and (key := self._key(user, "openai")):
            address = parse_address(name)
            if address.api == "responses" and address.dialect == "none":
                return _openai(address, key)
        if name != "local" and not self._shared:
            raise ModelError(f"{name} would be asked with the server's own key or network: it is for its owner only.")
        return make_model(name)

    def _key(self, user: str, provider: str) -> str | None:
        if (user, provider) in self._memory:
            return self._memory[user, provider]
        ring = _keyring()
        if ring is None:
            return None
        try:
            key: str | None = ring.get_password(_SERVICE, f"{user}/{provider}")
        except Exception:
            return None
        return key

    def _where(self, user: str, provider: str) -> str:
        if (user, provider) in self._memory:
            return "memory"
        if self._key(user, provider):
            return "keyring"
        return "environment" if self._shared and os.environ.get(PROVIDERS[provider]) else ""


def _claude(name: str, key: str) -> Model:
    import anthropic  # here, as below: both SDKs together take a second, which a server without keys need not wait

    from deskhand.models.claude import RETRIES, TIMEOUT, ClaudeModel

    return ClaudeModel(name, client=anthropic.AsyncAnthropic(api_key=key, max_retries=RETRIES, timeout=TIMEOUT))


def _openai(address: Address, key: str) -> Model:
    import openai

    from deskhand.models.openai_client import RETRIES
    from deskhand.models.openai_responses import OpenAIResponses

    return OpenAIResponses(address, client=openai.AsyncOpenAI(api_key=key, max_retries=RETRIES))


def _check(provider: str) -> None:
    if provider not in PROVIDERS:
        raise ApiError(404, f"There is no provider {provider[:40]!r}; there are {', '.join(PROVIDERS)}.")


def _keyring() -> Any:
    """The keyring module with a backend that works, or None."""
    if importlib.util.find_spec("keyring") is None:
        return None
    import keyring  # type: ignore[import-not-found, unused-ignore]
    from keyring.backends import fail, null  # type: ignore[import-not-found, unused-ignore]

    backend = keyring.get_keyring()
    return None if isinstance(backend, fail.Keyring | null.Keyring) else keyring
