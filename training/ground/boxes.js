// Every marked thing of the page with the part of it that shows, in picture pixels, and what of the page is half hidden.
() => {
  const scale = window.devicePixelRatio, found = [], ignored = [];
  const shown = (element) => {
    let r = element.getBoundingClientRect();
    if (element.type === 'range' && r.height < 16)  // the knob stands out of its track
      r = {left: r.left, right: r.right, width: r.width, height: 16, top: (r.top + r.bottom) / 2 - 8, bottom: (r.top + r.bottom) / 2 + 8};
    let box = {l: Math.max(0, r.left), t: Math.max(0, r.top), r: Math.min(innerWidth, r.right), b: Math.min(innerHeight, r.bottom)};
    for (let up = element.parentElement; up; up = up.parentElement) {
      if (getComputedStyle(up).overflowY === 'visible' || up === document.documentElement || up === document.body) continue;
      const c = up.getBoundingClientRect();
      box = {l: Math.max(box.l, c.left), t: Math.max(box.t, c.top), r: Math.min(box.r, c.left + up.clientWidth), b: Math.min(box.b, c.top + up.clientHeight)};
    }
    return {box, part: Math.max(0, box.r - box.l) * Math.max(0, box.b - box.t) / Math.max(1, r.width * r.height)};
  };
  const free = (element, box) => {  // of five by three points the part that is not under something else
    let hit = 0;
    for (let i = 1; i <= 5; i++) for (let j = 1; j <= 3; j++) {
      const top = document.elementFromPoint(box.l + (box.r - box.l) * i / 6, box.t + (box.b - box.t) * j / 4);
      if (top && (element.contains(top) || top.contains(element))) hit++;
    }
    return hit / 15;
  };
  const texts = (element) => {  // the boxes of what is written in it
    const range = document.createRange();
    range.selectNodeContents(element);
    return [...range.getClientRects()].filter((r) => r.width > 1 && r.height > 1);
  };
  const readable = (element) => {  // all that is written in it shows: not cut off, nothing lies on it
    const {box} = shown(element);
    const cell = element.matches('tr') && [...element.cells].find((c) => c.textContent.trim().endsWith(element.dataset.n));
    return texts(cell || element).every((r) => {
      const inside = r.left >= box.l - 1 && r.right <= box.r + 1 && r.top >= box.t - 3 && r.bottom <= box.b + 3;
      if (!inside || r.left < 0 || r.top < 0 || r.right > innerWidth || r.bottom > innerHeight) return false;
      for (let i = 0; i <= 8; i++) {
        const top = document.elementFromPoint(r.left + 1 + (r.width - 2) * i / 8, r.top + r.height / 2);
        if (top && !(element.contains(top) || top.contains(element) || top.classList.contains('veil'))) return false;
      }
      return true;
    });
  };
  const out = (b) => [Math.round(b.l * scale), Math.round(b.t * scale), Math.max(1, Math.round((b.r - b.l) * scale)), Math.max(1, Math.round((b.b - b.t) * scale))];
  for (const element of document.querySelectorAll('[data-w]')) {
    const {box, part} = shown(element);
    if (box.r - box.l < 3 || box.b - box.t < 3) continue;
    const seen = free(element, box);
    const middle = document.elementFromPoint((box.l + box.r) / 2, (box.t + box.b) / 2);
    const veiled = middle && middle.classList.contains('veil');
    if (seen === 0 && !veiled) continue;
    const broken = element.dataset.w === 'link' && element.getClientRects().length > 1;
    if (seen < 0.9 || part < 0.6 || broken) { ignored.push(out(box)); continue; }
    const states = [];
    if (element.checked || 'on' in element.dataset) states.push('checked');
    if (document.activeElement === element || element.contains(document.activeElement)) states.push('focused');
    if (element.disabled || 'off' in element.dataset) states.push('disabled');
    const label = element.closest('label'), text = label && label.querySelector('span');
    const title = element.previousElementSibling && element.previousElementSibling.classList.contains('label') ? element.previousElementSibling : text;
    const named = title || !/field|area|select|spinner|slider/.test(element.dataset.w);  // else its name stands nowhere
    const legible = named && (title ? shown(title).part > 0.95 && free(title, shown(title).box) > 0.9 && readable(title) : readable(element));
    found.push({type: element.dataset.w, box: out(box), name: element.dataset.n, written: legible && !('hidden' in element.dataset), states, also: text ? out(shown(text).box) : null});
  }
  const bars = [document.documentElement, ...document.querySelectorAll('*')];
  for (const element of new Set(bars)) {
    const root = element === document.documentElement, style = getComputedStyle(element);
    const wide = root ? innerWidth - element.clientWidth : element.offsetWidth - element.clientWidth - parseFloat(style.borderLeftWidth) - parseFloat(style.borderRightWidth);
    if (wide < 4 || !(root || /auto|scroll/.test(style.overflowY)) || element.tagName === 'TEXTAREA' || element.tagName === 'SELECT') continue;
    const r = root ? {left: 0, top: 0, right: innerWidth, bottom: innerHeight} : element.getBoundingClientRect();
    const edge = root ? 0 : parseFloat(style.borderRightWidth);
    const box = {l: r.right - edge - wide, t: Math.max(0, r.top), r: r.right - edge, b: Math.min(innerHeight, r.bottom)};
    if (box.b - box.t > 20 && (root || free(element, box) > 0.9)) found.push({type: 'scrollbar', box: out(box), name: '', written: false, states: [], also: null});
  }
  const page = document.documentElement, low = innerHeight - page.clientHeight;
  if (low >= 4) found.push({type: 'scrollbar', box: out({l: 0, t: innerHeight - low, r: innerWidth, b: innerHeight}), name: '', written: false, states: [], also: null});
  return {found, ignored};
}
