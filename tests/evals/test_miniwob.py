"""The stage and the players, with pages of our own that speak as those of MiniWoB++ do."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from deskhand.evals.miniwob import pages, summary
from deskhand.evals.miniwob.player import Played
from deskhand.evals.miniwob.runner import Options, Runner
from deskhand.evals.miniwob.stage import Stage
from deskhand.evals.task import TaskError

CORE = """
var core = {EPISODE_MAX_TIME: 10000};
var WOB_TASK_READY = true, WOB_EPISODE_ID = 0, WOB_RAW_REWARD_GLOBAL = 0;
Math.seedrandom = (seed) => { core.seed = seed; };
core.hideDisplay = () => {};
core.startEpisodeReal = () => { genProblem(); };
core.endEpisode = (reward) => { WOB_RAW_REWARD_GLOBAL = reward; WOB_EPISODE_ID++; };
"""
PAGE = """<!doctype html><meta charset="utf-8"><script src="../core/core.js"></script>
<style>body { margin: 0; font: 10px sans-serif } #query { background: #ff0; width: 160px; height: 50px }</style>
<div id="query"></div><div id="area"></div><div id="click-canvas"></div>
<script>
function genProblem() {
  const right = core.seed.endsWith("0") ? "North" : "South";
  document.getElementById("query").textContent = `Tick ${right} and click Submit.`;
  document.getElementById("area").innerHTML = ["North", "South"].map((name) =>
    `<p><label><input type="checkbox" value="${name}">${name}</label></p>`).join("") + "<button>Submit</button>";
  document.querySelector("button").onclick = () => core.endEpisode(
    [...document.querySelectorAll("input")].every((box) => box.checked === (box.value === right)) ? 1 : -1);
}
</script>
"""


@pytest.fixture
def html(tmp_path: Path) -> Path:
    for name, text in (("core/core.js", CORE), ("miniwob/tick-one.html", PAGE), ("secret.txt", "no")):
        path = tmp_path / "html" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "outside.txt").write_text("no", encoding="utf-8")
    return tmp_path / "html"


def test_the_half_is_told_by_the_name():
    assert pages.is_even("click-button") and not pages.is_even("click-test")


def test_a_page_that_is_not_there_is_named(html: Path):
    assert pages.choose(html, "tick-one") == ["tick-one"]
    with pytest.raises(TaskError, match="no-such"):
        pages.choose(html, "no-such")


def test_the_reward_goes_one_way(html: Path):
    with Stage(html) as stage:
        booth = stage.booth()
        booth.order("tick-one", "s")
        base = f"http://{stage.network.pins[0].address}:{stage.network.pins[0].target}/{booth.key}/"
        body = json.dumps({"episode": 1, "reward": 1}).encode()
        with urlopen(Request(base + "done", body, {"content-type": "application/json"}, method="POST")) as answer:
            assert answer.status == 204
        assert booth.done.is_set() and booth.reward == 1
        with urlopen(Request(base + "done", body.replace(b"1}", b"-1}"), method="POST")):
            pass
        assert booth.reward == 1, "the first word counts"
        with urlopen(base + "order") as answer:
            assert "reward" not in answer.read().decode()
        for path in ("../outside.txt", "%2e%2e/outside.txt", "miniwob/../../outside.txt"):
            with pytest.raises(HTTPError, match="404"):
                urlopen(base + path)
        with pytest.raises(HTTPError, match="404"):
            urlopen(base.replace(booth.key, "0" * 24) + "order")


@pytest.mark.slow
async def test_the_embedded_model_plays_in_a_real_browser_and_goes_on_where_it_was_cut(html: Path, tmp_path: Path):
    out = tmp_path / "out"
    first = Runner(html, Options(("tick-one",), 2, "t", "local", out, as_json=True))
    assert await first.run() == 0
    assert [one.verdict for one in first.played] == ["success", "success"]
    again = Runner(html, Options(("tick-one",), 2, "t", "local", out, as_json=True))
    assert await again.run() == 0 and len((out / "results.jsonl").read_text().splitlines()) == 2
    assert (out / "report.html").exists() and not list((out / "runs").iterdir()), "a success needs no record"


def test_success_is_the_mean_over_pages():
    def played(task: str, verdict: str) -> Played:
        return Played(task, "s", "local", verdict, 1.0, 3, 1.5, "done", "", "")  # type: ignore[arg-type]

    figures = summary.figures(
        [played("a", "success"), played("a", "failure"), played("a", "failure"), played("b", "success")]
    )
    assert figures["success"] == round((1 / 3 + 1) / 2, 4) and figures["successes"] == 2
