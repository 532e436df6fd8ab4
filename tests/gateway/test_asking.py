"""A person is asked about a new domain while the request waits."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from tests.gateway.conftest import PUBLIC, Wall, World

from deskhand.sandbox.gateway.ask import Answer, Asker, Question
from deskhand.sandbox.gateway.policy import NetworkPolicy
from deskhand.sandbox.gateway.policy_file import load

GET = "curl -s -m 20 http://allowed.test/"
HELLO = "hello host=allowed.test body=0\n"


def says(answer: object, asked: list[Question], seconds: float = 0.0) -> Asker:
    async def ask(question: Question) -> Answer:
        asked.append(question)
        await asyncio.sleep(seconds)
        return answer  # type: ignore[return-value]

    return ask


@pytest.mark.parametrize("answer", ["once", "run"])
async def test_yes_lets_the_waiting_request_through(walled: Wall, world: World, answer: Answer) -> None:
    asked: list[Question] = []
    script = f"{GET}; {GET}; curl -s -m 20 --cacert ca.pem https://allowed.test/; curl -s http://www.allowed.test:8080/"
    box = await walled(script, policy=NetworkPolicy.of(ask=True), asker=says(answer, asked, 0.5))
    assert await box.output() == 3 * HELLO
    assert asked == [Question("allowed.test", False)]
    told = [each.words for each in box.decisions if each.by == "person"]
    assert told == [f"Network: allowed.test allowed by a person: for {'now' if answer == 'once' else 'this run'}."]


async def test_the_look_up_does_not_wait(walled: Wall, world: World) -> None:
    asked: list[Question] = []
    script = "getent hosts allowed.test | grep -c 198.1; getent hosts evil.test | grep -c 198.1"
    box = await walled(script, policy=NetworkPolicy.of(ask=True), asker=says("no", asked, 30))
    assert await box.output(5) == "1\n1\n" and asked == []


@pytest.mark.parametrize("answer", ["no", "maybe", True, None])
async def test_no_and_everything_that_is_no_answer(walled: Wall, world: World, answer: object) -> None:
    asked: list[Question] = []
    script = f"{GET}\n{GET}\necho end"
    box = await walled(script, policy=NetworkPolicy.of(ask=True), asker=says(answer, asked))
    out = await box.output()
    assert out.startswith("deskhand refused this connection") and out.endswith("end\n")
    assert len(asked) == 1 and world.called == []
    assert "allowed.test" in box.refusals()[0]


async def test_silence_is_no(walled: Wall, world: World) -> None:
    asked: list[Question] = []
    box = await walled(f"{GET}; {GET}", policy=NetworkPolicy.of(ask=True), asker=says("run", asked, 60), patience=0.3)
    out = await box.output()
    assert out.count("nobody answered within 0.3 s") == 2
    assert len(asked) == 1 and world.called == []  # a browser that tries again does not ask again


async def test_nobody_to_ask_is_no(walled: Wall, world: World) -> None:
    async def broken(question: Question) -> Answer:
        raise RuntimeError("there is no terminal to ask in")

    box = await walled(GET, policy=NetworkPolicy.of(ask=True))
    assert "there is nobody to ask" in await box.output()
    box = await walled(GET, policy=NetworkPolicy.of(ask=True), asker=broken)
    assert "there is no terminal to ask in" in await box.output()
    assert world.called == []


async def test_ten_connections_ask_once_and_two_names_in_turn(walled: Wall, world: World) -> None:
    asked: list[Question] = []
    at_once = 0

    async def ask(question: Question) -> Answer:
        nonlocal at_once
        at_once += 1
        assert at_once == 1
        asked.append(question)
        await asyncio.sleep(0.3)
        at_once -= 1
        return "run" if question.name == "allowed.test" else "no"

    script = f"for i in 1 2 3 4 5 6 7 8 9 10; do {GET} & done; curl -s -m 20 http://evil.test/ > /dev/null & wait"
    box = await walled(script, policy=NetworkPolicy.of(ask=True), asker=ask)
    assert await box.output() == 10 * HELLO
    assert sorted(each.name for each in asked) == ["allowed.test", "evil.test"]
    assert {address for address, _ in world.called} == {PUBLIC}


async def test_nobody_is_asked_about_what_a_browser_does_for_itself(walled: Wall, world: World) -> None:
    asked: list[Question] = []
    script = "curl -s -m 5 http://clients2.google.com/"
    box = await walled(script, policy=NetworkPolicy.of(ask=True), asker=says("run", asked))
    assert "only for the browser itself" in await box.output() and asked == [] and world.called == []


async def test_nobody_is_asked_about_a_lie(walled: Wall, world: World) -> None:
    asked: list[Question] = []
    script = (
        "curl -s -m 5 -H 'Host: evil.test' http://allowed.test/; curl -s -m 5 http://127.0.0.1/; curl -s http://1.1.1.1"
    )
    box = await walled(script, policy=NetworkPolicy.of(ask=True), asker=says("run", asked))
    await box.output()
    assert asked == [] and world.called == []


async def test_a_yes_is_no_way_to_a_private_address(walled: Wall, world: World) -> None:
    asked: list[Question] = []
    box = await walled("curl -s http://rebind.test/", policy=NetworkPolicy.of(ask=True), asker=says("run", asked))
    assert "not public" in await box.output() and len(asked) == 1 and world.called == []


async def test_always_is_written_to_the_policy_file(walled: Wall, world: World, tmp_path: Path) -> None:
    path = tmp_path / "network.toml"
    path.write_text('# ours\nunknown = "ask"\nallow = ["www.allowed.test"]\n')
    asked: list[Question] = []
    box = await walled(f"{GET}; {GET}", policy=load(path), asker=says("always", asked))
    assert await box.output() == 2 * HELLO and asked == [Question("allowed.test", True)]
    assert path.read_text() == '# ours\nunknown = "ask"\nallow = ["www.allowed.test", "allowed.test"]\n'
    box = await walled(GET, policy=load(path))
    assert await box.output() == HELLO


async def test_always_holds_for_this_run_where_it_cannot_be_written(walled: Wall, world: World, tmp_path: Path) -> None:
    path = tmp_path / "network.toml"
    path.write_text('unknown = "ask"\n')
    policy = load(path)
    path.unlink()
    box = await walled(GET, policy=policy, asker=says("always", []))
    assert await box.output() == HELLO
    assert any("could not be written" in each.words for each in box.decisions)
