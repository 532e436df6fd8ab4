# ruff: noqa: E501 - pages are read more easily with their elements in one line
"""Ten ordinary small pages with plain wishes, written as a control and run once before anything was mended for them."""

from __future__ import annotations

from tests.models.local.page.fresh_pages import page as any_page


def page(name: str, look: str, wish: str, body: str, script: str, css: str = "") -> None:
    any_page("s1", look, name, wish, body, script, css)


page(
    "newsletter-form",
    "flat",
    "Sign up {name} with the address {mail} for the {how} letter and press Sign up.",
    "<p>Name <input id=n size=12></p><p>E-mail <input id=m size=16></p><p id=r></p><p><label><input type=checkbox id=o> Send offers too</label></p><p><button id=ok>Sign up</button></p>",
    """const h=['daily','weekly','monthly'],k=R(3),n=P(NAMES),m=`${n.toLowerCase()}@${P(TOWNS).toLowerCase()}.example`;ask({name:n,mail:m,how:h[k]});put('r',h.map((x,i)=>`<label><input type=radio name=h value=${i}> ${x[0].toUpperCase()+x.slice(1)}</label>`).join(' '));
    id('ok').onclick=()=>end(id('n').value.trim()===n&&id('m').value.trim()===m&&all('#r input').findIndex(e=>e.checked)===k&&!id('o').checked);""",
)
page(
    "list-cross",
    "soft",
    "Take {item} off the shopping list.",
    "<p><b>Shopping list</b></p><div id=r></div><p><button id=add>Add</button></p>",
    """const t=S(W('Butter Rice Apples Candles Soap Tea Onions Bread'),5),k=R(5);ask({item:t[k].toLowerCase()});put('r',t.map(x=>`<div class=w><span>${x}</span><button>✕</button></div>`).join(''));on('#r button',i=>end(i===k));id('add').onclick=()=>end(false);""",
    ".w{display:flex;justify-content:space-between;border-bottom:1px dotted #c9b;padding:3px 2px}.w button{padding:0 6px}",
)
page(
    "cheapest-of-size",
    "plain",
    "Buy the cheapest phone with {gb} GB.",
    "<table id=r></table>",
    """const g=[64,128,256],gb=P(g),n=S(W('Aro Belo Cima Dosa Enta Fion'),5),z=n.map((_,i)=>i<2?gb:P(g)),p=S(range(11,60),5).map(x=>x*10-1);const w=range(0,4).filter(i=>z[i]===gb).sort((a,b)=>p[a]-p[b])[0];ask({gb});const o=S(range(0,4));put('r','<tr><th>Phone<th>GB<th>Price<th>'+o.map(i=>`<tr><td>${n[i]}<td>${z[i]}<td>€ ${p[i]}<td><button>Buy</button>`).join(''));on('#r button',i=>end(o[i]===w));""",
    "table{border-collapse:collapse;width:100%}td,th{padding:3px 2px;text-align:left;border-bottom:1px solid #ddd}",
)
page(
    "room-on-a-day",
    "jquery",
    "Book the room for {day} {month}.",
    "<p class=head><button id=b>‹</button> <span id=m></span> <button id=f>›</button></p><table id=r></table><p><button id=ok disabled>Book</button></p>",
    """const M=W('January February March April May June July August September October November December');let m=2+R(8),at=-1,am=-1;const goal=m+P([-2,-1,1,2]),d=1+R(28);ask({day:d,month:M[goal]});const show=()=>{put('m',M[m]+' 2027');const first=(new Date(2027,m,1).getDay()+6)%7,last=new Date(2027,m+1,0).getDate();let h='<tr>'+W('Mo Tu We Th Fr Sa Su').map(x=>'<th>'+x).join('')+'<tr>'+'<td>'.repeat(first);for(let i=1;i<=last;i++)h+=((first+i-1)%7?'':'<tr>')+`<td class="d ${at===i&&am===m?'s':''}">${i}`;put('r',h);on('.d',i=>{at=i+1;am=m;id('ok').disabled=false;show()})};show();
    id('b').onclick=()=>{m=Math.max(0,m-1);show()};id('f').onclick=()=>{m=Math.min(11,m+1);show()};id('ok').onclick=()=>end(at===d&&am===goal);""",
    "table{width:100%;text-align:center;border-collapse:collapse}td{padding:2px 0;cursor:pointer}.s{background:#2563eb;color:#fff}#m{display:inline-block;width:90px;text-align:center}",
)
page(
    "tab-and-tick",
    "flat",
    "Under {tab}, tick {box} and then press Save.",
    "<div id=t></div><div id=c></div><p><button id=ok>Save</button></p>",
    """const T={Delivery:W('Express Insured Evening'),Invoice:W('Paper Monthly Reminder'),Privacy:W('Cookies Statistics Newsletter')},ks=Object.keys(T),a=1+R(2),b=R(3);let at=0;const on_=ks.map(()=>[0,0,0]);ask({tab:ks[a],box:T[ks[a]][b]});const show=()=>{put('t',ks.map((x,i)=>`<span class="${i===at?'on':''}">${x}</span>`).join(''));put('c',T[ks[at]].map((x,i)=>`<p><label><input type=checkbox ${on_[at][i]?'checked':''}> ${x}</label></p>`).join(''));on('#t span',i=>{at=i;show()});all('#c input').forEach((e,i)=>e.onchange=()=>{on_[at][i]=e.checked?1:0})};show();
    id('ok').onclick=()=>end(on_.every((r,i)=>r.every((v,j)=>v===(i===a&&j===b?1:0))));""",
    "#t{display:flex;border-bottom:2px solid #cbd2df}#t span{padding:4px 5px;cursor:pointer;color:#667}#t .on{color:#2563eb;border-bottom:2px solid #2563eb;margin-bottom:-2px}",
)
page(
    "note-and-confirm",
    "material",
    "Delete the note {note} and say yes when you are asked.",
    "<div id=r></div><div id=q hidden><p>Delete this note?</p><button id=no>No</button> <button id=yes class=main>Yes</button></div>",
    """const t=S(W('Garden Dentist Holiday Recipes Taxes Birthdays'),4),k=R(4);let at=-1;ask({note:t[k]});put('r',t.map(x=>`<div class=card><b>${x}</b> <button>Edit</button> <button>Delete</button></div>`).join(''));on('#r button',i=>{if(i%2){at=(i-1)/2;id('q').hidden=false}else end(false)});id('no').onclick=()=>{id('q').hidden=true};id('yes').onclick=()=>end(at===k);""",
    "#q{position:absolute;left:14px;top:40px;width:124px;background:#fff;border:1px solid #999;border-radius:8px;padding:8px;box-shadow:0 2px 8px #0006}",
)
page(
    "mail-reply",
    "flat",
    'Answer the mail of {name} with "{text}".',
    "<div id=r></div>",
    """const n=S(NAMES,4),u=W('Party Invoice Holiday Garden Keys Concert'),k=R(4),text=P(['See you there','Thank you very much','I will be late','Sorry, not this time']);ask({name:n[k],text});const list=()=>{put('r',n.map((x,i)=>`<div class=m><b>${x}</b><br>${u[i]}</div>`).join(''));on('.m',i=>open(i))};const open=i=>{put('r',`<button id=bk class=soft>Back</button><p><b>${n[i]}</b>: ${u[i]}</p><p>Hello, please let me know.</p><button id=re>Reply</button> <button id=fw class=soft>Forward</button>`);id('bk').onclick=list;id('fw').onclick=()=>end(false);id('re').onclick=()=>{put('r',`<p>To ${n[i]}</p><textarea id=x rows=4 cols=22></textarea><p><button id=sd>Send</button> <button id=cl class=soft>Cancel</button></p>`);id('cl').onclick=list;id('sd').onclick=()=>end(i===k&&id('x').value.trim()===text)}};list();""",
    ".m{border-bottom:1px solid #dde;padding:4px 2px;cursor:pointer}",
)
page(
    "ja-brightness",
    "dark",
    "明るさを{v}にして、「保存」を押してください。",
    "<p>音量 <input type=range id=a min=0 max=10 value=3><span id=an>3</span></p><p>明るさ <input type=range id=b min=0 max=10 value=5><span id=bn>5</span></p><p><button id=no>取消</button> <button id=ok class=main>保存</button></p>",
    """const v=P([1,2,3,7,8,9]);ask({v});for(const x of ['a','b'])id(x).oninput=()=>put(x+'n',id(x).value);id('ok').onclick=()=>end(id('b').value===''+v&&id('a').value==='3');id('no').onclick=()=>end(false);""",
    "input[type=range]{width:80px;vertical-align:middle}",
)
page(
    "ja-card-to-done",
    "soft",
    "「{a}」を「{b}」の欄へドラッグしてください。",
    "<div id=r></div>",
    """const c=W('予定 作業中 完了'),t=S(W('掃除 買い物 手紙 洗濯 料理'),3),k=R(3),g=1+R(2);ask({a:t[k],b:c[g]});put('r',c.map((x,i)=>`<div class=c><b>${x}</b>${i?'':t.map(y=>`<div class=k>${y}</div>`).join('')}</div>`).join(''));let d=null,ox=0,oy=0;all('.k').forEach(e=>e.onmousedown=v=>{v.preventDefault();d=e;ox=v.clientX;oy=v.clientY;e.style.position='relative'});document.onmousemove=v=>{if(d){d.style.left=v.clientX-ox+'px';d.style.top=v.clientY-oy+'px'}};document.onmouseup=v=>{if(!d)return;const at=all('.c').findIndex(e=>hit(e,v)),e=d;d=null;e.style.left=e.style.top='0';if(at>0)end(all('.k').indexOf(e)===k&&at===g)};""",
    "#r{display:flex;gap:3px}.c{flex:1;min-height:110px;background:#fff;border:1px solid #e4c9b8;border-radius:6px;padding:3px;text-align:center}.k{background:#ffd9c7;border-radius:5px;margin:4px 0;padding:4px 0;cursor:grab}",
)
page(
    "ja-borrow-a-book",
    "plain",
    "「{w}」を検索して、その本の「借りる」を押してください。",
    "<p><input id=i size=12> <button id=go>検索</button></p><div id=r></div>",
    """const t=W('山の天気 川の魚 星の話 森の鳥 海の底 町の歴史'),k=R(6);ask({w:t[k]});const show=a=>{put('r',a.map(i=>`<div class=o>${t[i]} <button>借りる</button></div>`).join('')||'<p>見つかりません</p>');on('#r button',j=>end(a[j]===k&&a.length<6))};show([]);put('r','');id('go').onclick=()=>show(range(0,5).filter(i=>id('i').value.trim()&&t[i].includes(id('i').value.trim()[0])));""",
    ".o{border-bottom:1px solid #ddd;padding:4px 2px}",
)
