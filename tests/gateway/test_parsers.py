"""The pure parts: names, rules, addresses, what is read of DNS, TLS and HTTP; by tables, and by what chance finds."""

from __future__ import annotations

import ssl
import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deskhand.sandbox.gateway import dns, http, tls
from deskhand.sandbox.gateway.addresses import is_own, why_not_public
from deskhand.sandbox.gateway.fakes import NETWORK, Fakes
from deskhand.sandbox.gateway.names import normal
from deskhand.sandbox.gateway.policy import NetworkPolicy, Pin, PolicyError, Rule


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("example.com", "example.com"),
        ("EXAMPLE.com.", "example.com"),
        ("ｅｘａｍｐｌｅ．com", "example.com"),
        ("bücher.example", "xn--bcher-kva.example"),
        ("日本語.jp", "xn--wgv71a119e.jp"),
        ("_dmarc.example.com", "_dmarc.example.com"),
        ("127.0.0.1", None),
        ("127.1", None),
        ("2130706433", None),
        ("0x7f000001", None),
        ("a.0x1", None),
        ("[::1]", None),
        ("", None),
        (".", None),
        ("a..b", None),
        ("-a.example", None),
        ("a b.example", None),
        ("allowed.test\\@evil.test", None),
        ("a" * 64 + ".example", None),
        (".".join(["a" * 60] * 5), None),
        ("e\0vil.test", None),
        ("ａ。ｂ", "a.b"),
    ],
)
def test_names(said: str, name: str | None) -> None:
    assert normal(said) == name


@pytest.mark.parametrize(
    ("rule", "name", "port", "covered"),
    [
        ("example.com", "example.com", 80, True),
        ("example.com", "example.com", 443, True),
        ("example.com", "example.com", 8080, False),
        ("example.com", "www.example.com", 443, False),
        ("example.com", "notexample.com", 443, False),
        ("*.example.com", "www.example.com", 443, True),
        ("*.example.com", "a.b.example.com", 443, True),
        ("*.example.com", "example.com", 443, False),
        ("*.example.com", "evilexample.com", 443, False),
        ("*.example.com:8443,9000", "www.example.com", 9000, True),
        ("*.example.com:8443", "www.example.com", 443, False),
        ("*", "anything.test", 443, True),
        ("Bücher.example", "xn--bcher-kva.example", 80, True),
    ],
)
def test_rules(rule: str, name: str, port: int, covered: bool) -> None:
    assert Rule.parse(rule).covers(name, port) is covered
    assert Rule.parse(str(Rule.parse(rule))) == Rule.parse(rule)


@pytest.mark.parametrize(
    "rule",
    ["", "http://example.com", "example.com/path", "1.2.3.4", "*.", "a.*.com", "*example.com", "example.com:0",
     "example.com:99999", "example.com:http", "example.com/tcp", "exa mple.com"],
)  # fmt: skip
def test_what_is_no_rule(rule: str) -> None:
    with pytest.raises(PolicyError):
        Rule.parse(rule)


def test_verdicts() -> None:
    policy = NetworkPolicy.of("example.com", "*.example.org:443", ask=True, addresses=["dev.test:8080=127.0.0.1:3000"])
    policy = policy.without(Rule.parse("bad.example.org"))
    assert policy.ports == (80, 443, 8080)
    assert policy.verdict("example.com") == policy.verdict("example.com", 443) == "allow"
    assert policy.verdict("a.example.org", 443) == "allow"
    assert policy.verdict("a.example.org", 80) == "ask"
    assert policy.verdict("bad.example.org", 443) == policy.verdict("bad.example.org") == "refuse"
    assert policy.verdict("new.test", 443) == policy.verdict("new.test") == "ask"
    assert policy.verdict("new.test", 8080) == policy.verdict("dev.test", 3000) == "refuse"
    assert policy.verdict("dev.test", 8080) == "allow" and policy.pin("dev.test", 8080) is not None
    assert NetworkPolicy().verdict("example.com") == "refuse" and NetworkPolicy().ports == ()
    assert NetworkPolicy.from_data(policy.to_data()) == policy
    for wrong in ("example.com:53", "example.com:3128", "example.com:" + ",".join(map(str, range(1000, 1040)))):
        with pytest.raises(PolicyError, match="port"):
            NetworkPolicy.of(wrong)
    for wrong in ("dev.test", "dev.test=127.0.0.1", "dev.test=localhost:80", "1.2.3.4=127.0.0.1:80", "a.test=::1:x"):
        with pytest.raises(PolicyError):
            Pin.parse(wrong)
    assert Pin.parse("dev.test=[::1]:80") == Pin("dev.test", 80, "::1", 80)


