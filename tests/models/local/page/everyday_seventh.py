# ruff: noqa: E501 - pages are read more easily with their elements in one line
"""Everyday pages, the seventh of the files: wizards, scrolling, selecting, charts and fields."""

from __future__ import annotations

from tests.models.local.page.draws import DICE, NAMES
from tests.models.local.page.everyday_pages import page

page(
    "bike-wizard",
    "Choose {colour}, then {size}, then press Finish.",
    "<b id=t></b><div id=r></div><button id=back>Back</button> <button id=go>Next</button>",
    script=DICE
    + "const st=[['Colour',S(['Red','Green','White','Black'],3)],['Size',S(['Small','Middle','Big'])],['Check',[]]],k=[R(3),R(3)],v=[-1,-1];let now=0;ask({colour:st[0][1][k[0]],size:st[1][1][k[1]]});"
    "const show=()=>{id('t').textContent=`Step ${now+1} of 3: ${st[now][0]}`;id('back').disabled=!now;id('go').textContent=now<2?'Next':'Finish';"
    "put('r',now<2?st[now][1].map((x,i)=>`<p><label><input type=radio name=z ${v[now]===i?'checked':''}> ${x}</label></p>`).join(''):`<p>Colour: ${st[0][1][v[0]]}</p><p>Size: ${st[1][1][v[1]]}</p>`);all('#r input').forEach((e,i)=>e.onclick=()=>{v[now]=i})};"
    "id('back').onclick=()=>{now--;show()};id('go').onclick=()=>{if(now===2)return end(v[0]===k[0]&&v[1]===k[1]);if(v[now]>=0){now++;show()}};show();",
    css="#r{height:80px}",
)
page(
    "scroll-countries",
    "Scroll down in the list and click {land}.",
    "<div id=r data-scroll></div>",
    script=DICE
    + "const t=W('Austria Belgium Canada Denmark Egypt Finland Greece Hungary Iceland Japan Kenya Latvia Mexico Norway Oman Poland Qatar Romania Spain Turkey Uganda Vietnam Yemen Zambia'),k=8+R(16);ask({land:t[k]});"
    "put('r',t.map(x=>`<p>${x}</p>`).join(''));all('#r p').forEach((e,i)=>e.onclick=()=>end(i===k));",
    css="#r{height:120px;width:130px;overflow-y:scroll;border:1px solid #888}#r p{margin:0;padding:4px 6px;cursor:pointer;border-bottom:1px solid #eee}#r p:hover{background:#cdf}",
)
page(
    "hover-shop-menu",
    "Point at {part} and click {item} in its menu.",
    "<div id=r></div><p class=x>Welcome to our shop.</p>",
    script=DICE
    + "const t=S([['Home',['Lamps','Beds','Rugs','Pots']],['Sport',['Balls','Skis','Shoes','Tents']],['Toys',['Dolls','Trains','Kites','Games']],['Food',['Nuts','Pasta','Jam','Honey']]],3),k=R(3),g=P(t[k][1]);ask({part:t[k][0],item:g});"
    "put('r',t.map((x,i)=>`<div class=h>${x[0]}<div class=k>${x[1].map(y=>`<p data-i=${i}>${y}</p>`).join('')}</div></div>`).join(''));all('.k p').forEach(e=>e.onclick=()=>end(+e.dataset.i===k&&e.textContent===g));",
    css="#r{display:flex;background:#246;color:#fff}.h{padding:6px 9px;position:relative;cursor:default}.k{display:none;position:absolute;left:0;top:24px;background:#fff;color:#000;border:1px solid #246;width:60px;z-index:2}.h:hover{background:#48a}.h:hover .k{display:block}.k p{margin:0;padding:5px 6px;cursor:pointer}.k p:hover{background:#cdf}.x{color:#888;padding:20px 6px}",
)
page(
    "price-from-to",
    "Set the price range from ${a} to ${b} and press Show.",
    "<p>Price: <b id=o></b></p><div id=r><div id=l></div><i></i><i></i></div><p><button id=ok>Show</button></p>",
    script=DICE + "const a=10+10*R(4),b=a+30+10*R(Math.max(1,(60-a)/10)),v=[0,100],X=x=>x*1.2;ask({a,b});let h=-1;"
    "const show=()=>{all('#r i').forEach((e,i)=>{e.style.left=(X(v[i])-6)+'px'});id('o').textContent=`$${v[0]} – $${v[1]}`};all('#r i').forEach((e,i)=>e.onmousedown=m=>{h=i;m.preventDefault()});"
    "document.onmousemove=m=>{if(h<0)return;const x=Math.round((m.clientX-id('r').getBoundingClientRect().x)/12)*10;v[h]=h?Math.min(100,Math.max(v[0]+10,x)):Math.max(0,Math.min(v[1]-10,x));show()};document.onmouseup=()=>{h=-1};show();"
    "id('ok').onclick=()=>end(v[0]===a&&v[1]===b);",
    css="#r{position:relative;height:24px;width:120px;margin:10px 12px}#l{position:absolute;top:10px;height:4px;width:120px;background:#9ab}#r i{position:absolute;top:5px;width:12px;height:14px;background:#06c;border-radius:4px;cursor:pointer}",
)
page(
    "select-word-copy",
    "Select the word “{word}” in the text and press Copy.",
    "<p id=r></p><button id=ok>Copy</button>",
    script=DICE
    + "const t=P(['The small boat goes down the river to the old town.','A brown dog sleeps under the table near my chair.','We baked some fresh bread and ate cheese with honey.','Seven birds sat on a long fence behind our house.']),w=P(S(t.replace('.','').split(' ')).filter(x=>x.length>3));ask({word:w});"
    "id('r').textContent=t;let s='';document.onselectionchange=()=>{s=getSelection().toString()};id('ok').onmousedown=e=>e.preventDefault();id('ok').onclick=()=>end(s.trim()===w);",
    css="#r{font-size:13px;line-height:20px;border:1px solid #ccc;padding:5px}",
)
page(
    "bar-chart-day",
    "Click the bar of {day} in the chart.",
    "<b>Visitors</b><div id=r></div>",
    script=DICE
    + "const t=W('Mon Tue Wed Thu Fri Sat'),k=R(6);ask({day:t[k]});put('r',t.map(x=>`<div class=c><u style='height:${20+R(75)}px'></u><span>${x}</span></div>`).join(''));"
    "all('#r u').forEach((e,i)=>e.onclick=()=>end(i===k));",
    css="#r{display:flex;align-items:flex-end;height:115px;gap:3px;border-left:1px solid #555;padding-left:3px}.c{display:flex;flex-direction:column;align-items:center;width:21px}.c u{width:16px;background:#59c;cursor:pointer}.c span{border-top:1px solid #555;width:24px;text-align:center}",
)
page(
    "notes-new",
    "Press New, write “{text}” and press Save.",
    "<div id=r></div><div id=e hidden><textarea id=i rows=4 cols=20></textarea><br><button id=ok>Save</button> <button id=no>Cancel</button></div><button id=go>New</button>",
    script=DICE
    + "const t=S(['Buy tea','Call mother','Pay the rent','Water the plants','Wash the car','Book a table'],4),g=t[3];ask({text:g});put('r',t.slice(0,3).map(x=>`<p class=n>${x}</p>`).join(''));"
    "const flip=x=>{id('e').hidden=!x;id('r').hidden=x;id('go').hidden=x;id('i').value=''};id('go').onclick=()=>flip(true);id('no').onclick=()=>flip(false);id('ok').onclick=()=>end(id('i').value.trim()===g);",
    css=".n{background:#ffc;border:1px solid #db8;padding:5px;width:120px}",
)
page(
    "file-right-click",
    "Right-click the file {file} and choose {act}.",
    "<div id=r></div><div id=m hidden></div>",
    script=DICE
    + "const t=S(['letter','budget','photo','recipe','poem'],4),k=R(4),a=['Open','Copy','Rename','Delete'],g=P(a);ask({file:t[k],act:g});let on=-1;const m=id('m');"
    "put('r',t.map(x=>`<div class=f><i></i>${x}</div>`).join(''));put('m',a.map(x=>`<p>${x}</p>`).join(''));document.oncontextmenu=e=>{e.preventDefault();const f=e.target.closest('.f');m.hidden=!f;if(!f)return;on=all('.f').indexOf(f);m.style.left=Math.min(98,f.offsetLeft+24)+'px';m.style.top=(f.offsetTop+12)+'px'};"
    "all('.f').forEach(e=>e.onclick=()=>{m.hidden=true});all('#m p').forEach(e=>e.onclick=()=>end(on===k&&e.textContent===g));",
    css="#r{display:grid;grid-template-columns:1fr 1fr;gap:8px}.f{text-align:center;cursor:default;padding:4px}.f i{display:block;width:22px;height:26px;margin:0 auto 2px;border:1px solid #888;background:#f6f6f6}#m{position:absolute;background:#fff;border:1px solid #666;box-shadow:2px 2px 3px #999;width:56px;z-index:3}#m p{margin:0;padding:3px 6px;cursor:pointer}#m p:hover{background:#cdf}",
)
page(
    "password-twice",
    "Type {word} into both password fields and press Change.",
    "<p>Account <b id=u></b></p><p>New password<br><input id=a type=password size=15></p><p>Repeat password<br><input id=b type=password size=15></p><button id=ok>Change</button> <button id=no>Cancel</button>",
    script=DICE
    + NAMES
    + "const w=P(W('sun moon tree lake bird rose'))+(10+R(90));ask({word:w});id('u').textContent=P(NAMES).toLowerCase();id('no').onclick=()=>end(false);id('ok').onclick=()=>end(id('a').value===w&&id('b').value===w);",
)
page(
    "tag-chips",
    "Remove the tag {a} and press Done.",
    "<p>Tags of this photo</p><div id=r></div><p><button id=ok>Done</button></p>",
    script=DICE
    + "const t=S(W('travel family summer garden party winter music sport'),5),k=R(5),off=new Set();ask({a:t[k]});"
    "put('r',t.map(x=>`<span class=c>${x} <u>✕</u></span>`).join(' '));all('.c u').forEach((e,i)=>e.onclick=()=>{off.add(i);all('.c')[i].style.display='none'});"
    "id('ok').onclick=()=>end(off.size===1&&off.has(k));",
    css=".c{display:inline-block;background:#dde6f5;border-radius:9px;padding:3px 6px;margin:2px}.c u{text-decoration:none;cursor:pointer;color:#a33;padding:0 2px}#r{min-height:60px}",
)
page(
    "ja-toast-undo",
    "「{what}」を押して、出てきたお知らせの「{act}」を押してください。",
    "<div id=r></div><div id=t hidden><span id=x></span><a>元に戻す</a><a>閉じる</a></div>",
    script=DICE
    + "const t=S(['コピー','移動','削除','圧縮'],3),k=R(3),g=P(['元に戻す','閉じる']);ask({what:t[k],act:g});let on=-1;put('r',t.map(x=>`<p><button>${x}</button></p>`).join(''));"
    "all('#r button').forEach((e,i)=>e.onclick=()=>{on=i;id('t').hidden=false;id('x').textContent=t[i]+'しました'});all('#t a').forEach(e=>e.onclick=()=>end(on===k&&e.textContent===g));",
    css="#t{position:absolute;top:92px;left:4px;width:134px;background:#333;color:#fff;padding:7px;border-radius:4px}#t span{display:block;margin-bottom:4px}#t a{color:#8cf;cursor:pointer;margin-right:14px;text-decoration:underline}",
)
page(
    "ja-cheapest",
    "一番{how}品物の「買う」を押してください。",
    "<div id=r></div>",
    script=DICE
    + "const t=S(['なべ','かさ','本','時計','いす','皿'],4),p=S([120,260,340,480,590,750,980],4),k=R(2),g=k?Math.max(...p):Math.min(...p);ask({how:k?'高い':'安い'});"
    "put('r',t.map((x,i)=>`<div class=l><span>${x}</span><b>${p[i]}円</b><button>買う</button></div>`).join(''));all('.l button').forEach((e,i)=>e.onclick=()=>end(p[i]===g));",
    css=".l{display:flex;align-items:center;gap:6px;border:1px solid #ccc;margin:4px 0;padding:3px 5px}.l span{width:40px}.l b{flex:1;color:#b00}",
)
page(
    "ja-weekdays",
    "「{a}」と「{b}」にチェックを入れて「登録」を押してください。",
    "<p>ごみを出す曜日</p><div id=r></div><p><button id=ok>登録</button></p>",
    script=DICE + "const t=['月','火','水','木','金','土'],[a,b]=S([0,1,2,3,4,5],2).sort();ask({a:t[a],b:t[b]});"
    "put('r',t.map(x=>`<label><input type=checkbox> ${x}</label>`).join(''));id('ok').onclick=()=>end(all('#r input').every((e,i)=>e.checked===(i===a||i===b)));",
    css="#r{display:grid;grid-template-columns:1fr 1fr;width:110px;row-gap:5px}",
)
page(
    "ja-score-read",
    "{who}さんの{what}の点数を入力して「送信」を押してください。",
    "<table id=r></table><p>点数 <input id=i size=6></p><button id=ok>送信</button>",
    script=DICE
    + "const n=S(['佐藤','鈴木','高橋','田中','伊藤'],3),c=['国語','数学'],d=S([41,53,58,62,67,74,79,86,88,95],6),k=R(3),j=R(2);ask({who:n[k],what:c[j]});"
    "put('r','<tr><th><th>'+c.join('<th>')+'</tr>'+n.map((x,i)=>`<tr><th>${x}<td>${d[i*2]}<td>${d[i*2+1]}</tr>`).join(''));id('ok').onclick=()=>end(id('i').value.trim()===''+d[k*2+j]);",
    css="table{border-collapse:collapse}th,td{border:1px solid #999;padding:2px 9px}",
)
