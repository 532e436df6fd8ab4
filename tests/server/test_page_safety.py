"""Who may come in, and what they may not do there: the attacks that a server on loopback has to stand."""

from __future__ import annotations

import asyncio
import contextlib
import os
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
import pytest_asyncio
import websockets
from tests.server.rooms_here import Here, Scripts, bash, folders, rooms

from deskhand.agent.journal import Journal
from deskhand.server.sessions.files import SharedFiles

__all__ = ["folders"]
SCRIPTS = Scripts()
SECRET = "the host's own"


@pytest_asyncio.fixture(scope="module")
async def here(folders: Path) -> AsyncIterator[Here]:
    page = folders / "built"
    (page / "assets").mkdir(parents=True)
    (page / "index.html").write_text("<!doctype html><title>deskhand</title>")
    (page / "assets" / "index-B1x9_abc.js").write_text("1")
    (folders / "beside.txt").write_text(SECRET)
    async with rooms(folders, SCRIPTS, folder=page) as made:
        yield made


@pytest_asyncio.fixture
async def browser(here: Here) -> AsyncIterator[httpx2.AsyncClient]:
    async with here.browser() as made:
        yield made


def kept(here: Here, name: str = "20260101-000000-kept") -> Path:
    """A run's folder as one that has ended leaves it."""
    from deskhand.agent.events import Finished, Started

    folder = here.rooms.sessions.homes[""].runs / name
    if not folder.exists():
        journal = Journal.create(folder)
        journal.append(Started(name, "kept", "m", 10, 10, 10, 10))
        journal.append(Finished("done", "answered", 1, 1.0, name))
        journal.close()
        (folder / "shared").mkdir()
    return folder


async def test_a_start_link_works_once_and_gives_a_cookie_that_scripts_cannot_read(here):
    async with httpx2.AsyncClient(base_url=here.url) as client:
        link = f"/start?token={here.rooms.access.link()}"
        assert (await client.head(link)).status_code == 200  # a preview does not use it up
        answer = await client.get(link)
        cookie = answer.headers["set-cookie"]
        assert "HttpOnly" in cookie and "SameSite=strict" in cookie and "Path=/" in cookie
        assert (await client.get("/api/me")).status_code == 200
    async with httpx2.AsyncClient(base_url=here.url) as other:
        assert (await other.get(link)).status_code == 403
        assert (await other.get("/start?token=")).status_code == 403
        assert (await other.get("/api/me")).status_code == 401
        assert (await other.get("/api/me", headers={"authorization": "Bearer wrong"})).status_code == 401
        assert (await other.get("/api/me", headers={"x-api-key": "the others'"})).status_code == 401
        assert (await other.get("/")).status_code == 200  # the shell alone


async def test_a_cookie_ends_with_logout_and_not_with_the_server(here, browser):
    from deskhand.folders import state_folder
    from deskhand.server.sessions.access import Access

    port = here.url.rpartition(":")[2]
    raw = browser.cookies[f"deskhand_{port}"]
    assert raw not in (state_folder() / "cookies.json").read_text()
    assert (state_folder() / "cookies.json").stat().st_mode & 0o077 == 0
    assert len(Access(state_folder())._cookies) == len(here.rooms.access._cookies)
    assert (await browser.post("/api/logout")).status_code == 200
    browser.cookies.set(f"deskhand_{port}", raw)
    assert (await browser.get("/api/me")).status_code == 401


async def test_other_pages_cannot_use_it(here, browser):
    new = {"task": "x"}
    del browser.headers["x-deskhand"]
    assert (await browser.post("/api/sessions", json=new)).status_code == 403
    for origin in (
        "http://evil.example",
        "null",
        "http://127.0.0.1:1",
        "https://" + here.url.partition("//")[2] + ".x",
    ):
        told = {"origin": origin, "x-deskhand": "1"}
        assert (await browser.post("/api/sessions", json=new, headers=told)).status_code == 403
        assert (await browser.get("/api/sessions", headers={"origin": origin})).status_code == 403
    # A name of the attacker's that resolves to this machine.
    rebound = await browser.get("/api/sessions", headers={"host": "evil.example"})
    assert rebound.status_code == 403 and "its own address" in rebound.text
    port = here.url.rpartition(":")[2]
    cookie = f"deskhand_{port}={browser.cookies[f'deskhand_{port}']}"
    socket = f"{here.url.replace('http', 'ws')}/api/live"
    for headers in ({"origin": "http://evil.example"}, {}):
        with pytest.raises(websockets.InvalidStatus):
            async with websockets.connect(socket, additional_headers={"cookie": cookie, **headers}, proxy=None):
                pass
    async with websockets.connect(socket, additional_headers={"cookie": cookie, "origin": here.url}, proxy=None) as own:
        assert '"sessions"' in str(await own.recv())
    answer = await browser.options("/api/sessions", headers={"origin": "http://evil.example"})
    assert answer.status_code == 403 and not [name for name in answer.headers if name.startswith("access-control")]


