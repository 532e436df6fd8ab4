# ruff: noqa: E501 - pages are read more easily with their elements in one line
"""Everyday pages, the fourth of the files: looks, places and sentences about forms."""

from __future__ import annotations

from tests.models.local.page.everyday_pages import page

page(
    "filter",
    'Search for "lamp" and open the second result.',
    "<input id=q size=12> <button id=g>Search</button><div id=r></div>",
    script="id('g').onclick=()=>{if(id('q').value==='lamp'){id('r').innerHTML=['Desk lamp','Floor lamp','Lamp oil'].map(t=>`<p class=x><a>${t}</a></p>`).join('');all('.x').forEach((x,k)=>x.onclick=()=>end(k===1))}};",
    css=".x a{color:#06c;text-decoration:underline;cursor:pointer}",
)
page(
    "swatch",
    "Pick the red square that has a blue border.",
    "<div class=g>"
    + "".join(
        f"<i style='background:{a};border:4px solid {b}' data-k={k}></i>"
        for k, (a, b) in enumerate((("red", "green"), ("blue", "red"), ("red", "blue"), ("green", "blue")))
    )
    + "</div>",
    script="all('i').forEach(i=>i.onclick=()=>end(i.dataset.k==='2'));",
    css=".g{display:flex;gap:8px;flex-wrap:wrap}.g i{width:40px;height:40px}",
)
page(
    "dragslot",
    "Drag the letter B into the second slot.",
    "<div class=s style='left:10px'></div><div class=s style='left:60px'></div><div class=s style='left:110px'></div>"
    + "".join(f"<b class=l style='left:{x}px'>{c}</b>" for c, x in (("A", 20), ("B", 70), ("C", 115))),
    script="let h=null;all('.l').forEach(i=>i.onmousedown=e=>{h=i;e.preventDefault()});document.onmousemove=e=>{if(h){h.style.left=(e.clientX-8)+'px';h.style.top=(e.clientY-48)+'px'}};document.onmouseup=e=>{if(h){const r=all('.s')[1].getBoundingClientRect();end(h.textContent==='B'&&e.clientX>r.x&&e.clientX<r.right&&e.clientY>r.y&&e.clientY<r.bottom);h=null}};",
    css="#area{height:150px}.s{position:absolute;top:80px;width:38px;height:38px;border:2px solid #555}.l{position:absolute;top:10px;font-size:16px;cursor:move;padding:2px 6px;background:#ffc}",
)