@pytest.mark.parametrize(
    "address",
    ["0.0.0.0", "10.1.2.3", "100.64.0.1", "100.100.100.200", "127.0.0.1", "127.255.255.254", "168.63.129.16",
     "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.192", "192.168.1.1", "192.88.99.1", "198.18.0.1",
     "203.0.113.5", "224.0.0.1", "239.255.255.250", "255.255.255.255", "::", "::1", "::ffff:127.0.0.1",
     "::ffff:8.8.8.8", "::7f00:1", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::1", "2001::1", "2001:db8::1",
     "2002:7f00:1::", "2002:808:808::", "fc00::1", "fd00:ec2::254", "fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1",
     "2606:4700::5efe:7f00:1", "2606:4700::200:5efe:a00:1", "100::1", "5f00::1", "3fff::1", "nonsense", ""],
)  # fmt: skip
def test_what_is_not_public(address: str) -> None:
    assert why_not_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "93.184.216.34", "172.32.0.1", "2606:4700::1111", "64:ff9b::808:808"])
def test_what_is_public(address: str) -> None:
    assert why_not_public(address) is None


def test_this_computers_own_addresses() -> None:
    assert is_own("127.0.0.1") and is_own("::1")
    assert not is_own("93.184.216.34") and not is_own("2606:4700::1111")


def question(name: str, kind: int = 1, flags: int = 0x0100) -> bytes:
    labels = b"".join(bytes([len(label)]) + label.encode() for label in name.split("."))
    return struct.pack(">HHHHHH", 7, flags, 1, 0, 0, 0) + labels + b"\0" + struct.pack(">HH", kind, 1)


def test_dns() -> None:
    asked = dns.parse(question("Www.Example.com"))
    assert isinstance(asked, dns.Question) and asked.name == "Www.Example.com"
    answer = dns.answer(asked, bytes([198, 18, 1, 2]))
    assert answer[:12] == struct.pack(">HHHHHH", 7, 0x8180, 1, 1, 0, 0)
    assert answer.endswith(b"\xc0\x0c\0\x01\0\x01\0\0\0\x1e\0\x04\xc6\x12\x01\x02") and b"\x03Www\x07Example" in answer
    for kind in (28, 65, 64, 16, 15):  # AAAA, HTTPS, SVCB, TXT, MX
        other = dns.parse(question("example.com", kind))
        assert isinstance(other, dns.Question)
        assert struct.unpack(">HHHHHH", dns.answer(other, b"1234")[:12]) == (7, 0x8180, 1, 0, 0, 0)
    assert dns.parse(question("a.b", flags=0x8180)) == "silent"  # an answer
    assert dns.parse(question("a.b", flags=0x2800)) == "kind"
    assert dns.parse(struct.pack(">HHHHHH", 7, 0, 1, 0, 0, 0) + b"\xc0\x0c\0\x01\0\x01") == "form"
    assert dns.parse(struct.pack(">HHHHHH", 7, 0, 2, 0, 0, 0) + question("a.b")[12:]) == "form"
    assert dns.parse(question("a.b")[:-1]) == "form" and dns.parse(b"") == "silent"


@given(st.binary(max_size=600))
def test_no_bytes_break_the_dns_parser(message: bytes) -> None:
    parsed = dns.parse(message)
    if isinstance(parsed, dns.Question):
        assert dns.answer(parsed, b"1234")[:2] == message[:2]
    else:
        dns.fault(message, parsed)


def client_hello(name: str | None) -> bytes:
    """A real one, of Python's own TLS."""
    context = ssl.create_default_context()
    context.check_hostname = False
    incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
    client = context.wrap_bio(incoming, outgoing, server_hostname=name)
    with pytest.raises(ssl.SSLWantReadError):
        client.do_handshake()
    return outgoing.read()


def split_records(hello: bytes, size: int) -> bytes:
    """The same handshake in records of ``size`` bytes."""
    body = hello[5:]
    parts = [body[at : at + size] for at in range(0, len(body), size)]
    return b"".join(hello[:3] + len(part).to_bytes(2, "big") + part for part in parts)


