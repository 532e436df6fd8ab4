# ruff: noqa: E501 - pages are read more easily with their elements in one line
"""Everyday pages, the eighth of the files: moving, suggesting, editing in place and timetables."""

from __future__ import annotations

from tests.models.local.page.draws import DICE, NAMES
from tests.models.local.page.everyday_pages import page

page(
    "food-suggest",
    "Type {part} into the box, choose {food} from the suggestions and press Go.",
    "<p>Food: <input id=i size=14 autocomplete=off></p><div id=s hidden></div><p><button id=ok>Go</button></p>",
    script=DICE
    + "const t=W('Peach Pear Peanut Pecan Plum Plantain Lemon Lentil Lettuce Leek Melon Medlar Mango Mandarin Cherry Chestnut Chili Chive'),w=P(t),b=w.slice(0,2);ask({part:b,food:w});let got='';"
    "id('i').oninput=()=>{got='';const v=id('i').value.trim().toLowerCase(),h=v?t.filter(x=>x.toLowerCase().startsWith(v)).slice(0,5):[];id('s').hidden=!h.length;put('s',h.map(x=>`<p>${x}</p>`).join(''));all('#s p').forEach(e=>e.onclick=()=>{got=e.textContent;id('i').value=got;id('s').hidden=true})};"
    "id('ok').onclick=()=>end(got===w);",
    css="#s{position:absolute;left:36px;top:26px;background:#fff;border:1px solid #888;width:96px;z-index:2}#s p{margin:0;padding:4px;cursor:pointer}#s p:hover{background:#cdf}",
)
page(
    "two-lists-move",
    "Move {who} to the list Team and press Save.",
    "<div class=g><div><b>People</b><select id=a size=6></select></div><div class=m><button id=r>&gt;</button><br><button id=l>&lt;</button></div><div><b>Team</b><select id=b size=6></select></div></div><p><button id=ok>Save</button></p>",
    script=DICE
    + NAMES
    + "const n=S(NAMES,5),k=1+R(4);ask({who:n[k]});const A=id('a'),B=id('b');n.forEach((x,i)=>(i?A:B).add(new Option(x)));const mv=(f,t)=>{const o=f.selectedOptions[0];if(o){o.selected=false;t.add(o)}};id('r').onclick=()=>mv(A,B);id('l').onclick=()=>mv(B,A);"
    "id('ok').onclick=()=>end([...B.options].map(o=>o.text).join()===n[0]+','+n[k]);",
    css=".g{display:flex;gap:6px}.g select{display:block;width:56px;height:90px}.m{padding-top:30px}.m button{width:24px;margin:3px 0}",
)
page(
    "file-into-folder",
    "Drag the file {file} onto the folder {dir}.",
    "<div id=r></div>",
    script=DICE
    + "const f=S(W('plan note song bill map'),3),d=S(W('Work Home Trips Old'),3),k=R(3),j=R(3);ask({file:f[k],dir:d[j]});"
    "put('r',d.map((x,i)=>`<div class=d style='left:${4+i*50}px'><i></i>${x}</div>`).join('')+f.map((x,i)=>`<div class=f style='left:${4+i*50}px;top:85px'><i></i>${x}</div>`).join(''));"
    "let h=null,ox=0,oy=0;all('.f').forEach((e,i)=>e.onmousedown=m=>{h=e;h.k=i;ox=m.clientX-e.offsetLeft;oy=m.clientY-e.offsetTop;e.style.zIndex=5;m.preventDefault()});document.onmousemove=m=>{if(h){h.style.left=(m.clientX-ox)+'px';h.style.top=(m.clientY-oy)+'px'}};"
    "document.onmouseup=m=>{if(!h)return;const to=all('.d').findIndex(e=>{const b=e.getBoundingClientRect();return m.clientX>b.x&&m.clientX<b.right&&m.clientY>b.y&&m.clientY<b.bottom}),was=h.k;h.style.left=(4+was*50)+'px';h.style.top='85px';h=null;if(to>=0)end(was===k&&to===j)};",
    css="#r{position:relative;height:150px}.d,.f{position:absolute;width:44px;text-align:center;cursor:default}.d{top:5px;padding:3px 0}.d i{display:block;width:34px;height:24px;background:#fc6;border:1px solid #a70;border-radius:2px 8px 2px 2px;margin:0 auto 2px}.f i{display:block;width:20px;height:26px;background:#fff;border:1px solid #666;margin:0 auto 2px}",
)
page(
    "timetable-cell",
    "Click the cell of {day} at {time} in the timetable.",
    "<table id=r></table>",
    script=DICE
    + "const d=W('Mon Tue Wed Thu Fri'),t=W('9:00 10:00 11:00 12:00 13:00'),k=R(5),j=R(5);ask({day:d[k],time:t[j]});"
    "put('r','<tr><th>'+d.map(x=>`<th>${x}`).join('')+'</tr>'+t.map(x=>`<tr><th>${x}${d.map(()=>`<td class='${R(3)?'':'x'}'>`).join('')}</tr>`).join(''));all('td').forEach((e,i)=>e.onclick=()=>end(i===j*5+k));",
    css="table{border-collapse:collapse}th{font-weight:normal;color:#444;padding:1px;width:21px}td{border:1px solid #bbb;width:21px;height:21px;cursor:pointer}td.x{background:#fda}td:hover{background:#cdf}",
)
page(
    "board-card-column",
    "Move the card {card} to the column {col} with its arrows.",
    "<div id=r></div>",
    script=DICE
    + "const c=['To do','Doing','Done'],t=S(W('Login Search Print Help Email Export'),4),at=[0,0,1,2],k=R(4),to=P([0,1,2].filter(x=>x!==at[k])),o=[...at];ask({card:t[k],col:c[to]});"
    "const show=()=>{put('r',c.map((x,i)=>`<div class=c><b>${x}</b>${t.map((y,n)=>at[n]===i?`<div class=k>${y}<br>${i?`<button data-n=${n} data-d=-1>←</button>`:''}${i<2?`<button data-n=${n} data-d=1>→</button>`:''}</div>`:'').join('')}</div>`).join(''));"
    "all('.k button').forEach(e=>e.onclick=()=>{const n=+e.dataset.n;at[n]+=+e.dataset.d;show();if(n!==k)end(false);else if(at[n]===to)end(true)})};show();",
    css="#r{display:flex;gap:3px}.c{width:48px;background:#e8e8e8;min-height:140px;padding:1px;text-align:center}.k{background:#fff;border:1px solid #bbb;margin:3px 1px;padding:2px 0}.k button{padding:0 3px;font-size:9px}",
)
page(
    "price-edit-in-place",
    "Double-click the price of {what}, change it to {n} and press Enter.",
    "<table id=r></table>",
    script=DICE
    + "const t=S(W('Tea Coffee Juice Water Milk Cake'),4),p=S([3,5,7,8,11,13],4),k=R(4),n=20+R(70);ask({what:t[k],n});"
    "put('r','<tr><th>Item<th>Price</tr>'+t.map((x,i)=>`<tr><td>${x}<td class=p>${p[i]}</tr>`).join(''));"
    "all('.p').forEach((e,i)=>e.ondblclick=()=>{if(e.firstElementChild)return;e.innerHTML=`<input size=4 value=${p[i]}>`;const f=e.firstElementChild;f.focus();f.select();f.onkeydown=v=>{if(v.key==='Enter')end(i===k&&f.value.trim()===''+n)}});",
    css="table{border-collapse:collapse}td,th{border:1px solid #aaa;padding:4px 8px;text-align:left;height:16px}.p{width:60px;cursor:text}",
)
page(
    "list-ctrl-two",
    "Hold Ctrl and select {a} and {b} in the list, then press OK.",
    "<select id=s multiple size=7></select><p><button id=ok>OK</button></p>",
    script=DICE
    + "const t=S(W('Violin Piano Flute Guitar Drum Harp Trumpet Organ'),7),[a,b]=S([0,1,2,3,4,5,6],2);ask({a:t[a],b:t[b]});put('s',t.map(x=>`<option>${x}`).join(''));"
    "id('ok').onclick=()=>end([...id('s').options].every((o,i)=>o.selected===(i===a||i===b)));",
    css="#s{width:110px;height:108px}",
)
page(
    "count-dots",
    "Count the {colour} dots and click the number.",
    "<div id=r></div><div id=b></div>",
    script=DICE
    + "const c=S([['red','#e22'],['blue','#22e'],['green','#2a2']],2),n=[1+R(6),1+R(6)];ask({colour:c[0][0]});const d=S([...Array(n[0]).fill(0),...Array(n[1]).fill(1)]),at=S([...Array(20).keys()]);"
    "put('r',d.map((x,i)=>`<i style='background:${c[x][1]};left:${at[i]%5*27+6}px;top:${Math.floor(at[i]/5)*22+5}px'></i>`).join(''));put('b',[1,2,3,4,5,6].map(x=>`<button>${x}</button>`).join(' '));"
    "all('#b button').forEach(e=>e.onclick=()=>end(+e.textContent===n[0]));",
    css="#r{position:relative;height:92px;width:142px;border:1px solid #ccc;margin-bottom:8px}#r i{position:absolute;width:14px;height:14px;border-radius:7px}#b button{width:20px;padding:1px 0}",
)
page(
    "filter-by-make",
    "Press the filter {f} and click the {what}.",
    "<div id=f></div><div id=r></div>",
    script=DICE
    + "const m=S(['Wood','Steel','Glass']),t=S(W('table lamp shelf bowl chair clock'),3),k=R(3),j=R(3);ask({f:m[k],what:t[j]});let on=-1;put('f',['All',...m].map(x=>`<span>${x}</span>`).join(''));"
    "const show=f=>{on=f;all('#f span').forEach((e,i)=>e.className=i===f+1?'on':'');const d=S(t.flatMap((x,i)=>[0,1,2].filter(y=>f<0||y===f).map(y=>[i,y])));put('r',d.map(([i,y])=>`<p class=x data-i=${i} data-y=${y}>${t[i]}<small>${m[y]}</small></p>`).join(''));"
    "all('.x').forEach(e=>e.onclick=()=>end(on===k&&+e.dataset.y===k&&+e.dataset.i===j))};all('#f span').forEach((e,i)=>e.onclick=()=>show(i-1));show(-1);",
    css="#f span{display:inline-block;border:1px solid #888;border-radius:8px;padding:2px 6px;margin:1px;cursor:pointer}#f span.on{background:#246;color:#fff}.x{margin:0;padding:0 3px;border-bottom:1px solid #ddd;cursor:pointer}.x small{float:right;color:#888}",
)
page(
    "alarm-time-arrows",
    "Set the alarm to {time} and press Set.",
    "<div id=r></div><p><button id=ok>Set</button></p>",
    script=DICE
    + "const z=x=>(''+x).padStart(2,'0'),w=[1+R(23),5*R(12)],v=[(w[0]+P([22,23,1,2,3]))%24,(w[1]+5*P([10,11,1,2,3]))%60];ask({time:w.map(z).join(':')});"
    "put('r',[0,1].map(i=>`<div><button data-i=${i} data-d=1>▲</button><b></b><button data-i=${i} data-d=-1>▼</button></div>`).join('<span>:</span>'));const show=()=>all('#r b').forEach((e,i)=>{e.textContent=z(v[i])});"
    "all('#r button').forEach(e=>e.onclick=()=>{const i=+e.dataset.i,n=[24,60][i];v[i]=(v[i]+n+e.dataset.d*[1,5][i])%n;show()});show();id('ok').onclick=()=>end(v[0]===w[0]&&v[1]===w[1]);",
    css="#r{display:flex;align-items:center;gap:8px;margin:6px 10px}#r div{display:flex;flex-direction:column;align-items:center;width:40px}#r b{font-size:22px;padding:4px}#r button{width:36px}#r span{font-size:22px}",
)
page(
    "show-more-until",
    "Press Show more until {what} appears, then click {what}.",
    "<div id=r></div><button id=go>Show more</button>",
    script=DICE
    + "const t=S(W('Ant Bear Cow Duck Eagle Fox Goat Horse Lion Mouse Owl Pig Rabbit Sheep Tiger Wolf'),15),k=3+R(12);ask({what:t[k]});let n=3;"
    "const show=()=>{put('r',t.slice(0,n).map(x=>`<span class=x>${x}</span>`).join(''));id('go').hidden=n>=15;all('.x').forEach((e,i)=>e.onclick=()=>end(i===k))};id('go').onclick=()=>{n+=4;show()};show();",
    css="#r{display:grid;grid-template-columns:repeat(3,46px);gap:4px;margin-bottom:5px}.x{border:1px solid #bbb;background:#f7f7f0;padding:4px 2px;text-align:center;cursor:pointer}",
)
page(
    "ja-log-in",
    "利用者名に {user}、合言葉に {word} を入力して「入る」を押してください。",
    "<p>利用者名<br><input id=a size=15></p><p>合言葉<br><input id=b type=password size=15></p><p><label><input type=checkbox id=c> 記憶する</label></p><button id=no>やめる</button> <button id=ok>入る</button>",
    script=DICE
    + "const u=P(W('sato suzuki tanaka ito kato mori')),w=P(W('yama kawa sora hana'))+(10+R(90));ask({user:u,word:w});id('no').onclick=()=>end(false);"
    "id('ok').onclick=()=>end(id('a').value.trim()===u&&id('b').value===w&&!id('c').checked);",
)
page(
    "ja-survey-grid",
    "「{a}」は「{x}」、「{b}」は「{y}」を選んで「送信」を押してください。",
    "<table id=r></table><p><button id=ok>送信</button></p>",
    script=DICE
    + "const q=S(['味','値段','店員','場所'],2),c=['良い','普通','悪い'],v=[R(3),R(3)];ask({a:q[0],x:c[v[0]],b:q[1],y:c[v[1]]});const o=S([0,1]);"
    "put('r','<tr><th>'+c.map(x=>`<th>${x}`).join('')+'</tr>'+o.map(i=>`<tr><th>${q[i]}${c.map((x,j)=>`<td><input type=radio name=q${i} data-i=${i} data-j=${j}>`).join('')}</tr>`).join(''));"
    "id('ok').onclick=()=>end([0,1].every(i=>all('#r input').some(e=>e.checked&&+e.dataset.i===i&&+e.dataset.j===v[i])));",
    css="table{border-collapse:collapse}th,td{border:1px solid #ccc;padding:5px 6px;text-align:center}td input{margin:0}",
)
page(
    "ja-feed-like",
    "{who}さんの投稿の「いいね」を押してください。",
    "<div id=r></div>",
    script=DICE
    + "const n=S(['山田','中村','小林','加藤','吉田'],3),t=S(['今日は雨です。','パンを焼きました。','海へ行きました。','花が咲きました。'],3),k=R(3);ask({who:n[k]});"
    "put('r',n.map((x,i)=>`<div class=c><b>${x}</b><br>${t[i]}<br><a>いいね</a> <a>返信</a> <a>共有</a></div>`).join(''));all('.c a').forEach((e,i)=>e.onclick=()=>end(i===k*3));",
    css=".c{border:1px solid #ccc;border-radius:4px;margin-bottom:4px;padding:2px 5px;line-height:14px}.c a{color:#06c;cursor:pointer;margin-right:8px}",
)
