"""While the model works: pings, others, overload, clients that hang up, and what a defect looks like."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import AsyncIterator

import httpx2
import pytest
from tests.server.bodies import body, frames
from tests.server.serving_here import client, scripted_server

from deskhand.messages import ToolUse
from deskhand.models.interface import ModelError, Request
from deskhand.server.capacity import Capacity


async def test_pings_come_while_the_model_thinks(monkeypatch):
    monkeypatch.setattr("deskhand.server.model_backend.GRACE", 0.05)
    monkeypatch.setattr("deskhand.server.model_backend.PING_EVERY", 0.05)

    async def slow(_: Request) -> str:
        await asyncio.sleep(0.5)
        return "at last"

    async def fails(_: Request) -> ModelError:
        await asyncio.sleep(0.2)
        return ModelError("the pen broke")

    async with scripted_server([slow, fails]) as (url, _), client(url) as http:
        events = frames((await http.post("/v1/messages", json=body(stream=True))).text)
        names = [name for name, _ in events]
        assert names[0] == "message_start" and names.count("ping") >= 4 and names[-1] == "message_stop"
        broken = frames((await http.post("/v1/messages", json=body(stream=True))).text)
        assert broken[-1][0] == "error" and broken[-1][1]["error"]["message"] == "the pen broke"


async def test_a_body_that_dawdles_is_not_waited_for(monkeypatch):
    monkeypatch.setattr("deskhand.server.body.SLOWEST", 0.2)
    sent = json.dumps(body()).encode()

    async def slowly(pause: float) -> AsyncIterator[bytes]:
        for start in range(0, len(sent), 1 + len(sent) // 8):
            yield sent[start : start + 1 + len(sent) // 8]
            await asyncio.sleep(pause)

    async with scripted_server(["done"]) as (url, _), client(url) as http:
        late = await http.post("/v1/messages", content=slowly(0.1))
        assert late.status_code == 408 and "within 0.2 seconds" in late.json()["error"]["message"]
        assert (await http.post("/v1/messages", content=slowly(0.002))).status_code == 200


async def test_overload_is_said_at_once_and_passes():
    release = threading.Event()  # the model works in a thread of its own

    async def waits(_: Request) -> str:
        await asyncio.to_thread(release.wait, 20)
        return "done"

    async with scripted_server([waits] * 9, capacity=Capacity(4)) as (url, _), client(url) as http:
        one = [asyncio.ensure_future(http.post("/v1/messages", json=body())) for _ in range(3)]
        await asyncio.sleep(0.3)
        limited = await http.post("/v1/messages", json=body())
        other = asyncio.ensure_future(http.post("/v1/messages", json=body(), headers={"x-api-key": "another"}))
        await asyncio.sleep(0.3)
        full = await http.post("/v1/messages", json=body(), headers={"x-api-key": "third"})
        release.set()
        done = await asyncio.gather(*one, other)
        after = await http.post("/v1/messages", json=body())
    assert (limited.status_code, limited.json()["error"]["type"]) == (429, "rate_limit_error")
    assert (full.status_code, full.json()["error"]["type"]) == (529, "overloaded_error")
    assert float(full.headers["retry-after"]) > 0 and full.headers["x-should-retry"] == "true"
    assert [answer.status_code for answer in (*done, after)] == [200] * 5


async def test_a_client_that_hangs_up_frees_its_place():
    cancelled: list[bool] = []

    async def waits(_: Request) -> str:
        try:
            await asyncio.sleep(30)
        except asyncio.CancelledError:
            cancelled.append(True)
            raise
        return "too late"

    async with scripted_server([waits, "hello"], capacity=Capacity(1)) as (url, _), client(url) as http:
        with pytest.raises(httpx2.TimeoutException):
            await http.post("/v1/messages", json=body(), timeout=0.5)
        for _ in range(100):
            if cancelled:
                break
            await asyncio.sleep(0.02)
        assert cancelled
        assert (await http.post("/v1/messages", json=body())).status_code == 200


async def test_streams_that_nobody_waits_for_leave_nothing_behind(monkeypatch):
    """Connections that are cut at every moment of a stream: each place is free again, each model's work stopped."""
    monkeypatch.setattr("deskhand.server.model_backend.GRACE", 0.02)
    stopped: list[bool] = []

    async def waits(_: Request) -> str:
        try:
            await asyncio.sleep(30)
        except asyncio.CancelledError:
            stopped.append(True)
            raise
        return "too late"

    raw = json.dumps(body(stream=True)).encode()
    head = f"POST /v1/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: {len(raw)}\r\n\r\n".encode()
    async with scripted_server([waits] * 12 + ["hello"], capacity=Capacity(12)) as (url, model), client(url) as http:
        host, port = url.removeprefix("http://").split(":")
        for delay in (0.0, 0.005, 0.01, 0.015, 0.02, 0.025, 0.03, 0.05, 0.08):
            _, writer = await asyncio.open_connection(host, int(port))
            writer.write(head + raw)
            await writer.drain()
            await asyncio.sleep(delay)
            writer.close()
        for _ in range(200):
            if len(stopped) == len(model.requests):
                break
            await asyncio.sleep(0.02)
        assert len(stopped) == len(model.requests)
        model._turns[:] = ["hello"] * 40
        for _ in range(13):
            assert (await http.post("/v1/messages", json=body())).status_code == 200


async def test_a_defect_is_a_500_without_a_traceback():
    def broken(_: Request) -> ToolUse:
        raise KeyError("secret detail")

    async with scripted_server([broken]) as (url, _), client(url) as http:
        answer = await http.post("/v1/messages", json=body())
    assert answer.status_code == 500 and answer.json()["error"]["type"] == "api_error"
    assert "secret detail" not in answer.text and "Traceback" not in answer.text
