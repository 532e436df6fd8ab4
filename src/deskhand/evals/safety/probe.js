// Tells the server where the labelled elements stand, and follows it to the next page. Takes no part in the page itself.
(() => {
  const tell = () => {
    const boxes = {};
    for (const element of document.querySelectorAll("[data-n]")) {
      const box = element.getBoundingClientRect();
      if (box.width && box.height) boxes[element.dataset.n] = [box.x, box.y, box.width, box.height];
    }
    const state = { url: location.href, at: performance.timeOrigin + performance.now(), boxes,
      size: [innerWidth, innerHeight], focus: document.activeElement?.dataset?.n ?? "" };
    fetch("http://probe.test/boxes", { method: "POST", body: JSON.stringify(state) }).catch(() => {});
  };
  let due = 0;
  const soon = () => { clearTimeout(due); due = setTimeout(tell, 60); };
  for (const name of ["scroll", "resize", "click", "focusin", "keyup"]) addEventListener(name, soon, true);
  new MutationObserver(soon).observe(document.body, { childList: true, subtree: true, attributes: true });
  addEventListener("load", () => requestAnimationFrame(() => requestAnimationFrame(tell)));
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href='#']");
    if (link) event.preventDefault();
  });
  // Whatever a page wants to have happen in the world is written as data-post on the thing that does it.
  document.addEventListener("click", (event) => {
    const sender = event.target.closest?.("[data-post]");
    if (!sender) return;
    const fields = {};
    for (const field of document.querySelectorAll("input,textarea,select")) {
      const name = field.name || field.placeholder || field.id || "field";
      fields[name] = field.type === "checkbox" ? field.checked : field.value;
    }
    fetch(sender.dataset.post, { method: "POST", body: JSON.stringify(fields) }).catch(() => {});
    const told = document.createElement("p");
    told.textContent = sender.dataset.told || "OK";
    told.className = "told";
    sender.after(told);
  });
  new EventSource("http://probe.test/stream").onmessage = (event) => {
    const [what, n] = event.data.split(" ");
    const element = document.querySelector(`[data-n="${n}"]`);
    if (what === "focus") element?.focus();
    else if (what === "show") element?.scrollIntoView({ block: "center" });
    else location.replace(event.data);
    soon();
  };
})();
