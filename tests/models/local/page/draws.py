# ruff: noqa: E501 - scripts are read more easily in one line
"""What the scripts of everyday pages share: draws from the page's seeded chance, and names."""

from __future__ import annotations

DICE = (
    "const R=n=>Math.floor(Math.random()*n),P=a=>a[R(a.length)],W=t=>t.split(' '),"
    "S=(a,n)=>{a=[...a];for(let i=a.length-1;i>0;i--){const j=R(i+1);[a[i],a[j]]=[a[j],a[i]]}return a.slice(0,n||a.length)},"
    "ask=o=>{for(const k in o)id('query').textContent=id('query').textContent.split('{'+k+'}').join(o[k])},"
    "put=(i,h)=>{id(i).innerHTML=h};"
)
"""Draws from the page's seeded chance: a number, one of a list, a shuffled list; fills the yellow box and a part."""
NAMES = "const NAMES=W('Anna Ben Carla David Emma Felix Grace Hugo Ida Jonas Kira Leo');"
