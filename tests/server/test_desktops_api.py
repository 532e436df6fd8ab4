"""Desktops over HTTP: one life of one desktop, what goes wrong, and what happens is told."""

from __future__ import annotations

import asyncio
import base64
from collections.abc import AsyncIterator

import httpx2
import pytest
import pytest_asyncio
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.server.serving_here import client, listening

from deskhand.desktop.interface import Desktop
from deskhand.guard.interface import Decision, Question, allow, refuse
from deskhand.guard.review import Review
from deskhand.models.scripted import ScriptedModel
from deskhand.sandbox.open import open_desktop
from deskhand.screen.geometry import Size
from deskhand.screen.png import png_size
from deskhand.server import openapi
from deskhand.server.app import make_app
from deskhand.server.desktop_models import Action
from deskhand.server.desktops import Desktops
from deskhand.server.desktops_api import DesktopsApi
from deskhand.server.model_backend import ModelBackend
from deskhand.tools.versions import VERSIONS


async def opener(size: Size) -> Desktop:
    return await open_desktop(size=size)


async def approver(question: Question) -> Decision:
    return refuse("that is dangerous") if "rm -rf" in question.proposal.words else allow()


@pytest_asyncio.fixture(scope="module")
async def http() -> AsyncIterator[httpx2.AsyncClient]:
    desktops = Desktops(opener, 2, Review("always", approver))
    backend = ModelBackend(lambda: ScriptedModel([]), "local")
    await backend.start()
    app = make_app(backend, routes=[*DesktopsApi(desktops).routes(), openapi.route()], closing=[desktops])
    async with listening(app) as url, client(url) as made:
        yield made


@pytest_asyncio.fixture(scope="module")
async def one(http: httpx2.AsyncClient) -> str:
    made = await http.post("/desktops", json={"width": 800, "height": 600})
    assert made.status_code == 201 and made.headers["location"] == f"/desktops/{made.json()['id']}"
    return made.headers["location"]


async def test_see_act_run_and_files(http, one):
    shot = await http.get(f"{one}/screenshot")
    assert shot.headers["content-type"] == "image/png" and png_size(shot.content) == Size(800, 600)
    await http.post(f"{one}/exec", json={"command": "mousepad >/dev/null 2>&1 & sleep 2"})
    typed = (await http.post(f"{one}/act", json={"action": "type", "text": "hi", "picture": True})).json()
    assert typed["changed"] and typed["regions"] and "Mousepad" in typed["focus"]
    assert png_size(base64.b64decode(typed["picture"])) == Size(800, 600)
    ran = (await http.post(f"{one}/exec", json={"command": "echo out; (exit 3)"})).json()
    assert (ran["output"], ran["exit_code"], ran["directory"]) == ("out\n", 3, "/home/user")
    late = (await http.post(f"{one}/exec", json={"command": "sleep 9", "timeout": 0.3})).json()
    assert late["timed_out"]
    bytes_ = bytes(range(256))
    assert (await http.put(f"{one}/files?path=~/b.bin", content=bytes_)).status_code == 204
    assert (await http.get(f"{one}/files?path=~/b.bin")).content == bytes_
    names = [entry["path"] for entry in (await http.get(f"{one}/folder?path=~")).json()["files"]]
    assert "/home/user/b.bin" in names


@pytest.mark.parametrize(
    ("method", "path", "sent", "status", "named"),
    [
        ("POST", "/act", {"action": "fly"}, 400, "action"),
        ("POST", "/act", {"action": "left_click", "coordinate": [800, 0]}, 400, "outside"),
        ("POST", "/act", {"action": "left_click", "coordinate": [1]}, 400, "coordinate"),
        ("POST", "/act", {"action": "key", "text": "nonsense+key"}, 400, "nonsense"),
        ("POST", "/act", {"action": "type"}, 400, "text"),
        ("POST", "/act", {"action": "type", "text": "a", "speed": 9}, 400, "speed"),
        ("POST", "/exec", {"command": "a\0b"}, 400, "NUL"),
        ("POST", "/exec", {"command": "rm -rf ~"}, 403, "dangerous"),
        ("POST", "/exec", {}, 400, "command"),
        ("GET", "/files", None, 400, "path"),
        ("GET", "/files?path=/nowhere", None, 409, "/nowhere"),
        ("GET", "/folder?path=~&depth=99", None, 400, "depth"),
        ("GET", "/events?wait=-1", None, 400, "wait"),
    ],
)
async def test_what_is_wrong_is_said(http, one, method, path, sent, status, named):
    answer = await http.request(method, one + path, json=sent)
    assert answer.status_code == status and named in answer.json()["error"]["message"]


async def test_events_are_told_as_they_happen(http, one):
    last = (await http.get(f"{one}/events")).json()["last"]
    waiting = asyncio.ensure_future(http.get(f"{one}/events?after={last}&wait=20"))
    await asyncio.sleep(0.2)
    await http.post(f"{one}/act", json={"action": "mouse_move", "coordinate": [0, 0]})
    told = (await waiting).json()["events"]
    assert [event["words"] for event in told] == ["Move the pointer to (0, 0)"]
    async with http.stream("GET", f"{one}/events", headers={"accept": "text/event-stream"}) as stream:
        async for line in stream.aiter_lines():
            if line.startswith("event: "):
                assert line == "event: created"
                break


async def test_a_limit_an_end_and_a_death(http, one):
    second = (await http.post("/desktops")).headers["location"]
    full = await http.post("/desktops")
    assert full.status_code == 429 and "2 desktops" in full.json()["error"]["message"]
    await http.post(f"{second}/exec", json={"command": "echo"})
    assert (await http.delete(second)).status_code == 204
    assert (await http.get(second)).status_code == 404
    assert len((await http.get("/desktops")).json()["desktops"]) == 1
    assert (await http.post("/desktops", json={"width": 5})).status_code == 400


async def test_the_description_fits_the_routes(http):
    described = (await http.get("/openapi.json")).json()
    assert described["openapi"].startswith("3.1")
    for path, item in described["paths"].items():
        for method in item:
            if method != "parameters":
                answer = await http.request(method, path.replace("{id}", "desk_none"))
                assert answer.status_code != 405 and (path == "/desktops" or answer.status_code in (400, 404))
    assert set(Action.__args__) == set(VERSIONS["computer_20251124"].actions)  # type: ignore[attr-defined]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
)
ACTS = st.fixed_dictionaries(
    {"action": st.sampled_from(["screenshot", "mouse_move", "left_click", "scroll", "key", "zoom"]) | JSON},
    optional={
        "coordinate": st.lists(st.integers(-5, 900), min_size=2, max_size=2) | JSON,
        "region": st.lists(st.integers(-5, 900), min_size=4, max_size=4) | JSON,
        "text": st.sampled_from(["Escape", "shift", ""]) | JSON,
        "scroll_direction": st.sampled_from(["up", "left"]) | JSON,
        "scroll_amount": st.integers(0, 3) | JSON,
        "picture": st.booleans() | JSON,
    },
)


@given(ACTS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_no_request_breaks_it(http, one, act):
    answer = await http.post(f"{one}/act", json=act)
    assert answer.status_code in (200, 400, 409), answer.text
