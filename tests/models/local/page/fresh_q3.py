# ruff: noqa: E501 - pages are read more easily with their elements in one line
"""The third lot of fresh pages: the grey look of widget libraries of old."""

from __future__ import annotations

from functools import partial

from tests.models.local.page.fresh_pages import page as any_page

page = partial(any_page, "q3", "jquery")

page(
    "answer-in-a-fold",
    "Somewhere in the sections below it says how many {what} there are. Enter that number and press Answer.",
    "<div id=r></div><p>Number: <input id=i size=4> <button id=ok>Answer</button></p>",
    """const t=S(W('cows hens goats ducks geese horses'),3),h=S(W('Stable Meadow Pond Yard'),3),n=S(range(3,48),3),k=R(3);ask({what:t[k]});
    put('r',h.map((x,i)=>`<div class=head>▸ ${x}</div><div class=c hidden>Here live ${n[i]} ${t[i]} in all.</div>`).join(''));on('.head',i=>all('.c').forEach((e,j)=>{e.hidden=j!==i||!e.hidden}));id('ok').onclick=()=>end(id('i').value.trim()===''+n[k]);""",
    ".head{cursor:pointer;margin-top:2px}.c{border:1px solid #ddd;padding:6px}",
)
page(
    "three-sliders",
    "Set the mixer like this: Bass {a}, Middle {b}, Treble {c}. Press Apply when you are done.",
    "<div id=r></div><button id=ok>Apply</button>",
    """const [a,b,c]=[R(11),R(11),R(11)],w=[a,b,c];ask({a,b,c});put('r',W('Bass Middle Treble').map(x=>`<p>${x}: <b>5</b><br><input type=range min=0 max=10 value=5></p>`).join(''));
    all('#r input').forEach((e,i)=>e.oninput=()=>{all('#r b')[i].textContent=e.value});id('ok').onclick=()=>end(all('#r input').every((e,i)=>+e.value===w[i]));""",
    "#r input{width:140px;margin:1px 0;padding:0}",
)
page(
    "stop-the-counter",
    "Click Stop while the counter shows a number from {a} to {b}.",
    "<div id=o>1</div><button id=ok>Stop</button>",
    """const a=5+R(8),b=a+6;let n=1;ask({a,b});every(700,()=>{n=n%20+1;id('o').textContent=n});id('ok').onclick=()=>end(n>=a&&n<=b);""",
    "#o{font:bold 34px Arial;text-align:center;border:1px solid #ccc;border-radius:4px;background:#fafafa;width:90px;margin:6px 25px}#ok{margin-left:48px}",
)
page(
    "find-the-pair",
    "Two of the cards show {what}. Turn over these two, one right after the other.",
    "<div id=r></div>",
    """const t=S([['a sun','☀'],['a cross','✚'],['a heart','♥'],['a star','★'],['a note','♫']],3),c=S([0,0,1,1,2,2]),k=R(3);ask({what:t[k][0]});let up=[],lock=false,n=0;
    put('r',c.map(()=>'<u></u>').join(''));const show=()=>all('#r u').forEach((e,i)=>{e.textContent=up.includes(i)?t[c[i]][1]:'';e.classList.toggle('up',up.includes(i))});
    on('#r u',i=>{if(lock||up.includes(i))return;up.push(i);show();if(up.length===2){const [x,y]=up;if(c[x]===k&&c[y]===k)return end(true);if(++n===9)return end(false);lock=true;later(900,()=>{up=[];lock=false;show()})}});show();""",
    "#r{display:grid;grid-template-columns:repeat(3,42px);gap:6px;margin:6px}#r u{text-decoration:none;height:54px;border:1px solid #345;border-radius:4px;background:repeating-linear-gradient(45deg,#57a,#57a 4px,#68b 4px,#68b 8px);font-size:24px;line-height:52px;text-align:center;cursor:pointer}#r u.up{background:#fff}",
)
page(
    "small-latin-square",
    "In each row and in each column every one of the numbers 1, 2 and 3 stands once. Fill the empty cells, then press Check.",
    "<table id=r></table><button id=ok>Check</button>",
    """const p=S([1,2,3]),d=R(2)?1:2,rows=S([0,1,2]),g=rows.map(y=>range(0,2).map(x=>p[(x+y*d)%3])).flat(),h=S(range(0,8),4);ask({});
    put('r',range(0,2).map(y=>'<tr>'+range(0,2).map(x=>{const i=y*3+x;return h.includes(i)?'<td><input maxlength=1>':`<td>${g[i]}`}).join('')).join(''));
    id('ok').onclick=()=>end(all('#r td').every((e,i)=>(e.firstChild.value??e.textContent).trim()===''+g[i]));""",
    "table{border-collapse:collapse;margin:4px 20px}td{border:1px solid #888;width:30px;height:28px;text-align:center;font-size:13px}td input{width:22px;height:20px;text-align:center;padding:0}",
)
page(
    "number-row",
    "Which number comes next in the row? Write it into the box and click Go on.",
    "<div id=r></div><p>Next: <input id=i size=5> <button id=ok>Go on</button></p>",
    """const a=2+R(9),d=2+R(8),up=R(3),s=range(0,4).map(i=>up===2?a*2**i:up?a+d*i:a+d*6-d*i);ask({});put('r',s.slice(0,4).map(x=>`<b>${x}</b>`).join(' ')+' <b>?</b>');id('ok').onclick=()=>end(id('i').value.trim()===''+s[4]);""",
    "#r{margin:12px 0}#r b{display:inline-block;border:1px solid #aaa;padding:5px 4px;min-width:22px;text-align:center;font-size:11px}",
)
page(
    "does-not-belong",
    "Four of these words belong together; click the one that doesn't.",
    "<div id=r></div>",
    """const g=[W('dog cat horse sheep goat mouse'),W('red blue green yellow brown pink'),W('chair table shelf bed sofa desk'),W('apple pear plum cherry grape lemon'),W('Monday Tuesday Friday Sunday Thursday Saturday')],[x,y]=S(g,2),o=P(y),l=S([...S(x,4),o]);ask({});
    put('r',l.map(z=>`<p><span class=ui>${z}</span></p>`).join(''));on('.ui',i=>end(l[i]===o));""",
    "#r p{margin:9px 4px}.ui{display:inline-block;min-width:80px}",
)
page(
    "split-button",
    "Don't press Run itself: use the small arrow beside it and choose “{what}”.",
    "<p>Job no. 12 is waiting.</p><button id=a>Run</button><button id=z>▾</button><div id=m hidden></div>",
    """const t=S(['Run slowly','Run at night','Run twice','Run as test','Run without log'],4),k=R(4);ask({what:t[k]});id('a').onclick=()=>end(false);id('z').onclick=()=>{id('m').hidden=!id('m').hidden};put('m',t.map(x=>`<div>${x}</div>`).join(''));on('#m div',i=>end(i===k));""",
    "#a{border-radius:3px 0 0 3px;padding:4px 12px}#z{border-radius:0 3px 3px 0;padding:4px 5px;border-left:0}#m{border:1px solid #aaa;width:105px;background:#fff;box-shadow:1px 1px 3px #888}#m div{padding:4px 6px;cursor:pointer}#m div:hover{background:#e9e9e9}",
)
page(
    "window-into-frame",
    "Take the little window by its title bar and drag it so that it lies wholly inside the dashed frame.",
    "<div id=f></div><div id=w><div class=head>Note</div><p>Hello!</p></div>",
    """const L=R(2),B=R(2);ask({});const f=id('f'),w=id('w');f.style.left=(L?4:66)+'px';f.style.top=(B?74:4)+'px';w.style.left=(L?84:10)+'px';w.style.top=(B?8:100)+'px';let o=null;
    w.firstChild.onmousedown=e=>{o=[e.clientX-w.offsetLeft,e.clientY-w.offsetTop];e.preventDefault()};document.onmousemove=e=>{if(o){w.style.left=e.clientX-o[0]+'px';w.style.top=e.clientY-o[1]+'px'}};
    document.onmouseup=()=>{if(!o)return;o=null;const a=w.getBoundingClientRect(),b=f.getBoundingClientRect();if(a.x>=b.x&&a.right<=b.right&&a.y>=b.y&&a.bottom<=b.bottom)end(true);else if(a.right<b.x||a.x>b.right||a.y>b.bottom||a.bottom<b.y)end(false)};""",
    "#area{height:160px}#f{position:absolute;width:86px;height:76px;border:2px dashed #777}#w{position:absolute;width:56px;height:44px;border:1px solid #888;background:#fff;box-shadow:1px 1px 3px #777}#w .head{cursor:move}#w p{margin:3px 6px}",
)
page(
    "rooms-console",
    "The house has four rooms. With the console, find out which room holds the {what} and take it. (Commands: look 1 … look 4, take 1 … take 4)",
    "<div id=o></div><div id=c>&gt;<input id=i></div>",
    """const t=S(W('lamp coin rope key drum flute'),4),k=R(4);ask({what:t[k]});const o=id('o'),i=id('i');let s='House ready.';const show=()=>{o.innerText=s;o.scrollTop=9999};show();
    i.onkeydown=e=>{if(e.key!=='Enter')return;const v=i.value.trim().toLowerCase(),m=v.match(/^(look|take) ([1-4])$/);i.value='';s+='\\n> '+v+'\\n';if(!m)s+='I do not know that.';else if(m[1]==='look')s+=`In room ${m[2]}: a ${t[m[2]-1]}.`;else return end(+m[2]-1===k);show()};id('c').onclick=()=>i.focus();""",
    "#o{background:#000;color:#7f7;font:9px monospace;height:86px;overflow:auto;padding:3px}#c{background:#000;color:#7f7;font:9px monospace;display:flex;padding:2px 3px}#i{background:#000;color:#7f7;border:0;outline:0;font:9px monospace;flex:1;padding:0 2px}",
)
page(
    "ja-kana-order",
    "かなを五十音順に一つずつ押してください。",
    "<div id=r></div><p id=o></p>",
    """const s=[...'あいうえおかきくけこさしすせそたちつてとなにぬねの'],k=S(range(0,24),5),w=[...k].sort((a,b)=>a-b);let n=0;ask({});put('r',k.map(x=>`<u style='margin-top:${R(14)}px'>${s[x]}</u>`).join(''));
    on('#r u',(i,e)=>{if(k[i]!==w[n])return end(false);e.className='y';id('o').textContent+=s[k[i]]+' ';if(++n===5)end(true)});""",
    "#r{display:grid;grid-template-columns:repeat(3,44px);gap:2px;height:116px}#r u{text-decoration:none;border:1px solid #c5c5c5;background:#f2f2f2;border-radius:3px;font-size:16px;text-align:center;height:28px;line-height:26px;cursor:pointer}#r u.y{opacity:.3}",
)
page(
    "ja-next-bus",
    "今は{t}です。次に来る{to}行きのバスの時刻をクリックしてください。",
    "<table id=r></table>",
    """const p=S(['駅','病院','港','公園'],2),h=7+R(11),T=p.map(()=>{let m=h*60+R(9);return range(0,4).map(()=>{const v=m;m+=9+R(16);return v})}),z=m=>`${Math.floor(m/60)}:${(''+m%60).padStart(2,'0')}`,k=R(2),j=1+R(3),t=T[k][j]-1-R(6);ask({t:z(t),to:p[k]});
    put('r','<tr>'+p.map(x=>`<th>${x}行き`).join('')+range(0,4).map(y=>'<tr>'+T.map(c=>`<td>${z(c[y])}`).join('')).join(''));on('#r td',i=>end(i===j*2+k));""",
    "table{border-collapse:collapse;margin:4px 8px}th{background:#e9e9e9}td,th{border:1px solid #bbb;padding:3px 10px;text-align:center;white-space:nowrap}td{cursor:pointer}",
)
page(
    "ja-change-money",
    "一つ{a}円のパンを{n}個買って{b}円を出しました。おつりはいくらですか。数字を入れて「答える」を押してください。",
    "<p>おつり <input id=i size=6> 円</p><button id=ok>答える</button>",
    """const n=2+R(4),a=60+10*R(13),b=Math.ceil(n*a/500+0.01)*500;ask({n,a,b});id('ok').onclick=()=>end(id('i').value.trim()===''+(b-n*a));""",
)
page(
    "ja-same-address",
    "ご住所と同じものを「送り先」の欄にも入れて、「次へ」を押してください。",
    "<p>お名前<br><input id=n size=16></p><p>ご住所<br><input id=a size=17></p><p>送り先<br><input id=b size=17></p><button id=ok>次へ</button>",
    """const s=P(['神戸市','金沢市','松本市','長崎市'])+P(['北町','中山','本町','東浜'])+(1+R(9))+'-'+(1+R(30));ask({});id('n').value=P(['小林花子','加藤健','山本恵']);id('a').value=s;id('ok').onclick=()=>end(id('b').value.trim()===s&&id('a').value===s);""",
    "p{margin:3px 0 5px}",
)
