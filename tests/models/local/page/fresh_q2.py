# ruff: noqa: E501 - pages are read more easily with their elements in one line
"""The second lot of fresh pages: modern and light."""

from __future__ import annotations

from functools import partial

from tests.models.local.page.fresh_pages import page as any_page

page = partial(any_page, "q2", "flat")
_SWITCH = (
    ".s{display:inline-block;width:24px;height:13px;border-radius:7px;background:#c3cad6;position:relative;cursor:pointer}"
    ".s::after{content:'';position:absolute;left:1px;top:1px;width:11px;height:11px;border-radius:6px;background:#fff}.s.on{background:#2563eb}.s.on::after{left:12px}"
)

page(
    "cookie-choice",
    "We only want to allow {a} cookies besides the necessary ones. Open the choices, set them and save.",
    "<h4>Daily Herald</h4><p class=g>Ships delayed by fog in the north …</p><div id=n></div>",
    """const t=S(W('Statistics Marketing Comfort Social'),3),k=R(3),v=t.map(()=>!!R(2));ask({a:t[k]});
    put('n','<b>We value your privacy</b><p>This site uses cookies.</p><button id=y>Accept all</button> <button id=m class=soft>Choose</button>');id('y').onclick=()=>end(false);
    id('m').onclick=()=>{put('n',`<p class=l>Necessary <i>always on</i></p>`+t.map((x,i)=>`<p class=l>${x}<u class='s ${v[i]?'on':''}'></u></p>`).join('')+'<button id=ok>Save</button> <button id=y class=soft>Accept all</button>');
    on('.s',(i,e)=>{v[i]=!v[i];e.classList.toggle('on')});id('y').onclick=()=>end(false);id('ok').onclick=()=>end(v.every((x,i)=>x===(i===k)))};""",
    _SWITCH
    + "h4{margin:2px 0}.g{color:#99a}#n{position:absolute;left:4px;right:4px;top:30px;background:#fff;border-radius:8px;box-shadow:0 2px 8px #0006;padding:7px}.l{display:flex;justify-content:space-between;margin:5px 0}.l i{color:#899}",
)
page(
    "rent-range",
    "Narrow the rent down to between €{a} and €{b} by dragging the two handles, then hit Show flats.",
    "<p>Rent per month</p><div id=t><div id=f></div><i id=h0></i><i id=h1></i></div><p><b id=o></b></p><button id=ok>Show flats</button>",
    """const a=200+100*R(5),b=a+300+100*R(4),v=[0,1500];let h=-1;ask({a,b});
    const show=()=>{for(const i of [0,1])id('h'+i).style.left=v[i]/1500*130+'px';id('f').style.left=v[0]/1500*130+'px';id('f').style.width=(v[1]-v[0])/1500*130+'px';id('o').textContent=`€${v[0]} – €${v[1]}`};
    for(const i of [0,1])id('h'+i).onmousedown=e=>{h=i;e.preventDefault()};document.onmousemove=e=>{if(h<0)return;const r=id('t').getBoundingClientRect();let x=Math.round((e.clientX-r.x)/130*15)*100;x=Math.max(0,Math.min(1500,x));v[h]=h?Math.max(x,v[0]+100):Math.min(x,v[1]-100);show()};
    document.onmouseup=()=>{h=-1};show();id('ok').onclick=()=>end(v[0]===a&&v[1]===b);""",
    "#t{width:130px;height:4px;border-radius:2px;background:#d5dbe6;position:relative;margin:14px 9px}#f{position:absolute;height:4px;background:#2563eb}#t i{position:absolute;width:14px;height:14px;margin:-5px 0 0 -7px;border-radius:7px;background:#fff;border:2px solid #2563eb;cursor:grab}",
)
page(
    "carousel-heart",
    "Go through the pictures until you see “{what}” and put a heart on it.",
    "<div id=r><button id=a class=soft>‹</button><div id=c></div><button id=z class=soft>›</button></div><div id=d></div>",
    """const t=S([['Old mill','#c9a26b'],['Night ferry','#27406b'],['Rose field','#e38aa6'],['Pine hill','#3f7a54'],['Salt flats','#d6dde3'],['Red barn','#b03a2e']],5),k=1+R(4);let n=0;ask({what:t[k][0]});
    const show=()=>{put('c',`<div style='background:${t[n][1]}'><u>♡</u></div><p>${t[n][0]}</p>`);put('d',t.map((_,i)=>`<i class='${i===n?'on':''}'></i>`).join(''));on('#c u',()=>end(n===k))};id('a').onclick=()=>{n=(n+4)%5;show()};id('z').onclick=()=>{n=(n+1)%5;show()};show();""",
    "#r{display:flex;align-items:center;gap:3px;margin-top:6px}#r button{padding:12px 4px}#c{flex:1}#c div{height:82px;border-radius:8px;position:relative}#c u{position:absolute;right:4px;top:3px;background:#fffc;border-radius:9px;width:18px;height:18px;text-align:center;font-size:13px;text-decoration:none;cursor:pointer;line-height:17px}#c p{text-align:center;margin:4px 0}#d{text-align:center}#d i{display:inline-block;width:6px;height:6px;border-radius:3px;background:#ccd;margin:2px}#d i.on{background:#2563eb}",
)
page(
    "flight-results",
    "Select the {best} flight that leaves {when} 12:00.",
    "<div id=r></div>",
    """const best=R(2),after=R(2),hs=S(range(6,11)).slice(0,2).concat(S(range(13,21)).slice(0,2)),o=S(hs),pr=S(range(6,30),4).map(x=>x*10+9),du=S(range(7,24),4).map(x=>x*10),mi=o.map(()=>5*R(12)),z=n=>(''+n).padStart(2,'0');
    ask({best:best?'cheapest':'shortest',when:after?'after':'before'});put('r',o.map((h,i)=>`<div class=f><b>${z(h)}:${z(mi[i])}</b><span>${Math.floor(du[i]/60)} h ${z(du[i]%60)} min</span><b>€${pr[i]}</b><button>Select</button></div>`).join(''));
    const ok=range(0,3).filter(i=>(o[i]>=12)===!!after),d=best?pr:du,g=ok.sort((x,y)=>d[x]-d[y])[0];on('.f button',i=>end(i===g));""",
    ".f{display:grid;grid-template-columns:1fr 1fr;gap:2px 4px;border:1px solid #dde3ee;border-radius:8px;padding:3px 6px;margin:3px 0;font-size:9px}.f button{font-size:8px;padding:2px 4px;justify-self:start}.f span{color:#678}",
)
page(
    "guests-popover",
    "Book a {room} room for {a} adult(s) and {c} child(ren): open the guests field, count them up, apply and reserve.",
    "<div id=g class=b></div><div id=p hidden></div><div id=s></div><button id=ok>Reserve</button>",
    """const a=1+R(4),c=1+R(3),ro=W('Single Family Suite'),k=R(3),v=[2,0];let s=-1,open=false;ask({room:ro[k],a,c});
    const say=()=>{put('g',`${v[0]} adults, ${v[1]} children <span>▾</span>`)};say();put('s',ro.map(x=>`<u>${x}</u>`).join(''));on('#s u',(i,e)=>{s=i;all('#s u').forEach(x=>x.classList.toggle('on',x===e))});
    id('g').onclick=()=>{id('p').hidden=!id('p').hidden;put('p',W('Adults Children').map((x,i)=>`<p>${x}<span><button class='soft d'>−</button> <b>${v[i]}</b> <button class='soft u'>+</button></span></p>`).join('')+'<button id=ap>Apply</button>');const n=[...v];
      const sh=()=>all('#p b').forEach((e,i)=>{e.textContent=n[i]});on('.d',i=>{n[i]=Math.max(0,n[i]-1);sh()});on('.u',i=>{n[i]++;sh()});id('ap').onclick=()=>{v[0]=n[0];v[1]=n[1];say();id('p').hidden=true}};
    id('ok').onclick=()=>end(v[0]===a&&v[1]===c&&s===k);""",
    ".b{border:1px solid #cbd2df;border-radius:6px;padding:5px;cursor:pointer;display:flex;justify-content:space-between}#p{position:absolute;left:4px;right:4px;background:#fff;box-shadow:0 2px 8px #0005;border-radius:8px;padding:5px;z-index:2}#p p{display:flex;justify-content:space-between;align-items:center}#p button{padding:2px 7px}#s{display:flex;gap:3px;margin:10px 0}#s u{text-decoration:none;border:1px solid #cbd2df;border-radius:10px;padding:3px 7px;cursor:pointer}#s u.on{background:#dbe6ff;border-color:#2563eb}",
)
page(
    "react-to-message",
    "React to what {who} wrote with the {what}. (The signs show when you point at a message.)",
    "<div id=r></div>",
    """const n=S(NAMES,3),m=S(['Back at ten!','Who has the key?','Cake in the kitchen','Train is late','See the photos?'],3),g=[['♥','heart'],['★','star'],['✓','tick'],['✗','cross']],k=R(3),j=R(4);ask({who:n[k],what:g[j][1]});
    put('r',n.map((x,i)=>`<div class=m><b>${x}</b><br>${m[i]}<div class=e>${g.map(y=>`<u>${y[0]}</u>`).join('')}</div></div>`).join(''));on('.e u',i=>end(i===k*4+j));""",
    ".m{background:#eef2f9;border-radius:9px;padding:5px 8px;margin:6px 20px 6px 2px;position:relative}.e{display:none;position:absolute;right:-16px;top:12px;background:#fff;border-radius:10px;box-shadow:0 1px 5px #0006;padding:1px 4px}.m:hover .e{display:block}.e u{text-decoration:none;font-size:13px;padding:0 3px;cursor:pointer}",
)
page(
    "tags-in-and-out",
    "Replace the tag {a} by {b}: take the old one away, type the new one and press Enter. Then publish.",
    "<p>Tags</p><div id=r></div><p><button id=ok>Publish</button></p>",
    """const t=S(W('garden travel music soup winter paper'),4),v=t.slice(0,3),k=R(3);ask({a:t[k],b:t[3]});
    const show=f=>{put('r',v.map(x=>`<span class=t>${x} <u>✕</u></span>`).join('')+'<input id=i placeholder="new tag">');on('.t u',i=>{v.splice(i,1);show()});id('i').onkeydown=e=>{const x=id('i').value.trim();if(e.key==='Enter'&&x){v.push(x);show(1)}};if(f)id('i').focus()};show();
    const want=t.filter((_,i)=>i!==k).sort().join();id('ok').onclick=()=>end([...v].sort().join()===want);""",
    "#r{border:1px solid #cbd2df;border-radius:6px;padding:3px;min-height:54px}.t{display:inline-block;background:#dbe6ff;border-radius:8px;padding:1px 6px;margin:2px}.t u{text-decoration:none;cursor:pointer;color:#345}#i{border:0;width:70px;outline:none}",
)
page(
    "card-to-column",
    "“{card}” is finished. Drag its card over to the column {col}.",
    "<div id=r></div>",
    """const c=W('Open Doing Done'),t=S(['Fix roof','Call Ines','Buy seeds','Send bill','Wash van'],4),k=R(2),g=2;ask({card:t[k],col:c[g]});
    put('r',c.map((x,i)=>`<div class=k><b>${x}</b>${t.filter((_,j)=>[0,1,0,2][j]===i).map(y=>`<p>${y}</p>`).join('')}</div>`).join(''));let h=null,x0=0,y0=0;
    all('.k p').forEach(e=>e.onmousedown=v=>{h=e;x0=v.clientX;y0=v.clientY;v.preventDefault()});document.onmousemove=v=>{if(h)h.style.transform=`translate(${v.clientX-x0}px,${v.clientY-y0}px)`};
    document.onmouseup=v=>{if(!h)return;const e=h;h=null;e.style.transform='';const to=all('.k').findIndex(q=>hit(q,v)),from=all('.k').indexOf(e.parentNode);if(to>=0&&to!==from){all('.k')[to].append(e);end(to===g&&e.textContent===t[k])}};""",
    "#r{display:flex;gap:3px}.k{flex:1;background:#eef1f6;border-radius:6px;min-height:120px;padding:3px;font-size:9px}.k p{background:#fff;border-radius:4px;box-shadow:0 1px 2px #0004;padding:4px 2px;margin:4px 0;cursor:grab;position:relative;z-index:1}",
)
page(
    "password-rules",
    "Make up a new password that meets all of the rules shown and press Create.",
    "<p>Password</p><input id=i size=16><ul id=r></ul><button id=ok>Create</button>",
    """const w=P(W('sun oak tea fox')),n=8+R(3),s=P(W('! # ?')),L=[[`at least ${n} letters or signs`,x=>x.length>=n],['a capital letter',x=>/[A-Z]/.test(x)],['a digit',x=>/[0-9]/.test(x)],[R(2)?`contains “${w}”`:`contains ${s}`]];
    L[3][1]=x=>x.includes(L[3][0].includes(w)?w:s);ask({});const show=()=>put('r',L.map(([t,f])=>`<li class='${f(id('i').value)?'y':''}'>${t}</li>`).join(''));id('i').oninput=show;show();id('ok').onclick=()=>end(L.every(([,f])=>f(id('i').value)));""",
    "ul{list-style:none;padding:0;margin:6px 0}li{margin:2px 0;color:#b33}li::before{content:'✗ '}li.y{color:#183}li.y::before{content:'✓ '}",
)
page(
    "facets-and-bag",
    "I'm looking for a {col} {item} made by {brand}. Please put it into my bag.",
    "<div id=f></div><div id=r></div>",
    """const b=S(W('Norda Belin Kasko')),it=W('jacket scarf hat'),co=W('grey red green'),al=[];b.forEach(x=>it.forEach(y=>al.push([x,y,P(co)])));const k=R(9),L=S(range(0,8)),f=new Set();ask({col:al[k][2],item:al[k][1],brand:al[k][0]});
    put('f',b.map(x=>`<label><input type=checkbox>${x}</label>`).join(''));const show=()=>{const l=L.filter(i=>!f.size||f.has(al[i][0]));put('r',l.map(i=>`<div class=g><span><b>${al[i][1]}</b>, ${al[i][2]}<br>${al[i][0]}</span><button>Add</button></div>`).join(''));on('.g button',i=>end(l[i]===k))};
    all('#f input').forEach((e,i)=>e.onchange=()=>{e.checked?f.add(b[i]):f.delete(b[i]);show()});show();""",
    "#f{display:flex;justify-content:space-between;font-size:9px}#f input{margin:0 2px;vertical-align:-2px}#r{height:116px;overflow-y:auto;margin-top:4px}.g{display:flex;justify-content:space-between;align-items:center;border-bottom:1px solid #e3e7ef;padding:3px}",
)
page(
    "ja-table-booking",
    "{d}の{t}から{n}名で席を予約してください。終わりに「予約を確定」を押してください。",
    "<div id=d class=c></div><div id=t class=c></div><p class=n>人数 <button class=soft id=a>−</button><b id=o>2</b><button class=soft id=z>＋</button></p><button id=ok>予約を確定</button>",
    """const d=['木','金','土','日'].map((x,i)=>`${10+i}日(${x})`),t=S(['17:00','17:30','18:00','18:30','19:00','19:30'],4).sort(),i=R(4),j=R(4),n=P([1,3,4,5,6]),v=[-1,-1];let m=2;ask({d:d[i],t:t[j],n});
    put('d',d.map(x=>`<u>${x}</u>`).join(''));put('t',t.map(x=>`<u>${x}</u>`).join(''));['d','t'].forEach((q,s)=>on(`#${q} u`,(y,e)=>{v[s]=y;all(`#${q} u`).forEach(x=>x.classList.toggle('on',x===e))}));
    const say=()=>{id('o').textContent=m};id('a').onclick=()=>{m=Math.max(1,m-1);say()};id('z').onclick=()=>{m++;say()};id('ok').onclick=()=>end(v[0]===i&&v[1]===j&&m===n);""",
    ".c{display:grid;grid-template-columns:1fr 1fr;gap:3px;margin-bottom:5px}.c u{text-decoration:none;text-align:center;border:1px solid #cbd2df;border-radius:6px;padding:2px;cursor:pointer}.c u.on{background:#2563eb;color:#fff}.n button{padding:2px 8px;margin:0 5px}",
)
page(
    "ja-nested-settings",
    "設定の「{a}」を開き、「{b}」をオンにしてから「戻る」を押してください。",
    "<div id=r></div>",
    """const m=['通知','画面','音','位置情報'],s=S(['メール','予定','ニュース','天気','地図','電話'],3),k=R(4),j=R(3),v={};ask({a:m[k],b:s[j]});
    const top=()=>{put('r','<b>設定</b>'+m.map(x=>`<div class=l>${x}<i>›</i></div>`).join(''));on('.l',i=>sub(i))};
    const sub=i=>{v[i]=v[i]||s.map(()=>false);put('r',`<button id=z class=soft>‹ 戻る</button> <b>${m[i]}</b>`+s.map((x,y)=>`<div class=l>${x}<u class='s ${v[i][y]?'on':''}'></u></div>`).join(''));on('.s',(y,e)=>{v[i][y]=!v[i][y];e.classList.toggle('on')});
      id('z').onclick=()=>{const on1=Object.entries(v).flatMap(([p,q])=>q.map((x,y)=>x?p+'/'+y:'')).filter(x=>x);if(on1.length)end(on1.join()===k+'/'+j);else top()}};top();""",
    _SWITCH
    + ".l{display:flex;justify-content:space-between;border-bottom:1px solid #e3e7ef;padding:7px 3px;cursor:pointer}",
)
page(
    "ja-ranking-play",
    "人気ランキング{n}位の曲を再生してください（曲にカーソルを合わせると▶が出ます）。",
    "<b>今週の人気</b><div id=r></div>",
    """const t=S(['朝のうた','雨の道','青い鳥','帰り道','星の海','春風','白い船'],6),n=S(range(1,6)),k=R(6);ask({n:n[k]});put('r',t.map((x,i)=>`<div class=l><b>${n[i]}</b><span>${x}</span><u>▶</u></div>`).join(''));on('.l u',i=>end(i===k));""",
    ".l{display:flex;gap:8px;align-items:center;padding:3px;border-radius:6px;height:20px}.l b{color:#2563eb;width:12px}.l span{flex:1}.l u{display:none;text-decoration:none;background:#2563eb;color:#fff;border-radius:8px;padding:1px 6px;cursor:pointer}.l:hover{background:#eef2fb}.l:hover u{display:block}",
)
page(
    "ja-code-boxes",
    "届いた確認コードを下の枠に一桁ずつ入れ、「認証する」を押してください。",
    "<div id=s></div><p>確認コード</p><div id=r></div><button id=ok>認証する</button>",
    """const c=''+(10000+R(90000));ask({});put('s',`メッセージ<br>あなたの確認コードは<b>${c}</b>です。`);put('r',range(1,5).map(()=>'<input maxlength=1>').join(''));
    all('#r input').forEach((e,i)=>e.oninput=()=>{if(e.value&&all('#r input')[i+1])all('#r input')[i+1].focus()});id('ok').onclick=()=>end(all('#r input').map(e=>e.value).join('')===c);""",
    "#s{background:#e7f7ea;border-radius:9px;padding:6px 8px;margin:2px 0 8px}#r{display:flex;gap:5px;margin-bottom:8px}#r input{width:22px;height:26px;text-align:center;font-size:14px;padding:0}",
)
