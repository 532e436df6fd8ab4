"""What a desktop may reach, as a value: names and ports that are allowed, and what happens to all others.

Nothing is allowed that no rule names. A rule is written as people say it: ``example.com`` (ports 80 and 443),
``*.example.org:443`` (every name below it, not itself), ``git.example.net:22/tcp`` (anything at all on that port,
where neither a TLS nor an HTTP name can be looked at).
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, Literal, Self, TypeAlias

from deskhand.errors import DeskhandError
from deskhand.sandbox.gateway.names import normal

Unknown: TypeAlias = Literal[
    "refuse",  # a name that no rule covers does not exist
    "ask",  # its first connection waits while a person is asked
]
Verdict: TypeAlias = Literal["allow", "refuse", "ask"]
WEB = (80, 443)
MOST_PORTS = 24
_RULE = re.compile(r"(?P<domain>[^:/\s]+)(?::(?P<ports>[0-9]+(?:,[0-9]+)*))?(?P<raw>/tcp)?")


class PolicyError(DeskhandError, ValueError):
    """A policy that cannot be kept; the text says what is wrong with it and how to write it."""


@dataclass(frozen=True, slots=True)
class Rule:
    domain: str
    """``example.com``, ``*.example.com`` or ``*``."""
    ports: tuple[int, ...] = WEB
    raw: bool = False
    """Any protocol passes: the name is then known only by the address that was looked up for it."""

    @classmethod
    def parse(cls, text: str) -> Self:
        match = _RULE.fullmatch(text.strip())
        if match is None:
            raise PolicyError(f"{text!r} is no rule: write a domain, as in example.com or *.example.org:443")
        domain = match["domain"]
        if domain != "*":
            name = normal(domain.removeprefix("*."))
            if name is None:
                raise PolicyError(f"{domain!r} is no domain: write a name, as in example.com or *.example.org")
            domain = f"*.{name}" if domain.startswith("*.") else name
        ports = tuple(sorted({_port(port) for port in match["ports"].split(",")})) if match["ports"] else WEB
        if match["raw"] and match["ports"] is None:
            raise PolicyError(f"{text!r} needs a port before /tcp, as in {domain}:22/tcp")
        return cls(domain, ports, match["raw"] is not None)

    def covers(self, name: str, port: int | None = None) -> bool:
        """Whether the rule names this host (see `names.normal`), and this port; None: any of its ports."""
        if port is not None and port not in self.ports:
            return False
        if self.domain.startswith("*."):
            return name.endswith(self.domain[1:]) and len(name) > len(self.domain) - 1
        return self.domain in ("*", name)

    def __str__(self) -> str:
        ports = "" if self.ports == WEB else ":" + ",".join(map(str, self.ports))
        return f"{self.domain}{ports}{'/tcp' if self.raw else ''}"


@dataclass(frozen=True, slots=True)
class Pin:
    """A name that means one address of our choice, be it a private one: a hole in the walls, made on purpose.

    For a server under development on this computer or in its network. Whatever else listens on that port there is
    reached as well, which is why a single port is named.
    """

    name: str
    port: int
    """As the desktop says it."""
    address: str
    target: int
    """The port there."""

    @classmethod
    def parse(cls, text: str) -> Self:
        """``dev.test=127.0.0.1:8000`` or ``dev.test:8080=[::1]:8000``."""
        wanted = f"{text!r} must be NAME[:PORT]=ADDRESS:PORT, as in dev.test=127.0.0.1:8000"
        left, equals, right = text.strip().partition("=")
        name, _, port = left.partition(":")
        host = normal(name)
        address, colon, target = right.rpartition(":")
        if not equals or not colon or host is None:
            raise PolicyError(wanted)
        try:
            ip = ipaddress.ip_address(address.removeprefix("[").removesuffix("]"))
        except ValueError:
            raise PolicyError(wanted) from None
        return cls(host, _port(port or "80"), str(ip), _port(target))

    def __str__(self) -> str:
        address = f"[{self.address}]" if ":" in self.address else self.address
        return f"{self.name}:{self.port}={address}:{self.target}"


@dataclass(frozen=True, slots=True)
class Caps:
    """What one desktop may use of the gateway."""

    connections: int = 256
    """At once; more wait in the kernel's queue. Chromium opens at most 256."""
    bytes: int = 16 << 30
    """Both ways together, in the life of the desktop."""
    idle: float = 600.0
    """Seconds without a byte after which a connection is closed."""
    head: int = 64 << 10
    """Bytes of the head of one HTTP request."""
    hello: int = 16 << 10
    """Bytes of a TLS ClientHello; with post-quantum keys they have 2,000."""
    opening: float = 15.0
    """Seconds for a connection to say what it wants, and for a server to answer the call."""
    names: int = 16_384
    """Different names that may be looked up."""


