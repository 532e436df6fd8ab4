# ruff: noqa: E501 - pages are read more easily with their elements in one line
"""The fourth lot of fresh pages: dark."""

from __future__ import annotations

from functools import partial

from tests.models.local.page.fresh_pages import page as any_page

page = partial(any_page, "q4", "dark")

page(
    "track-position",
    "Jump to about {t} in the track (drag the knob or click on the line) and then start playing.",
    "<div id=v></div><b>Slow Harbour</b><div id=t><div id=f></div><i id=k></i></div><p id=s></p><button id=ok class=main>▶ Play</button>",
    """const L=240,t=30+15*R(13),z=s=>`${Math.floor(s/60)}:${(''+s%60).padStart(2,'0')}`;let v=0,h=false;ask({t:z(t)});
    const show=()=>{id('k').style.left=id('f').style.width=v/L*140+'px';id('s').textContent=`${z(v)} / ${z(L)}`},to=e=>{const r=id('t').getBoundingClientRect();v=Math.round(Math.max(0,Math.min(1,(e.clientX-r.x)/140))*L);show()};
    id('t').onmousedown=e=>{h=true;to(e);e.preventDefault()};document.onmousemove=e=>{if(h)to(e)};document.onmouseup=()=>{h=false};show();id('ok').onclick=()=>end(Math.abs(v-t)<=7);""",
    "#v{height:54px;border-radius:6px;background:linear-gradient(120deg,#274060,#8a4f7d);margin-bottom:5px}#t{width:140px;height:12px;margin:8px 4px 0;position:relative;cursor:pointer;background:linear-gradient(#0000 4px,#444b5a 4px,#444b5a 8px,#0000 8px)}#f{position:absolute;top:4px;height:4px;background:#3fb950}#k{position:absolute;width:10px;height:10px;top:1px;margin-left:-5px;border-radius:5px;background:#fff}",
)
page(
    "fix-line-of-code",
    "Line {n} has the wrong number. Change it to {b} and save; touch nothing else.",
    "<div id=e><pre id=l></pre><textarea id=x spellcheck=false rows=5></textarea></div><p><button id=ok class=main>Save</button></p>",
    """const w=S(W('width height depth speed count limit'),5),v=S(range(10,98),6),k=R(5),L=w.map((x,i)=>`${x} = ${v[i]}`);ask({n:k+1,b:v[5]});id('l').textContent=range(1,5).join('\\n');id('x').value=L.join('\\n');
    const want=L.map((x,i)=>i===k?`${w[i]} = ${v[5]}`:x).join('|');id('ok').onclick=()=>end(id('x').value.trim().split('\\n').map(x=>x.trim()).join('|')===want);""",
    "#e{display:flex}#l{margin:0;padding:4px 5px;color:#667;font:11px/16px monospace}#x{flex:1;font:11px/16px monospace;resize:none;border-radius:0;padding:3px;height:90px}",
)
page(
    "busy-servers",
    "Restart every server whose load is above {n} %, then close the watch with Done.",
    "<div id=r></div><button id=ok class=main>Done</button>",
    """const n=50+5*R(6),s=W('api web mail data cache'),hi=1+R(3),d=S([...S(range(n+3,98),hi),...S(range(9,n-3),5-hi)]),v=s.map(()=>0);ask({n});
    put('r',s.map((x,i)=>`<div class=l><b>${x}</b><div><i style='width:${d[i]}%;background:${d[i]>75?'#f85149':d[i]>45?'#d29922':'#3fb950'}'></i></div><span>${d[i]} %</span><button>↻</button></div>`).join(''));
    on('.l button',(i,e)=>{v[i]++;e.disabled=true;all('.l span')[i].textContent='…'});id('ok').onclick=()=>end(v.every((x,i)=>x===+(d[i]>n)));""",
    ".l{display:flex;align-items:center;gap:4px;margin:5px 0}.l b{width:30px}.l div{flex:1;height:7px;background:#2b303b}.l i{display:block;height:7px}.l span{width:27px;text-align:right}.l button{padding:1px 6px}",
)
page(
    "folder-but-not-file",
    "Sync the whole folder {a} except for {f}. Press Start sync when everything is ticked as it should be.",
    "<div id=r></div><button id=ok class=main>Start sync</button>",
    """const a=S(W('Music Letters Photos Drafts'),2),f=S(W('one two three four five six').map(x=>x+'.dat')),k=R(2),j=R(3);ask({a:a[k],f:f[k*3+j]});
    put('r',a.map((x,i)=>`<div class=f><u>▸</u><label><input type=checkbox> ${x}</label></div><div class=c hidden>${range(0,2).map(y=>`<label><input type=checkbox> ${f[i*3+y]}</label>`).join('')}</div>`).join(''));
    const kids=i=>[...all('.c')[i].querySelectorAll('input')];on('.f u',(i,e)=>{const c=all('.c')[i];c.hidden=!c.hidden;e.textContent=c.hidden?'▸':'▾'});
    all('.f input').forEach((e,i)=>{e.onchange=()=>kids(i).forEach(x=>{x.checked=e.checked});kids(i).forEach(x=>x.onchange=()=>{const n=kids(i).filter(y=>y.checked).length;e.checked=n===3;e.indeterminate=n>0&&n<3})});
    id('ok').onclick=()=>end([0,1].every(i=>kids(i).every((x,y)=>x.checked===(i===k&&y!==j))));""",
    ".f u{text-decoration:none;cursor:pointer;padding:0 5px;font-size:12px}.c{padding-left:24px}.c[hidden]{display:none}label{display:inline-flex;align-items:center;margin:1px 0}.c label{display:flex}",
)
page(
    "pixel-column",
    "Paint the whole {which} {line} {col} and leave the other squares alone. Then press Done.",
    "<div id=p></div><div id=r></div><button id=ok class=main>Done</button>",
    """const C=[['red','#e5484d'],['yellow','#f5d90a'],['green','#46a758'],['blue','#3e63dd']],k=R(4),row=R(2),j=P([0,3]),v=Array(16).fill(-1);let c=-1;ask({which:row?(j?'bottom':'top'):(j?'right':'left'),line:row?'row':'column',col:C[k][0]});
    put('p',C.map(x=>`<u style='background:${x[1]}'></u>`).join(''));put('r',v.map(()=>'<i></i>').join(''));on('#p u',(i,e)=>{c=i;all('#p u').forEach(x=>x.classList.toggle('on',x===e))});
    on('#r i',(i,e)=>{if(c<0)return;v[i]=v[i]===c?-1:c;e.style.background=v[i]<0?'':C[c][1]});id('ok').onclick=()=>end(v.every((x,i)=>x===((row?Math.floor(i/4):i%4)===j?k:-1)));""",
    "#p u{display:inline-block;width:20px;height:16px;margin:2px 5px;border-radius:3px;cursor:pointer}#p u.on{outline:2px solid #fff}#r{display:grid;grid-template-columns:repeat(4,25px);gap:2px;margin:3px 22px}#r i{height:23px;background:#2b303b;cursor:pointer}",
)
page(
    "pin-message",
    "Pin the message where {who} writes about the {what}; the three dots at a message open its menu.",
    "<div id=r></div><div id=m hidden></div>",
    """const n=S(NAMES,2),w=S(W('boiler parking picnic invoice printer'),3),a=S([0,0,1]),s=['Any news of the {}?','The {} is done!','Again the {}…'],k=R(3);ask({who:n[a[k]],what:w[k]});let o=-1;
    put('r',w.map((x,i)=>`<div class=m><u>⋮</u><b>${n[a[i]]}</b><br>${s[i].replace('{}',x)}</div>`).join(''));put('m',S(W('Reply Pin Copy Report')).map(x=>`<div>${x}</div>`).join(''));
    on('.m u',(i,e)=>{o=i;id('m').hidden=false;id('m').style.top=all('.m')[i].offsetTop+14+'px'});on('#m div',(i,e)=>{id('m').hidden=true;end(e.textContent==='Pin'&&o===k)});""",
    ".m{background:#22262f;border-radius:6px;padding:4px 7px;margin:4px 0}.m u{float:right;text-decoration:none;font-size:14px;cursor:pointer;padding:0 4px}#m{position:absolute;right:14px;width:66px;background:#2f3542;border:1px solid #555;border-radius:4px}#m div{padding:3px 8px;cursor:pointer}#m div:hover{background:#465}",
)
page(
    "command-bar-keys",
    "No mouse here: press / to open the command bar, choose “{cmd}” with typing or arrow keys, and confirm with Enter.",
    "<p class=g>Press / for commands</p><div id=b hidden><input id=i><div id=l></div></div>",
    """const t=S(['Toggle panel','Reload window','Split view','Zoom in','Close folder','Word wrap'],5),k=1+R(4);ask({cmd:t[k]});let n=0,f=t;
    const show=()=>{f=t.filter(x=>x.toLowerCase().includes(id('i').value.toLowerCase()));n=Math.min(n,Math.max(0,f.length-1));put('l',f.map((x,i)=>`<p class='${i===n?'on':''}'>${x}</p>`).join(''))};
    document.onkeydown=e=>{if(id('b').hidden){if(e.key==='/'){e.preventDefault();id('b').hidden=false;id('i').focus();show()}return}if(e.key==='ArrowDown'){n++;show();e.preventDefault()}else if(e.key==='ArrowUp'){n=Math.max(0,n-1);show();e.preventDefault()}else if(e.key==='Enter'&&f[n])end(f[n]===t[k])};id('i').oninput=()=>{n=0;show()};""",
    ".g{color:#889;text-align:center;margin-top:30px}#b{position:absolute;left:8px;right:8px;top:6px;background:#22262f;border:1px solid #555;border-radius:6px;padding:5px}#b[hidden]{display:none}#i{width:100%}#l p{margin:2px 0;padding:2px 5px;border-radius:3px}#l p.on{background:#1f6feb}",
)
page(
    "play-next",
    "Let “{song}” be played next: open the menu of its row and pick the entry for that.",
    "<b>Up next</b><div id=r></div><div id=m hidden></div>",
    """const t=S(['Copper Sky','Low Tide','Paper Moon','Night Bus','Glass Hill','Tin Roof'],5),k=1+R(4);ask({song:t[k]});let o=-1;put('r',t.map((x,i)=>`<div class=l><span>${i+1}</span>${x}<u>⋯</u></div>`).join(''));
    put('m',S(['Play next','Play last','Remove','Share']).map(x=>`<div>${x}</div>`).join(''));on('.l u',i=>{o=i;const m=id('m');m.hidden=false;m.style.top=Math.min(60,all('.l')[i].offsetTop+10)+'px'});on('#m div',(i,e)=>end(o===k&&e.textContent==='Play next'));""",
    ".l{display:flex;gap:8px;padding:4px 3px;border-bottom:1px solid #2b303b}.l span{color:#778;width:8px}.l u{margin-left:auto;text-decoration:none;cursor:pointer;padding:0 5px;font-weight:bold}#m{position:absolute;right:24px;width:72px;background:#2f3542;border:1px solid #556;border-radius:4px}#m div{padding:4px 7px;cursor:pointer}",
)
page(
    "lasso-shape",
    "Hold the mouse button and draw a loop around the {col} {shape}, so that nothing else is inside.",
    "<svg id=r width=152 height=134></svg>",
    """const C=[['red','#e5484d'],['yellow','#f5d90a'],['green','#46a758'],['violet','#9a7bff']],pos=S([[32,30],[116,30],[32,102],[116,102]]),sh=S(['disc','square','triangle','disc']),c=S(C),k=R(4);ask({col:c[k][0],shape:sh[k]});
    const d={disc:'<circle r=12 />',square:'<rect x=-11 y=-11 width=22 height=22 />',triangle:'<path d="M0-13L13 11H-13z"/>'};put('r',pos.map((p,i)=>`<g transform='translate(${p})' fill='${c[i][1]}'>${d[sh[i]]}</g>`).join('')+'<polyline id=l fill=none stroke=#fff stroke-width=1.5 />');
    let q=null;const r=id('r');r.onmousedown=e=>{q=[];e.preventDefault()};document.onmousemove=e=>{if(!q)return;const b=r.getBoundingClientRect();q.push([e.clientX-b.x,e.clientY-b.y]);id('l').setAttribute('points',q.join(' '))};
    const ins=([x,y])=>{let s=false;for(let i=0,j=q.length-1;i<q.length;j=i++){const [a,b]=q[i],[f,g]=q[j];if(b>y!==g>y&&x<(f-a)*(y-b)/(g-b)+a)s=!s}return s};
    document.onmouseup=()=>{if(!q)return;if(q.length<3){q=null;return}const g=pos.map(ins);q=null;end(g.every((x,i)=>x===(i===k)))};""",
    "#r{background:#0d0f13;border-radius:6px;cursor:crosshair}",
)
page(
    "peak-of-the-line",
    "The line shows the temperatures of a week. Click on the dot of the {how} day.",
    "<svg id=r width=152 height=130></svg>",
    """const w=R(2),v=S(range(2,28),7),g=v.indexOf((w?Math.max:Math.min)(...v));ask({how:w?'warmest':'coldest'});const xy=v.map((y,i)=>[12+i*21,110-y*3.6]);
    put('r',`<polyline points='${xy.join(' ')}' fill=none stroke=#58a6ff stroke-width=1.5 />`+xy.map(([x,y],i)=>`<circle cx=${x} cy=${y} r=4.5 /><text x=${x-4} y=126>${'MTWTFSS'[i]}</text>`).join(''));on('#r circle',i=>end(i===g));""",
    "#r{background:#0d0f13;border-radius:6px;margin-top:6px}#r circle{fill:#f0883e;cursor:pointer}#r text{fill:#889;font-size:9px}",
)
page(
    "ja-waste-days",
    "「{what}」を出せる曜日をすべて選び、「決定」を押してください。",
    "<table id=r></table><div id=d></div><button id=ok class=main>決定</button>",
    """const w=['月','火','水','木','金'],t=['紙','びん','缶','布'],k=R(4),o=S([0,1,2,3,0,1,2,3]).slice(0,5);o[R(5)]=k;const two=w.map((_,i)=>R(2)?[o[i],(o[i]+1+R(3))%4]:[o[i]]);ask({what:t[k]});
    put('r','<tr><th>曜日<th>収集するもの'+w.map((x,i)=>`<tr><td>${x}<td>${two[i].map(y=>t[y]).join('、')}`).join(''));put('d',w.map(x=>`<u>${x}</u>`).join(''));const v=w.map(()=>false);on('#d u',(i,e)=>{v[i]=!v[i];e.classList.toggle('on')});
    id('ok').onclick=()=>end(v.every((x,i)=>x===two[i].includes(k)));""",
    "table{border-collapse:collapse}td,th{border:1px solid #444b5a;padding:1px 8px}#d{display:flex;gap:4px;margin:6px 0}#d u{text-decoration:none;border:1px solid #556;border-radius:11px;width:22px;height:22px;line-height:20px;text-align:center;cursor:pointer}#d u.on{background:#1f6feb}",
)
page(
    "ja-lift",
    "{n}階でエレベーターを降ります。階のボタンを押し、ドアが開いたら「降りる」を押してください。",
    "<div id=o>1階</div><div id=r></div><p id=s></p><button id=ok class=main disabled>降りる</button>",
    """const n=2+R(5);let at=1,to=1,w=0;ask({n});put('r',range(1,6).map(x=>`<button>${x}</button>`).join(''));on('#r button',i=>{to=i+1;w=0;id('ok').disabled=true;id('s').textContent='動いています…'});
    every(600,()=>{if(at!==to){at+=Math.sign(to-at);id('o').textContent=at+'階';if(at===to)w=2}else if(w&&--w===0){id('s').textContent='ドアが開きました';id('ok').disabled=false}});id('ok').onclick=()=>end(at===n);""",
    "#o{font:bold 20px Arial;background:#000;color:#f85149;text-align:center;width:70px;margin:2px 38px;border-radius:4px}#r{display:grid;grid-template-columns:repeat(3,34px);gap:5px;margin:6px 20px}#r button{height:24px;border-radius:12px}button:disabled{opacity:.35}#s{min-height:14px}",
)
page(
    "ja-shares",
    "前日比がいちばん{how}銘柄の「売る」を押してください。",
    "<table id=r></table>",
    """const n=S(['青空電機','北山製菓','富士織物','港南運輸','みどり堂','東都化学'],5),d=S([...S(range(-45,-1),2),...S(range(1,45),3)]).map(x=>x/10),up=R(2),k=d.indexOf((up?Math.max:Math.min)(...d));ask({how:up?'上がった':'下がった'});
    put('r','<tr><th>銘柄<th>前日比<th>'+n.map((x,i)=>`<tr><td>${x}<td class='${d[i]>0?'u':'d'}'>${d[i]>0?'+':'−'}${Math.abs(d[i]).toFixed(1)}%<td><button>売る</button>`).join(''));on('#r button',i=>end(i===k));""",
    "table{border-collapse:collapse;width:150px}td,th{padding:2px;text-align:left;border-bottom:1px solid #2b303b}.u{color:#3fb950}.d{color:#f85149}button{padding:1px 6px}",
)
page(
    "ja-kana-board",
    "下のキーを使って「{w}」と打ち、「送信」を押してください。",
    "<div id=o></div><div id=t></div><div id=k></div><button id=ok class=main>送信</button>",
    """const g=['あいうえお','かきくけこ','さしすせそ','たちつてと','なにぬねの'],w=P(['さかな','ねこ','たいこ','えのき','かさ','いなか','すいか','あした']);let v='',n=0;ask({w});put('t',g.map(x=>`<u>${x[0]}行</u>`).join(''));
    const say=()=>{id('o').textContent=v},show=()=>{all('#t u').forEach((e,i)=>e.classList.toggle('on',i===n));put('k',[...g[n],'消'].map(x=>`<button>${x}</button>`).join(''));on('#k button',(i,e)=>{v=i===5?v.slice(0,-1):v+e.textContent;say()})};on('#t u',i=>{n=i;show()});show();id('ok').onclick=()=>end(v===w);""",
    "#o{border:1px solid #444b5a;background:#0d0f13;height:22px;font-size:13px;padding:1px 5px;margin-bottom:5px}#t{display:flex;gap:2px}#t u{text-decoration:none;flex:1;text-align:center;background:#22262f;padding:3px 0;cursor:pointer}#t u.on{background:#1f6feb}#k{display:grid;grid-template-columns:repeat(3,1fr);gap:4px;margin:5px 0}#k button{height:22px}",
)