async def test_what_a_browser_is_told_to_forbid(here, browser):
    page = await browser.get("/")
    rules = dict(rule.split(" ", 1) for rule in page.headers["content-security-policy"].split("; "))
    assert rules["default-src"] == "'none'" and rules["script-src"] == "'self'" and rules["frame-ancestors"] == "'none'"
    assert "unsafe" not in page.headers["content-security-policy"]
    assert page.headers["x-content-type-options"] == "nosniff" and page.headers["referrer-policy"] == "no-referrer"
    asset = await browser.get("/assets/index-B1x9_abc.js")
    assert "immutable" in asset.headers["cache-control"] and asset.headers["content-type"].startswith("text/javascript")
    host = await browser.get("/", headers={"host": "127.0.0.1:1;script-src *"})
    assert host.status_code == 403 or "script-src *" not in host.headers["content-security-policy"]
    told = await browser.get("/api/me")
    assert told.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "path", ["/assets/../../beside.txt", "/assets/%2e%2e/%2e%2e/beside.txt", "/assets/..%2f..%2fbeside.txt"]
)
async def test_assets_lead_nowhere_else(here, path):
    _, _, port = here.url.rpartition(":")

    reader, writer = await asyncio.open_connection("127.0.0.1", int(port))
    writer.write(f"GET /assets/{path} HTTP/1.1\r\nhost: 127.0.0.1:{port}\r\nconnection: close\r\n\r\n".encode())
    answer = await reader.read()
    writer.close()
    assert b" 404 " in answer.splitlines()[0] and SECRET.encode() not in answer


@pytest.mark.parametrize(
    "name",
    ["../beside.txt", "a/../../beside.txt", "/etc/passwd", "a//b", "./a", "a/./b", "a\\..\\b", "a\0b", "a\nb",
     "x" * 300, "/".join("a" * 20)],
)  # fmt: skip
async def test_names_that_are_none(here, browser, name):
    from urllib.parse import quote

    folder = kept(here)
    for method in ("PUT", "GET", "DELETE"):
        answer = await browser.request(
            method, f"/api/sessions/{folder.name}/files/{quote(name, safe='')}", content=b"x"
        )
        assert answer.status_code in (400, 404, 405), (method, name, answer.status_code)
    assert not [path for path in folder.rglob("*") if path.is_file() and path.read_bytes() == b"x"]


async def test_links_in_the_shared_folder_are_not_followed(here, browser, tmp_path):
    """The desktop writes there: it can make any name a link."""
    folder = kept(here, "20260101-000001-link")
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret").write_text(SECRET)
    shared = folder / "shared"
    (shared / "file").symlink_to(outside / "secret")
    (shared / "folder").symlink_to(outside)
    os.mkfifo(shared / "pipe")
    files = f"/api/sessions/{folder.name}/files"
    assert (await browser.get(files)).json() == {"files": []}
    for name in ("file", "folder/secret"):
        answer = await browser.get(f"{files}/{name}")
        assert answer.status_code in (403, 404) and SECRET not in answer.text
    assert (await browser.get(f"{files}/pipe")).status_code == 404
    assert (await browser.put(f"{files}/folder/new", content=b"x")).status_code in (403, 409)
    assert (await browser.put(f"{files}/file", content=b"mine")).status_code == 204  # in the link's place
    assert (outside / "secret").read_text() == SECRET and not (outside / "new").exists()
    assert (await browser.delete(f"{files}/folder/secret")).status_code in (403, 404)
    assert (await browser.get(f"{files}/file")).content == b"mine"
    archive = await browser.get(f"/api/sessions/{folder.name}/files.zip")
    assert SECRET.encode() not in archive.content


