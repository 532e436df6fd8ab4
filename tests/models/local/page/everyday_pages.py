# ruff: noqa: E501 - pages are read more easily with their elements in one line
"""Small everyday pages, each of another kind: menus, tables, forms, shops, mails, games of guessing.

They were written in lots of 14, and what the model could do of a lot at its first run was counted before anything was
mended (`docs/evaluation.md`): the figures there say what to expect of pages never seen.
"""

from __future__ import annotations

EVERYDAY: dict[str, str] = {}


def page(
    name: str, wish: str, body: str, done: str = "true", script: str = "", css: str = "", w: int = 160, h: int = 210
) -> None:
    """``done``: what has to be true when Submit is pressed; ``script`` may end the episode itself."""
    EVERYDAY[name] = f"""<!doctype html><meta charset="utf-8"><script src="../core/core.js"></script>
<style>body{{margin:0;background:#555;font:10px Arial,sans-serif}} #wrap{{width:{w}px;height:{h}px;background:#fff;position:relative;overflow:hidden}}
#query{{background:#ff0;min-height:38px;padding:3px}} #area{{padding:3px;position:relative}} p{{margin:3px 0}} input,button,select,textarea{{font:10px Arial,sans-serif}}
{css}</style><div id="wrap"><div id="query"></div><div id="area"></div></div><div id="click-canvas"></div>
<script>
const id=(i)=>document.getElementById(i), all=(s)=>[...document.querySelectorAll(s)], end=(g)=>core.endEpisode(g?1:-1);
function genProblem(){{ id("query").textContent={wish!r}; id("area").innerHTML=`{body}`;
 const submit=id("submit"); if(submit) submit.onclick=()=>end({done});
 {script}
}}</script>"""


SUBMIT = "<p><button id='submit'>Submit</button></p>"
