# ruff: noqa: E501 - pages are read more easily with their elements in one line
"""Japanese everyday pages, and a few in English words that no pattern has: rows, lists, menus, pads, clocks, calendars."""

from __future__ import annotations

from tests.models.local.page.everyday_pages import page

DICE = (
    "const R=n=>Math.floor(Math.random()*n),P=a=>a[R(a.length)],W=t=>t.split(' '),"
    "S=(a,n)=>{a=[...a];for(let i=a.length-1;i>0;i--){const j=R(i+1);[a[i],a[j]]=[a[j],a[i]]}return a.slice(0,n||a.length)},"
    "ask=o=>{for(const k in o)id('query').textContent=id('query').textContent.split('{'+k+'}').join(o[k])},"
    "put=(i,h)=>{id(i).innerHTML=h};"
)
"""Draws from the page's seeded chance: a number, one of a list, a shuffled list; fills the yellow box and a part."""

page(
    "ja-steppers",
    "{what}の数を{n}にして「注文する」を押してください。",
    "<div id=r></div><button id=ok>注文する</button>",
    script=DICE
    + "const f=S(['りんご','みかん','いちご','もも'],3),k=R(3),n=2+R(4),v=[1,1,1];ask({what:f[k],n});put('r',f.map((x,i)=>`<div class=l><span>${x}</span><button data-i=${i} data-d=-1>－</button><b>1</b><button data-i=${i} data-d=1>＋</button></div>`).join(''));all('.l button').forEach(e=>e.onclick=()=>{const i=+e.dataset.i;v[i]=Math.max(0,v[i]+ +e.dataset.d);all('.l b')[i].textContent=v[i]});id('ok').onclick=()=>end(v.every((x,i)=>x===(i===k?n:1)));",
    css=".l{display:flex;align-items:center;gap:6px;margin:6px 0}.l span{width:50px}.l b{width:16px;text-align:center}.l button{width:24px;padding:0}",
)
page(
    "ja-slider",
    "明るさを{n}に合わせて「決定」を押してください。",
    "<p>明るさ <b id=o></b></p><input id=s type=range min=0 max=100 step=5><p><button id=ok>決定</button></p>",
    script=DICE
    + "const n=5*(1+R(19));ask({n});const s=id('s');s.value=50;id('o').textContent=50;s.oninput=()=>{id('o').textContent=s.value};id('ok').onclick=()=>end(+s.value===n);",
    css="#s{width:140px}",
)
page(
    "ja-tabs",
    "「{t}」タブを開いて「{b}」をクリックしてください。",
    "<div id=t></div><div id=c></div>",
    script=DICE
    + "const t=['一般','画面','音声'],b=S(['初期化','更新','確認']),k=1+R(2),g=P(b);ask({t:t[k],b:g});let now=0;put('t',t.map(x=>`<span class=t>${x}</span>`).join(''));const show=i=>{now=i;all('.t').forEach((e,j)=>e.classList.toggle('on',i===j));put('c',`<p>${t[i]}の設定</p>`+b.map(x=>`<p><button class=b>${x}</button></p>`).join(''));all('.b').forEach(e=>e.onclick=()=>end(now===k&&e.textContent===g))};all('.t').forEach((e,i)=>e.onclick=()=>show(i));show(0);",
    css=".t{display:inline-block;padding:4px 8px;border:1px solid #999;background:#ddd}.t.on{background:#fff}#c{border:1px solid #999;padding:4px}",
)
page(
    "ja-delete",
    "「{x}」を一覧から削除してください。",
    "<div id=r></div>",
    script=DICE
    + "const t=S(['牛乳','パン','石けん','電池','お茶'],4),k=R(4);ask({x:t[k]});put('r',t.map(x=>`<div class=l><span>${x}</span><u>✕</u></div>`).join(''));all('u').forEach((e,i)=>e.onclick=()=>end(i===k));",
    css=".l{display:flex;justify-content:space-between;border-bottom:1px solid #ddd;padding:5px;width:120px}u{text-decoration:none;color:#c33;cursor:pointer}",
)
page(
    "ja-menu",
    "「{m}」メニューから「{x}」を選んでください。",
    "<div id=m></div><div id=pop hidden></div>",
    script=DICE
    + "const m={ファイル:['新規','開く','印刷'],編集:['切り取り','コピー','貼り付け'],表示:['拡大','縮小','全画面']},t=Object.keys(m),k=P(t),g=P(m[k]);ask({m:k,x:g});put('m',t.map(x=>`<span>${x}</span>`).join(''));all('#m span').forEach(e=>e.onclick=()=>{const x=e.textContent;id('pop').hidden=false;id('pop').style.left=e.offsetLeft+'px';put('pop',m[x].map(y=>`<p>${y}</p>`).join(''));all('#pop p').forEach(p=>p.onclick=()=>end(x===k&&p.textContent===g))});",
    css="#m{background:#eee;border-bottom:1px solid #aaa}#m span{display:inline-block;padding:3px 6px}#pop{position:absolute;top:24px;background:#fff;border:1px solid #888;width:70px;z-index:2}#pop p{margin:0;padding:4px}",
)
page(
    "ja-calendar",
    "{m}月に移動して{d}日をクリックしてください。",
    "<div id=h><button id=a>◀</button><b id=t></b><button id=z>▶</button></div><div id=r></div>",
    script=DICE
    + "const s=4+R(4),k=s+P([-2,-1,1,2]),d=1+R(28);let m=s;ask({m:k,d});const show=()=>{id('t').textContent='2026年'+m+'月';const o=new Date(2026,m-1,1).getDay(),n=new Date(2026,m,0).getDate();put('r',W('日 月 火 水 木 金 土').map(x=>`<i>${x}</i>`).join('')+'<i></i>'.repeat(o)+[...Array(n).keys()].map(x=>`<u>${x+1}</u>`).join(''));all('u').forEach(e=>e.onclick=()=>end(m===k&&+e.textContent===d))};id('a').onclick=()=>{m--;show()};id('z').onclick=()=>{m++;show()};show();",
    css="#h{display:flex;justify-content:space-between}#r{display:grid;grid-template-columns:repeat(7,20px);gap:2px;margin-top:4px}#r i{font-style:normal;color:#888;text-align:center}#r u{text-decoration:none;text-align:center;background:#eef}",
)
page(
    "ja-select",
    "サイズを「{s}」に変更して「カートに入れる」を押してください。",
    "<p>Tシャツ 1,980円</p><p>色 <select id=c><option>白<option>黒</select></p><p>サイズ <select id=s></select></p><button id=ok>カートに入れる</button>",
    script=DICE
    + "const t=['小','中','大','特大'],k=1+R(3);ask({s:t[k]});put('s',t.map(x=>`<option>${x}`).join(''));id('ok').onclick=()=>end(id('s').value===t[k]&&id('c').value==='白');",
)
page(
    "ja-accordion",
    "「{p}」を開いて、中の「{l}」をクリックしてください。",
    "<div id=r></div>",
    script=DICE
    + "const t=S(['配送について','返品について','お支払い','会員登録'],3),l=['詳しく見る','問い合わせ','一覧'],ls=t.map(()=>S(l,2)),k=R(3),g=P(ls[k]);ask({p:t[k],l:g});put('r',t.map((x,i)=>`<h4>${x}</h4><div class=k hidden>${ls[i].map(y=>`<a data-i=${i}>${y}</a>`).join('<br>')}</div>`).join(''));all('h4').forEach((e,i)=>e.onclick=()=>{all('.k').forEach((c,j)=>c.hidden=i!==j)});all('a').forEach(e=>e.onclick=()=>end(+e.dataset.i===k&&e.textContent===g));",
    css="h4{margin:3px 0;padding:4px;background:#e4e8f4;font-size:10px}.k{padding:3px 8px}a{color:#06c;text-decoration:underline;line-height:17px}",
)
page(
    "ja-search",
    "検索欄に「{w}」と入力して「検索」を押してください。",
    "<p><input id=i size=12 placeholder='キーワード'> <button id=ok>検索</button></p><p>おすすめ: 温泉 宿</p>",
    script=DICE
    + "const w=P(['京都','北海道','カレー','ねこ']);ask({w});id('ok').onclick=()=>end(id('i').value.trim()===w);",
)
page(
    "ja-form",
    "お名前に「{n}」、年齢に「{a}」を入力し、「{g}」を選んで「登録」を押してください。",
    "<p>お名前 <input id=n size=10></p><p>年齢 <input id=a size=4></p><p><label><input type=radio name=g>会社員</label> <label><input type=radio name=g>学生</label></p><button id=ok>登録</button>",
    script=DICE
    + "const n=P(['山田','佐々木','木村']),a=20+R(50),g=R(2);ask({n,a,g:['会社員','学生'][g]});id('ok').onclick=()=>end(id('n').value===n&&id('a').value===''+a&&all('[name=g]')[g].checked);",
)
page(
    "ja-sort",
    "表を「{c}」で並べ替えて、一番上の行をクリックしてください。",
    "<table><thead id=h></thead><tbody id=r></tbody></table>",
    script=DICE
    + "const n=S(['机','いす','時計','本棚'],4),p=S([1200,2500,3800,4700],4),w=S([3,5,7,9],4),c=['値段','重さ'],k=R(2);let d=n.map((x,i)=>[x,p[i],w[i]]),by=-1;ask({c:c[k]});put('h','<tr>'+['品名',...c].map(x=>`<th>${x}</th>`).join('')+'</tr>');const show=()=>{put('r',d.map(x=>`<tr><td>${x.join('</td><td>')}</td></tr>`).join(''));all('#r tr').forEach((e,i)=>e.onclick=()=>end(by===k+1&&i===0))};all('th').forEach((e,i)=>e.onclick=()=>{by=i;d.sort((a,b)=>a[i]>b[i]?1:-1);show()});show();",
    css="table{border-collapse:collapse;width:140px}th,td{border:1px solid #bbb;padding:3px 4px}th{background:#ddd}",
)
page(
    "ja-confirm",
    "{x}の「削除」を押して、確認で「はい」を押してください。",
    "<div id=r></div><div id=d hidden><p>本当に削除しますか?</p><button id=n>いいえ</button> <button id=y>はい</button></div>",
    script=DICE
    + "const t=S(['写真A','写真B','写真C','写真D'],3),k=R(3);ask({x:t[k]});let on=-1;put('r',t.map(x=>`<div class=l><span>${x}</span><button>削除</button></div>`).join(''));all('.l button').forEach((e,i)=>e.onclick=()=>{on=i;id('d').hidden=false});id('y').onclick=()=>end(on===k);id('n').onclick=()=>end(false);",
    css=".l{display:flex;justify-content:space-between;padding:3px}#d{position:absolute;left:16px;top:36px;width:116px;background:#fff;border:2px solid #555;padding:6px;text-align:center}",
)
page(
    "ja-drag",
    "「{f}」を「{d}」フォルダにドラッグしてください。",
    "<div id=r></div>",
    script=DICE
    + "const f=S(['計画','手紙','地図'],3),d=S(['仕事','自宅','旅行'],3),k=R(3),j=R(3);ask({f:f[k],d:d[j]});put('r',d.map((x,i)=>`<div class=d style='left:${4+i*50}px'><i></i>${x}</div>`).join('')+f.map((x,i)=>`<div class=f style='left:${4+i*50}px;top:85px'><i></i>${x}</div>`).join(''));let h=null,ox=0,oy=0;all('.f').forEach((e,i)=>e.onmousedown=m=>{h=e;h.k=i;ox=m.clientX-e.offsetLeft;oy=m.clientY-e.offsetTop;m.preventDefault()});document.onmousemove=m=>{if(h){h.style.left=(m.clientX-ox)+'px';h.style.top=(m.clientY-oy)+'px'}};document.onmouseup=m=>{if(!h)return;const to=all('.d').findIndex(e=>{const b=e.getBoundingClientRect();return m.clientX>b.x&&m.clientX<b.right&&m.clientY>b.y&&m.clientY<b.bottom}),was=h.k;h.style.left=(4+was*50)+'px';h.style.top='85px';h=null;if(to>=0)end(was===k&&to===j)};",
    css="#r{position:relative;height:130px}.d,.f{position:absolute;width:44px;text-align:center}.d{top:5px}.d i{display:block;width:34px;height:24px;background:#fc6;border:1px solid #a70;margin:0 auto 2px}.f i{display:block;width:20px;height:26px;background:#fff;border:1px solid #666;margin:0 auto 2px}",
)
page(
    "ja-seat",
    "座席{s}を選んで「予約」を押してください。",
    "<div id=r></div><p><button id=ok>予約</button></p>",
    script=DICE
    + "const rows=W('A B C D'),taken=S([...Array(16).keys()],4),k=P([...Array(16).keys()].filter(i=>!taken.includes(i)));ask({s:rows[Math.floor(k/4)]+(k%4+1)});let on=-1;put('r','<i></i>'+[1,2,3,4].map(c=>`<i>${c}</i>`).join('')+rows.map((r,y)=>`<i>${r}</i>`+[0,1,2,3].map(x=>{const i=y*4+x;return `<u class='${taken.includes(i)?'no':''}'></u>`}).join('')).join(''));all('u').forEach((e,i)=>e.onclick=()=>{if(e.className==='no')return;all('u').forEach(o=>o.classList.remove('on'));e.classList.add('on');on=i});id('ok').onclick=()=>end(on===k);",
    css="#r{display:grid;grid-template-columns:repeat(5,20px);gap:4px}#r i{font-style:normal;text-align:center}#r u{height:20px;background:#9d9}#r u.no{background:#999}#r u.on{background:#06c}",
)
page(
    "ja-context",
    "「{f}」を右クリックして「{a}」を選んでください。",
    "<div id=r></div><div id=m hidden></div>",
    script=DICE
    + "const f=S(['議事録','請求書','写真'],3),a=['開く','名前の変更','削除'],k=R(3),g=P(a);ask({f:f[k],a:g});let on=-1;put('r',f.map(x=>`<p class=f>📄 ${x}</p>`).join(''));all('.f').forEach((e,i)=>e.oncontextmenu=v=>{v.preventDefault();on=i;const m=id('m');m.hidden=false;m.style.left='50px';m.style.top=(e.offsetTop+12)+'px';put('m',a.map(x=>`<p>${x}</p>`).join(''));all('#m p').forEach(p=>p.onclick=()=>end(on===k&&p.textContent===g))});",
    css="#m{position:absolute;background:#fff;border:1px solid #777;z-index:3;width:70px}#m p{margin:0;padding:4px}.f{padding:4px}",
)
page(
    "ja-read",
    "{n}さんの電話番号を入力して「確認」を押してください。",
    "<table id=r></table><p>番号 <input id=i size=10></p><button id=ok>確認</button>",
    script=DICE
    + "const n=S(['田村','石井','岡田'],3),p=n.map(()=>'0'+(10+R(80))+'-'+(1000+R(9000))),k=R(3);ask({n:n[k]});put('r','<tr><th>名前<th>電話番号</tr>'+n.map((x,i)=>`<tr><td>${x}<td>${p[i]}</tr>`).join(''));id('ok').onclick=()=>end(id('i').value.trim()===p[k]);",
    css="table{border-collapse:collapse}th,td{border:1px solid #999;padding:3px 8px}",
)
page(
    "ja-hover",
    "「{p}」にカーソルを合わせて、「{i}」をクリックしてください。",
    "<div id=r></div>",
    script=DICE
    + "const t=['食品','衣類','家電'],m=[['米','卵'],['帽子','靴下'],['電球','掃除機']],k=R(3),g=P(m[k]);ask({p:t[k],i:g});put('r',t.map((x,i)=>`<div class=h>${x}<div class=s>${m[i].map(y=>`<p data-i=${i}>${y}</p>`).join('')}</div></div>`).join(''));all('.s p').forEach(e=>e.onclick=()=>end(+e.dataset.i===k&&e.textContent===g));",
    css=".h{display:inline-block;position:relative;padding:5px 8px;background:#246;color:#fff}.s{display:none;position:absolute;left:0;top:100%;width:60px;background:#fff;color:#000;border:1px solid #246}.s p{margin:0;padding:5px}.h:hover .s{display:block}",
)
page(
    "ja-most",
    "いちばん{h}宿の「予約する」を押してください。",
    "<div id=r></div>",
    script=DICE
    + "const t=S(['海の宿','森の家','湖の宿'],3),p=S([5200,6800,7900],3),s=S([3.2,4.1,4.8],3),k=R(2);ask({h:['安い','評価の高い'][k]});put('r',t.map((x,i)=>`<div class=c><b>${x}</b><br>1泊 ${p[i].toLocaleString()}円<br>評価 ${s[i]}<br><button>予約する</button></div>`).join(''));const g=k?s.indexOf(Math.max(...s)):p.indexOf(Math.min(...p));all('.c button').forEach((e,i)=>e.onclick=()=>end(i===g));",
    css=".c{border:1px solid #ccc;margin-bottom:3px;padding:2px 4px;font-size:9px}.c button{font-size:9px}",
    h=270,
)