@dataclass(frozen=True, slots=True)
class NetworkPolicy:
    """What one desktop may reach. The empty policy reaches nothing, but still answers why."""

    allow: tuple[Rule, ...] = ()
    deny: tuple[Rule, ...] = ()
    """Exceptions, stronger than ``allow``: they are neither allowed nor asked about."""
    unknown: Unknown = "refuse"
    pins: tuple[Pin, ...] = ()
    caps: Caps = field(default_factory=Caps)
    file: Path | None = None
    """Where the policy was read from, and where the answer "always" is written to."""

    def __post_init__(self) -> None:
        if len(self.ports) > MOST_PORTS:
            raise PolicyError(f"a policy may name {MOST_PORTS} different ports, and this one names {len(self.ports)}")
        for port in (53, 3128):
            if port in self.ports:
                raise PolicyError(f"port {port} cannot be allowed: the gateway itself answers there")

    @classmethod
    def of(cls, *domains: str, ask: bool = False, addresses: Iterable[str] = ()) -> Self:
        """``NetworkPolicy.of("example.com", "*.example.org:443")``."""
        rules = tuple(Rule.parse(domain) for domain in domains)
        pins = tuple(Pin.parse(address) for address in addresses)
        return cls(rules, unknown="ask" if ask else "refuse", pins=pins)

    @classmethod
    def wanted(cls, network: NetworkPolicy | str | Iterable[str] | None) -> NetworkPolicy | None:
        """What people give for a network: a policy, or one domain, or several."""
        match network:
            case None | NetworkPolicy():
                return network
            case str():
                return cls.of(network)
            case _:
                return cls.of(*network)

    def to_data(self) -> dict[str, Any]:
        """In a form that JSON can hold."""
        return {
            "allow": [str(rule) for rule in self.allow],
            "deny": [str(rule) for rule in self.deny],
            "unknown": self.unknown,
            "addresses": [str(pin) for pin in self.pins],
            "caps": asdict(self.caps),
            "file": None if self.file is None else str(self.file),
        }

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Self:
        return cls(
            tuple(Rule.parse(rule) for rule in data["allow"]),
            tuple(Rule.parse(rule) for rule in data["deny"]),
            data["unknown"],
            tuple(Pin.parse(pin) for pin in data["addresses"]),
            Caps(**data["caps"]),
            None if data["file"] is None else Path(data["file"]),
        )

    @property
    def ports(self) -> tuple[int, ...]:
        """On which something may be reached."""
        named = {port for rule in self.allow for port in rule.ports} | {pin.port for pin in self.pins}
        return tuple(sorted(named.union(WEB if self.unknown == "ask" else ())))

    def verdict(self, name: str, port: int | None = None) -> Verdict:
        """About a normal name; without a port: whether it may be looked up at all."""
        if any(rule.covers(name) if port is None else rule.covers(name, port) for rule in self._denials(port)):
            return "refuse"
        if any(pin.name == name and port in (None, pin.port) for pin in self.pins):
            return "allow"
        if any(rule.covers(name, port) for rule in self.allow):
            return "allow"
        return self.unknown if port is None or port in WEB else "refuse"

    def _denials(self, port: int | None) -> tuple[Rule, ...]:
        """A look-up is refused only by a rule that leaves none of the web's ports."""
        return self.deny if port is not None else tuple(rule for rule in self.deny if set(WEB) <= set(rule.ports))

    def raw(self, name: str, port: int) -> bool:
        """Whether the bytes of such a connection pass unread."""
        return any(rule.raw and rule.covers(name, port) for rule in self.allow)

    def pin(self, name: str, port: int) -> Pin | None:
        return next((pin for pin in self.pins if (pin.name, pin.port) == (name, port)), None)

    def with_rule(self, rule: Rule) -> Self:
        return replace(self, allow=(*self.allow, rule))

    def without(self, rule: Rule) -> Self:
        return replace(self, deny=(*self.deny, rule))


def _port(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,5}", text) or not 0 < int(text) < 65536:
        raise PolicyError(f"{text!r} is no port: they go from 1 to 65535")
    return int(text)
