# ruff: noqa: E501 - the frame of a page is read more easily with its parts in one line
"""Small pages in lots of 14, to measure how the model does on kinds of pages that it never met.

Values are drawn anew for each seed. ``look`` is how the page is dressed: plain HTML as of old, or one of the modern
ways. Nothing here was tried with the model before a lot was counted.
"""

from __future__ import annotations

import json

FRESH: dict[str, str] = {}
"""Name to text; a name begins with its lot."""

_LOOKS = {
    "plain": "body{font:10px Arial,sans-serif}input,select,textarea,button{font:10px Arial,sans-serif}",
    "jquery": "body{font:10px Arial,sans-serif}input,select,textarea{font:10px Arial,sans-serif}"
    "button,.ui{font:bold 10px Arial,sans-serif;background:linear-gradient(#f6f6f6,#ddd);border:1px solid #c5c5c5;color:#454545;border-radius:3px;padding:2px 6px;cursor:pointer}"
    "button:hover,.ui:hover{background:#ededed;border-color:#888;color:#222}.head{background:#e9e9e9;border:1px solid #ddd;font-weight:bold;padding:2px 5px;border-radius:3px}",
    "flat": "body{font:10px 'DejaVu Sans',sans-serif;color:#223}input,select,textarea,button{font:10px 'DejaVu Sans',sans-serif}"
    "button{background:#2563eb;color:#fff;border:0;border-radius:6px;padding:4px 9px;cursor:pointer}button:hover{background:#1d4ed8}button.soft{background:#e5e9f2;color:#234}"
    "input,select,textarea{border:1px solid #cbd2df;border-radius:5px;padding:2px 4px;background:#fff}",
    "dark": "body{font:10px Arial,sans-serif}#wrap{background:#16181d;color:#dde1e8}input,select,textarea,button{font:10px Arial,sans-serif}"
    "button{background:#2b303b;color:#dde1e8;border:1px solid #444b5a;border-radius:4px;padding:3px 8px;cursor:pointer}button:hover{background:#3a4150}button.main{background:#3fb950;color:#06210c;border-color:#3fb950}"
    "input,select,textarea{background:#0d0f13;color:#dde1e8;border:1px solid #444b5a;border-radius:4px;padding:2px 4px}",
    "material": "body{font:10px Arial,sans-serif;color:#1c1b1f}#wrap{background:#fdf8fd}input,select,textarea,button{font:10px Arial,sans-serif}"
    "button{background:transparent;color:#6750a4;border:0;border-radius:12px;padding:4px 8px;font-weight:bold;cursor:pointer}button:hover{background:#eee5fb}button.main{background:#6750a4;color:#fff}"
    "input:not([type=checkbox]):not([type=radio]),textarea{border:0;border-bottom:1px solid #79747e;background:#f3edf7;border-radius:4px 4px 0 0;padding:3px}.card{background:#fff;border-radius:8px;box-shadow:0 1px 3px #0004;padding:4px 6px;margin:3px 0}",
    "soft": "body{font:10px 'DejaVu Sans',sans-serif;color:#4a3f45}#wrap{background:#fff7f0}input,select,textarea,button{font:10px 'DejaVu Sans',sans-serif}"
    "button{background:#ffd9c7;color:#7a3415;border:1px solid #f2b699;border-radius:10px;padding:2px 8px;cursor:pointer}button:hover{background:#ffc6ab}"
    "input,select,textarea{border:1px solid #e4c9b8;border-radius:8px;padding:2px 5px;background:#fff}",
}
_FRAME = r"""<!doctype html><meta charset="utf-8"><script src="../core/core.js"></script>
<style>*{box-sizing:border-box}body{margin:0;background:#666}#wrap{width:160px;height:210px;background:#fff;position:relative;overflow:hidden}
#query{background:#ff0;color:#000;min-height:36px;padding:3px;font-size:10px}#area{padding:4px;position:relative}p{margin:3px 0}
/*CSS*/</style><div id="wrap"><div id="query"></div><div id="area"></div></div><div id="click-canvas"></div>
<script>
Math.seedrandom = (seed) => { let a = 7; for (const c of String(seed)) a = Math.imul(a ^ c.charCodeAt(0), 2654435761) >>> 0;
  Math.random = () => { a = (a + 0x6D2B79F5) | 0; let t = Math.imul(a ^ (a >>> 15), 1 | a); t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t; return ((t ^ (t >>> 14)) >>> 0) / 4294967296; }; };
const id = (i) => document.getElementById(i), all = (s) => [...document.querySelectorAll(s)], end = (g) => core.endEpisode(g ? 1 : -1);
const R = (n) => Math.floor(Math.random() * n), P = (a) => a[R(a.length)], W = (t) => t.split(" ");
const S = (a, n) => { a = [...a]; for (let i = a.length - 1; i > 0; i--) { const j = R(i + 1); [a[i], a[j]] = [a[j], a[i]]; } return a.slice(0, n || a.length); };
const range = (a, b) => [...Array(b - a + 1).keys()].map((i) => i + a), put = (i, h) => { id(i).innerHTML = h; };
const on = (s, f) => all(s).forEach((e, i) => { e.onclick = (v) => f(i, e, v); });
const timers = [], every = (t, f) => timers.push(setInterval(f, t)), later = (t, f) => timers.push(setTimeout(f, t));
const hit = (e, v) => { const r = e.getBoundingClientRect(); return r.x <= v.clientX && v.clientX <= r.right && r.y <= v.clientY && v.clientY <= r.bottom; };
const NAMES = W("Anna Boris Chloe Dmitri Elena Farid Greta Henrik Ines Jakub Lena Marco"), TOWNS = W("Bergen Cadiz Dublin Ghent Kiel Lille Porto Riga Turin Varna");
let Q = {};
const ask = (o) => { Q = o; let t = id("query").textContent; for (const k in o) t = t.split("{" + k + "}").join(o[k]); id("query").textContent = t; };
function genProblem() {
  timers.splice(0).forEach((t) => { clearInterval(t); clearTimeout(t); });
  document.onmousemove = document.onmouseup = document.onkeydown = null;
  id("query").textContent = WISH; id("area").innerHTML = BODY;
  SCRIPT
}
</script>"""


def page(lot: str, look: str, name: str, wish: str, body: str, script: str, css: str = "") -> None:
    """``script`` draws the values, names them with ``ask``, shows them and calls ``end`` with whether it was right."""
    full = f"{lot}-{name}"
    assert full not in FRESH, full
    parts = {"/*CSS*/": _LOOKS[look] + css, "WISH": json.dumps(wish), "BODY": json.dumps(body), "SCRIPT": script}
    text = _FRAME
    for mark, value in parts.items():
        text = text.replace(mark, value, 1)
    FRESH[full] = text


def lot(name: str) -> dict[str, str]:
    """The pages of a lot, once its file has been imported."""
    return {key: text for key, text in FRESH.items() if key.startswith(name + "-")}