page(
    "ja-count",
    "{c}い四角の数を数えて、その数のボタンを押してください。",
    "<div id=r></div><div id=b></div>",
    script=DICE
    + "const c=S([['赤','#e22'],['青','#22e']]),n=[1+R(5),1+R(5)];ask({c:c[0][0]});const d=S([...Array(n[0]).fill(0),...Array(n[1]).fill(1)]),at=S([...Array(15).keys()]);put('r',d.map((x,i)=>`<i style='background:${c[x][1]};left:${at[i]%5*27+6}px;top:${Math.floor(at[i]/5)*24+5}px'></i>`).join(''));put('b',[1,2,3,4,5].map(x=>`<button>${x}</button>`).join(' '));all('#b button').forEach(e=>e.onclick=()=>end(+e.textContent===n[0]));",
    css="#r{position:relative;height:84px;width:142px;border:1px solid #ccc;margin-bottom:8px}#r i{position:absolute;width:14px;height:14px}",
)
page(
    "ja-more",
    "「もっと見る」を「{w}」が出るまで押して、「{w}」をクリックしてください。",
    "<div id=r></div><button id=go>もっと見る</button>",
    script=DICE
    + "const t=S(W('いぬ ねこ うさぎ きつね たぬき くま しか さる とら ぞう かば うま'),12),k=3+R(9);ask({w:t[k]});let n=3;const show=()=>{put('r',t.slice(0,n).map(x=>`<span class=x>${x}</span>`).join(''));id('go').hidden=n>=12;all('.x').forEach((e,i)=>e.onclick=()=>end(i===k))};id('go').onclick=()=>{n+=3;show()};show();",
    css="#r{display:grid;grid-template-columns:repeat(3,46px);gap:4px;margin-bottom:5px}.x{border:1px solid #bbb;padding:3px 2px;text-align:center}",
)
page(
    "ja-both",
    "両方のパスワード欄に {w} を入力して「変更」を押してください。",
    "<p>新しいパスワード<br><input id=a type=password size=14></p><p>パスワード(確認)<br><input id=b type=password size=14></p><button id=ok>変更</button>",
    script=DICE
    + "const w=P(W('yama kawa sora'))+(10+R(90));ask({w});id('ok').onclick=()=>end(id('a').value===w&&id('b').value===w);",
)
page(
    "ja-cell",
    "{d}曜日の{t}のマスをクリックしてください。",
    "<table id=r></table>",
    script=DICE
    + "const d=W('月 火 水 木 金'),t=W('9:00 10:00 11:00 12:00'),k=R(5),j=R(4);ask({d:d[k],t:t[j]});put('r','<tr><th>'+d.map(x=>`<th>${x}`).join('')+'</tr>'+t.map(x=>`<tr><th>${x}${d.map(()=>'<td>').join('')}</tr>`).join(''));all('td').forEach((e,i)=>e.onclick=()=>end(i===j*5+k));",
    css="table{border-collapse:collapse}th{font-weight:normal}td{border:1px solid #bbb;width:21px;height:21px}",
)
page(
    "ja-colour",
    "{c}色の丸をクリックしてください。",
    "<div id=r></div>",
    script=DICE
    + "const c=S([['赤','#e22'],['青','#22e'],['緑','#2a2'],['黄','#fd0']],4),k=R(4);ask({c:c[k][0]});put('r',c.map(x=>`<i style='background:${x[1]}'></i>`).join(''));all('i').forEach((e,i)=>e.onclick=()=>end(i===k));",
    css="#r i{display:inline-block;width:26px;height:26px;border-radius:13px;margin:4px}",
)
page(
    "ja-wizard",
    "「{a}」を選んで「次へ」を押し、「{b}」を選んで「完了」を押してください。",
    "<b id=t></b><div id=r></div><button id=go>次へ</button>",
    script=DICE
    + "const A=S(['アルバイト','正社員','派遣']),B=S(['週2日','週3日','週5日']),a=P(A),b=P(B);ask({a,b});let st=0,got=[];const show=()=>{id('t').textContent=st?'勤務日数':'働き方';id('go').textContent=st?'完了':'次へ';put('r',(st?B:A).map(x=>`<p><label><input type=radio name=q value='${x}'>${x}</label></p>`).join(''))};id('go').onclick=()=>{const c=document.querySelector('input:checked');if(!c)return;got[st]=c.value;if(st)return end(got[0]===a&&got[1]===b);st=1;show()};show();",
)
page(
    "ja-send",
    "{n}さんに「{m}」と送ってください。",
    "<div id=l></div><div id=c><div id=t>相手を選んでください</div><div id=s hidden><input id=i size=9> <button id=ok>送信</button></div></div>",
    script=DICE
    + "const n=S(['佐藤','田中','鈴木','伊藤'],4),k=R(4),m=P(['了解です','今向かっています','またあとで']);ask({n:n[k],m});let on=-1;put('l',n.map(a=>`<p>${a}</p>`).join(''));all('#l p').forEach((e,i)=>e.onclick=()=>{on=i;id('t').textContent=n[i]+'さん';id('s').hidden=false});id('ok').onclick=()=>end(on===k&&id('i').value===m);",
    css="#area{display:flex}#l{width:40px;border-right:1px solid #bbb}#l p{margin:0;padding:6px 3px}#c{padding:3px 5px}#t{height:80px}#i{width:60px}",
)
page(
    "ja-chips",
    "タグ「{w}」の×を押して「完了」を押してください。",
    "<p>この写真のタグ</p><div id=r></div><p><button id=ok>完了</button></p>",
    script=DICE
    + "const t=S(['旅行','家族','海','夏','友達'],4),k=R(4),off=new Set();ask({w:t[k]});put('r',t.map(x=>`<span class=c>${x} <u>×</u></span>`).join(' '));all('.c u').forEach((e,i)=>e.onclick=()=>{off.add(i);all('.c')[i].style.display='none'});id('ok').onclick=()=>end(off.size===1&&off.has(k));",
    css=".c{display:inline-block;background:#dde6f5;border-radius:9px;padding:3px 6px;margin:2px}.c u{text-decoration:none;color:#a33;padding:0 2px}#r{min-height:60px}",
)
page(
    "ja-nth",
    "上から{n}番目の商品の「詳細」を押してください。",
    "<div id=r></div>",
    script=DICE
    + "const t=S(['茶わん','急須','箸','皿','湯のみ'],4),k=R(4);ask({n:k+1});put('r',t.map(x=>`<div class=l><b>${x}</b><button>詳細</button></div>`).join(''));all('.l button').forEach((e,i)=>e.onclick=()=>end(i===k));",
    css=".l{display:flex;justify-content:space-between;border:1px solid #ccc;margin:4px 0;padding:4px;width:130px}",
)
page(
    "ja-move",
    "「{w}」を一番上に移動してください。",
    "<div id=r></div>",
    script=DICE
    + "let t=S(['掃除','洗濯','買い物','料理'],4);const g=t[1+R(3)];ask({w:g});const show=()=>{put('r',t.map((x,i)=>`<div class=l><span>${x}</span><button data-i=${i} data-d=-1>↑</button><button data-i=${i} data-d=1>↓</button></div>`).join(''));all('.l button').forEach(e=>e.onclick=()=>{const i=+e.dataset.i,j=i+ +e.dataset.d;if(j<0||j>3)return;[t[i],t[j]]=[t[j],t[i]];show();if(t[0]===g)end(true)})};show();",
    css=".l{display:flex;gap:4px;align-items:center;margin:3px 0}.l span{width:70px}",
)
page(
    "ja-time",
    "アラームを{h}時{m}分に設定して「保存」を押してください。",
    "<div id=r></div><p><button id=ok>保存</button></p>",
    script=DICE
    + "const z=x=>(''+x).padStart(2,'0'),w=[6+R(5),5*(1+R(11))],v=[7,30];ask({h:w[0],m:w[1]});put('r',[0,1].map(i=>`<div><button data-i=${i} data-d=1>▲</button><b></b><button data-i=${i} data-d=-1>▼</button></div>`).join('<span>:</span>'));const show=()=>all('#r b').forEach((e,i)=>{e.textContent=z(v[i])});all('#r button').forEach(e=>e.onclick=()=>{const i=+e.dataset.i,n=[24,60][i];v[i]=(v[i]+n+e.dataset.d*[1,5][i])%n;show()});show();id('ok').onclick=()=>end(v[0]===w[0]&&v[1]===w[1]);",
    css="#r{display:flex;align-items:center;gap:8px;margin:6px 10px}#r div{display:flex;flex-direction:column;align-items:center;width:40px}#r b{font-size:20px;padding:4px}",
)
page(
    "ja-cond",
    "{p}円より安い商品にすべてチェックを入れて「送信」を押してください。",
    "<div id=r></div><button id=ok>送信</button>",
    script=DICE
    + "const t=S(['鉛筆','消しゴム','ノート','定規','はさみ'],4),p=S([80,120,180,250,400,600],4),s=[...p].sort((a,b)=>a-b),lim=s[2];ask({p:lim});put('r',t.map((x,i)=>`<p><label><input type=checkbox> ${x} ${p[i]}円</label></p>`).join(''));id('ok').onclick=()=>end(all('#r input').every((e,i)=>e.checked===p[i]<lim));",
)
page(
    "heard-bump-up",
    "Bump apples up to {n} and hit Order.",
    "<div id=r></div><button id=ok>Order</button>",
    script=DICE
    + "const f=['apples','pears','plums'],n=2+R(4),v=[1,1,1];ask({n});put('r',f.map((x,i)=>`<div class=l><span>${x}</span><button data-i=${i} data-d=-1>-</button><b>1</b><button data-i=${i} data-d=1>+</button></div>`).join(''));all('.l button').forEach(e=>e.onclick=()=>{const i=+e.dataset.i;v[i]=Math.max(0,v[i]+ +e.dataset.d);all('.l b')[i].textContent=v[i]});id('ok').onclick=()=>end(v[0]===n&&v[1]===1&&v[2]===1);",
    css=".l{display:flex;align-items:center;gap:6px;margin:6px 0}.l span{width:50px}.l b{width:16px}",
)
page(
    "heard-leave-off",
    "Leave {w} off and hit Apply.",
    "<div id=r></div><button id=ok>Apply</button>",
    script=DICE
    + "const t=S(['Comments','Sounds','Backups'],3),k=R(3);ask({w:t[k]});put('r',t.map(x=>`<p><label><input type=checkbox checked> ${x}</label></p>`).join(''));id('ok').onclick=()=>end(all('#r input').every((e,i)=>e.checked===(i!==k)));",
)
page(
    "heard-strike-off",
    "Strike {w} off the list.",
    "<div id=r></div>",
    script=DICE
    + "const t=S(['Bread','Milk','Soap','Tea'],4),k=R(4);ask({w:t[k]});put('r',t.map(x=>`<div class=l><span>${x}</span><button>×</button></div>`).join(''));all('.l button').forEach((e,i)=>e.onclick=()=>end(i===k));",
    css=".l{display:flex;justify-content:space-between;width:120px;margin:3px 0}",
)
