# ruff: noqa: E501 - pages are read more easily with their elements in one line
"""The sixth lot of fresh pages: soft colours, games, texts and tables."""

from __future__ import annotations

from functools import partial

from tests.models.local.page.fresh_pages import page as any_page

page = partial(any_page, "q6", "soft")

page(
    "board-move",
    "Move the piece from {a} to {b}: click it, then click the square it should go to.",
    "<div id=r></div>",
    """const nm=i=>'ABCDE'[i%5]+(5-Math.floor(i/5)),[a,b,...o]=S(range(0,24),5);let h=-1;ask({a:nm(a),b:nm(b)});const v=Array(25).fill('');[a,o[0],o[1],o[2]].forEach((i,j)=>{v[i]='♞♜♝♟'[j]});
    const show=()=>{let s='';for(let y=0;y<5;y++){s+=`<b>${5-y}</b>`;for(let x=0;x<5;x++){const i=y*5+x;s+=`<u class='${(x+y)%2?'d':''} ${i===h?'h':''}'>${v[i]}</u>`}}put('r',s+'<b></b>'+[...'ABCDE'].map(x=>`<b>${x}</b>`).join(''));
      on('#r u',i=>{if(h<0){if(v[i]){h=i;show()}}else if(h===i){h=-1;show()}else{const g=h===a&&i===b;v[i]=v[h];v[h]='';h=-1;show();end(g)}})};show();""",
    "#r{display:grid;grid-template-columns:14px repeat(5,24px);margin:2px 4px}#r b{text-align:center;line-height:24px}#r u{text-decoration:none;background:#f7e3cf;height:24px;line-height:24px;font-size:18px;text-align:center;cursor:pointer;color:#333}#r u.d{background:#d9a57e}#r u.h{outline:2px solid #27c;outline-offset:-2px}",
)
page(
    "maze-by-keys",
    "Steer the mouse (M) to the cheese (C) with the arrow keys of the keyboard. Walls are dark.",
    "<div id=r></div>",
    """const N=6,w=Array(36).fill(1);let p=0;const path=[0];w[0]=0;let right=R(2);while(p!==35){const x=p%6,y=Math.floor(p/6);if(x===5)right=false;else if(y===5)right=true;else if(R(5)<2)right=!right;p+=right?1:6;w[p]=0;path.push(p)}
    const open=S(range(0,35),5);open.forEach(i=>{w[i]=0});let m=0,n=0;ask({});const show=()=>put('r',w.map((x,i)=>`<u class='${x?'w':''}'>${i===m?'M':i===35?'C':''}</u>`).join(''));
    document.onkeydown=e=>{const d={ArrowUp:[0,-1],ArrowDown:[0,1],ArrowLeft:[-1,0],ArrowRight:[1,0]}[e.key];if(!d)return;e.preventDefault();const x=m%6+d[0],y=Math.floor(m/6)+d[1];if(x>=0&&x<6&&y>=0&&y<6&&!w[y*6+x]){m=y*6+x;show()}else if(++n===8)return end(false);if(m===35)end(true)};show();""",
    "#r{display:grid;grid-template-columns:repeat(6,22px);gap:1px;margin:4px 8px}#r u{text-decoration:none;height:22px;line-height:22px;text-align:center;background:#fff;font-weight:bold;font-size:12px;border-radius:4px}#r u.w{background:#6b4f5b}",
)
page(
    "greatest-sum",
    "Work them out in your head: which of these comes to the {how}? Click it.",
    "<div id=r></div>",
    """const g=R(2),v=S(range(8,40),5);ask({how:g?'most':'least'});const t=v.map(n=>{const a=2+R(n-3),b=n-a;return R(2)?`${a} + ${b}`:`${n+a} − ${a}`}),k=v.indexOf((g?Math.max:Math.min)(...v));put('r',t.map(x=>`<p><button>${x}</button></p>`).join(''));on('#r button',i=>end(i===k));""",
    "#r button{width:90px;padding:4px}#r p{margin:5px 25px}",
)
page(
    "shelf-sideways",
    "“{film}” is on the shelf {shelf}. Move that shelf sideways with its arrows and open the film.",
    "<div id=r></div>",
    """const s=S(W('Drama Comedy Crime Nature'),2),f=S(['Blue Gate','Old Salt','Two Keys','Mint','The Ferry','Snow Line','Ash','Long Way','Cold Tea','Owl Hour','Sand','Last Row'],12),k=R(2),j=2+R(4),c=S(['#e9a','#9bd','#ad8','#db7','#b9d','#8cc']);ask({film:f[k*6+j],shelf:s[k]});
    put('r',s.map((x,y)=>`<b>${x}</b><div class=s><button>‹</button><div class=w><div class=t>${range(0,5).map(i=>`<u style='background:${c[i]}'>${f[y*6+i]}</u>`).join('')}</div></div><button>›</button></div>`).join(''));
    const at=[0,0];all('.s').forEach((e,y)=>{const b=e.querySelectorAll('button'),go=d=>{at[y]=Math.max(0,Math.min(4,at[y]+d));e.querySelector('.t').style.left=-at[y]*52+'px'};b[0].onclick=()=>go(-2);b[1].onclick=()=>go(2)});on('.t u',i=>end(i===k*6+j));""",
    ".s{display:flex;align-items:center;gap:2px;margin:2px 0 5px}.s button{padding:2px 4px}.w{width:104px;overflow:hidden}.t{position:relative;display:flex;width:312px;transition:left .2s}.t u{text-decoration:none;width:48px;height:44px;margin:0 2px;border-radius:6px;font-size:9px;padding:3px;cursor:pointer;flex:none}",
)
page(
    "rising-balloon",
    "Click the balloon with the number {n} while it rises.",
    "<div id=r></div>",
    """const t=S(range(10,99),4),k=R(4),c=S(['#e66','#69c','#6a6','#c8a','#da4']),ph=S([0,38,76,114]);ask({n:t[k]});put('r',t.map((x,i)=>`<u style='left:${4+i*37}px;background:${c[i]}'>${x}</u>`).join(''));let y=0;const show=()=>all('#r u').forEach((e,i)=>{e.style.top=150-(y+ph[i])%190+'px'});show();every(50,()=>{y+=.45;show()});all('#r u').forEach((e,i)=>e.onmousedown=()=>end(i===k));""",
    "#r{position:relative;height:146px;overflow:hidden;background:#e8f4fb;border-radius:8px}#r u{position:absolute;width:32px;height:38px;border-radius:16px 16px 18px 18px;color:#fff;font-weight:bold;text-decoration:none;text-align:center;line-height:36px;font-size:12px;cursor:pointer}",
)
page(
    "wait-for-green",
    "Do nothing until the lamp turns green. Then press Go — never before.",
    "<div id=o></div><button id=ok>Go</button>",
    """ask({});let g=false;later(3000+R(5000),()=>{g=true;id('o').style.background='#2a4'});id('ok').onclick=()=>end(g);""",
    "#o{width:56px;height:56px;border-radius:28px;background:#d33;border:4px solid #544;margin:10px 46px}#ok{margin-left:52px;padding:5px 14px}",
)
page(
    "mark-the-sentence",
    "Select the whole sentence about the {what} with the mouse and press Highlight.",
    "<div id=r></div><button id=ok>Highlight</button>",
    """const t=S([['ferry','The ferry left at dawn.'],['baker','Our baker sells dark bread.'],['tower','The tower leans to the east.'],['snow','Much snow fell last night.']],3),k=R(3);ask({what:t[k][0]});put('r',t.map(x=>`<p>${x[1]}</p>`).join(''));
    id('ok').onmousedown=e=>e.preventDefault();id('ok').onclick=()=>end(String(getSelection()).trim().replace(/[.]$/,'')===t[k][1].replace(/[.]$/,''));""",
    "#r{background:#fff;border-radius:8px;padding:2px 6px;margin-bottom:6px;font-size:10px}#r p{margin:7px 0}",
)
page(
    "cut-and-paste",
    "Cut the text out of the upper box and paste it into the lower one. The upper box must be empty when you press Finish.",
    "<textarea id=a rows=3 cols=19></textarea><textarea id=b rows=3 cols=19></textarea><button id=ok>Finish</button>",
    """const w=S(W('amber linen coast quiet ladder violet meadow copper'),5),t=w.join(' ')+' '+(100+R(900));ask({});id('a').value=t;id('ok').onclick=()=>end(id('a').value.trim()===''&&id('b').value.trim().replace(/\\s+/g,' ')===t);""",
    "textarea{display:block;margin-bottom:5px}",
)
page(
    "row-total-cell",
    "One total is missing in the table. Fill it in, and press Check.",
    "<table id=r></table><button id=ok>Check</button>",
    """const n=S(NAMES,4),d=n.map(()=>[R(20)+1,R(20)+1,R(20)+1]),k=R(4),s=d.map(x=>x[0]+x[1]+x[2]);ask({});put('r','<tr><th><th>Mon<th>Tue<th>Wed<th>Total'+n.map((x,i)=>`<tr><td>${x}${d[i].map(y=>`<td>${y}`).join('')}<td>${i===k?'<input id=i size=2>':s[i]}`).join(''));id('ok').onclick=()=>end(id('i').value.trim()===''+s[k]);""",
    "table{border-collapse:collapse;font-size:9px;margin-bottom:5px}td,th{border:1px solid #e4c9b8;padding:3px;text-align:right}#i{width:26px;padding:1px 3px}",
)
page(
    "reply-upvote",
    "Unfold the answers to {a}'s comment, then give {b}'s answer there a thumbs-up (▲).",
    "<div id=r></div>",
    """const n=S(NAMES,5),s=['I like it.','Too dear!'],w=S(['So do I','Not me','Why?','Agreed']),k=R(2),who=S([n[2],n[3]]),tw=S([n[2],n[3]]),j=R(2);ask({a:n[k],b:[who,tw][k][j]});
    put('r',[0,1].map(i=>`<div class=c><b>${n[i]}</b> ${s[i]} <u class=v>▲</u><br><a>▸ 2 answers</a><div class=k hidden>${[0,1].map(y=>`<p><b>${[who,tw][i][y]}</b> ${w[i*2+y]} <u class=v>▲</u></p>`).join('')}</div></div>`).join(''));on('.c a',i=>{all('.k')[i].hidden=!all('.k')[i].hidden});on('.v',i=>end(i===k*3+1+j));""",
    ".c{background:#fff;border-radius:8px;padding:4px 6px;margin-bottom:5px}.c a{color:#a4562b;cursor:pointer}.k{padding-left:8px}.k p{margin:4px 0;font-size:9px}.v{text-decoration:none;color:#b88;cursor:pointer;padding:0 3px;font-size:11px}",
)
page(
    "ja-bill-same",
    "お届け先はご請求先と同じにし、支払い方法は{x}を選んで、注文を確定してください。",
    "<p><label><input type=checkbox id=s> お届け先は請求先と同じ</label></p><div id=a>お届け先 <input size=12></div><p>支払い方法 <select id=p></select></p><button id=no>かごに戻る</button> <button id=ok>注文を確定</button>",
    """const t=S(['代金引換','銀行振込','クレジットカード','コンビニ払い']),k=R(4);ask({x:t[k]});put('p','<option>選択</option>'+t.map(x=>`<option>${x}</option>`).join(''));id('s').onchange=()=>{id('a').style.visibility=id('s').checked?'hidden':''};id('no').onclick=()=>end(false);id('ok').onclick=()=>end(id('s').checked&&id('p').value===t[k]);""",
    "#s{vertical-align:-2px}#no{font-size:9px;padding:2px 5px}select{width:84px}",
)
page(
    "ja-turn-arrow",
    "矢印が{dir}を向くまで「回す」を押して、そのあと「決定」を押してください。",
    "<div id=o><svg width=80 height=80><g id=g><path d='M40 8L58 34H46V72H34V34H22z' fill='#c2603a'/></g></svg></div><button id=t>回す</button> <button id=ok>決定</button>",
    """const d=['上','右','下','左'];let n=R(4);const k=(n+1+R(3))%4;ask({dir:d[k]});const show=()=>id('g').setAttribute('transform',`rotate(${n*90} 40 40)`);show();id('t').onclick=()=>{n=(n+1)%4;show()};id('ok').onclick=()=>end(n===k);""",
    "#o{text-align:center;margin:6px}",
)
page(
    "ja-spot-difference",
    "左と右の絵をくらべて、右の絵で違うところを一つクリックしてください。",
    "<div id=r></div>",
    """const s='●▲■★◆',c=['#d65','#48b','#5a5','#a6c'],v=range(0,11).map(()=>[R(5),R(4)]),k=R(12),o=[(v[k][0]+1+R(4))%5,v[k][1]];ask({});const g=(q,x)=>`<div class=${x}>${q.map(([a,b])=>`<u style='color:${c[b]}'>${s[a]}</u>`).join('')}</div>`;put('r',g(v,'a')+g(v.map((x,i)=>i===k?o:x),'b'));on('.b u',i=>end(i===k));""",
    "#r{display:flex;gap:6px;margin-top:4px}#r>div{display:grid;grid-template-columns:repeat(3,22px);background:#fff;border:1px solid #e4c9b8;border-radius:6px;padding:2px}#r u{text-decoration:none;font-size:16px;height:30px;line-height:30px;text-align:center}.b u{cursor:pointer}",
)
page(
    "ja-timetable-drag",
    "「{s}」を{d}曜日の{n}時間目にドラッグで入れてください。",
    "<div id=k></div><table id=r></table>",
    """const s=S(['国語','算数','理科','音楽','体育','図工'],4),d=['月','火','水','木'],j=R(3),x=R(4),y=R(3);ask({s:s[j],d:d[x],n:y+1});put('k',s.slice(0,3).map(z=>`<u>${z}</u>`).join(''));put('r','<tr><th>'+d.map(z=>`<th>${z}`).join('')+range(1,3).map(i=>`<tr><th>${i}`+d.map(()=>'<td>').join('')).join(''));
    let h=null,o=[0,0];all('#k u').forEach(e=>e.onmousedown=v=>{h=e;o=[v.clientX,v.clientY];v.preventDefault()});document.onmousemove=v=>{if(h)h.style.transform=`translate(${v.clientX-o[0]}px,${v.clientY-o[1]}px)`};
    document.onmouseup=v=>{if(!h)return;const e=h,i=all('#r td').findIndex(c=>hit(c,v));h=null;e.style.transform='';if(i>=0){all('#r td')[i].textContent=e.textContent;e.style.visibility='hidden';end(i===y*4+x&&e.textContent===s[j])}};""",
    "#k{display:flex;gap:8px;margin:2px 0 8px;position:relative;z-index:2}#k u{text-decoration:none;background:#ffd9c7;border:1px solid #f2b699;border-radius:6px;padding:3px 7px;cursor:grab}table{border-collapse:collapse}td,th{border:1px solid #e4c9b8;height:26px;width:32px;text-align:center;background:#fff}th{width:18px;height:16px;background:#fbeadd}",
)
