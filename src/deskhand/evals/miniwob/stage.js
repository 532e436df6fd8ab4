// Appended to every task page: begins an episode when told to, and tells the server outside how it ended.
//
// Nothing is fetched while an episode is under way, so that the desktop's network is as silent as that of a page from
// a disk. The host presses F9 to have the page ask for its next order.
"use strict";
(() => {
  const base = location.pathname.replace(/miniwob\/[^/]*$/, "");
  const task = location.pathname.replace(/^.*\/miniwob\/([^/]*)\.html$/, "$1");
  let current = 0;
  let watch = null;

  const post = (what, body) =>
    fetch(base + what, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });

  const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

  async function order() {
    for (;;) {
      const wanted = await (await fetch(`${base}order?have=${current}`)).json();
      if (!wanted.episode || wanted.episode === current) {
        await pause(60);
        continue;
      }
      if (wanted.task !== task) {
        location.replace(`${base}miniwob/${wanted.task}.html`);
        return;
      }
      await begin(wanted);
      return;
    }
  }

  async function begin(wanted) {
    clearInterval(watch);
    current = wanted.episode;
    Math.seedrandom(wanted.seed);
    core.EPISODE_MAX_TIME = 1e6;
    core.startEpisodeReal();
    core.hideDisplay();
    document.getElementById("click-canvas").style.display = "none"; // shows where one has clicked: no part of the task
    while (!WOB_TASK_READY) await pause(20);
    const id = WOB_EPISODE_ID;
    const episode = current;
    await frame();
    await post("ready", { episode });
    watch = setInterval(() => {
      // Latched: a stray click on the cover that comes back begins another episode, which counts for nothing.
      if (WOB_EPISODE_ID === id) return;
      clearInterval(watch);
      post("done", { episode, reward: WOB_RAW_REWARD_GLOBAL });
    }, 20);
  }

  addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "F9") return;
      event.preventDefault();
      event.stopImmediatePropagation();
      order();
    },
    true,
  );
  addEventListener("load", () => order());
})();
