# ruff: noqa: E501 - pages are read more easily with their elements in one line
"""The first lot of fresh pages: plain HTML as of old."""

from __future__ import annotations

from functools import partial

from tests.models.local.page.fresh_pages import page as any_page

page = partial(any_page, "q1", "plain")

page(
    "parking-meter",
    "Pay for exactly {t} minutes of parking, then press Print.",
    "<div id=o>0 min</div><div id=r></div><button id=c>Clear</button> <button id=ok>Print</button>",
    """const d=[10,25,60],t=d[2]*R(2)+d[1]*R(2)+d[0]*(1+R(3));let v=0;ask({t});put('r',d.map(x=>`<button>+ ${x} min</button>`).join(''));
    const say=()=>{id('o').textContent=v+' min'};on('#r button',i=>{v+=d[i];say()});id('c').onclick=()=>{v=0;say()};id('ok').onclick=()=>end(v===t);""",
    "#o{font:bold 16px monospace;background:#cdc;border:2px inset #888;width:120px;text-align:right;padding:2px 4px}#r button{display:block;width:90px;margin:5px 0}",
)
page(
    "spell-backwards",
    'Spell the word "{word}" backwards with the letters below and click Ready.',
    "<div id=o></div><div id=r></div><p><button id=c>Start over</button> <button id=ok>Ready</button></p>",
    """const word=P(W('lamp bird stone cloud fish tiger bread winter gold')),l=S([...word]);let v='';ask({word});put('r',l.map(x=>`<button>${x}</button>`).join(' '));
    on('#r button',(i,e)=>{v+=l[i];e.disabled=true;id('o').textContent=v});id('c').onclick=()=>{v='';id('o').textContent='';all('#r button').forEach(e=>e.disabled=false)};id('ok').onclick=()=>end(v===[...word].reverse().join(''));""",
    "#o{border:1px solid #888;height:18px;width:140px;font:14px monospace;margin:4px 0 8px}#r button{width:21px;margin:2px 0}",
)
page(
    "lamps-lit",
    "Leave only the lamps {a} and {b} lit and press Done.",
    "<div id=r></div><button id=ok>Done</button>",
    """const [a,b,c]=S(range(1,9),3),v=Array(10).fill(false);v[a]=!!R(2);v[c]=true;ask({a,b});put('r',range(1,9).map(i=>`<i>${i}</i>`).join(''));
    const show=()=>all('#r i').forEach((e,i)=>e.classList.toggle('lit',v[i+1]));on('#r i',i=>{v[i+1]=!v[i+1];show()});show();id('ok').onclick=()=>end(range(1,9).every(i=>v[i]===(i===a||i===b)));""",
    "#r{display:grid;grid-template-columns:repeat(3,32px);gap:8px;margin:4px 10px 8px}#r i{font-style:normal;border:2px solid #444;border-radius:16px;height:32px;line-height:28px;text-align:center;background:#555;color:#ddd;cursor:pointer}#r i.lit{background:#ffe94d;color:#000}",
)
page(
    "rain-table",
    "Look at the table: which town had the {how} rain in {month}? Click the name of that town.",
    "<table id=r></table>",
    """const m=['May','June','July'],n=S(TOWNS,5),d=m.map(()=>S(range(11,96),5)),k=R(3),most=R(2),best=(most?Math.max:Math.min)(...d[k]);ask({how:most?'most':'least',month:m[k]});
    put('r','<tr><th>mm'+m.map(x=>`<th>${x}`).join('')+n.map((x,i)=>`<tr><td class=n>${x}</td>`+m.map((_,j)=>`<td>${d[j][i]}`).join('')).join(''));on('.n',i=>end(d[k][i]===best));""",
    "table{border-collapse:collapse;margin-top:4px}td,th{border:1px solid #999;padding:3px 6px;text-align:right}.n{text-align:left;color:#00c;text-decoration:underline;cursor:pointer}",
)
page(
    "nth-link",
    "Click on the {nth} link in the paragraph below.",
    "<p id=r></p>",
    """const w=S(W('river castle garden market bridge tower forest harbour museum station'),5),k=R(5);ask({nth:W('first second third fourth fifth')[k]});
    put('r',`From the <a>${w[0]}</a> it is a short walk to the old <a>${w[1]}</a>. Turn left, pass the <a>${w[2]}</a> and go on until you see the <a>${w[3]}</a>; behind it lies the <a>${w[4]}</a>, open all day.`);on('#r a',i=>end(i===k));""",
    "#r{line-height:1.7;font-size:11px}#r a{color:#00c;text-decoration:underline;cursor:pointer}",
)
page(
    "week-row",
    "Mark the whole week that has day {d} in it (click its W button) and press OK.",
    "<b id=t></b><table id=r></table><button id=ok>OK</button>",
    """const m=R(12),o=(new Date(2027,m,1).getDay()+6)%7,n=new Date(2027,m+1,0).getDate(),d=1+R(n),rows=Math.ceil((o+n)/7);let on1=-1;ask({d});id('t').textContent=W('January February March April May June July August September October November December')[m]+' 2027';
    put('r','<tr><th>'+W('M T W T F S S').map(x=>`<th>${x}`).join('')+range(0,rows-1).map(y=>'<tr><td><button class=w>W</button>'+range(0,6).map(x=>{const v=y*7+x-o+1;return `<td>${v>0&&v<=n?v:''}`}).join('')).join(''));
    on('.w',i=>{on1=i;all('#r tr').forEach((e,j)=>e.classList.toggle('on',j===i+1))});id('ok').onclick=()=>end(on1===Math.floor((o+d-1)/7));""",
    "#r{border-collapse:collapse;margin:2px 0 4px}td,th{text-align:center;width:17px;padding:0;font-size:9px}.w{font-size:8px;padding:0 3px}tr.on td{background:#fc6}",
)
page(
    "course-entry",
    "Register {who}, born in {year}, for the {course} course. {who} needs a {meal} lunch. Then click Send.",
    "<p>Name: <input id=n size=12></p><p>Year of birth: <input id=y size=5></p><p>Course: <select id=c></select></p><p>Lunch: <span id=m></span></p><button id=ok>Send</button>",
    """const c=S(W('Pottery Sailing Chess Cooking Drawing Dancing'),5),m=W('normal vegan none'),who=P(NAMES),year=1950+R(50),k=R(5),j=R(2);ask({who,year,course:c[k],meal:m[j]});
    put('c','<option>--'+c.map(x=>`<option>${x}`).join(''));put('m',m.map(x=>`<label><input type=radio name=m>${x}</label>`).join(' '));
    id('ok').onclick=()=>end(id('n').value.trim()===who&&id('y').value.trim()===''+year&&id('c').value===c[k]&&all('#m input')[j].checked);""",
    "#m input{margin:0 1px}#m label{white-space:nowrap}",
)
page(
    "no-commas",
    "There should be no commas in the text. Take them out (leave the rest as it is), then press Save.",
    "<textarea id=x rows=4 cols=22></textarea><p><button id=ok>Save</button> <button id=no>Cancel</button></p>",
    """const w=S(W('pens ink glue tape paper chalk maps string'),5),t=`Buy ${w[0]}, ${w[1]} and ${w[2]}, then ${w[3]}.`;ask({});id('x').value=t;
    id('ok').onclick=()=>end(id('x').value.trim().replace(/\\s+/g,' ')===t.split(',').join(''));id('no').onclick=()=>end(false);""",
)
page(
    "hold-down",
    "Charge the battery {what}: keep the mouse button pressed on Charge, and let go when the bar is there.",
    "<div id=b><div id=f></div><u style='left:25%'></u><u style='left:50%'></u><u style='left:75%'></u></div><p><button id=c>Charge</button></p><p id=s>0 %</p>",
    """const half=R(2),lo=half?40:85,hi=half?68:101;ask({what:half?'about halfway':'until it is full'});let v=0,down=false;
    const show=()=>{id('f').style.width=v+'%';id('s').textContent=Math.round(v)+' %'};every(50,()=>{if(down&&v<100){v=Math.min(100,v+1);show()}});
    id('c').onmousedown=e=>{down=true;e.preventDefault()};document.onmouseup=()=>{if(!down)return;down=false;if(v>=8)end(v>=lo&&v<=hi);else{v=0;show()}};""",
    "#b{width:140px;height:20px;border:1px solid #333;position:relative}#f{height:100%;width:0;background:#3a3}#b u{position:absolute;top:0;height:6px;border-left:1px solid #333}#c{width:80px;height:34px;margin-top:8px}",
)
page(
    "drag-to-last",
    "Move {what} to the end of the list by dragging it, then click Submit.",
    "<ul id=r></ul><button id=ok>Submit</button>",
    """const t=S(W('Sweep Cook Iron Paint Shop Write'),4),k=R(3);ask({what:t[k]});put('r',t.map(x=>`<li>${x}</li>`).join(''));let h=null;
    all('#r li').forEach(e=>e.onmousedown=v=>{h=e;e.className='h';v.preventDefault()});
    document.onmousemove=v=>{if(!h)return;const o=all('#r li').filter(e=>e!==h),b=o.find(e=>{const r=e.getBoundingClientRect();return v.clientY<r.y+r.height/2});h.parentNode.insertBefore(h,b||null)};
    document.onmouseup=()=>{if(h){h.className='';h=null}};const want=t.filter((_,i)=>i!==k).concat(t[k]).join();id('ok').onclick=()=>end(all('#r li').map(e=>e.textContent).join()===want);""",
    "ul{list-style:none;margin:2px 0 6px;padding:0}li{border:1px solid #aaa;background:#eee;width:120px;padding:5px;margin:2px;cursor:move}li.h{background:#fd8}",
)
page(
    "ja-stamps",
    "合計がちょうど{n}円になるように切手を二枚選び、「封筒に貼る」を押してください。",
    "<div id=r></div><button id=ok>封筒に貼る</button>",
    """let v,s;do{v=S([10,20,50,63,84,94,120,140],5);s=v[0]+v[1];let c=0;for(let i=0;i<5;i++)for(let j=i+1;j<5;j++)c+=v[i]+v[j]===s;if(c===1)break}while(true);const o=S(v);ask({n:s});
    put('r',o.map(x=>`<p><label><input type=checkbox> ${x}円</label></p>`).join(''));id('ok').onclick=()=>{const c=all('#r input').map((e,i)=>e.checked?o[i]:0);end(c.filter(x=>x).length===2&&c.reduce((a,b)=>a+b)===s)};""",
    "#r label{border:1px dashed #999;padding:1px 8px;background:#f4efe0}#r p{margin:5px 0}",
)
page(
    "ja-clock-faces",
    "{h}時{m}を指している時計をクリックしてください。",
    "<div id=r></div>",
    """const t=S(range(0,23),4).map(x=>[1+x%12,x>11?30:0]),k=R(4);ask({h:t[k][0],m:t[k][1]?'半':'ちょうど'});
    put('r',t.map(([h,m])=>{const a=(h%12+m/60)*Math.PI/6,b=m*Math.PI/30,l=(a,n,w)=>`<line x1=30 y1=30 x2=${30+n*Math.sin(a)} y2=${30-n*Math.cos(a)} stroke=#000 stroke-width=${w} />`;
      return `<svg width=62 height=62><circle cx=30 cy=30 r=28 fill=#fff stroke=#333 stroke-width=2 />${range(1,12).map(i=>`<circle cx=${30+24*Math.sin(i*Math.PI/6)} cy=${30-24*Math.cos(i*Math.PI/6)} r=1 />`).join('')}${l(a,13,3)}${l(b,21,1.5)}</svg>`}).join(''));on('#r svg',i=>end(i===k));""",
    "#r svg{cursor:pointer;margin:4px 5px}",
)
page(
    "ja-clear-field",
    "{who}さんの電話番号だけを空欄にして、「更新」を押してください。",
    "<table id=r></table><button id=ok>更新</button>",
    """const n=S(['佐藤','鈴木','高橋','田中','伊藤','渡辺'],4),k=R(4),t=n.map(()=>'0'+(3+R(6))+'-'+(1000+R(9000)));ask({who:n[k]});put('r',n.map((x,i)=>`<tr><td>${x}<td><input size=11 value='${t[i]}'>`).join(''));
    id('ok').onclick=()=>end(all('#r input').every((e,i)=>e.value.trim()===(i===k?'':t[i])));""",
    "td{padding:3px 5px}",
)
page(
    "ja-between",
    "「{a}」と「{b}」の間にあるボタンを押してください。",
    "<div id=r></div>",
    """const t=S(['やま','かわ','うみ','そら','もり','まち','しま','みち'],6),k=1+R(4);ask({a:t[k-1],b:t[k+1]});put('r',t.map(x=>`<p><button>${x}</button></p>`).join(''));on('#r button',i=>end(i===k));""",
    "#r button{width:100px}#r p{margin:4px 0}",
)
