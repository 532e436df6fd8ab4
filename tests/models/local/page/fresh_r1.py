# ruff: noqa: E501 - pages are read more easily with their elements in one line
"""A lot of fresh pages: small tasks with plainly worded wishes, in many sizes and looks."""

from __future__ import annotations

import math

from tests.models.local.page.fresh_pages import page as any_page


def page(
    name: str, look: str, size: tuple[int, int], wish: str, body: str, script: str, css: str = "", lot: str = "r1"
) -> None:
    """``size`` in CSS pixels; what would not fit the browser's window of 341 × 256 is shown smaller, by the script's Z."""
    zoom = math.floor(100 * min(1, 341 / size[0], 256 / size[1])) / 100
    frame = f"#wrap{{width:{size[0]}px;height:{size[1]}px;zoom:{zoom}}}"
    any_page(lot, look, name, wish, body, f"const Z={zoom};{script}", frame + css)


page(
    "row-delete",
    "plain",
    (220, 210),
    "Select the {nth} row and press Delete.",
    "<table id=r></table><p><button id=op>Open</button> <button id=del>Delete</button> <button id=pr>Print</button></p>",
    """const f=S(['letter.odt','budget.ods','photo-03.jpg','notes.txt','plan.pdf','song.mp3','list.csv'],5),k=R(5);let h=-1;ask({nth:W('first second third fourth fifth')[k]});
    put('r',f.map(x=>`<tr><td>${x}<td>${2+R(90)} KB`).join(''));on('#r tr',i=>{h=i;all('#r tr').forEach((e,j)=>e.classList.toggle('on',j===h))});
    const del=()=>{if(h>=0)end(h===k)};id('del').onclick=del;document.onkeydown=e=>{if(e.key==='Delete')del()};id('op').onclick=id('pr').onclick=()=>{if(h>=0)end(false)};""",
    "table{border-collapse:collapse;width:200px;margin:2px 0 8px;background:#fff;border:1px solid #999}td{padding:4px 6px;cursor:default}td+td{text-align:right;color:#666}tr.on td{background:#2a62c9;color:#fff}",
)
page(
    "volume-slider",
    "dark",
    (240, 180),
    "Set the volume to {n} and press OK.",
    "<p class=t>Sound</p><p><input type=range id=v min=0 max=100 value=50> <b id=s>50</b></p><p><label><input type=checkbox id=m> Mute</label></p><p><button id=no>Cancel</button> <button id=ok class=main>OK</button></p>",
    """const n=P([10,15,20,25,30,35,65,70,75,80,85,90]);ask({n});id('v').oninput=()=>{id('s').textContent=id('v').value};id('ok').onclick=()=>end(+id('v').value===n&&!id('m').checked);id('no').onclick=()=>end(false);""",
    ".t{font-weight:bold;font-size:12px}#v{width:180px;padding:0;vertical-align:middle;accent-color:#3fb950}#s{display:inline-block;width:24px;text-align:right}#area p{margin:8px 4px}",
)
page(
    "receipt-sum",
    "plain",
    (180, 230),
    "Add up the prices on the receipt, write the sum into the box and press OK.",
    "<div id=r></div><p>Sum: <input id=i size=5> <button id=ok>OK</button></p>",
    """const g=S(['Bread','Milk','Apples','Soap','Rice','Cheese','Tea','Candles'],4),v=g.map(()=>2+R(18));ask({});put('r','<center>CORNER SHOP</center>'+g.map((x,i)=>`<div><span>${x}</span><span>€ ${v[i]}</span></div>`).join('')+'<hr>');
    id('ok').onclick=()=>end(id('i').value.replace('€','').trim()===''+v.reduce((a,b)=>a+b));""",
    "#r{font:11px monospace;background:#f8f8f2;border:1px dashed #aaa;padding:6px 8px;width:140px;margin:4px 0 8px}#r div{display:flex;justify-content:space-between;line-height:1.6}",
)
page(
    "sort-by-heading",
    "flat",
    (320, 240),
    "Sort the table by {col}: click that heading. Then click the name that stands first.",
    "<table><thead><tr id=h></tr></thead><tbody id=r></tbody></table>",
    """const c=['Name','Price','Weight','Stock'],k=1+R(3);let d,by=0;do{d=S(['Hammer','Saw','Pliers','Drill','Ladder','Wrench','Chisel'],5).map(x=>[x,5+R(80),1+R(40),R(99)])}while([1,2,3].some(j=>new Set(d.map(x=>x[j])).size<5||d[0][j]===Math.min(...d.map(x=>x[j]))||d[0][j]===Math.max(...d.map(x=>x[j]))));let dir=1;
    ask({col:c[k].toLowerCase()});const show=()=>{put('h',c.map((x,j)=>`<th>${x}${by===j&&by?dir>0?' ▲':' ▼':''}</th>`).join(''));put('r',d.map(x=>`<tr><td><a>${x[0]}</a><td>€ ${x[1]}<td>${x[2]} kg<td>${x[3]}`).join(''));
      on('#h th',j=>{dir=by===j&&j?-dir:1;by=j;d.sort((x,y)=>dir*(x[j]<y[j]?-1:1));show()});on('#r a',i=>end(by===k&&i===0))};show();""",
    "table{border-collapse:collapse;width:300px;margin:4px}th{background:#e8eefc;cursor:pointer;text-align:left;padding:5px 6px}td{padding:5px 6px;border-bottom:1px solid #e3e7ef}#r a{color:#2563eb;cursor:pointer}",
)
page(
    "menu-in-menu",
    "plain",
    (340, 250),
    "Open the menu {m}, point at {s} and choose {x}.",
    "<div id=r></div><div id=doc>The quick notes of today.<br>Nothing else to do.</div>",
    """const d={View:{Zoom:['50 %','100 %','150 %','200 %'],Sidebar:['Left','Right','Hidden']},Insert:{Picture:['From file','From web','From camera'],Line:['Thin','Thick','Dotted']},Tools:{Language:['English','French','Greek'],Check:['Spelling','Links','Numbers']}},ms=Object.keys(d),m=P(ms),s=P(Object.keys(d[m])),x=P(d[m][s]);ask({m,s,x});
    put('r',ms.map(a=>`<div class=m><span>${a}</span><div class=d>${Object.keys(d[a]).map(b=>`<div class=i>${b} <em>▸</em><div class=d>${d[a][b].map(y=>`<div class=l data-p='${a}/${b}/${y}'>${y}</div>`).join('')}</div></div>`).join('')}</div></div>`).join(''));
    on('.m>span',(i,e)=>all('.m').forEach(o=>o.classList.toggle('open',o===e.parentNode&&!o.classList.contains('open'))));on('.l',(i,e)=>end(e.dataset.p===`${m}/${s}/${x}`));""",
    "#r{display:flex;background:#e4e4e4;border-bottom:1px solid #aaa;margin:-4px}.m{position:relative}.m>span{display:block;padding:4px 9px;cursor:default}.m>span:hover,.m.open>span{background:#cdd9ee}.d{display:none;position:absolute;background:#fafafa;border:1px solid #999;z-index:3;width:96px;box-shadow:2px 2px 3px #0003}.m.open>.d{display:block}.i{position:relative;padding:4px 8px;cursor:default}.i em{position:absolute;right:5px}.i .d{left:93px;top:-1px}.i:hover>.d{display:block}.i:hover,.l:hover{background:#d5e3fb}.l{padding:4px 8px;cursor:default}#doc{margin:16px 8px;color:#777;line-height:1.6;font-size:11px}",
)
page(
    "draw-underline",
    "soft",
    (280, 240),
    "Hold the mouse button and draw a line under the word “{w}”.",
    "<div id=b><svg id=g width=260 height=180></svg></div>",
    """const ws=S(W('Garden Window Carpet Bottle Ribbon Pencil Saddle Copper'),4),k=R(4),dx=R(30),at=i=>[18+dx*(i%2?0:1)+(i%2)*124,52+Math.floor(i/2)*72];ask({w:ws[k]});
    put('g',ws.map((x,i)=>`<text x=${at(i)[0]} y=${at(i)[1]} font-size=16 font-family=serif>${x}</text>`).join('')+"<polyline id=l fill=none stroke=#c0392b stroke-width=2 />");
    let p=null;const pt=v=>{const r=id('g').getBoundingClientRect();return [(v.clientX-r.x)/r.width*260,(v.clientY-r.y)/r.height*180]},show=()=>id('l').setAttribute('points',p.map(q=>q.join()).join(' '));
    id('b').onmousedown=v=>{p=[pt(v)];v.preventDefault()};document.onmousemove=v=>{if(p){p.push(pt(v));show()}};
    document.onmouseup=v=>{if(!p)return;p.push(pt(v));show();const q=p;p=null;const xs=q.map(a=>a[0]),ys=q.map(a=>a[1]),lo=Math.min(...xs),hi=Math.max(...xs);if(hi-lo<12&&Math.max(...ys)-Math.min(...ys)<12)return;
      const [x,y]=at(k),w=all('#g text')[k].getComputedTextLength();end(lo<=x+7&&lo>=x-18&&hi>=x+w-7&&hi<=x+w+18&&Math.min(...ys)>=y-2&&Math.max(...ys)<=y+18)};""",
    "#b{background:#fff;border:1px solid #e4c9b8;border-radius:8px;width:262px;height:182px;cursor:crosshair;user-select:none}",
)
page(
    "point-for-names",
    "material",
    (300, 240),
    "Point at the dots on the island to see their names, and click on {who}.",
    "<div id=r><svg width=280 height=180><path d='M30 90Q40 20 120 26T250 60Q280 120 200 150T60 150Q20 130 30 90' fill='#cfe6b8' stroke='#8aa86a'/></svg></div>",
    """const n=S(TOWNS,5),k=R(5),q=S([[70,60],[130,48],[200,66],[90,112],[150,100],[215,112],[140,138]],5);ask({who:n[k]});all('#r svg')[0].insertAdjacentHTML('afterend',q.map(([x,y],i)=>`<u style='left:${x-6}px;top:${y-6}px'><s>${n[i]}</s></u>`).join(''));on('#r u',i=>end(i===k));""",
    "#r{position:relative;background:#d7ebf7;width:280px;height:180px;border-radius:8px}#r u{position:absolute;width:12px;height:12px;border-radius:6px;background:#b3261e;border:2px solid #fff;cursor:pointer}#r s{display:none;position:absolute;left:-16px;top:-20px;background:#313033;color:#fff;padding:2px 6px;border-radius:4px;text-decoration:none;z-index:2;font-size:9px}#r u:hover s{display:block}",
)
page(
    "bold-word",
    "jquery",
    (300, 220),
    "Make the word “{w}” bold, then press Save.",
    "<div class=head><button id=b><b>B</b></button> <button id=i><i>I</i></button> <button id=u><u>U</u></button></div><div id=x contenteditable=true spellcheck=false></div><button id=ok>Save</button>",
    """const w=S(W('harbour lantern meeting kitchen journey evening'),4),k=R(4),t=`Our ${w[0]} was long. We saw the ${w[1]} and then a ${w[2]}, but no ${w[3]} at all.`;ask({w:w[k]});id('x').textContent=t;
    [['b','bold'],['i','italic'],['u','underline']].forEach(([a,c])=>{id(a).onmousedown=e=>e.preventDefault();id(a).onclick=()=>document.execCommand(c)});
    id('ok').onmousedown=e=>e.preventDefault();id('ok').onclick=()=>{const plain=!all('#x i,#x u,#x em').some(e=>e.textContent.trim());end(plain&&all('#x b,#x strong').map(e=>e.textContent).join('').trim()===w[k]&&id('x').textContent.replace(/\\s+/g,' ').trim()===t)};""",
    "#x{border:1px solid #bbb;background:#fff;min-height:80px;margin:5px 0 8px;padding:6px;font:13px/1.5 serif}.head button{width:24px;font-weight:normal}",
)
page(
    "frame-by-arrows",
    "dark",
    (200, 220),
    "Use the arrow keys to move the blue frame to “{x}”, then press Enter.",
    "<div id=r></div>",
    """const w=S(W('sun moon star rain snow wind fog hail ice dew mist frost'),12),a=R(12);let k;do k=R(12);while(Math.abs(k%3-a%3)+Math.abs((k-k%3)/3-(a-a%3)/3)<2);let h=a;ask({x:w[k]});put('r',w.map(x=>`<u>${x}</u>`).join(''));
    const show=()=>all('#r u').forEach((e,i)=>e.classList.toggle('h',i===h));show();
    document.onkeydown=e=>{const x=h%3,y=(h-x)/3;if(e.key==='Enter')return end(h===k);if(e.key==='ArrowLeft'&&x>0)h--;else if(e.key==='ArrowRight'&&x<2)h++;else if(e.key==='ArrowUp'&&y>0)h-=3;else if(e.key==='ArrowDown'&&y<3)h+=3;else return;e.preventDefault();show()};""",
    "#r{display:grid;grid-template-columns:repeat(3,56px);gap:6px;margin:6px}#r u{text-decoration:none;background:#2b303b;border-radius:4px;height:32px;line-height:32px;text-align:center;font-size:11px}#r u.h{outline:3px solid #4aa3ff}",
)
page(
    "parcel-to-lorry",
    "flat",
    (400, 300),
    "Drag parcel {n} onto the {col} lorry.",
    "<div id=k></div><div id=r></div>",
    """const n=S(range(11,98),3),c=S(['red','green','blue','orange']).slice(0,3),k=R(3),j=R(3),hex={red:'#d64545',green:'#3c9a4e',blue:'#3b6fd4',orange:'#e28a24'};ask({n:n[k],col:c[j]});
    put('k',n.map(x=>`<u>${x}</u>`).join(''));put('r',c.map(x=>`<div class=t><i style='background:${hex[x]}'></i><s style='background:${hex[x]}'></s><em></em><em></em></div>`).join(''));
    let h=null,o=[0,0];all('#k u').forEach(e=>e.onmousedown=v=>{h=e;o=[v.clientX,v.clientY];v.preventDefault()});document.onmousemove=v=>{if(h)h.style.transform=`translate(${(v.clientX-o[0])/Z}px,${(v.clientY-o[1])/Z}px)`};
    document.onmouseup=v=>{if(!h)return;const e=h,i=all('.t').findIndex(t=>hit(t,v));h=null;e.style.transform='';if(i>=0){e.style.visibility='hidden';end(i===j&&e.textContent===''+n[k])}};""",
    "#query{font-size:13px}#k{display:flex;gap:34px;padding:16px 30px;position:relative;z-index:2}#k u{text-decoration:none;width:52px;height:46px;line-height:44px;text-align:center;background:#d9b27c;border:2px solid #a77f47;font:bold 17px/42px Arial;cursor:grab}#r{display:flex;gap:20px;padding:30px 14px}.t{position:relative;width:106px;height:76px}.t i{position:absolute;left:0;top:6px;width:76px;height:52px;border-radius:3px}.t s{position:absolute;right:0;top:24px;width:26px;height:34px;border-radius:0 8px 3px 0}.t em{position:absolute;top:54px;left:12px;width:18px;height:18px;border-radius:9px;background:#222}.t em+em{left:78px}",
)
page(
    "ja-two-tags",
    "material",
    (260, 220),
    "タグ「{a}」と「{b}」を×で外して、「保存」を押してください。",
    "<div class=card><b>タグ</b><div id=r></div></div><p><button id=no>やめる</button> <button id=ok class=main>保存</button></p>",
    """const t=S(['旅行','料理','写真','音楽','読書','映画','散歩','手芸'],6),[i1,i2]=S(range(0,5),2);let h=[...t];ask({a:t[i1],b:t[i2]});const show=()=>{put('r',h.map(x=>`<span>${x}<u>×</u></span>`).join(''));on('#r u',i=>{h.splice(i,1);show()})};show();
    const want=t.filter((_,i)=>i!==i1&&i!==i2).join();id('ok').onclick=()=>end(h.join()===want);id('no').onclick=()=>end(false);""",
    "#r{display:flex;flex-wrap:wrap;gap:6px;margin:8px 0 4px}#r span{background:#e8def8;border-radius:12px;padding:4px 6px 4px 10px;font-size:11px}#r u{text-decoration:none;margin-left:5px;padding:0 3px;cursor:pointer;color:#6750a4}",
)
page(
    "ja-shade",
    "soft",
    (160, 210),
    "いちばん色が{how}四角をクリックしてください。",
    "<div id=r></div>",
    """const hue=P([0,30,120,210,280]),l=S([22,34,46,58,70,82]),dark=R(2),k=l.indexOf(dark?22:82);ask({how:dark?'濃い':'薄い'});put('r',l.map(x=>`<u style='background:hsl(${hue} 60% ${x}%)'></u>`).join(''));on('#r u',i=>end(i===k));""",
    "#r{display:grid;grid-template-columns:repeat(2,56px);gap:8px;margin:8px 14px}#r u{height:42px;border-radius:5px;cursor:pointer}",
)
page(
    "ja-mail-bin",
    "plain",
    (420, 310),
    "{who}さんからのメールをすべて選んで、「ごみ箱へ」を押してください。",
    "<p><button id=a>既読にする</button> <button id=ok>ごみ箱へ</button> <button id=b>移動</button></p><table id=r></table>",
    """const n=S(['佐藤','鈴木','高橋','田中','山本','中村'],4),who=n[0],l=S([n[0],n[0],n[1],n[2],n[3],n[1]]),s=S(['明日の会議について','写真を送ります','ご注文の確認','お礼','来週の予定','会場が変わりました','資料の件']);ask({who});
    put('r',l.map((x,i)=>`<tr><td><input type=checkbox><td>${x}<td>${s[i]}<td>11/${10+R(20)}`).join(''));id('ok').onclick=()=>{const c=all('#r input').map(e=>e.checked);if(c.some(x=>x))end(c.every((x,i)=>x===(l[i]===who)))};id('a').onclick=id('b').onclick=()=>{if(all('#r input').some(e=>e.checked))end(false)};""",
    "#query,button,#r{font-size:13px}#r{border-collapse:collapse;width:405px;margin-top:8px}td{border-bottom:1px solid #ddd;padding:6px 5px}td:nth-child(2){font-weight:bold}td:last-child{color:#777;text-align:right}",
)
page(
    "ja-month-ahead",
    "jquery",
    (240, 255),
    "カレンダーで{m}月{d}日を選び、「予約する」を押してください。",
    "<div class=head><button id=p>‹</button> <span id=t></span> <button id=n>›</button></div><table id=r></table><button id=ok>予約する</button>",
    """const s=1+R(8),step=1+R(2),m=s+step,d=1+R(28);let c=s,pick='';ask({m,d});const show=()=>{id('t').textContent=`2027年${c}月`;const o=new Date(2027,c-1,1).getDay(),n=new Date(2027,c,0).getDate();
      put('r','<tr>'+[...'日月火水木金土'].map(x=>`<th>${x}`).join('')+range(0,Math.ceil((o+n)/7)-1).map(y=>'<tr>'+range(0,6).map(x=>{const v=y*7+x-o+1;return v>0&&v<=n?`<td class='d ${pick===c+'/'+v?'on':''}'>${v}`:'<td>'}).join('')).join(''));on('.d',(i,e)=>{pick=c+'/'+e.textContent;show()})};show();
    id('p').onclick=()=>{if(c>1){c--;show()}};id('n').onclick=()=>{if(c<12){c++;show()}};id('ok').onclick=()=>{if(pick)end(pick===m+'/'+d)};""",
    ".head{display:flex;justify-content:space-between;align-items:center;width:220px}#r{border-collapse:collapse;margin:4px 0;width:220px}th{font-size:9px;color:#777}td{text-align:center;padding:4px 0;border:1px solid #eee}.d{cursor:pointer}.d:hover{background:#eef}.d.on{background:#f5a623;color:#fff}",
)
