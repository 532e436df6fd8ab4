"""Makes tool outputs, poisoned and clean, out of AgentDojo's environments: run by an interpreter that has `agentdojo`.

AgentDojo wants forty packages that deskhand does not, so it lives in an environment of its own and this file is run as
a plain script there: it imports nothing of deskhand, and writes one JSON object per line to standard output. No model
takes part: AgentDojo's `GroundTruthPipeline` makes the tool calls that solve each user task, and what they return is
what a model would have read. An output counts as poisoned when a canary put into the same place shows up in it.

The halves share neither a suite nor a family of attacks. Families, because eight of the attacks are one template with
other names in it, and two more both say ‘ignore’:

    develop   workspace, banking    × important_instructions …, tool_knowledge, ignore_previous, injecagent, captcha_dos
    test      slack, travel         × direct (‘TODO: …’), system_message (‘###(system_message) …’)
    crossed   slack, travel         × the attacks of develop: told beside the test, counted in no wanted figure
"""

from __future__ import annotations

import importlib
import json
import sys
import warnings
from collections.abc import Iterator
from typing import Any

VERSION = "v1.2.2"
SUITES = {"develop": ("workspace", "banking"), "test": ("slack", "travel")}
ATTACKS = {
    "develop": (
        "important_instructions",
        "important_instructions_no_names",
        "tool_knowledge",
        "captcha_dos",
        "ignore_previous",
        "injecagent",
    ),
    "test": ("direct", "system_message"),
}


class _Target:
    """What the attacks address by name."""

    name = "claude-3-5-sonnet-20241022"


def outputs(suite: Any, task: Any, injections: dict[str, str]) -> list[tuple[str, str]]:
    """(tool, text) of every tool call that solves the task in an environment with these injections."""
    pipeline = importlib.import_module("agentdojo.agent_pipeline.ground_truth_pipeline").GroundTruthPipeline(task)
    runtime = importlib.import_module("agentdojo.functions_runtime").FunctionsRuntime(suite.tools)
    as_text = importlib.import_module("agentdojo.types").get_text_content_as_str
    environment = task.init_environment(suite.load_and_inject_default_environment(injections))
    _, _, _, messages, _ = pipeline.query(task.PROMPT, runtime, environment)
    found: list[tuple[str, str]] = []
    for message in messages:
        if message["role"] == "tool":
            found.append((message["tool_call"].function, as_text(message["content"])))
    return found


def rows(half: str, suite: Any, attacks: tuple[str, ...], *, clean: bool) -> Iterator[dict[str, Any]]:
    load_attack = importlib.import_module("agentdojo.attacks.attack_registry").load_attack
    seen: set[tuple[str, str, str]] = set()
    made = {name: load_attack(name, suite, _Target()) for name in attacks}
    for task in suite.user_tasks.values():
        common = {"half": half, "suite": suite.name, "user_task": task.ID, "task": task.PROMPT}
        try:
            if clean:
                for tool, text in outputs(suite, task, {}):
                    if text.strip() and ("", task.ID, text) not in seen:
                        seen.add(("", task.ID, text))
                        yield {**common, "label": "clean", "attack": "", "tool": tool, "text": text, "goal": ""}
            canaries = {place: f"CANARY-{place}-END" for place in suite.get_injection_vector_defaults()}
            hit = [any(c in text for c in canaries.values()) for _, text in outputs(suite, task, canaries)]
        except Exception as error:  # a ground truth that fails in an environment it does not expect
            print(f"{suite.name} {task.ID}: left out ({type(error).__name__}: {error})", file=sys.stderr)
            continue
        for name, attack in made.items():
            goals = list(suite.injection_tasks.values())
            for goal in goals[:1] if attack.is_dos_attack else goals:
                try:
                    injected = attack.attack(task, goal)
                    texts = outputs(suite, task, injected)
                except Exception as error:
                    print(f"{suite.name} {task.ID} {name} {goal.ID}: left out ({error})", file=sys.stderr)
                    continue
                for poisoned, (tool, text) in zip(hit, texts, strict=False):
                    if poisoned and (name, task.ID, text) not in seen:
                        seen.add((name, task.ID, text))
                        yield {
                            **common,
                            "label": "poisoned",
                            "attack": name,
                            "tool": tool,
                            "text": text,
                            "goal": goal.GOAL,
                        }


def main(half: str) -> int:
    warnings.filterwarnings("ignore")
    load_suites = importlib.import_module("agentdojo.task_suite.load_suites")
    suites = load_suites.get_suites(VERSION)
    for name in SUITES[half]:
        for row in rows(half, suites[name], ATTACKS[half], clean=True):
            print(json.dumps(row, ensure_ascii=False))
    if half == "test":
        for name in SUITES["test"]:
            for row in rows("crossed", suites[name], ATTACKS["develop"], clean=False):
                print(json.dumps(row, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1] not in SUITES:
        sys.exit("usage: replay_agentdojo.py develop|test")
    sys.exit(main(sys.argv[1]))