async def test_uploads_are_whole_or_not_at_all(here, browser, tmp_path):
    async def endless() -> AsyncIterator[bytes]:
        while True:
            yield b"x" * 1000

    files = SharedFiles(tmp_path)
    with pytest.raises(Exception, match="larger"):
        await files.write("big", endless(), 50_000)
    assert list(tmp_path.iterdir()) == []
    path = f"/api/sessions/{kept(here).name}/files/dir/日本 x.txt"
    assert (await browser.put(path, content=b"1")).status_code == 201
    assert (await browser.put(path, content=b"22")).status_code == 204
    got = await browser.get(path)
    assert got.content == b"22" and got.headers["content-disposition"].startswith("attachment")
    assert got.headers["content-type"] == "application/octet-stream"
    assert (await browser.delete(path)).status_code == 204 and (await browser.get(path)).status_code == 404


@pytest.mark.parametrize("id", ["%2e%2e", "..%2f..", "nothing", ".in-stock"])
async def test_ids_are_names(here, browser, id):
    for path in ("", "/events", "/files", "/report.html", "/pictures/" + "0" * 64):
        assert (await browser.get(f"/api/sessions/{id}{path}")).status_code in (404, 405)


async def test_one_user_sees_nothing_of_another(folders, tmp_path):
    scripts = Scripts()
    scripts.add("m", [[bash("echo hers > ~/Shared/f")], "Hers.\nDONE"])
    async with rooms(tmp_path, scripts, users=("ann", "ben")) as here:  # noqa: SIM117
        async with here.browser("ann") as ann, here.browser("ben") as ben, here.program("ann") as program:
            session = await program.start("Hers alone", model="m", policy="unattended")
            await session.wait()
            assert (await ann.get("/api/sessions")).json()["total"] == 1
            assert (await ben.get("/api/sessions")).json() == {"sessions": [], "next": None, "total": 0}
            one = f"/api/sessions/{session.id}"
            for path in ("", "/events", "/files", "/files/f", "/report.html", "/journal.jsonl", "/files.zip"):
                assert (await ann.get(one + path)).status_code == 200, path
                assert (await ben.get(one + path)).status_code == 404, path
            for path in ("/stop", "/continue", "/again", "/takeover", "/pause"):
                assert (await ben.post(one + path, json={})).status_code == 404, path
            assert (await ben.delete(one)).status_code == 404
            key = {"authorization": f"Bearer {here.rooms.access.token('ben')}"}
            for path in ("/events", "/view"):
                with pytest.raises(websockets.InvalidStatus):
                    address = here.url.replace("http", "ws") + one + path
                    async with websockets.connect(address, additional_headers=key, proxy=None):
                        pass
            shared = await ann.post("/api/sessions", json={"task": "x", "share": "/"})
            assert shared.status_code == 403
            await ann.put("/api/keys/anthropic", json={"key": "sk-hers", "keep": "memory"})
            assert (await ann.get("/api/keys")).json()["keys"] == [{"provider": "anthropic", "kept": "memory"}]
            assert (await ben.get("/api/keys")).json()["keys"] == []
            await ann.post("/api/templates", json={"title": "Hers", "task": "x"})
            assert (await ben.get("/api/templates")).json() == {"templates": []}
            assert here.rooms.access.token("ann") != here.rooms.access.token("ben")


