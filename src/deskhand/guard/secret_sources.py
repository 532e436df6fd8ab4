"""Where secrets come from: an option, the environment, a file, the system's keyring, a prompt.

The option takes ``NAME=VALUE@PLACE`` because people will try it, but every user of the computer can read a command
line; ``NAME@PLACE`` takes the value from where nobody else can.
"""

from __future__ import annotations

import importlib
import os
import stat
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from deskhand.guard.vault import NAME, At, Secret, SecretError, Vault

Prompt: TypeAlias = Callable[[str], str | None]
"""Asks a person for a value, without showing it; None when nobody can be asked."""
SERVICE = "deskhand"
"""The service under which the system's keyring holds secrets: ``keyring set deskhand NAME``."""
_KEYS = frozenset({"value", "env", "file", "keyring", "user", "at", "field"})


@dataclass(frozen=True, slots=True)
class Wanted:
    """One ``--secret``, taken apart."""

    name: str
    at: tuple[At, ...]
    value: str | None = None
    user: str = ""


def parse(text: str) -> Wanted:
    """``NAME[:USER][=VALUE]@PLACE[,PLACE…]``. The value may hold an @: the place begins after the last one."""
    head, separator, places = text.rpartition("@")
    if not separator or not head:
        name = text.partition("=")[0].partition(":")[0]
        shown = name if NAME.fullmatch(name) else "it"
        raise SecretError(f"--secret: say where {shown} may be typed: NAME@DOMAIN, such as SHOP_PASSWORD@shop.example")
    named, given, value = head.partition("=")
    name, _, user = named.partition(":")
    if not NAME.fullmatch(name):
        raise SecretError("--secret: begin with a name (letters, digits and _): NAME@DOMAIN or NAME:USER@DOMAIN")
    at = tuple(At.parse(place.strip()) for place in places.split(",") if place.strip())
    return Wanted(name, at, value if given else None, user)


def vault(
    options: Iterable[str] = (),
    files: Iterable[Path] = (),
    *,
    environment: Mapping[str, str] | None = None,
    prompt: Prompt | None = None,
) -> Vault:
    """All the secrets that were asked for, with their values. SecretError for one that has none."""
    environ = os.environ if environment is None else environment
    found = [secret for file in files for secret in from_file(file, environ)]
    for text in options:
        wanted = parse(text)
        value = wanted.value
        if value is None:
            value = _looked_up(wanted, environ, prompt)
        found.append(Secret(wanted.name, value, wanted.at, wanted.user))
    return Vault(found)


def wanted(secrets: Vault | Iterable[Secret | str]) -> Vault:
    """What a program gave: a vault, or secrets, or options as for the command line (which ask nobody)."""
    if isinstance(secrets, Vault):
        return secrets
    given = list(secrets)
    options = [each for each in given if isinstance(each, str)]
    return Vault([*(each for each in given if isinstance(each, Secret)), *vault(options)])


def _looked_up(wanted: Wanted, environment: Mapping[str, str], prompt: Prompt | None) -> str:
    name = wanted.name
    if value := environment.get(name):
        return value
    if (kept := _from_keyring(SERVICE, name)) is not None:
        return kept
    if prompt is not None and (typed := prompt(f"{name} (for {' or '.join(map(str, wanted.at))})")):
        return typed
    raise SecretError(
        f"the secret {name} has no value: set the environment variable {name}, keep it in the keyring (keyring set "
        f"{SERVICE} {name}), or name a file with --secrets"
    )


def from_file(path: Path, environment: Mapping[str, str]) -> list[Secret]:
    """The secrets of a TOML file that only its owner may read::

    [SHOP_PASSWORD]
    value = "…"                    # or env = "VARIABLE", file = "PATH", keyring = "SERVICE"
    at = ["shop.example"]
    user = "alice"                 # the model is told it
    field = "Password"             # the field's label, where the secret's name does not say it
    """
    try:
        with path.expanduser().open("rb") as file:
            status = os.fstat(file.fileno())
            text = file.read(1 << 20)
    except OSError as error:
        raise SecretError(f"--secrets: {path} cannot be read: {error.strerror}") from None
    if stat.S_IMODE(status.st_mode) & 0o077:
        raise SecretError(f"--secrets: others may read {path}; take that away first: chmod 600 {path}")
    if status.st_uid not in (os.geteuid(), 0):
        raise SecretError(f"--secrets: {path} belongs to another user, who could have written anything into it")
    try:
        data = tomllib.loads(text.decode("utf-8"))
    except tomllib.TOMLDecodeError as error:
        where = str(error).rpartition("(")[2].rstrip(")") if "(" in str(error) else "somewhere"  # never the line itself
        raise SecretError(f"--secrets: {path} is no TOML ({where})") from None
    except UnicodeDecodeError:
        raise SecretError(f"--secrets: {path} is no UTF-8 text") from None
    return [_entry(name, entry, path, environment) for name, entry in data.items()]


def _entry(name: str, entry: Any, path: Path, environment: Mapping[str, str]) -> Secret:
    where = f"--secrets: [{name[:64]}] in {path}"
    if not isinstance(entry, dict):
        raise SecretError(f"--secrets: {path}: put each secret into a table of its own: [{name[:64]}], then value = …")
    if unknown := sorted(set(entry) - _KEYS):
        raise SecretError(f"{where} has {unknown[0]!r}, which nobody knows; there are {', '.join(sorted(_KEYS))}")
    at = entry.get("at", ())
    places = [at] if isinstance(at, str) else list(at) if isinstance(at, list) else []
    texts = (*places, entry.get("user", ""), entry.get("field", ""))
    if not places or not all(isinstance(text, str) for text in texts):
        raise SecretError(f'{where}: at must name where it may be typed: at = ["shop.example"]')
    try:
        value = _entry_value(name, entry, environment)
        parsed = tuple(At.parse(place) for place in places)
        return Secret(name, value, parsed, entry.get("user", ""), entry.get("field", ""))
    except SecretError as error:
        raise SecretError(f"--secrets: {path}: {error}") from None


def _entry_value(name: str, entry: Mapping[str, Any], environment: Mapping[str, str]) -> str:
    given = [key for key in ("value", "env", "file", "keyring") if key in entry]
    if len(given) != 1 or not isinstance(entry[given[0]], str):
        raise SecretError(f"the secret {name} needs one of value, env, file, keyring, as a text")
    source = str(entry[given[0]])
    match given[0]:
        case "value":
            return source
        case "env":
            if not (value := environment.get(source)):
                raise SecretError(
                    f"the secret {name} is to come from the environment variable {source}, which is empty"
                )
            return value
        case "file":
            try:
                return Path(source).expanduser().read_text("utf-8").rstrip("\r\n")
            except (OSError, ValueError) as error:
                why = getattr(error, "strerror", None) or "it is no text"
                raise SecretError(f"the secret {name} is to come from {source}, which cannot be read: {why}") from None
        case _:
            kept = _from_keyring(source, str(entry.get("user") or name))
            if kept is None:
                raise SecretError(f"the secret {name} is not in the keyring (service {source}), or there is no keyring")
            return kept


def _from_keyring(service: str, name: str) -> str | None:
    """None without the ``keyring`` package (an extra), without a keyring, and for what is not in it."""
    try:
        keyring: Any = importlib.import_module("keyring")
    except ImportError:
        return None
    try:
        kept = keyring.get_password(service, name)
        return kept if isinstance(kept, str) else None
    except Exception:  # each of its backends fails in its own way, and none of them is ours
        return None
