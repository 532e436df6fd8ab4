# ruff: noqa: E501 - pages are read more easily with their elements in one line
"""Another lot of fresh pages: small tasks with plainly worded wishes, in many sizes and looks."""

from __future__ import annotations

import math

from tests.models.local.page.fresh_pages import page as any_page


def page(
    name: str, look: str, size: tuple[int, int], wish: str, body: str, script: str, css: str = "", lot: str = "r2"
) -> None:
    """``size`` in CSS pixels; what would not fit the browser's window of 341 × 256 is shown smaller, by the script's Z."""
    zoom = math.floor(100 * min(1, 341 / size[0], 256 / size[1])) / 100
    frame = f"#wrap{{width:{size[0]}px;height:{size[1]}px;zoom:{zoom}}}"
    any_page(lot, look, name, wish, body, f"const Z={zoom};{script}", frame + css)


page(
    "tree-right-click",
    "plain",
    (240, 240),
    "Unfold the folder {a}, right-click the file {f} in it and choose {cmd}.",
    "<div id=r></div><div id=c hidden></div>",
    """const fo=S(W('Letters Pictures Music Taxes Recipes'),3),fi=S(W('spring.txt autumn.txt garden.txt river.txt summer.txt winter.txt cousin.txt market.txt school.txt'),9),cs=W('Open Copy Rename Delete Print'),k=R(3),j=R(3),cmd=P(cs);let at=-1;ask({a:fo[k],f:fi[k*3+j],cmd});
    put('r',fo.map((x,y)=>`<div class=f><a>▸ ${x}</a><div class=k hidden>${range(0,2).map(i=>`<div class=i>${fi[y*3+i]}</div>`).join('')}</div></div>`).join(''));put('c',cs.map(x=>`<div>${x}</div>`).join(''));
    on('.f a',(i,e)=>{const q=all('.k')[i];q.hidden=!q.hidden;e.textContent=(q.hidden?'▸ ':'▾ ')+fo[i]});all('.i').forEach((e,i)=>e.oncontextmenu=v=>{v.preventDefault();at=i;const w=id('wrap').getBoundingClientRect();id('c').hidden=false;id('c').style.left=Math.min(v.clientX-w.x,160)+'px';id('c').style.top=Math.min(v.clientY-w.y,140)-36+'px'});
    id('area').onclick=v=>{if(!id('c').contains(v.target))id('c').hidden=true};on('#c div',i=>end(at===k*3+j&&cs[i]===cmd));""",
    "#r{margin:4px 6px;min-height:180px}.f a{cursor:pointer;display:block;padding:4px 0;font-weight:bold}.k{padding-left:16px}.i{padding:3px 4px;cursor:default}.i:hover{background:#e7effb}#c{position:absolute;background:#fff;border:1px solid #888;box-shadow:2px 2px 4px #0004;width:74px;z-index:3}#c div{padding:3px 8px;cursor:default}#c div:hover{background:#cfe0fb}",
)
page(
    "room-heating",
    "dark",
    (240, 200),
    "Set the {room} to {t} °C and press Save.",
    "<p class=t>Heating</p><div id=r></div><p><button id=no>Cancel</button> <button id=ok class=main>Save</button></p>",
    """const n=S(['Kitchen','Bedroom','Bathroom','Hall','Study'],3),v=n.map(()=>17+R(6)),o=[...v],k=R(3),t=v[k]+P([-2,-1.5,-1,1,1.5,2,2.5]);ask({room:n[k].toLowerCase(),t});const show=()=>{put('r',n.map((x,i)=>`<div class=w><span>${x}</span><button>−</button><b>${v[i].toFixed(1)} °C</b><button>+</button></div>`).join(''));on('#r button',i=>{v[(i-i%2)/2]+=i%2?.5:-.5;show()})};show();
    id('ok').onclick=()=>end(v.every((x,i)=>x===(i===k?t:o[i])));id('no').onclick=()=>end(false);""",
    ".t{font-weight:bold;font-size:12px}.w{display:flex;align-items:center;gap:8px;margin:6px 2px}.w span{width:74px}.w b{width:50px;text-align:center}.w button{width:24px;padding:3px 0}",
)
page(
    "ride-minutes",
    "plain",
    (200, 220),
    "How many minutes does the ride to {town} take? Write the number into the box and press OK.",
    "<table id=r></table><p>Minutes: <input id=i size=5> <button id=ok>OK</button></p>",
    """const n=S(TOWNS,4),c=n.map(()=>[360+R(900),18+R(80)]),k=R(4),f=m=>`${String(Math.floor(m/60)).padStart(2,'0')}:${String(m%60).padStart(2,'0')}`;ask({town:n[k]});put('r','<tr><th>To<th>Leaves<th>Arrives'+n.map((x,i)=>`<tr><td>${x}<td>${f(c[i][0])}<td>${f(c[i][0]+c[i][1])}`).join(''));
    id('ok').onclick=()=>end(id('i').value.trim()===''+c[k][1]);""",
    "table{border-collapse:collapse;margin:4px 0 8px;font:11px monospace;background:#1d2b1d;color:#ffd34d}td,th{padding:4px 8px;text-align:left}th{color:#aaa;font-weight:normal}",
)
page(
    "order-number",
    "flat",
    (320, 254),
    "Copy the order number of the {item} into the box and press Search.",
    "<p><input id=i size=18 placeholder='Order number'> <button id=ok>Search</button></p><div id=r></div>",
    """const t=S(['lamp','teapot','blanket','mirror','basket','clock'],4),n=t.map(()=>`${P([...'ABCDEFGHJK'])}${R(9)+1}-${10000+R(90000)}`),k=R(4);ask({item:t[k]});put('r',t.map((x,i)=>`<div class=o><b>${x[0].toUpperCase()+x.slice(1)}</b> · € ${9+R(80)}<br><span>Order ${n[i]}</span></div>`).join(''));
    id('ok').onclick=()=>end(id('i').value.trim()===n[k]);""",
    ".o{border:1px solid #dde2ec;border-radius:6px;padding:4px 7px;margin:4px 0;line-height:1.5}.o span{color:#667;font-size:10px}",
)
page(
    "tab-and-field",
    "jquery",
    (340, 250),
    "Go to the tab {tab}, change the {field} to “{v}” and press Save.",
    "<div id=t></div><div id=r></div><button id=ok>Save</button> <button id=no>Close</button>",
    """const d={Name:['first name','surname'],Address:['street','town'],Contact:['telephone','homepage']},pool={'first name':S(NAMES),surname:S(W('Miller Fischer Rossi Novak Larsen')),street:S(['Mill Lane 4','High Street 17','Park Road 9','Elm Row 31']),town:S(TOWNS),telephone:S(['020 4417','031 5520','044 1809']),homepage:S(W('blue.test birch.test lake.test'))},tab=P(Object.keys(d)),field=P(d[tab]),v=pool[field][1];let on1=0;ask({tab,field,v});
    put('t',Object.keys(d).map(x=>`<span>${x}</span>`).join(''));put('r',Object.keys(d).map(x=>`<div class=p>${d[x].map(f=>`<p><label>${f[0].toUpperCase()+f.slice(1)}<br><input data-f='${f}' size=26 value='${pool[f][0]}'></label></p>`).join('')}</div>`).join(''));
    const show=()=>{all('.p').forEach((e,i)=>{e.hidden=i!==on1});all('#t span').forEach((e,i)=>e.classList.toggle('on',i===on1))};on('#t span',i=>{on1=i;show()});show();
    id('ok').onclick=()=>end(all('#r input').every(e=>e.value.trim()===(e.dataset.f===field?v:pool[e.dataset.f][0])));id('no').onclick=()=>end(false);""",
    "#t{display:flex;gap:2px;border-bottom:1px solid #aaa}#t span{background:#e6e6e6;border:1px solid #bbb;border-bottom:0;border-radius:4px 4px 0 0;padding:4px 12px;cursor:pointer}#t span.on{background:#fff;font-weight:bold}#r{border:1px solid #bbb;border-top:0;padding:6px 8px;margin-bottom:8px;height:110px}#r p{margin:6px 0}",
)
page(
    "rub-the-field",
    "soft",
    (280, 240),
    "Hold the mouse button and rub over the grey field until you can read the number. Write it into the box and press OK.",
    "<div id=b><span id=n></span><canvas id=g width=200 height=90></canvas></div><p>Number: <input id=i size=6> <button id=ok>OK</button></p>",
    """const n=1000+R(9000);ask({});id('n').textContent=n;const g=id('g').getContext('2d');g.fillStyle='#9a9a9a';g.fillRect(0,0,200,90);g.fillStyle='#b4b4b4';for(let i=0;i<70;i++)g.fillRect(R(200),R(90),3,3);g.globalCompositeOperation='destination-out';g.lineCap='round';g.lineWidth=26;
    let p=null;const pt=v=>{const r=id('g').getBoundingClientRect();return [(v.clientX-r.x)/r.width*200,(v.clientY-r.y)/r.height*90]};id('g').onmousedown=v=>{p=pt(v);v.preventDefault()};document.onmousemove=v=>{if(!p)return;const q=pt(v);g.beginPath();g.moveTo(...p);g.lineTo(...q);g.stroke();p=q};document.onmouseup=()=>{p=null};
    id('ok').onclick=()=>end(id('i').value.trim()===''+n);""",
    "#b{position:relative;width:200px;height:90px;margin:6px 30px 10px;background:#fff}#n{position:absolute;left:0;top:0;width:200px;line-height:90px;text-align:center;font:bold 26px/90px monospace;user-select:none}#g{position:absolute;left:0;top:0;cursor:pointer}",
)
page(
    "scroll-to-notice",
    "material",
    (300, 240),
    "Scroll down the notices to “{what}” and press its Join button.",
    "<div id=r></div>",
    """const t=S(['Chess evening','Tree planting','Book swap','Night walk','Choir practice','Bread baking','Bicycle repair','Film club','Yoga class','Flea market','Quiz night','Pottery course'],12),k=6+R(6);ask({what:t[k]});put('r',t.map(x=>`<div class=card><button class=main>Join</button><b>${x}</b><br>${P(W('Monday Tuesday Thursday Friday Sunday'))}, ${9+R(11)} o'clock</div>`).join(''));on('#r button',i=>end(i===k));""",
    "#r{height:190px;overflow-y:scroll;padding-right:4px}#r .card{padding:7px 9px;line-height:1.5}#r button{float:right;margin-top:3px}",
)
page(
    "other-word",
    "flat",
    (300, 220),
    "Change the word “{a}” to “{b}” in the text, then press Save.",
    "<textarea id=x rows=5 spellcheck=false></textarea><p><button id=ok>Save</button> <button id=no class=soft>Discard</button></p>",
    """const w=S(W('concert market station bakery library museum'),5),k=R(4),t=`We left the ${w[0]} early. The ${w[1]} was far away, so a ${w[2]} near the ${w[3]} had to do.`;ask({a:w[k],b:w[4]});id('x').value=t;
    id('ok').onclick=()=>end(id('x').value.trim().replace(/\\s+/g,' ')===t.replace(w[k],w[4]));id('no').onclick=()=>end(false);""",
    "#x{width:280px;font:13px/1.5 serif;resize:none;padding:6px}",
)
page(
    "keys-in-order",
    "dark",
    (200, 200),
    "Press these keys on the keyboard, one after another: {a}, {b}, {c}, {d}.",
    "<p>Pressed so far:</p><div id=o></div>",
    """const [a,b,c]=S([...'BDFGHKMPQRTX234589'],3),d=P(['Enter','Space','Arrow up','Arrow down']),want=[a,b,c,d.replace('Arrow up','ARROWUP').replace('Arrow down','ARROWDOWN').replace('Space',' ').toUpperCase()];let n=0;ask({a,b,c,d});
    document.onkeydown=e=>{if(W('Shift Control Alt Meta CapsLock').includes(e.key)||e.key[0]==='F'&&e.key.length>1)return;e.preventDefault();if(e.key.toUpperCase()!==want[n])return end(false);id('o').insertAdjacentHTML('beforeend',`<kbd>${[a,b,c,d][n]}</kbd>`);if(++n===4)end(true)};""",
    "#o{display:flex;flex-wrap:wrap;gap:6px;background:#0d0f13;border:1px solid #444b5a;border-radius:6px;height:80px;padding:10px;margin-top:6px;align-content:flex-start}kbd{font:12px monospace;background:#2b303b;border:1px solid #666;border-radius:4px;padding:4px 7px;height:26px}",
)
page(
    "mail-to-folder",
    "soft",
    (480, 360),
    "Drag the mail from {who} into the folder {f}.",
    "<div id=w><div id=k></div><div id=r></div></div>",
    """const n=S(NAMES,4),f=S(W('Bills Family Work Travel Club'),4),s=S(['See you soon','The new lamp','Your ticket','Old photos','Hello again','One question']),k=R(4),j=R(4);ask({who:n[k],f:f[j]});
    put('k',f.map(x=>`<u>${x}</u>`).join(''));put('r',n.map((x,i)=>`<div class=m><b>${x}</b><br>${s[i]}</div>`).join(''));
    let h=null,o=[0,0];all('.m').forEach((e,i)=>e.onmousedown=v=>{h=e;o=[v.clientX,v.clientY];e.classList.add('h');v.preventDefault()});document.onmousemove=v=>{if(h)h.style.transform=`translate(${(v.clientX-o[0])/Z}px,${(v.clientY-o[1])/Z}px)`};
    document.onmouseup=v=>{if(!h)return;const i=all('#k u').findIndex(t=>hit(t,v)),m=all('.m').indexOf(h);h.classList.remove('h');h.style.transform='';const e=h;h=null;if(i>=0){e.style.visibility='hidden';end(i===j&&m===k)}};""",
    "#query{font-size:15px;min-height:44px}#w{display:flex;gap:14px;padding:6px;font-size:14px}#k{width:130px}#k u{display:block;text-decoration:none;background:#ffe9dd;border:1px solid #f2b699;border-radius:8px;padding:14px 12px;margin-bottom:10px}.m{width:290px;background:#fff;border:1px solid #e4c9b8;border-radius:8px;padding:9px 12px;margin-bottom:8px;cursor:grab;line-height:1.4;user-select:none}.m.h{position:relative;z-index:4;opacity:.75}",
)
page(
    "ja-fold-answer",
    "material",
    (260, 230),
    "質問「{q}」を開いて、その中の「{b}」を押してください。",
    "<div id=r></div>",
    """const q=S(['送料はいくらですか','返品できますか','いつ届きますか','領収書は出ますか','支払い方法は']).slice(0,4),a=S(['三百円からです。','一週間以内なら可能です。','二、三日かかります。','マイページにあります。']),b=['はい','いいえ'],k=R(4),j=R(2);ask({q:q[k],b:b[j]});
    put('r',q.map((x,i)=>`<div class=card><a>＋ ${x}</a><div class=k hidden><p>${a[i]}</p>役に立ちましたか <button>はい</button><button>いいえ</button></div></div>`).join(''));on('#r a',(i,e)=>{const o=all('.k')[i].hidden;all('.k').forEach((x,y)=>{x.hidden=!(o&&y===i)});all('#r a').forEach((x,y)=>{x.textContent=(o&&y===i?'－ ':'＋ ')+q[y]})});on('#r button',i=>end(i===k*2+j));""",
    "#r a{cursor:pointer;font-weight:bold;display:block;padding:2px;font-size:11px}#r p{margin:5px 2px}",
)
page(
    "ja-free-seats",
    "flat",
    (180, 230),
    "空いている席（白）はいくつありますか。数を入れて「決定」を押してください。",
    "<div id=s>スクリーン</div><div id=r></div><p><input id=i size=4> 席 <button id=ok>決定</button></p>",
    """const n=4+R(10),v=S(range(0,19).map(i=>i<n));ask({});put('r',v.map(x=>`<u class='${x?'':'t'}'></u>`).join(''));id('ok').onclick=()=>end(id('i').value.trim().replace(/[０-９]/g,c=>String.fromCharCode(c.charCodeAt(0)-65248))===''+n);""",
    "#s{background:#334;color:#fff;text-align:center;width:150px;margin:4px 8px 8px;font-size:9px}#r{display:grid;grid-template-columns:repeat(5,22px);gap:6px 9px;margin:0 8px 12px 10px}#r u{height:20px;border:2px solid #445;border-radius:5px 5px 2px 2px;background:#fff}#r u.t{background:#6b7280}",
)
page(
    "ja-album-away",
    "plain",
    (400, 300),
    "アルバム「{x}」を削除してください。確認の画面が出たら「{b}」を押してください。",
    "<div id=r></div><div id=g hidden><div id=d><p id=m></p><button id=no>キャンセル</button> <button id=ok>削除する</button></div></div>",
    """const n=S(['夏の海','桜まつり','誕生日','京都の旅','雪の朝','運動会'],4),c=S(['#8cc5e8','#f3b6c8','#f5d77a','#a9d18e','#c9b8e8']),k=R(4);let h=-1;ask({x:n[k],b:'削除する'});put('r',n.map((x,i)=>`<div class=a><i style='background:${c[i]}'></i><span>${x}<br><small>${5+R(60)}枚</small></span><button>開く</button><button>削除</button></div>`).join(''));
    on('#r button',i=>{if(i%2===0)return end(false);h=(i-1)/2;id('m').textContent=`「${n[h]}」を削除しますか。元には戻せません。`;id('g').hidden=false});id('no').onclick=()=>{id('g').hidden=true};id('ok').onclick=()=>end(h===k);""",
    "#query,#r,#d,#area button{font-size:13px}.a{display:flex;align-items:center;gap:10px;border-bottom:1px solid #ddd;padding:6px}.a i{width:40px;height:34px;border-radius:4px}.a span{flex:1}#g{position:absolute;left:0;top:0;width:400px;height:256px;background:#0007;z-index:3}#d{background:#fff;border-radius:6px;width:280px;margin:70px auto;padding:16px;text-align:center}#d p{margin:0 0 14px}",
)
page(
    "ja-from-until",
    "jquery",
    (240, 220),
    "開始を{h}時{m}分、終了を{h2}時{m2}分にして、「登録」を押してください。",
    "<p>件名 <input size=14 value=打ち合わせ></p><p>開始 <select id=a></select> 時 <select id=b></select> 分</p><p>終了 <select id=c></select> 時 <select id=d></select> 分</p><p><button id=ok>登録</button> <button id=no>取消</button></p>",
    """const s=[8+R(8),P(['00','15','30','45'])],e=[s[0]+1+R(3),P(['00','15','30','45'])],o=(a,v)=>a.map(x=>`<option ${x==v?'selected':''}>${x}</option>`).join('');ask({h:s[0],m:s[1],h2:e[0],m2:e[1]});put('a',o(range(7,20),7));put('c',o(range(7,20),7));put('b',o(['00','15','30','45']));put('d',o(['00','15','30','45']));
    id('ok').onclick=()=>end(id('a').value===''+s[0]&&id('b').value===s[1]&&id('c').value===''+e[0]&&id('d').value===e[1]);id('no').onclick=()=>end(false);""",
    "#area p{margin:10px 4px}",
)
