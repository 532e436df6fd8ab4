# ruff: noqa: E501 - pages are read more easily with their elements in one line
"""Everyday pages, the fifth of the files: mail, seats, menus, calendars and other plain scenes."""

from __future__ import annotations

from tests.models.local.page.draws import DICE, NAMES
from tests.models.local.page.everyday_pages import page

page(
    "mail-archive-one",
    "Select the mail of {who} and press Archive.",
    "<div id=r></div><button id=arc>Archive</button> <button id=del>Delete</button>",
    script=DICE
    + NAMES
    + "const n=S(NAMES,4),k=R(4),t=S(['Lunch','Report','Trip','Bill','Photos','Meeting'],4);ask({who:n[k]});"
    "put('r',n.map((a,i)=>`<label class=m><input type=checkbox><b>${a}</b> <span>${t[i]}</span></label>`).join(''));"
    "const right=()=>all('.m input').every((c,i)=>c.checked===(i===k));id('arc').onclick=()=>end(right());id('del').onclick=()=>end(false);",
    css=".m{display:flex;align-items:center;gap:4px;border-bottom:1px solid #ddd;padding:3px 0}.m span{color:#777}#arc{margin-top:6px}",
)
page(
    "volume-range-save",
    "Set the volume to {v} and click Save.",
    "<p>Volume: <b id=o></b></p><input id=s type=range min=0 max=100 step=10><p><button id=ok>Save</button></p>",
    script=DICE
    + "const a=S([10,20,30,40,60,70,80,90]);ask({v:a[0]});const s=id('s');s.value=a[1];id('o').textContent=a[1];"
    "s.oninput=()=>{id('o').textContent=s.value};id('ok').onclick=()=>end(+s.value===a[0]);",
    css="#s{width:140px;margin:8px 0}",
)
page(
    "tabs-restart",
    "Open the tab {tab} and click {act}.",
    "<div id=t></div><div id=c></div>",
    script=DICE
    + "const t=S(['Network','Sound','Screen','Power','Mouse'],3),b=['Restart','Test','Reset'],k=1+R(2),g=P(b);ask({tab:t[k],act:g});let now=0;"
    "put('t',t.map(x=>`<span class=t>${x}</span>`).join(''));"
    "const show=i=>{now=i;all('.t').forEach((e,j)=>e.classList.toggle('on',j===i));"
    "put('c',`<p>${t[i]} settings</p>`+S(b).map(x=>`<p><button class=b>${x}</button></p>`).join(''));"
    "all('.b').forEach(e=>e.onclick=()=>end(now===k&&e.textContent===g))};all('.t').forEach((e,i)=>e.onclick=()=>show(i));show(0);",
    css=".t{display:inline-block;padding:3px 5px;border:1px solid #999;background:#ddd;cursor:pointer}.t.on{background:#fff;border-bottom-color:#fff}#c{border:1px solid #999;padding:4px;height:100px}",
)
page(
    "cart-steppers",
    "Set the number of {what} to {n} and click Order.",
    "<div id=r></div><button id=ok>Order</button>",
    script=DICE
    + "const f=S(['apples','pears','plums','lemons','figs'],3),k=R(3),n=2+R(4),v=[0,0,0];v[(k+1)%3]=1;ask({what:f[k],n});const want=v.map((x,i)=>i===k?n:x);"
    "put('r',f.map((x,i)=>`<div class=l><span>${x}</span><button data-i=${i} data-d=-1>−</button><b>${v[i]}</b><button data-i=${i} data-d=1>+</button></div>`).join(''));"
    "all('.l button').forEach(e=>e.onclick=()=>{const i=+e.dataset.i;v[i]=Math.max(0,v[i]+ +e.dataset.d);all('.l b')[i].textContent=v[i]});"
    "id('ok').onclick=()=>end(v.every((x,i)=>x===want[i]));",
    css=".l{display:flex;align-items:center;gap:6px;margin:6px 0}.l span{width:60px}.l b{width:16px;text-align:center}.l button{width:22px}",
)
page(
    "cinema-seats",
    "Choose seat {seat} and press Book.",
    "<div id=r></div><p><button id=ok>Book</button></p>",
    script=DICE
    + "const rows=W('A B C D'),taken=S([...Array(20).keys()],6),free=[...Array(20).keys()].filter(i=>!taken.includes(i)),k=P(free),nm=i=>rows[Math.floor(i/5)]+(i%5+1);ask({seat:nm(k)});let on=-1;"
    "put('r','<i></i>'+[1,2,3,4,5].map(c=>`<i>${c}</i>`).join('')+rows.map((r,y)=>`<i>${r}</i>`+[0,1,2,3,4].map(x=>{const i=y*5+x;return `<u data-i=${i} class='${taken.includes(i)?'no':''}'></u>`}).join('')).join(''));"
    "all('u').forEach(e=>e.onclick=()=>{if(e.className==='no')return;all('u').forEach(o=>o.classList.remove('on'));e.classList.add('on');on=+e.dataset.i});"
    "id('ok').onclick=()=>end(on===k);",
    css="#r{display:grid;grid-template-columns:repeat(6,18px);gap:4px}#r i{font-style:normal;text-align:center;line-height:18px}#r u{width:18px;height:18px;background:#9d9;border-radius:3px;cursor:pointer}#r u.no{background:#999}#r u.on{background:#06c}",
)
page(
    "folder-tree-file",
    "Open the folder {dir} and click the file {file}.",
    "<div id=r></div>",
    script=DICE
    + "const d=S(['Music','Photos','Work','School','Games'],3),f=['plan.txt','list.txt','old.txt','new.txt'],fs=d.map(()=>S(f,2)),k=R(3),g=P(fs[k]);ask({dir:d[k],file:g});"
    "put('r',d.map((x,i)=>`<div class=d><span class=h>▸ ${x}</span><div class=k hidden>${fs[i].map(y=>`<p data-i=${i}>${y}</p>`).join('')}</div></div>`).join(''));"
    "all('.h').forEach((e,i)=>e.onclick=()=>{const c=all('.k')[i];c.hidden=!c.hidden;e.textContent=(c.hidden?'▸ ':'▾ ')+d[i]});"
    "all('.k p').forEach(e=>e.onclick=()=>end(+e.dataset.i===k&&e.textContent===g));",
    css=".h,.k p{cursor:pointer}.d{margin:3px 0}.k{padding-left:18px}.k p{margin:2px 0}",
)
page(
    "price-sum",
    "Add the two prices, type the sum into the box and press OK.",
    "<div id=r></div><p>Sum: <input id=i size=6></p><button id=ok>OK</button>",
    script=DICE + "const g=S(['Bread','Milk','Eggs','Rice','Tea'],2),a=2+R(18),b=2+R(18);"
    "put('r',g.map((x,i)=>`<p><b>${x}</b> <span>$${[a,b][i]}</span></p>`).join(''));"
    "id('ok').onclick=()=>end(+id('i').value.trim().replace('$','')===a+b&&id('i').value.trim()!=='');",
    css="#r p{display:flex;justify-content:space-between;width:100px;border-bottom:1px dotted #999}",
)
page(
    "menubar-choose",
    "Choose {item} in the {menu} menu.",
    "<div id=m></div><div id=pop hidden></div><p class=x>An empty document.</p>",
    script=DICE
    + "const m={File:['New','Open','Print','Close'],Edit:['Cut','Copy','Paste','Find'],View:['Zoom in','Zoom out','Rulers','Grid']},t=Object.keys(m),k=P(t),g=P(m[k]);ask({item:g,menu:k});"
    "put('m',t.map(x=>`<span>${x}</span>`).join(''));const pop=id('pop');"
    "all('#m span').forEach(e=>e.onclick=()=>{const x=e.textContent;pop.hidden=false;pop.style.left=e.offsetLeft+'px';put('pop',m[x].map(y=>`<p>${y}</p>`).join(''));all('#pop p').forEach(p=>p.onclick=()=>end(x===k&&p.textContent===g))});",
    css="#m{background:#eee;border-bottom:1px solid #aaa}#m span{display:inline-block;padding:3px 8px;cursor:pointer}#pop{position:absolute;top:22px;background:#fff;border:1px solid #888;box-shadow:2px 2px 3px #999;z-index:2;width:70px}#pop p{margin:0;padding:4px 6px;cursor:pointer}#pop p:hover{background:#cdf}.x{color:#aaa;padding:30px 20px}",
)
page(
    "calendar-month-day",
    "Go to {month} and click day {day}.",
    "<div id=h><button id=a>‹</button><b id=t></b><button id=z>›</button></div><div id=r></div>",
    script=DICE
    + "const M=W('January February March April May June July August September October November December'),s=3+R(6),k=s+P([-2,-1,1,2]),d=1+R(28);let m=s;ask({month:M[k],day:d});"
    "const show=()=>{id('t').textContent=M[m]+' 2026';const o=(new Date(2026,m,1).getDay()+6)%7,n=new Date(2026,m+1,0).getDate();"
    "put('r',W('M T W T F S S').map(x=>`<i>${x}</i>`).join('')+'<i></i>'.repeat(o)+[...Array(n).keys()].map(x=>`<u>${x+1}</u>`).join(''));all('u').forEach(e=>e.onclick=()=>end(m===k&&+e.textContent===d))};"
    "id('a').onclick=()=>{m=(m+11)%12;show()};id('z').onclick=()=>{m=(m+1)%12;show()};show();",
    css="#h{display:flex;justify-content:space-between;align-items:center}#r{display:grid;grid-template-columns:repeat(7,20px);gap:2px;margin-top:4px}#r i{font-style:normal;color:#888;text-align:center}#r u{text-decoration:none;text-align:center;line-height:17px;background:#eef;cursor:pointer}",
)
page(
    "todo-remove",
    "Delete {what} from the list.",
    "<b>Shopping list</b><div id=r></div>",
    script=DICE + "const t=S(['Milk','Bread','Soap','Apples','Candles','Paper','Cheese'],5),k=R(5);ask({what:t[k]});"
    "put('r',t.map(x=>`<div class=l><span>${x}</span><button title='Delete'>×</button></div>`).join(''));all('.l button').forEach((e,i)=>e.onclick=()=>end(i===k));",
    css=".l{display:flex;justify-content:space-between;align-items:center;border-bottom:1px solid #ddd;padding:3px;width:130px}.l button{width:20px;padding:0}",
)
page(
    "ja-language-radio",
    "「{lang}」を選んで「保存」を押してください。",
    "<p>表示する言語</p><div id=r></div><button id=ok>保存</button> <button id=no>取消</button>",
    script=DICE + "const t=S(['日本語','英語','中国語','韓国語','フランス語'],4),k=1+R(3);ask({lang:t[k]});"
    "put('r',t.map((x,i)=>`<p><label><input type=radio name=l ${i?'':'checked'}> ${x}</label></p>`).join(''));"
    "id('ok').onclick=()=>end(all('#r input')[k].checked);id('no').onclick=()=>end(false);",
)
page(
    "ja-pin-pad",
    "暗証番号 {pin} を入力して「確定」を押してください。",
    "<div id=o></div><div id=r></div>",
    script=DICE
    + "const pin=''+(1000+R(9000));ask({pin});let v='';const keys=[...W('1 2 3 4 5 6 7 8 9'),'訂正','0','確定'];"
    "put('r',keys.map(x=>`<button>${x}</button>`).join(''));"
    "all('#r button').forEach(e=>e.onclick=()=>{const x=e.textContent;if(x==='確定')return end(v===pin);v=x==='訂正'?'':(v+x).slice(0,8);id('o').textContent=v});",
    css="#o{height:18px;border:1px solid #999;width:124px;font-size:13px;text-align:right;padding:1px 3px;margin-bottom:4px}#r{display:grid;grid-template-columns:repeat(3,40px);gap:4px}#r button{height:26px;padding:0}",
)
page(
    "ja-goods-cart",
    "「{what}」をカートに入れてください。",
    "<div id=r></div>",
    script=DICE
    + "const t=S([['りんご','#d33'],['みかん','#f90'],['ぶどう','#859'],['レモン','#ed3'],['メロン','#7b5']],4),k=R(4);ask({what:t[k][0]});"
    "put('r',t.map(x=>`<div class=c><i style='background:${x[1]}'></i><b>${x[0]}</b><br>${100+10*R(30)}円<br><button>カートに入れる</button></div>`).join(''));"
    "all('.c button').forEach((e,i)=>e.onclick=()=>end(i===k));",
    css="#r{display:grid;grid-template-columns:1fr 1fr;gap:4px}.c{border:1px solid #ccc;padding:3px;text-align:center}.c i{display:block;width:14px;height:14px;border-radius:7px;margin:0 auto}.c button{font-size:8px;padding:1px 2px}",
)
page(
    "ja-photo-stars",
    "「{what}」に星{n}つを付けてください。",
    "<div id=r></div>",
    script=DICE
    + "const t=S(['海の写真','山の写真','町の写真','花の写真','犬の写真'],3),k=R(3),n=1+R(5);ask({what:t[k],n});"
    "put('r',t.map((x,i)=>`<p>${x}<br><span class=s>${[1,2,3,4,5].map(j=>`<i data-i=${i} data-j=${j}>★</i>`).join('')}</span></p>`).join(''));"
    "all('.s i').forEach(e=>e.onclick=()=>end(+e.dataset.i===k&&+e.dataset.j===n));",
    css=".s i{font-style:normal;font-size:18px;color:#ccc;cursor:pointer;padding:0 2px}p{margin:6px 0}.s i:hover{color:#fb0}",
)
