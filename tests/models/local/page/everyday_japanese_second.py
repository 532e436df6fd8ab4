# ruff: noqa: E501 - pages are read more easily with their elements in one line
"""Japanese everyday pages, the second of the files: feeds, folders, mails, songs, codes, tables and boards."""

from __future__ import annotations

from tests.models.local.page.everyday_japanese import DICE
from tests.models.local.page.everyday_pages import page

page(
    "ja-likes",
    "{n}さんの写真に「いいね」を付けてください。",
    "<div id=r></div>",
    script=DICE
    + "const n=S(['林','森田','石川','小川'],3),k=R(3);ask({n:n[k]});put('r',n.map((x,i)=>`<div class=c><b>${x}</b><div class=p></div><a>♡ いいね</a> <a>💬 コメント</a></div>`).join(''));all('.c').forEach((e,i)=>{e.querySelectorAll('a')[0].onclick=()=>end(i===k)});",
    css=".c{border-bottom:1px solid #ccc;padding:2px}.p{height:16px;background:#9bd}.c a{color:#06c;cursor:pointer;font-size:9px}",
)
page(
    "ja-folder",
    "「{d}」フォルダを開いて、「{f}」をクリックしてください。",
    "<div id=r></div>",
    script=DICE
    + "const d=S(['写真','音楽','資料'],3),f=['予定.txt','一覧.txt','古い.txt'],fs=d.map(()=>S(f,2)),k=R(3),g=P(fs[k]);ask({d:d[k],f:g});put('r',d.map((x,i)=>`<div class=d><span class=h>▸ ${x}</span><div class=k hidden>${fs[i].map(y=>`<p data-i=${i}>${y}</p>`).join('')}</div></div>`).join(''));all('.h').forEach((e,i)=>e.onclick=()=>{const c=all('.k')[i];c.hidden=!c.hidden});all('.k p').forEach(e=>e.onclick=()=>end(+e.dataset.i===k&&e.textContent===g));",
    css=".k{padding-left:18px}.k p{margin:2px 0}.d{margin:4px 0}",
)
page(
    "ja-mails",
    "{n}さんからのメールを選んで「アーカイブ」を押してください。",
    "<div id=r></div><button id=a>アーカイブ</button> <button id=d>削除</button>",
    script=DICE
    + "const n=S(['佐藤','鈴木','高橋','田中'],4),t=S(['昼食','報告','旅行','請求'],4),k=R(4);ask({n:n[k]});put('r',n.map((x,i)=>`<label class=m><input type=checkbox><b>${x}</b> <span>${t[i]}</span></label>`).join(''));id('a').onclick=()=>end(all('.m input').every((c,i)=>c.checked===(i===k)));id('d').onclick=()=>end(false);",
    css=".m{display:flex;gap:4px;border-bottom:1px solid #ddd;padding:3px 0}",
)
page(
    "ja-play",
    "「{s}」を再生してください。",
    "<div id=r></div>",
    script=DICE
    + "const t=S(['青い空','夜の汽車','長い道','雨の歌'],4),k=R(4);ask({s:t[k]});put('r',t.map(x=>`<div class=l><button>▶</button><span>${x}</span><i>3:2${R(9)}</i></div>`).join(''));all('.l button').forEach((e,i)=>e.onclick=()=>end(i===k));",
    css=".l{display:flex;gap:5px;align-items:center;margin:4px 0}.l span{flex:1}.l button{width:24px}",
)
page(
    "ja-survey",
    "満足度は「{a}」、ご意見は「{t}」と入力して「送る」を押してください。",
    "<p>満足度</p><div id=r></div><p>ご意見<br><textarea id=i rows=2 cols=18></textarea></p><button id=ok>送る</button>",
    script=DICE
    + "const c=['満足','普通','不満'],k=R(3),t=P(['よかった','また来ます','少し寒い']);ask({a:c[k],t});put('r',c.map(x=>`<label><input type=radio name=q>${x}</label> `).join(''));id('ok').onclick=()=>end(all('#r input')[k].checked&&id('i').value.trim()===t);",
)
page(
    "ja-scroll",
    "一覧を下にスクロールして「{c}」をクリックしてください。",
    "<div id=r></div>",
    script=DICE
    + "const t=S(W('青森 岩手 秋田 山形 福島 茨城 栃木 群馬 埼玉 千葉 新潟 富山 石川 福井 山梨 長野'),16),k=8+R(8);ask({c:t[k]});put('r',t.map(x=>`<p>${x}</p>`).join(''));all('#r p').forEach((e,i)=>e.onclick=()=>end(i===k));",
    css="#r{height:110px;overflow-y:scroll;border:1px solid #999;width:120px}#r p{margin:0;padding:5px}",
)
page(
    "ja-price",
    "合計金額を入力して「OK」を押してください。",
    "<div id=r></div><p>合計 <input id=i size=6></p><button id=ok>OK</button>",
    script=DICE
    + "const g=S(['パン','牛乳','卵'],2),a=100+10*R(30),b=100+10*R(30);put('r',g.map((x,i)=>`<p>${x} ${[a,b][i]}円</p>`).join(''));id('ok').onclick=()=>end(id('i').value.trim()===''+(a+b));",
)
page(
    "ja-code",
    "下に表示されているコードを入力して「確認」を押してください。",
    "<p>コード: <b id=c></b></p><p>入力 <input id=i size=10></p><button id=ok>確認</button>",
    script=DICE
    + "const c='K'+(100+R(900))+'-'+(10+R(90));id('c').textContent=c;id('ok').onclick=()=>end(id('i').value.trim()===c);",
)
page(
    "ja-double",
    "{x}の値段をダブルクリックして {n} に変更してください。",
    "<table id=r></table>",
    script=DICE
    + "const t=S(['お茶','水','牛乳'],3),p=S([100,120,150,180],3),k=R(3),n=200+R(99);ask({x:t[k],n});put('r','<tr><th>品名<th>値段</tr>'+t.map((x,i)=>`<tr><td>${x}<td class=p>${p[i]}</tr>`).join(''));all('.p').forEach((e,i)=>e.ondblclick=()=>{if(e.firstElementChild)return;e.innerHTML=`<input size=4 value=${p[i]}>`;const f=e.firstElementChild;f.focus();f.select();f.onkeydown=v=>{if(v.key==='Enter')end(i===k&&f.value.trim()===''+n)}});",
    css="table{border-collapse:collapse}td,th{border:1px solid #aaa;padding:4px 8px}.p{width:50px}",
)
page(
    "ja-moveto",
    "「{t}」を「{c}」の列に移動してください。",
    "<div id=r></div>",
    script=DICE
    + "const c=['未着手','進行中','完了'],t=S(['設計','試験','印刷'],3),at=[0,0,1],k=R(3),to=P([0,1,2].filter(x=>x!==at[k]));ask({t:t[k],c:c[to]});const show=()=>{put('r',c.map((x,i)=>`<div class=c><b>${x}</b>${t.map((y,n)=>at[n]===i?`<div class=k>${y}<br>${i?`<button data-n=${n} data-d=-1>←</button>`:''}${i<2?`<button data-n=${n} data-d=1>→</button>`:''}</div>`:'').join('')}</div>`).join(''));all('.k button').forEach(e=>e.onclick=()=>{const n=+e.dataset.n;at[n]+=+e.dataset.d;show();if(n!==k)end(false);else if(at[n]===to)end(true)})};show();",
    css="#r{display:flex;gap:3px}.c{width:48px;background:#e8e8e8;min-height:130px;padding:1px;text-align:center}.k{background:#fff;border:1px solid #bbb;margin:3px 1px}.k button{padding:0 3px;font-size:9px}",
)
