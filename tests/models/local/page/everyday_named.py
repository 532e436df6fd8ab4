# ruff: noqa: E501 - pages are read more easily with their elements in one line
"""Everyday pages of one idea each: renaming, hiding, closing, searching without quotation marks, and counted things."""

from __future__ import annotations

from tests.models.local.page.draws import DICE, NAMES
from tests.models.local.page.everyday_pages import page

_FILES = "const t=S(W('Trips Bills Songs Letters Recipes Plans'),4),k=R(4),n=P(W('Work Summer Ideas Archive'));"
page(
    "rename-by-double-click",
    "Rename the folder {a} to {b}.",
    "<div id=r></div>",
    script=DICE + _FILES + "ask({a:t[k],b:n});put('r',t.map(x=>`<p><i></i><span>${x}</span></p>`).join(''));"
    "all('#r span').forEach((e,i)=>e.ondblclick=()=>{const v=e.textContent;e.innerHTML='<input size=10>';const f=e.firstChild;f.value=v;f.focus();f.onkeydown=m=>{if(m.key==='Enter')end(i===k&&f.value.trim()===n)}});",
    css="#r p{margin:3px 0;padding:3px}#r i{display:inline-block;width:14px;height:10px;background:#fc6;border:1px solid #a70;margin-right:6px}",
)
page(
    "rename-by-pencil",
    "Rename {a} to {b} and press Save.",
    "<div id=r></div><button id=ok>Save</button>",
    script=DICE
    + _FILES
    + "ask({a:t[k],b:n});put('r',t.map(x=>`<p><span>${x}</span><button>Edit</button></p>`).join(''));"
    "all('#r button').forEach((e,i)=>e.onclick=()=>{const s=all('#r span')[i];if(s.firstElementChild)return;s.innerHTML=`<input size=9 value=${s.textContent}>`});"
    "id('ok').onclick=()=>end(all('#r span').every((s,i)=>s.firstElementChild?s.firstChild.value.trim()===(i===k?n:t[i]):i!==k));",
    css="#r p{display:flex;justify-content:space-between;margin:3px 0;width:135px}",
)
page(
    "ja-rename",
    "「{a}」の名前を「{b}」に変えてください。",
    "<div id=r></div>",
    script=DICE
    + "const t=S(['予定','写真','手紙','買い物'],3),k=R(3),n=P(['仕事','夏休み','家計']);ask({a:t[k],b:n});put('r',t.map(x=>`<p><span>${x}</span><button>編集</button></p>`).join(''));"
    "all('#r button').forEach((e,i)=>e.onclick=()=>{const s=all('#r span')[i];s.innerHTML=`<input size=8 value=${t[i]}>`;const f=s.firstChild;f.focus();f.onkeydown=m=>{if(m.key==='Enter'&&!m.isComposing)end(i===k&&f.value.trim()===n)}});",
    css="#r p{display:flex;justify-content:space-between;margin:3px 0;width:140px}",
)
page(
    "hide-column",
    "Hide the column {c} and press Apply.",
    "<table id=r></table><div id=o></div><button id=ok>Apply</button>",
    script=DICE
    + "const c=W('Name Price Stock'),k=R(3);ask({c:c[k]});put('r','<tr>'+c.map(x=>`<th>${x}`).join('')+'</tr><tr><td>Tea<td>4<td>12</tr><tr><td>Jam<td>3<td>7</tr>');put('o',c.map(x=>`<p><label><input type=checkbox checked> ${x}</label></p>`).join(''));"
    "id('ok').onclick=()=>end(all('#o input').every((e,i)=>e.checked===(i!==k)));",
    css="table{border-collapse:collapse;margin-bottom:6px}td,th{border:1px solid #aaa;padding:1px 8px}#o p{margin:1px 0}",
)
page(
    "search-plain",
    "Search for {a} and open the first result.",
    "<p><input id=i size=12> <button id=go>Search</button></p><div id=r></div>",
    script=DICE
    + "const g=P(W('lamp chair kettle towel'));ask({a:g});id('go').onclick=()=>{const v=id('i').value.trim().toLowerCase();put('r',S(['Blue','Small','Old']).map(x=>`<p><a>${x} ${v}</a></p>`).join(''));all('#r a').forEach((e,i)=>e.onclick=()=>end(v===g&&i===0))};",
    css="#r a{color:#06c;text-decoration:underline;cursor:pointer}",
)
page(
    "close-tab",
    "Close the tab {a}.",
    "<div id=r></div><div id=c>Page</div>",
    script=DICE
    + "const t=S(W('News Maps Mail Shop'),3),k=R(3);ask({a:t[k]});put('r',t.map((x,i)=>`<span class='t ${i?'':'on'}'><i>${x}</i><u>✕</u></span>`).join(''));"
    "all('.t u').forEach((e,i)=>e.onclick=()=>end(i===k));",
    css=".t{display:inline-block;background:#ddd;border:1px solid #999;border-radius:5px 5px 0 0;padding:3px 4px;margin-right:2px}.t.on{background:#fff}.t i{font-style:normal}.t u{text-decoration:none;margin-left:4px;color:#666;cursor:pointer}#c{border:1px solid #999;height:80px}",
)
page(
    "ja-cart-counts",
    "りんごを{n}個となしを{m}個カートに入れて、「注文」を押してください。",
    "<div id=r></div><p>カート：<b id=o>0</b>点</p><button id=ok>注文</button>",
    script=DICE
    + "const t=S(['りんご','なし','もも']),v=[0,0,0],w={'りんご':1+R(3),'なし':1+R(2),'もも':0};ask({n:w['りんご'],m:w['なし']});put('r',t.map(x=>`<p><span>${x}</span><button>カートに入れる</button></p>`).join(''));"
    "all('#r button').forEach((e,i)=>e.onclick=()=>{v[i]++;id('o').textContent=v[0]+v[1]+v[2]});id('ok').onclick=()=>end(v.every((x,i)=>x===w[t[i]]));",
    css="#r p{display:flex;justify-content:space-between;margin:3px 0;width:150px}",
)
page(
    "delete-all-of-one",
    "Delete all messages from {who} and press Done.",
    "<div id=r></div><button id=ok>Done</button>",
    script=DICE
    + NAMES
    + "const n=S(NAMES,2);let d=S([n[0],n[0],n[1],n[1]]);ask({who:n[0]});const show=()=>{put('r',d.map(x=>`<p><b>${x}</b><button>Delete</button></p>`).join(''));all('#r button').forEach((e,i)=>e.onclick=()=>{d.splice(i,1);show()})};show();"
    "id('ok').onclick=()=>end(d.length===2&&d.every(x=>x===n[1]));",
    css="#r p{display:flex;justify-content:space-between;margin:3px 0;width:140px}",
)
page(
    "ja-add-at-end",
    "文章の最後に「{w}」を追加して、「保存」を押してください。",
    "<textarea id=i rows=4 cols=18></textarea><br><button id=ok>保存</button> <button id=no>消す</button>",
    script=DICE
    + "const t=S(['たまご','パン','牛乳','お茶'],4);ask({w:t[3]});id('i').value=t.slice(0,3).join('\\n');id('no').onclick=()=>{id('i').value=''};"
    "id('ok').onclick=()=>end(id('i').value.trim().split(/\\s+/).join()===t.join());",
)
