// Click a picture to enlarge it; arrow keys walk through the steps, Escape goes back to where the page was.
"use strict";
(() => {
  const cards = [...document.querySelectorAll(".card")];
  let open = -1;
  const show = (index) => {
    if (open >= 0) cards[open].classList.remove("open");
    open = index >= 0 && index < cards.length ? index : -1;
    document.documentElement.style.overflow = open >= 0 ? "hidden" : "";
    if (open >= 0) {
      cards[open].classList.add("open");
      cards[open].scrollTop = 0;
    }
  };
  const close = () => {
    const last = cards[open];
    show(-1);
    if (last) {
      last.scrollIntoView({ block: "nearest" });
      last.querySelector(".shot")?.focus({ preventScroll: true });
    }
  };
  cards.forEach((card, index) => {
    card.querySelectorAll(".shot, .close").forEach((part) =>
      part.addEventListener("click", (event) => {
        event.preventDefault();
        if (open === index) close();
        else show(index);
      }),
    );
    card.querySelector(".plain")?.addEventListener("click", () => open !== index && show(index));
  });
  document.querySelectorAll(".time a").forEach((part) =>
    part.addEventListener("click", (event) => {
      event.preventDefault();
      show(cards.findIndex((card) => "#" + card.id === part.getAttribute("href")));
    }),
  );
  document.addEventListener("keydown", (event) => {
    if (open < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Escape") close();
    else if (event.key === "ArrowRight" && open + 1 < cards.length) show(open + 1);
    else if (event.key === "ArrowLeft" && open > 0) show(open - 1);
    else return;
    event.preventDefault();
  });
  if (location.hash) {
    const at = cards.findIndex((card) => "#" + card.id === location.hash);
    if (at >= 0) {
      history.replaceState(null, "", location.pathname + location.search);
      show(at);
    }
  }
})();