async def test_settings_keys_and_templates(here, browser):
    assert (await browser.patch("/api/settings", json={"language": "ja", "max_steps": 7})).json()["max_steps"] == 7
    assert (await browser.get("/api/settings")).json()["language"] == "ja"
    for wrong in ({"theme": "pink"}, {"nonsense": 1}, {"policy": "lax"}, {"max_steps": 0}):
        assert (await browser.patch("/api/settings", json=wrong)).status_code == 400
    secret = "sk-ant-0123456789"
    assert (await browser.put("/api/keys/anthropic", json={"key": secret})).status_code == 204
    wrong = await browser.put("/api/keys/anthropic", json={"key": secret + " x", "keep": "nowhere"})
    assert wrong.status_code == 400 and secret not in wrong.text
    told = [await browser.get(path) for path in ("/api/keys", "/api/models", "/api/settings", "/api/me")]
    assert all(secret not in answer.text for answer in told)
    ready = {each["name"]: each["ready"] for each in told[1].json()["models"]}
    assert ready["local"] and ready["claude-sonnet-5-5"]
    await browser.delete("/api/keys/anthropic")
    template = {"title": "Greet", "task": "Write {{greeting}} to {{ name }}", "options": {"policy": "everything"}}
    made = (await browser.post("/api/templates", json=template)).json()
    assert [blank["name"] for blank in made["blanks"]] == ["greeting", "name"]
    SCRIPTS.add("greets", ["Done.\nDONE"])
    started = {"template": made["id"], "blanks": {"greeting": "hi"}, "model": "greets"}
    missing = await browser.post("/api/sessions", json=started)
    assert missing.status_code == 400 and "name" in missing.text
    started["blanks"] = {"greeting": "hi {{name}}", "name": "Ann"}
    session = (await browser.post("/api/sessions", json=started)).json()
    assert session["task"] == "Write hi {{name}} to Ann" and session["options"]["policy"] == "everything"
    assert session["options"]["max_steps"] == 7
    with contextlib.suppress(TimeoutError):
        async with here.program() as program:
            await program.session(session["id"]).wait()
    assert (await browser.delete(f"/api/templates/{made['id']}")).status_code == 204
    assert (await browser.delete("/api/templates/..%2fpage")).status_code == 404


async def test_another_process_can_be_watched_and_not_steered(here, browser):
    from deskhand.agent.events import Noted, Started

    name = "20260101-000002-else"
    journal = Journal.create(here.rooms.sessions.homes[""].runs / name)
    journal.append(Started(name, "by deskhand run", "m", 10, 10, 10, 10))
    one = f"/api/sessions/{name}"
    assert (await browser.get(one)).json()["state"] == "elsewhere"
    assert (await browser.post(f"{one}/pause")).status_code == 409
    waiting = asyncio.ensure_future(browser.get(f"{one}/events?after=1&wait=20"))
    await asyncio.sleep(0.2)
    journal.append(Noted("news"))
    assert (await waiting).json()["events"][0]["event"]["text"] == "news"
    assert (await browser.delete(one)).status_code == 409
    journal.close()
    cut = (await browser.get(one)).json()
    assert (cut["state"], cut["can_continue"]) == ("cut", True)
    assert (await browser.delete(one)).status_code == 204 and (await browser.get(one)).status_code == 404


async def test_consent_comes_first(tmp_path, monkeypatch):
    async with rooms(tmp_path, Scripts()) as here, here.browser() as browser:
        monkeypatch.setenv("DESKHAND_CONSENT", "")
        refused = await browser.post("/api/sessions", json={"task": "x"})
        assert refused.status_code == 403 and refused.json()["error"]["details"]["error_code"] == "consent"
        shown = (await browser.get("/api/consent?language=ja")).json()
        assert not shown["given"] and "デスクトップ" in shown["text"]
        assert (await browser.post("/api/consent", json={"version": 0})).status_code == 400
        agreed = await browser.post("/api/consent", json={"version": shown["version"], "language": "ja"})
        assert agreed.json()["given"] and (await browser.get("/api/me")).json()["consent"]["given"]


async def test_a_key_is_its_users_alone(monkeypatch):
    from deskhand.models.interface import ModelError
    from deskhand.server.sessions.keys import Keys
    from deskhand.server.sessions.models import NewKey

    monkeypatch.setenv("ANTHROPIC_API_KEY", "the server's own")
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    keys = Keys(shared=False)
    keys.keep("ann", "anthropic", NewKey(key="sk-hers"))
    keys.keep("ann", "openai", NewKey(key="sk-hers"))
    for name in ("claude-sonnet-5-5", "openai:computer-use-preview"):
        model: Any = keys.model(name, "ann")
        assert model.name == name and model._client.api_key == "sk-hers"
        await model.close()
        with pytest.raises(ModelError):
            keys.model(name, "ben")
    with pytest.raises(ModelError, match="for its owner only"):
        keys.model("openai:x@http://elsewhere/v1?key=ANTHROPIC_API_KEY", "ben")
    assert keys.kept("ben") == []