def test_tls() -> None:
    hello = client_hello("www.example.com")
    assert tls.parse(hello) == tls.Hello("www.example.com")
    assert tls.parse(split_records(hello, 7)) == tls.Hello("www.example.com")
    assert tls.parse(hello + b"more") == tls.Hello("www.example.com")
    assert tls.parse(client_hello(None)) == tls.Hello(None)
    for end in range(len(hello)):
        assert tls.parse(hello[:end]) is None
    for wrong in (b"GET / HTTP/1.1", b"\x16\x03\x01\x00\x00", b"\x16\x03\x01\x00\x04\x02\0\0\0", b"\x80\x2e\x01\x03"):
        with pytest.raises(tls.NoHello):
            tls.parse(wrong)
    name = b"\0\0\x0fwww.example.com"
    at = hello.index(name)
    twice = hello[: at - 6] + struct.pack(">HHH", 0, 2 + 2 * len(name), 2 * len(name)) + 2 * name
    rest = hello[at + len(name) :]
    grown = bytearray(twice + rest)
    for place, size in ((3, 2), (6, 3)):  # the lengths of the record and of the handshake
        grown[place : place + size] = (int.from_bytes(grown[place : place + size], "big") + len(name)).to_bytes(
            size, "big"
        )
    extensions = hello.index(struct.pack(">H", 0) + struct.pack(">H", len(name) + 2)) - 2
    if int.from_bytes(hello[extensions : extensions + 2], "big") == len(hello) - extensions - 2:  # SNI goes first
        grown[extensions : extensions + 2] = (len(hello) - extensions - 2 + len(name)).to_bytes(2, "big")
        assert tls.parse(bytes(grown)) == tls.Hello(None)


@given(st.binary(max_size=300), st.integers(0, 516))
def test_no_bytes_break_the_tls_parser(noise: bytes, at: int) -> None:
    hello = _HELLO[:at] + noise + _HELLO[at + len(noise) :]
    for data in (noise, hello):
        try:
            tls.parse(data)
        except tls.NoHello:
            pass


_HELLO = client_hello("www.example.com")


@pytest.mark.parametrize(
    "head",
    [b"GET / HTTP/1.1\nHost: a\n\n", b"GET /\r\n\r\n", b"GET / HTTP/2.0\r\n\r\n", b"GET  / HTTP/1.1\r\n\r\n",
     b"GET / HTTP/1.1\r\nHost : a\r\n\r\n", b"GET / HTTP/1.1\r\nHost: a\r\n b\r\n\r\n",
     b"GET / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\n",
     b"GET / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
     b"GET / HTTP/1.1\r\nContent-Length: 1, 1\r\n\r\n", b"GET / HTTP/1.1\r\nTransfer-Encoding: gzip, chunked\r\n\r\n",
     b"GET / HTTP/1.1\r\nTransfer-Encoding: chunked\r\nContent-Length: 1\r\n\r\n",
     b"GET / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n", b"GET / HTTP/1.1\r\nA: \0\r\n\r\n",
     b"GET / HTTP/1.1\r\nA: b\rHost: c\r\n\r\n", b"PRI * HTTP/2.0\r\n\r\n", b"\x16\x03\x01\r\n\r\n", b"\r\n\r\n"],
)  # fmt: skip
def test_requests_that_could_be_read_in_two_ways(head: bytes) -> None:
    with pytest.raises(http.BadRequest):
        http.parse(head)


@pytest.mark.parametrize(
    ("target", "host", "good"),
    [
        ("/", "a.test", True),
        ("/", "A.TEST.", True),
        ("/", "a.test:80", True),
        ("*", "a.test", True),
        ("http://a.test/x", "a.test", True),
        ("http://a.test:80", "a.test", True),
        ("/", "b.test", False),
        ("/", "a.test:81", False),
        ("/", "a.test:", False),
        ("/", "", False),
        ("/", "a.test, b.test", False),
        ("/", "b.test@a.test", False),
        ("http://b.test/", "a.test", False),
        ("https://a.test/", "a.test", False),
        ("http://a.test@b.test/", "a.test", False),
        ("http://b.test\\@a.test/", "a.test", False),
        ("//b.test/", "a.test", True),  # a path that begins with two strokes, to every server
        ("b.test", "a.test", False),
    ],
)
def test_whom_a_request_is_for(target: str, host: str, good: bool) -> None:
    request = http.parse(f"GET {target} HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
    if good:
        http.check_name(request, "a.test", 80)
    else:
        with pytest.raises(http.BadRequest):
            http.check_name(request, "a.test", 80)


@given(st.binary(max_size=200))
@settings(max_examples=200)
def test_no_bytes_break_the_http_parser(noise: bytes) -> None:
    for head in (noise, b"GET / HTTP/1.1\r\n" + noise + http.END, b"GET " + noise + b" HTTP/1.1" + http.END):
        try:
            http.check_name(http.parse(head), "a.test", 80)
        except http.BadRequest:
            pass


def test_fakes() -> None:
    fakes = Fakes(3)
    given_out = {fakes.address(name) for name in ("a", "b", "a", "c")}
    assert len(given_out) == 3 and fakes.address("d") is None
    for packed in given_out:
        assert packed is not None
        text = ".".join(map(str, packed))
        assert fakes.name(text) in ("a", "b", "c")
        assert any(NETWORK[number].packed == packed for number in range(256, 1 << 17))
    assert fakes.name("198.18.0.1") is None
