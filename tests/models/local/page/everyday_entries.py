# ruff: noqa: E501 - pages are read more easily with their elements in one line
"""Everyday pages about entries of lists and tables: rated, marked, moved, sorted, counted, closed."""

from __future__ import annotations

from tests.models.local.page.draws import DICE, NAMES
from tests.models.local.page.everyday_pages import page

page(
    "film-stars",
    "Rate the film “{x}” with {n} stars.",
    "<div id=r></div>",
    script=DICE
    + "const t=S(['Moon','Rain','Fire','Snow'],3),k=R(3),n=1+R(5);ask({x:t[k],n});put('r',t.map((x,i)=>`<p><b>${x}</b><br><span class=s>${[1,2,3,4,5].map(j=>`<i data-i=${i} data-j=${j}>☆</i>`).join('')}</span></p>`).join(''));all('.s i').forEach(e=>e.onclick=()=>end(+e.dataset.i===k&&+e.dataset.j===n));",
    css=".s i{font-style:normal;font-size:16px;color:#c90;padding:0 2px;cursor:pointer}",
)
page(
    "colour-and-size",
    "Choose the colour {c} and the size {s}, then press Add.",
    "<p>Colour <span id=c></span></p><p>Size <span id=s></span></p><button id=ok>Add</button>",
    script=DICE
    + "const c=S(['Red','Blue','Green'],3),s=['S','M','L'],i=R(3),j=R(3);let a=-1,b=-1;ask({c:c[i].toLowerCase(),s:s[j]});put('c',c.map(x=>`<button class=k>${x}</button>`).join(' '));put('s',s.map(x=>`<button class=z>${x}</button>`).join(' '));all('.k').forEach((e,n)=>e.onclick=()=>{a=n;all('.k').forEach(o=>o.style.background='');e.style.background='#9cf'});all('.z').forEach((e,n)=>e.onclick=()=>{b=n;all('.z').forEach(o=>o.style.background='');e.style.background='#9cf'});id('ok').onclick=()=>end(a===i&&b===j);",
)
page(
    "list-up",
    "Move {x} up one place and press Save.",
    "<div id=r></div><button id=ok>Save</button>",
    script=DICE
    + "let t=S(['Bread','Milk','Eggs','Tea','Rice'],4);const k=1+R(3),x=t[k],want=[...t];want.splice(k,1);want.splice(k-1,0,x);ask({x});const show=()=>{put('r',t.map((y,i)=>`<div class=l><span>${y}</span><button data-i=${i} data-d=-1>▲</button><button data-i=${i} data-d=1>▼</button></div>`).join(''));all('.l button').forEach(e=>e.onclick=()=>{const i=+e.dataset.i,j=i+ +e.dataset.d;if(j<0||j>3)return;[t[i],t[j]]=[t[j],t[i]];show()})};show();id('ok').onclick=()=>end(t.join()===want.join());",
    css=".l{display:flex;gap:4px;margin:3px 0}.l span{width:60px}.l button{padding:0 4px}",
)
page(
    "font-size",
    "Set the font size to {n} and press Apply.",
    "<p>Font size</p><p><button id=a>A−</button> <b id=o></b> <button id=b>A+</button></p><p id=t>Sample text</p><button id=ok>Apply</button>",
    script=DICE
    + "let v=12;const n=P([9,10,14,15,16]);ask({n});const show=()=>{id('o').textContent=v;id('t').style.fontSize=v+'px'};show();id('a').onclick=()=>{v--;show()};id('b').onclick=()=>{v++;show()};id('ok').onclick=()=>end(v===n);",
)
page(
    "sort-down",
    "Sort the table by {c} in descending order and click the first row.",
    "<table><thead id=h></thead><tbody id=r></tbody></table>",
    script=DICE
    + "const c=['Name','Age','City'],col=P([1,2]);let d=S([['Ann',31,'Rome'],['Bob',25,'Oslo'],['Cleo',47,'Bern'],['Dan',38,'Kiel']],4),by=-1,up=true;ask({c:c[col]});const show=()=>{put('h','<tr>'+c.map((x,i)=>`<th>${x}${i===by?(up?' ▲':' ▼'):''}</th>`).join('')+'</tr>');put('r',d.map(x=>`<tr><td>${x.join('</td><td>')}</td></tr>`).join(''));all('th').forEach((e,i)=>e.onclick=()=>{up=by===i?!up:true;by=i;d.sort((a,b)=>(a[i]>b[i]?1:-1)*(up?1:-1));show()});all('tbody tr').forEach((e,i)=>e.onclick=()=>end(by===col&&!up&&i===0))};show();",
    css="td,th{padding:2px 8px;text-align:left;border-bottom:1px solid #ddd;cursor:pointer}",
)
page(
    "two-windows",
    "Close the window {x} and press Start.",
    "<div id=a class=w><div class=h>Help <u data-n=Help>✕</u></div>Read this first.</div><div id=b class=w><div class=h>News <u data-n=News>✕</u></div>It is new.</div><button id=ok>Start</button>",
    script=DICE
    + "const x=P(['Help','News']);ask({x});const off=new Set();all('u').forEach(e=>e.onclick=()=>{off.add(e.dataset.n);e.closest('.w').style.visibility='hidden'});id('ok').onclick=()=>end(off.size===1&&off.has(x));",
    css=".w{border:1px solid #888;width:110px;margin:4px;height:44px}.h{background:#dde;padding:2px 4px}.h u{float:right;text-decoration:none;cursor:pointer}",
)
page(
    "discount",
    "Enter the discount code {c} and press Apply.",
    "<p>Name <input id=a size=10></p><p>Discount code<br><input id=b size=10></p><button id=no>Back</button> <button id=ok>Apply</button>",
    script=DICE
    + "const c='SAVE'+(10+R(80));ask({c});id('no').onclick=()=>end(false);id('ok').onclick=()=>end(id('b').value===c&&id('a').value==='');",
)
page(
    "drop-custom",
    "Choose {x} as the country and press OK.",
    "<p>Country</p><div id=d>Please choose ▾</div><div id=l hidden></div><p><button id=ok>OK</button></p>",
    script=DICE
    + "const t=S(['France','Spain','Italy','Greece','Norway'],4),x=P(t);let v='';ask({x});put('l',t.map(y=>`<p>${y}</p>`).join(''));id('d').onclick=()=>{id('l').hidden=!id('l').hidden};all('#l p').forEach(e=>e.onclick=()=>{v=e.textContent;id('d').textContent=v+' ▾';id('l').hidden=true});id('ok').onclick=()=>end(v===x);",
    css="#d{border:1px solid #888;width:110px;padding:3px}#l{position:absolute;background:#fff;border:1px solid #888;width:116px;z-index:3}#l p{padding:3px}#l p:hover{background:#cdf}",
)
page(
    "square-at",
    "Click the square in row {r} and column {c}.",
    "<table id=t></table>",
    script=DICE
    + "const r=W('Ann Bob Cleo Dan'),c=W('Mon Tue Wed Thu'),i=R(4),j=R(4);ask({r:r[i],c:c[j]});put('t','<tr><th>'+c.map(x=>`<th>${x}`).join('')+'</tr>'+r.map(x=>`<tr><th>${x}`+c.map(()=>'<td>').join('')+'</tr>').join(''));all('td').forEach((e,n)=>e.onclick=()=>end(n===i*4+j));",
    css="table{border-collapse:collapse}td{border:1px solid #999;width:26px;height:22px}th{font-weight:normal;padding:1px 4px}",
)
page(
    "tickets",
    "Add {n} tickets for {who} and press Next.",
    "<div id=r></div><button id=ok>Next</button>",
    script=DICE
    + "const f=['adults','children','seniors'],k=R(3),n=1+R(4),v=[0,0,0];ask({who:f[k],n});put('r',f.map((x,i)=>`<div class=l><span>${x}</span><button data-i=${i} data-d=-1>–</button><b>0</b><button data-i=${i} data-d=1>+</button></div>`).join(''));all('.l button').forEach(e=>e.onclick=()=>{const i=+e.dataset.i;v[i]=Math.max(0,v[i]+ +e.dataset.d);all('.l b')[i].textContent=v[i]});id('ok').onclick=()=>end(v.every((x,i)=>x===(i===k?n:0)));",
    css=".l{display:flex;gap:6px;margin:5px 0}.l span{width:60px}.l b{width:14px;text-align:center}",
)
page(
    "read-mail",
    "Mark the mail from {who} as read and press Done.",
    "<div id=r></div><button id=ok>Done</button>",
    script=DICE
    + NAMES
    + "const n=S(NAMES,4),k=R(4),off=new Set();ask({who:n[k]});put('r',n.map((x,i)=>`<div class=l><b>${x}</b><span>Hello there</span><button data-i=${i}>✓</button></div>`).join(''));all('.l button').forEach(e=>e.onclick=()=>{off.add(+e.dataset.i);e.parentNode.style.color='#999'});id('ok').onclick=()=>end(off.size===1&&off.has(k));",
    css=".l{display:flex;gap:6px;margin:4px 0;align-items:center}.l b{width:36px}.l span{flex:1}",
)
