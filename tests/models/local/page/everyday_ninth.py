# ruff: noqa: E501 - pages are read more easily with their elements in one line
"""Everyday pages, the ninth of the files: shapes, drawing, sheets, galleries and forms."""

from __future__ import annotations

from tests.models.local.page.draws import DICE, NAMES
from tests.models.local.page.everyday_pages import page

page(
    "shape-click",
    "Click the {colour} {shape}.",
    "<div id=r></div>",
    script=DICE
    + "const c=S([['red','#e22'],['blue','#22e'],['green','#2a2'],['orange','#f80']],3),s=S(['circle','square','triangle','star'],3),a=S([0,1,2,3,4,5,6,7,8],6),k=P(a);ask({colour:c[k%3][0],shape:s[Math.floor(k/3)]});"
    "const d={circle:'<circle cx=18 cy=18 r=14 />',square:'<rect x=5 y=5 width=26 height=26 />',triangle:'<path d=\"M18 3L33 32H3z\"/>',star:'<path d=\"M18 2l4 11h12l-10 7 4 12-10-8-10 8 4-12L2 13h12z\"/>'};"
    "put('r',a.map(x=>`<svg width=36 height=36 fill='${c[x%3][1]}'>${d[s[Math.floor(x/3)]]}</svg>`).join(''));all('#r svg *').forEach((e,i)=>e.onclick=()=>end(a[i]===k));",
    css="#r{display:grid;grid-template-columns:repeat(3,44px);gap:10px 6px;padding:8px}#r svg *{cursor:pointer}",
)
page(
    "path-bar-back",
    "Click {dir} in the path at the top and open {sub}.",
    "<div id=p></div><div id=r></div>",
    script=DICE
    + "const a=S(W('Home Work Pictures Archive Shared'),3),n=S(W('Summer Winter Letters Bills Maps Games Recipes Songs Plans'),9),sub=i=>i<2?S([a[i+1],n[i*3],n[i*3+1],n[i*3+2]]):n.slice(6),ls=[0,1,2].map(sub),k=R(2),g=n[k*3+R(3)];let now=2;ask({dir:a[k],sub:g});"
    "const show=()=>{put('p',a.slice(0,now+1).map(x=>`<a>${x}</a>`).join(' › '));put('r',ls[now].map(x=>`<p><i></i>${x}</p>`).join(''));all('#p a').forEach((e,i)=>e.onclick=()=>{now=i;show()});"
    "all('#r p').forEach(e=>e.onclick=()=>{const x=e.textContent,i=a.indexOf(x);if(i>0){now=i;show()}else end(now===k&&x===g)})};show();",
    css="#p{background:#eee;padding:4px;border:1px solid #ccc}#p a{color:#06c;cursor:pointer}#r p{margin:0;padding:4px;cursor:pointer}#r p:hover{background:#eef}#r i{display:inline-block;width:14px;height:10px;background:#fc6;border:1px solid #a70;margin-right:6px;vertical-align:-1px}",
)
page(
    "notice-in-the-way",
    "Close the notice and press {act}.",
    "<h3 id=h></h3><div id=r></div><div id=n><b id=x>✕</b><p>News: our office moves to a new house in May.</p></div>",
    script=DICE
    + "const t=S(['Continue','Pay now','Go back','Print','Help'],4),k=R(4);ask({act:t[k]});id('h').textContent='Order '+(100+R(900));put('r',t.map(x=>`<p><button>${x}</button></p>`).join(''));"
    "id('x').onclick=()=>{id('n').remove()};all('#r button').forEach((e,i)=>e.onclick=()=>end(i===k&&!id('n')));",
    css="h3{margin:2px 0;font-size:12px}#n{position:absolute;left:0;top:0;width:148px;height:134px;margin:2px;background:#eef4ff;border:2px solid #46a;padding:4px;box-sizing:border-box;box-shadow:1px 2px 4px #888}#n p{margin-top:30px;text-align:center}#x{float:right;cursor:pointer;font-size:12px;padding:1px 4px}",
)
page(
    "line-between-points",
    "Draw a line from {a} to {b} with the mouse.",
    "<svg id=r width=150 height=140></svg>",
    script=DICE
    + "const at=S([[25,25],[120,30],[75,70],[25,115],[120,110]],4),n=W('A B C D'),[a,b]=S([0,1,2,3],2);ask({a:n[a],b:n[b]});"
    "put('r',at.map(([x,y],i)=>`<circle cx=${x} cy=${y} r=6 /><text x=${x+9} y=${y+4}>${n[i]}</text>`).join('')+'<line id=l stroke=red stroke-width=2 />');"
    "const r=id('r'),l=id('l');let p=null;const xy=m=>{const b=r.getBoundingClientRect();return [m.clientX-b.x,m.clientY-b.y]},near=([x,y])=>at.findIndex(q=>Math.hypot(q[0]-x,q[1]-y)<11),to=(s,[x,y])=>{l.setAttribute('x'+s,x);l.setAttribute('y'+s,y)};"
    "r.onmousedown=m=>{p=xy(m);to(1,p);to(2,p);m.preventDefault()};document.onmousemove=m=>{if(p)to(2,xy(m))};document.onmouseup=m=>{if(!p)return;const i=near(p),j=near(xy(m));p=null;if(i!==j)end(i===a&&j===b||i===b&&j===a)};",
    css="#r{border:1px solid #bbb;cursor:crosshair}#r text{font-size:12px;font-weight:bold}",
)
page(
    "find-and-replace",
    "Write {a} in Find and {b} in Replace and press Replace all.",
    "<p id=t></p><p>Find <input id=x size=12></p><p>Replace <input id=y size=12></p><button id=one>Replace</button> <button id=ok>Replace all</button>",
    script=DICE
    + "const n=S(W('cat dog cow fox bear mouse'),2),[a,b]=n;ask({a,b});const s=`The ${a} ran home. A ${a} was there. One ${a} slept.`;id('t').textContent=s;"
    "const go=al=>end(al&&id('x').value.trim()===a&&id('y').value.trim()===b);id('ok').onclick=()=>go(true);id('one').onclick=()=>go(false);",
    css="#t{border:1px solid #ccc;padding:4px;background:#fafafa}",
)
page(
    "sheet-cell-type",
    "Type {n} into cell {cell} and press Enter.",
    "<table id=r></table>",
    script=DICE
    + "const c=W('A B C'),k=R(3),j=R(5),n=10+R(90);ask({n,cell:c[k]+(j+1)});put('r','<tr><th>'+c.map(x=>`<th>${x}`).join('')+'</tr>'+[1,2,3,4,5].map(y=>`<tr><th>${y}${c.map(()=>`<td>${R(3)?'':R(99)}`).join('')}</tr>`).join(''));"
    "const d=all('td'),t=j*3+k;d[t].textContent='';let on=null;d.forEach((e,i)=>e.onclick=()=>{if(e===on)return;if(on)on.textContent=on.firstChild.value;const v=e.textContent;e.innerHTML='<input>';on=e;const f=e.firstChild;f.value=v;f.focus();f.select();"
    "f.onkeydown=m=>{if(m.key==='Enter')end(i===t&&f.value.trim()===''+n)}});",
    css="table{border-collapse:collapse}th{background:#e4e4e4;font-weight:normal;border:1px solid #aaa;width:18px}td{border:1px solid #bbb;width:38px;height:19px;padding:0 2px;cursor:cell}td input{width:34px;border:0;outline:2px solid #06c;padding:0}",
)
page(
    "pizza-order",
    "Order a {size} pizza with {a} and {b}.",
    "<b>Size</b><div id=s></div><b>On top</b><div id=r></div><button id=ok>Order</button>",
    script=DICE
    + "const z=W('small medium large'),t=S(W('cheese olives ham onions mushrooms corn'),4),k=R(3),[a,b]=S([0,1,2,3],2);ask({size:z[k],a:t[a],b:t[b]});"
    "put('s',z.map(x=>`<label><input type=radio name=z> ${x}</label>`).join(' '));put('r',t.map(x=>`<p><label><input type=checkbox> ${x}</label></p>`).join(''));"
    "id('ok').onclick=()=>end(all('#s input')[k].checked&&all('#r input').every((e,i)=>e.checked===(i===a||i===b)));",
    css="#s{margin-bottom:4px}#s input{margin:2px 1px}#r p{margin:1px 0}",
)
page(
    "text-add-at-end",
    "Add the word {w} at the end of the text and press Save.",
    "<textarea id=i rows=5 cols=20></textarea><br><button id=ok>Save</button> <button id=no>Clear</button>",
    script=DICE
    + "const t=S(W('eggs butter rice soap tea flour honey'),4),s=t.slice(0,3).join(' ');ask({w:t[3]});id('i').value=s;id('no').onclick=()=>{id('i').value=''};"
    "id('ok').onclick=()=>end(id('i').value.trim().split(/\\s+/).join(' ')===s+' '+t[3]);",
    css="#i{margin:4px 0}",
)
page(
    "star-all-of-one",
    "Star all mails from {who} and press Done.",
    "<div id=r></div><button id=ok>Done</button>",
    script=DICE
    + NAMES
    + "const n=S(NAMES,3),d=S([n[0],n[0],n[1],n[2],n[R(2)]]),s=S(['Lunch','Report','Trip','Bill','Photos','Meeting'],5),v=d.map(()=>false);ask({who:n[0]});"
    "put('r',d.map((x,i)=>`<div class=m><u>☆</u><b>${x}</b><span>${s[i]}</span></div>`).join(''));all('.m u').forEach((e,i)=>e.onclick=()=>{v[i]=!v[i];e.textContent=v[i]?'★':'☆'});"
    "id('ok').onclick=()=>end(v.every((x,i)=>x===(d[i]===n[0])));",
    css=".m{display:flex;align-items:center;gap:6px;border-bottom:1px solid #ddd;padding:2px 0}.m u{text-decoration:none;font-size:15px;cursor:pointer;color:#c80}.m span{color:#777}#ok{margin-top:6px}",
)
page(
    "sold-the-most",
    "Click the name of the person who sold the {how}.",
    "<table id=r></table>",
    script=DICE
    + NAMES
    + "const n=S(NAMES,5),d=S([12,19,27,33,41,48,56,64,72,85],5),k=R(2),g=k?Math.min(...d):Math.max(...d);ask({how:k?'least':'most'});"
    "put('r','<tr><th>Name<th>Sold</tr>'+n.map((x,i)=>`<tr><td class=n>${x}<td>${d[i]}</tr>`).join(''));all('.n').forEach((e,i)=>e.onclick=()=>end(d[i]===g));",
    css="table{border-collapse:collapse}td,th{border:1px solid #aaa;padding:4px 14px;text-align:left}.n{color:#06c;cursor:pointer}",
)
page(
    "ja-picture-next",
    "「{what}」の絵が出るまで「次へ」を押し、「決定」を押してください。",
    "<div id=r></div><p id=t></p><button id=a>前へ</button> <button id=z>次へ</button> <button id=ok>決定</button>",
    script=DICE
    + "const t=S([['みずうみ','#48c'],['もり','#284'],['さばく','#db6'],['ゆき','#cde'],['よぞら','#115']]),k=1+R(4);let now=0;ask({what:t[k][0]});"
    "const show=()=>{id('r').style.background=t[now][1];id('t').textContent=`${t[now][0]}（${now+1}/5）`};id('a').onclick=()=>{now=(now+4)%5;show()};id('z').onclick=()=>{now=(now+1)%5;show()};id('ok').onclick=()=>end(now===k);show();",
    css="#r{width:120px;height:66px;border:3px solid #765;margin:2px auto}#t{text-align:center}",
)
page(
    "ja-nth-from-top",
    "{from}から{n}番目の項目を押してください。",
    "<div id=r></div>",
    script=DICE
    + "const t=S(['予定','連絡先','写真','地図','天気','音楽','設定','電卓'],6),n=2+R(4),b=R(2);ask({from:b?'下':'上',n});put('r',t.map(x=>`<p>${x}</p>`).join(''));all('#r p').forEach((e,i)=>e.onclick=()=>end((b?6-i:i+1)===n));",
    css="#r p{margin:2px 0;padding:3px 8px;border:1px solid #bbb;border-radius:3px;width:110px;cursor:pointer}#r p:hover{background:#eef}",
)
page(
    "ja-press-times",
    "「{what}」を{n}回押してから「完了」を押してください。",
    "<div id=r></div><p>押した回数：<b id=o>0</b></p><button id=ok>完了</button>",
    script=DICE
    + "const t=S([['赤','#d33'],['青','#36c'],['緑','#292'],['黒','#222']],3),k=R(3),n=2+R(3),v=[0,0,0];ask({what:t[k][0],n});"
    "put('r',t.map(x=>`<button style='background:${x[1]}'>${x[0]}</button>`).join(' '));all('#r button').forEach((e,i)=>e.onclick=()=>{v[i]++;id('o').textContent=v[0]+v[1]+v[2]});"
    "id('ok').onclick=()=>end(v.every((x,i)=>x===(i===k?n:0)));",
    css="#r button{color:#fff;width:42px;height:42px;border:0;border-radius:21px;font-size:13px;cursor:pointer}",
)
page(
    "ja-close-one-tab",
    "「{what}」のタブを閉じてください。",
    "<div id=r></div><div id=c>ページの内容</div>",
    script=DICE
    + "const t=S(['天気','地図','新聞','辞書','料理'],3),k=R(3);ask({what:t[k]});put('r',t.map((x,i)=>`<span class='t ${i?'':'on'}'><i>${x}</i><u>×</u></span>`).join(''));"
    "all('.t').forEach((e,i)=>e.onclick=()=>all('.t').forEach(o=>o.classList.toggle('on',o===e)));all('.t u').forEach((e,i)=>e.onclick=v=>{v.stopPropagation();end(i===k)});",
    css=".t{display:inline-block;background:#ddd;border:1px solid #999;border-bottom:0;border-radius:5px 5px 0 0;padding:4px 5px;margin-right:2px;cursor:pointer}.t.on{background:#fff}.t i{font-style:normal}.t u{text-decoration:none;margin-left:5px;padding:0 2px;color:#a00}#c{border:1px solid #999;height:90px;padding:8px;color:#999;width:130px}",
)
