"""A program such as people have: an agent loop on the Anthropic SDK, any version of it, that knows nothing of deskhand.

Run by the matrix test in an environment with one SDK version and nothing else: ``python loops.py URL MODE``. The model
is whatever answers at URL; the calls are carried out on a desktop over plain HTTP. Prints what the model said last.
"""

from __future__ import annotations

import asyncio
import json
import sys
import urllib.error
import urllib.request
from typing import Any

import anthropic

MODEL = "claude-sonnet-4-5"
WIDTH, HEIGHT = 1280, 800


class Computer:
    """A desktop behind HTTP."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.url = f"{url}/desktops/{self.post('/desktops', {})['id']}"

    def post(self, path: str, body: dict[str, Any]) -> Any:
        data = json.dumps(body).encode()
        request = urllib.request.Request(self.url + path, data, {"content-type": "application/json"})
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)

    def act(self, input: dict[str, Any]) -> dict[str, Any]:
        done: dict[str, Any] = self.post("/act", {**input, "picture": True})
        return done

    def read(self, path: str) -> str:
        try:
            with urllib.request.urlopen(f"{self.url}/files?path={path}") as answer:
                text: str = answer.read().decode()
                return text
        except urllib.error.HTTPError as error:
            return f"({json.load(error)['error']['message']})"

    def end(self) -> None:
        urllib.request.urlopen(urllib.request.Request(self.url, method="DELETE")).close()

    def result(self, block: Any) -> dict[str, Any]:
        """The `tool_result` for one `tool_use`."""
        member = getattr(block, "toolset_name", None)
        name, input = block.name, dict(block.input)
        answer: dict[str, Any] = {"type": "tool_result", "tool_use_id": block.id}
        if member:
            answer["toolset_name"] = member
        if name == "bash":
            return {**answer, "content": self.post("/exec", {"command": input["command"]})["output"]}
        try:
            done = self.act({"action": name, **input} if member else input)
        except urllib.error.HTTPError as error:
            said = json.load(error)["error"]["message"]
            return {**answer, "is_error": True, "content": [{"type": "text", "text": said}]}
        content: list[dict[str, Any]] = [{"type": "text", "text": done["text"]}] if done["text"] else []
        if not member or name in ("screenshot", "zoom"):
            source = {"type": "base64", "media_type": "image/png", "data": done["picture"]}
            content.append({"type": "image", "source": source})
        return {**answer, "content": content}


def single(version: str) -> dict[str, Any]:
    return {"type": version, "name": "computer", "display_width_px": WIDTH, "display_height_px": HEIGHT}


TOOLSET = {"type": "computer_toolset_20260801"}
BASH = {"type": "bash_20250124", "name": "bash"}


def loop(ask: Any, computer: Computer, task: str) -> str:
    messages: list[Any] = [{"role": "user", "content": task}]
    for _ in range(40):
        response = ask(messages)
        messages.append({"role": "assistant", "content": response.content})
        results = [computer.result(block) for block in response.content if block.type == "tool_use"]
        if not results:
            assert response.stop_reason == "end_turn", response
            return str(response.content[-1].text)
        assert response.stop_reason == "tool_use", response
        messages.append({"role": "user", "content": results})
    raise AssertionError("it never ended")


def by_create(client: Any, computer: Computer, task: str) -> str:
    """The newest tool an SDK knows, without any beta."""
    new = int(anthropic.__version__.split(".")[0]) >= 1
    tools = [TOOLSET, BASH] if new else [single("computer_20250124")]
    return loop(
        lambda messages: client.messages.create(model=MODEL, max_tokens=1024, tools=tools, messages=messages),
        computer,
        task,
    )


def by_stream(client: Any, computer: Computer, task: str) -> str:
    def ask(messages: list[Any]) -> Any:
        tools = [single("computer_20251124")]
        with client.messages.stream(model=MODEL, max_tokens=1024, tools=tools, messages=messages) as stream:
            for _ in stream:
                pass
            return stream.get_final_message()

    return loop(ask, computer, task)


def by_raw_stream(client: Any, computer: Computer, task: str) -> str:
    """`create(stream=True)`, put together by hand."""

    def ask(messages: list[Any]) -> Any:
        blocks: list[dict[str, Any]] = []
        reason = None
        events = client.messages.create(
            model=MODEL, max_tokens=1024, tools=[single("computer_20251124")], messages=messages, stream=True
        )
        for event in events:
            if event.type == "content_block_start":
                blocks.append({**event.content_block.model_dump(), "json": ""})
            elif event.type == "content_block_delta" and event.delta.type == "text_delta":
                blocks[event.index]["text"] += event.delta.text
            elif event.type == "content_block_delta" and event.delta.type == "input_json_delta":
                blocks[event.index]["json"] += event.delta.partial_json
            elif event.type == "message_delta":
                reason = event.delta.stop_reason
        content = []
        for block in blocks:
            if block["type"] == "tool_use":
                input = json.loads(block["json"])
                content.append({"type": "tool_use", "id": block["id"], "name": block["name"], "input": input})
            else:
                content.append({"type": "text", "text": block["text"]})
        return Turn(content, reason)

    return loop(ask, computer, task)


class Turn:
    def __init__(self, content: list[dict[str, Any]], stop_reason: Any) -> None:
        self.content = [Block(block) for block in content]
        self.stop_reason = stop_reason


class Block(dict[str, Any]):
    def __getattr__(self, name: str) -> Any:
        return self.get(name)


def by_beta(client: Any, computer: Computer, task: str) -> str:
    """The loop of October 2024."""
    return loop(
        lambda messages: client.beta.messages.create(
            model=MODEL,
            max_tokens=1024,
            tools=[single("computer_20241022"), {"type": "bash_20241022", "name": "bash"}],
            messages=messages,
            betas=["computer-use-2024-10-22", "prompt-caching-2024-07-31"],
        ),
        computer,
        task,
    )


def by_async(client: Any, computer: Computer, task: str) -> str:
    fresh: Any = anthropic.AsyncAnthropic(base_url=str(client.base_url), api_key="none")
    events = asyncio.new_event_loop()

    def ask(messages: list[Any]) -> Any:
        return events.run_until_complete(
            fresh.beta.messages.create(
                model=MODEL,
                max_tokens=1024,
                tools=[single("computer_20251124")],
                messages=messages,
                betas=["computer-use-2025-11-24"],
                tool_choice={"type": "auto", "disable_parallel_tool_use": True},
            )
        )

    return loop(ask, computer, task)


def by_runner(client: Any, computer: Computer, task: str) -> str:
    """The SDK's own loop: with the toolset where it knows one, else with a tool of one's own class."""
    try:
        import anthropic.tools.computer as base
    except ImportError:
        return _old_runner(client, computer, task)

    class Toolset(base.BetaAbstractComputerToolset20260801):
        def execute(self, context: Any, name: Any, input: Any) -> Any:
            done = computer.act({"action": name, **input.model_dump(exclude_none=True)})
            if name in ("screenshot", "zoom"):
                return base.BetaScreenshotResult(data=done["picture"])
            return done["text"]

    runner = client.beta.messages.tool_runner(
        model=MODEL,
        max_tokens=1024,
        tools=[Toolset(confirm=lambda _: True)],
        messages=[{"role": "user", "content": task}],
    )
    return str(runner.until_done().content[-1].text)


def _old_runner(client: Any, computer: Computer, task: str) -> str:
    from anthropic.lib.tools import BetaBuiltinFunctionTool

    class Tool(BetaBuiltinFunctionTool):
        def to_dict(self) -> Any:
            return single("computer_20250124")

        def call(self, input: Any) -> Any:
            done = computer.act(dict(input))
            source = {"type": "base64", "media_type": "image/png", "data": done["picture"]}
            return [{"type": "text", "text": done["text"] or "Seen."}, {"type": "image", "source": source}]

    runner = client.beta.messages.tool_runner(
        model=MODEL,
        max_tokens=1024,
        tools=[Tool()],
        messages=[{"role": "user", "content": task}],
        betas=["computer-use-2025-01-24"],
    )
    return str(runner.until_done().content[-1].text)


MODES = {
    "create": by_create,
    "stream": by_stream,
    "raw_stream": by_raw_stream,
    "beta": by_beta,
    "async": by_async,
    "runner": by_runner,
}


def main() -> None:
    url, *modes = sys.argv[1:]
    client = anthropic.Anthropic(base_url=url, api_key="none")
    for mode in modes:
        computer = Computer(url)
        name = "notes.txt"
        words = f"hello from {anthropic.__version__}"
        task = f"Open the text editor, type {words} and save it as {name} in the home folder"
        try:
            said = MODES[mode](client, computer, task)
            found = computer.read(f"/home/user/{name}")
        finally:
            computer.end()
        print(json.dumps({"mode": mode, "said": said, "file": found, "expected": words}), flush=True)


if __name__ == "__main__":
    main()
