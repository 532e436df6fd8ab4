# ruff: noqa: E501 - pages are read more easily with their elements in one line
"""Everyday pages, the sixth of the files: writing, sorting, paging, dragging and asking back."""

from __future__ import annotations

from tests.models.local.page.draws import DICE, NAMES
from tests.models.local.page.everyday_pages import page

page(
    "mail-compose",
    "Write {text} to {who} and press Send.",
    "<p>To<br><input id=a size=16></p><p>Message<br><textarea id=b rows=3 cols=21></textarea></p><button id=ok>Send</button> <button id=no>Discard</button>",
    script=DICE
    + NAMES
    + "const t=P(['See you at five','I am late today','Thank you for the book','The train is full']),w=P(NAMES);ask({text:'“'+t+'”',who:w});"
    "id('no').onclick=()=>end(false);id('ok').onclick=()=>end(id('a').value.trim()===w&&id('b').value.trim()===t);",
)
page(
    "faq-fold-link",
    "Open “{part}” and click the link “{link}”.",
    "<div id=r></div>",
    script=DICE
    + "const t=S(['Shipping','Returns','Payment','Account','Gifts'],4),l=['Contact us','Read more','Prices','Forms'],ls=t.map(()=>S(l,2)),k=R(4),g=P(ls[k]);ask({part:t[k],link:g});"
    "put('r',t.map((x,i)=>`<h4>${x}</h4><div class=k hidden>All about ${x.toLowerCase()}.<br>${ls[i].map(y=>`<a data-i=${i}>${y}</a>`).join('<br>')}</div>`).join(''));"
    "all('h4').forEach((e,i)=>e.onclick=()=>{const was=all('.k')[i].hidden;all('.k').forEach(c=>c.hidden=true);all('.k')[i].hidden=!was});all('a').forEach(e=>e.onclick=()=>end(+e.dataset.i===k&&e.textContent===g));",
    css="h4{margin:3px 0;padding:4px;background:#e4e8f4;cursor:pointer;font-size:10px}h4::after{content:'+';float:right}.k{padding:3px 8px}a{color:#06c;text-decoration:underline;cursor:pointer;line-height:16px}",
)
page(
    "table-sort-first",
    "Sort the table by {col}, then click the first row.",
    "<table><thead id=h></thead><tbody id=r></tbody></table>",
    script=DICE
    + "const n=S(['Lamp','Chair','Table','Clock','Sofa','Rug'],4),p=S([12,25,38,47,56,83],4),w=S([1,2,4,6,9,7],4),c=['Price','Weight'],k=R(2);let d=n.map((x,i)=>[x,p[i],w[i]]),by=-1;ask({col:c[k]});"
    "if(d.every(x=>d[0][k+1]<=x[k+1]))d.reverse();put('h','<tr>'+['Item',...c].map(x=>`<th>${x}</th>`).join('')+'</tr>');"
    "const show=()=>{put('r',d.map(x=>`<tr><td>${x.join('</td><td>')}</td></tr>`).join(''));all('#r tr').forEach((e,i)=>e.onclick=()=>end(by===k+1&&i===0));all('th').forEach((e,i)=>e.textContent=['Item',...c][i]+(i===by?' ▲':''))};"
    "all('th').forEach((e,i)=>e.onclick=()=>{by=i;d.sort((a,b)=>a[i]>b[i]?1:-1);show()});show();",
    css="table{border-collapse:collapse;width:148px}th,td{border:1px solid #bbb;padding:3px 4px;text-align:left}th{background:#ddd;cursor:pointer;width:33%}tbody tr{cursor:pointer}tbody tr:hover{background:#eef}",
)
page(
    "pages-of-towns",
    "Go to page {n} and click {town}.",
    "<div id=r></div><div id=g></div>",
    script=DICE
    + "const t=S(W('Oslo Rome Lima Cairo Paris Delhi Quito Tunis Bern Riga Hanoi Accra Minsk Sofia Doha Kiel'),16),n=1+R(3),k=R(4);ask({n:n+1,town:t[n*4+k]});let now=0;"
    "put('g',[1,2,3,4].map(x=>`<button>${x}</button>`).join(' '));const show=i=>{now=i;put('r',t.slice(i*4,i*4+4).map(x=>`<p class=t>${x}</p>`).join(''));all('#g button').forEach((e,j)=>e.disabled=j===i);all('.t').forEach((e,j)=>e.onclick=()=>end(now===n&&j===k))};"
    "all('#g button').forEach((e,i)=>e.onclick=()=>show(i));show(0);",
    css=".t{border:1px solid #ccc;padding:4px;cursor:pointer}.t:hover{background:#eef}#g{text-align:center;margin-top:8px}",
)
page(
    "song-list-play",
    "Play the song “{song}”.",
    "<b>Songs</b><div id=r></div><p id=o>Nothing is playing</p>",
    script=DICE
    + "const t=S(['Blue Sky','Night Train','Old River','Sweet Rain','Long Road','Green Hills'],4),k=R(4);ask({song:t[k]});"
    "put('r',t.map(x=>`<div class=l><button title='Play'>▶</button><button title='Like'>♡</button><span>${x}</span><i>${2+R(3)}:${10+R(50)}</i></div>`).join(''));"
    "all('.l').forEach((e,i)=>{const [p,h]=e.children;p.onclick=()=>end(i===k);h.onclick=()=>{h.textContent='♥'}});",
    css=".l{display:flex;align-items:center;gap:4px;margin:4px 0}.l button{width:22px;height:20px;padding:0}.l span{flex:1}.l i{color:#888;font-style:normal}#o{color:#888;border-top:1px solid #ccc;padding-top:4px}",
)
page(
    "size-select-add",
    "Choose {size} as the size and press Add to bag.",
    "<div class=s></div><p><b>Shirt</b> $24</p><p>Size: <select id=s></select></p><p>Gift wrap: <select id=w><option>No<option>Yes</select></p><button id=ok>Add to bag</button>",
    script=DICE
    + "const t=['Small','Medium','Large','Extra large'],k=1+R(3);ask({size:t[k]});put('s',t.map(x=>`<option>${x}`).join(''));"
    "id('ok').onclick=()=>end(id('s').value===t[k]&&id('w').value==='No');",
    css=".s{width:40px;height:16px;background:#68b;border-radius:8px 8px 2px 2px}",
)
page(
    "drag-to-top",
    "Drag {town} to the top of the list.",
    "<div id=r></div>",
    script=DICE
    + "let t=S(['Berlin','Madrid','London','Vienna','Dublin','Warsaw'],4),h=null,dy=0,y0=0;const g=t[1+R(3)];ask({town:g});const H=28;"
    "const show=()=>{put('r',t.map((x,i)=>`<div class=l style='top:${i*H}px'>☰ ${x}</div>`).join(''));all('.l').forEach((e,i)=>e.onmousedown=v=>{h=e;h.k=i;y0=v.clientY;e.classList.add('up');v.preventDefault()})};"
    "document.onmousemove=v=>{if(h){dy=v.clientY-y0;h.style.top=(h.k*H+dy)+'px'}};"
    "document.onmouseup=v=>{if(!h)return;const to=Math.max(0,Math.min(3,Math.round((h.k*H+v.clientY-y0)/H))),was=h.k,[x]=t.splice(was,1);t.splice(to,0,x);h=null;show();if(to!==was)end(to===0&&x===g)};show();",
    css="#r{position:relative;height:120px}.l{position:absolute;left:4px;width:130px;height:16px;border:1px solid #999;background:#f4f4f4;padding:3px;cursor:move}.l.up{background:#ffd;z-index:3}",
)
page(
    "delete-confirm",
    "Press Delete next to Report {month} and answer {yes}.",
    "<div id=r></div><div id=d hidden><p>Delete this report?</p><button id=y>Yes</button> <button id=n>No</button></div>",
    script=DICE
    + "const t=S(W('January March May July August October'),4),k=R(4),a=P(['Yes','No']);ask({month:t[k],yes:a});let on=-1;"
    "put('r',t.map(x=>`<div class=l><span>Report ${x}</span><button>Delete</button></div>`).join(''));all('.l button').forEach((e,i)=>e.onclick=()=>{on=i;id('d').hidden=false});"
    "const say=x=>end(on===k&&x===a);id('y').onclick=()=>say('Yes');id('n').onclick=()=>say('No');",
    css=".l{display:flex;justify-content:space-between;align-items:center;padding:3px}#d{position:absolute;left:20px;top:30px;width:104px;background:#fff;border:2px solid #555;padding:6px;text-align:center;box-shadow:0 0 0 99px #0005}",
)
page(
    "code-copy-over",
    "Type the code shown below into the field Code and press Check.",
    "<p>Your code is</p><p id=c></p><p>Name <input id=n size=14></p><p>Code <input id=i size=14></p><button id=ok>Check</button>",
    script=DICE + "const L='ABCDEFHKLMNPRTUXY',c=L[R(17)]+L[R(17)]+'-'+(100+R(900));id('c').textContent=c;"
    "id('ok').onclick=()=>end(id('i').value.trim()===c&&id('n').value==='');",
    css="#c{font:bold 14px monospace;background:#eee;padding:5px;display:inline-block;letter-spacing:1px}",
)
page(
    "paint-palette",
    "Pick {colour} from the colours and press Paint.",
    "<div id=r></div><div id=o></div><button id=ok>Paint</button>",
    script=DICE
    + "const t=S([['red','#e22'],['green','#2a2'],['blue','#22e'],['yellow','#fe0'],['black','#000'],['orange','#f80'],['pink','#f9c'],['brown','#842']],6),k=R(6);ask({colour:t[k][0]});let on=-1;"
    "put('r',t.map(x=>`<i style='background:${x[1]}'></i>`).join(''));all('#r i').forEach((e,i)=>e.onclick=()=>{on=i;id('o').style.background=t[i][1]});id('ok').onclick=()=>end(on===k);",
    css="#r{display:grid;grid-template-columns:repeat(3,34px);gap:5px}#r i{width:32px;height:26px;border:1px solid #666;cursor:pointer}#o{width:110px;height:24px;border:1px dashed #888;margin:8px 0}",
)
page(
    "chat-open-send",
    "Open the chat with {who} and send “{text}”.",
    "<div id=l></div><div id=c><div id=t>Choose a chat</div><div id=s hidden><input id=i size=9> <button id=ok>Send</button></div></div>",
    script=DICE
    + NAMES
    + "const n=S(NAMES,4),k=R(4),x=P(['Hello','Good luck','On my way','Call me']);ask({who:n[k],text:x});let on=-1;put('l',n.map(a=>`<p>${a}</p>`).join(''));"
    "all('#l p').forEach((e,i)=>e.onclick=()=>{on=i;all('#l p').forEach((o,j)=>o.classList.toggle('on',i===j));put('t',`<b>${n[i]}</b><p class=m>Hi there!</p>`);id('s').hidden=false;id('i').value=''});"
    "const send=()=>end(on===k&&id('i').value.trim()===x);id('ok').onclick=send;id('i').onkeydown=e=>{if(e.key==='Enter')send()};",
    css="#area{display:flex}#l{width:46px;border-right:1px solid #bbb}#l p{margin:0;padding:6px 3px;cursor:pointer}#l p.on{background:#cdf}#c{padding:3px 5px}#t{height:90px}.m{background:#dfd;padding:4px;border-radius:5px}#i{width:54px}",
)
page(
    "ja-train-times",
    "{time}発の列車の「予約」を押してください。",
    "<table id=r></table>",
    script=DICE
    + "const t=S([...Array(40).keys()],5).sort((a,b)=>a-b).map(x=>`${7+Math.floor(x/4)}:${['00','15','30','45'][x%4]}`),to=W('大阪 京都 仙台 金沢'),k=R(5);ask({time:t[k]});"
    "put('r','<tr><th>発<th>行先<th></tr>'+t.map(x=>`<tr><td>${x}<td>${P(to)}<td><button>予約</button></tr>`).join(''));all('#r button').forEach((e,i)=>e.onclick=()=>end(i===k));",
    css="table{border-collapse:collapse}th,td{border:1px solid #bbb;padding:1px 9px;text-align:left}",
)
page(
    "ja-switches",
    "「{what}」を{state}にして「適用」を押してください。",
    "<div id=r></div><button id=ok>適用</button>",
    script=DICE
    + "const t=S(['通知','位置情報','自動更新','夜間モード','節電'],4),k=R(4),v=t.map(()=>R(2)===1),w=v.map((x,i)=>i===k?!x:x);ask({what:t[k],state:w[k]?'オン':'オフ'});"
    "put('r',t.map(x=>`<div class=l><span>${x}</span><i><u></u></i></div>`).join(''));const show=()=>all('.l i').forEach((e,i)=>e.className=v[i]?'on':'');"
    "all('.l i').forEach((e,i)=>e.onclick=()=>{v[i]=!v[i];show()});show();id('ok').onclick=()=>end(v.every((x,i)=>x===w[i]));",
    css=".l{display:flex;justify-content:space-between;align-items:center;width:130px;padding:5px 0}.l i{width:28px;height:14px;border-radius:7px;background:#bbb;position:relative;cursor:pointer}.l u{position:absolute;left:2px;top:2px;width:10px;height:10px;border-radius:5px;background:#fff}.l i.on{background:#2a6}.l i.on u{left:16px}",
)
page(
    "ja-address-numbers",
    "郵便番号に {zip}、電話番号に {tel} を入力して「送信」を押してください。",
    "<div id=r></div><button id=ok>送信</button>",
    script=DICE
    + "const z=(100+R(900))+'-'+(1000+R(9000)),p='03-'+(1000+R(9000)),l=S(['郵便番号','電話番号','部屋番号']),w={郵便番号:z,電話番号:p,部屋番号:''};ask({zip:z,tel:p});"
    "put('r',l.map(x=>`<p>${x}<br><input size=14></p>`).join(''));id('ok').onclick=()=>end(all('#r input').every((e,i)=>e.value.trim()===w[l[i]]));",
)
