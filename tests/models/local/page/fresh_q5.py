# ruff: noqa: E501 - pages are read more easily with their elements in one line
"""The fifth lot of fresh pages: cards, round buttons and chips."""

from __future__ import annotations

from functools import partial

from tests.models.local.page.fresh_pages import page as any_page

page = partial(any_page, "q5", "material")

page(
    "three-step-order",
    "Finish the order: deliver it by {way} to {town}, add the note “{note}”, and agree to the terms in the last step.",
    "<div id=b></div><div id=c class=card></div><button id=a>Back</button> <button id=z class=main>Next</button>",
    """const w=S(W('bike post van drone'),3),t=S(TOWNS,4),n=P(['ring twice','leave outside','call first']),k=R(3),j=R(4),v=[-1,-1,'',false];let s=0;ask({way:w[k],town:t[j],note:n});
    const show=()=>{put('b',range(1,3).map(i=>`<i class='${i===s+1?'on':''}'>${i}</i>`).join('—'));put('c',s===0?'<b>Delivery</b>'+w.map((x,i)=>`<p><label><input type=radio name=w ${v[0]===i?'checked':''}> by ${x}</label></p>`).join(''):s===1?`<b>Town</b><p><select id=t><option>Choose…${t.map((x,i)=>`<option ${v[1]===i?'selected':''}>${x}`).join('')}</select></p>`:`<b>Note</b><p><input id=n size=17 value='${v[2]}'></p><p><label><input id=g type=checkbox> I agree to the terms</label></p>`);
      id('z').textContent=s===2?'Order':'Next';all('#c input[type=radio]').forEach((e,i)=>e.onchange=()=>{v[0]=i});if(s===1)id('t').onchange=()=>{v[1]=id('t').selectedIndex-1}};
    const keep=()=>{if(s===2){v[2]=id('n').value.trim();v[3]=id('g').checked}};id('a').onclick=()=>{keep();s=Math.max(0,s-1);show()};id('z').onclick=()=>{keep();if(s<2){if(v[s]<0)return;s++;show()}else end(v[0]===k&&v[1]===j&&v[2]===n&&v[3])};show();""",
    "#b{text-align:center;color:#aaa}#b i{font-style:normal;display:inline-block;width:15px;height:15px;line-height:15px;border-radius:8px;background:#ddd;color:#555}#b i.on{background:#6750a4;color:#fff}#c{min-height:78px}#c p{margin:4px 0}#c input{vertical-align:-2px;margin:1px 3px}",
)
page(
    "endless-people",
    "Keep scrolling through the people until you come to {who}, and follow that person.",
    "<div id=r></div>",
    """const f=S(NAMES),l=S(W('Adler Brandt Costa Duval Egger Fiala Gomez Hansen')),al=S(f.flatMap((x,i)=>[x+' '+l[i%8],x+' '+l[(i+3)%8]])),k=9+R(12);ask({who:al[k]});const r=id('r');let n=0;
    const more=()=>{for(let i=0;i<6&&n<al.length;i++,n++){const d=document.createElement('div'),j=n;d.className='u';d.innerHTML=`<i>${al[n][0]}</i><span>${al[n]}</span><button>Follow</button>`;d.lastChild.onclick=()=>end(j===k);r.append(d)}};
    r.onscroll=()=>{if(r.scrollTop+r.clientHeight>r.scrollHeight-10)more()};more();""",
    "#r{height:150px;overflow-y:scroll}.u{display:flex;align-items:center;gap:4px;padding:4px 2px;border-bottom:1px solid #eadff2;height:32px;font-size:9px}.u i{font-style:normal;width:20px;height:20px;border-radius:10px;background:#eaddff;text-align:center;line-height:20px}.u span{flex:1}.u button{padding:3px 4px}",
)
page(
    "stay-from-to",
    "We arrive on {month} {a} and leave on {month} {b}. Mark the stay in the calendar (first day, then last) and press Apply.",
    "<b id=t></b><div id=r></div><button id=ok class=main>Apply</button>",
    """const m=R(12),M=W('January February March April May June July August September October November December')[m],o=new Date(2027,m,1).getDay(),n=new Date(2027,m+1,0).getDate(),a=1+R(n-9),b=a+2+R(7);let p=[];ask({month:M,a,b});id('t').textContent=M+' 2027';
    put('r',W('S M T W T F S').map(x=>`<i>${x}</i>`).join('')+'<i></i>'.repeat(o)+range(1,n).map(x=>`<u>${x}</u>`).join(''));
    on('#r u',i=>{const d=i+1;p=p.length===1&&d>p[0]?[p[0],d]:[d];all('#r u').forEach((e,j)=>{e.classList.toggle('on',p.includes(j+1));e.classList.toggle('in',p.length===2&&j+1>p[0]&&j+1<p[1])})});id('ok').onclick=()=>end(p.join()===a+','+b);""",
    "#r{display:grid;grid-template-columns:repeat(7,20px);gap:1px 1px;font-size:9px}#r i{font-style:normal;text-align:center;color:#888}#r u{text-decoration:none;text-align:center;height:16px;line-height:16px;border-radius:8px;cursor:pointer}#r u.on{background:#6750a4;color:#fff}#r u.in{background:#eaddff}#ok{padding:2px 8px;margin-top:1px}",
)
page(
    "wake-up-wheels",
    "I need to get up at {t}. Turn the two wheels to this time (arrows or mouse wheel) and switch the alarm on.",
    "<div id=r></div><p class=card>Alarm <u id=s></u></p>",
    """const h=4+R(7),m=5*R(12),z=n=>(''+n).padStart(2,'0'),v=[7,6];ask({t:z(h)+':'+z(m)});
    const show=()=>{put('r',[0,1].map(i=>{const N=i?12:24,f=x=>z(i?x*5:x);return `<div class=w><button data-d=-1>▲</button><span>${f((v[i]+N-1)%N)}</span><b>${f(v[i])}</b><span>${f((v[i]+1)%N)}</span><button data-d=1>▼</button></div>`}).join('<b class=k>:</b>'));
      all('.w').forEach((w,i)=>{const go=d=>{const N=i?12:24;v[i]=(v[i]+d+N)%N;show()};w.querySelectorAll('button').forEach(e=>{e.onclick=()=>go(+e.dataset.d)});w.onwheel=e=>{e.preventDefault();go(Math.sign(e.deltaY))}})};show();id('s').onclick=()=>{id('s').className='on';end(v[0]===h&&v[1]*5===m)};""",
    "#r{display:flex;justify-content:center;align-items:center;gap:6px}.w{display:flex;flex-direction:column;text-align:center;width:44px;background:#f3edf7;border-radius:8px}.w b{font-size:17px;background:#eaddff}.w span{color:#aaa;padding:2px}.k{font-size:16px}#s{float:right;width:26px;height:14px;border-radius:7px;background:#ccc;cursor:pointer;position:relative}#s::after{content:'';position:absolute;left:1px;top:1px;width:12px;height:12px;border-radius:6px;background:#fff}#s.on{background:#6750a4}",
)
page(
    "invite-two",
    "Invite {a} and {b}: type the first letters of each, take the name from the suggestions, then send.",
    "<p>Invite</p><div id=c></div><input id=i size=18 autocomplete=off><div id=l></div><button id=ok class=main>Send invitations</button>",
    """const n=['Marta Blum','Marta Berg','Marco Lind','Elena Roth','Elias Roth','Elena Rosen','Tobias Kern','Tomas Kern','Toni Krall'],[a,b]=S(n,2),v=[];ask({a,b});
    const chips=()=>put('c',v.map(x=>`<span>${x}</span>`).join(''));id('i').oninput=()=>{const x=id('i').value.trim().toLowerCase();put('l',x?n.filter(y=>y.toLowerCase().startsWith(x)&&!v.includes(y)).slice(0,3).map(y=>`<div>${y}</div>`).join(''):'');on('#l div',(i,e)=>{v.push(e.textContent);id('i').value='';put('l','');chips();id('i').focus()})};
    id('ok').onclick=()=>end([...v].sort().join()===[a,b].sort().join());""",
    "#c{min-height:20px}#c span{display:inline-block;background:#eaddff;border-radius:9px;padding:2px 7px;margin:1px}#l{min-height:56px}#l div{background:#fff;box-shadow:0 1px 2px #0003;padding:3px 6px;cursor:pointer;height:18px}#l div:hover{background:#eee5fb}",
)
page(
    "poll-fewest",
    "Show the results of the poll first; then give your vote to the option that has the {how} votes so far.",
    "<b>Where to go?</b><div id=r></div><button id=s>Show results</button> <button id=ok class=main>Vote</button>",
    """const t=S(W('Beach Forest Museum Lake Cinema Castle'),4),d=S(range(5,90),4),f=R(2),k=d.indexOf((f?Math.min:Math.max)(...d));let seen=false;ask({how:f?'fewest':'most'});put('r',t.map(x=>`<div class=card><label><input type=radio name=p> ${x}</label> <b></b></div>`).join(''));
    id('s').onclick=()=>{seen=true;all('.card b').forEach((e,i)=>{e.textContent=d[i]})};id('ok').onclick=()=>end(seen&&all('#r input')[k].checked);""",
    ".card b{float:right}.card input{margin:0 3px;vertical-align:-2px}",
)
page(
    "pin-near-lake",
    "On the map, click the pin that is {how} the blue lake.",
    "<svg id=r width=152 height=144></svg>",
    """const far=R(2);let p,d,L,s;do{L=[30+R(90),30+R(84)];p=range(0,4).map(()=>[14+R(124),22+R(112)]);d=p.map(([x,y])=>Math.hypot(x-L[0],y-L[1]));s=[...d].sort((a,b)=>a-b)}while(s[0]<30||s[1]-s[0]<14||s[4]-s[3]<14||p.some((a,i)=>p.some((b,j)=>i<j&&Math.hypot(a[0]-b[0],a[1]-b[1])<24)));
    ask({how:far?'farthest from':'nearest to'});const k=d.indexOf(far?s[4]:s[0]);
    put('r',`<rect width=152 height=144 fill='#e4efd9'/><path d='M0 40L152 70M60 0L90 144' stroke='#fff' stroke-width=5 /><ellipse cx=${L[0]} cy=${L[1]} rx=17 ry=12 fill='#4aa3df'/>`+p.map(([x,y])=>`<g transform='translate(${x},${y})'><path d='M0 4L-6-6A7 7 0 1 1 6-6z' fill='#d33'/><circle cy=-9 r=2.5 fill='#fff'/></g>`).join(''));on('#r g',i=>end(i===k));""",
    "#r{border-radius:8px}#r g{cursor:pointer}",
)
page(
    "review-anonymous",
    "Give {item} {n} of 5 hearts, write “{text}” as your review, make it anonymous and post it.",
    "<div class=card><b id=h></b><div id=s></div></div><textarea id=x rows=2 cols=22 placeholder='Your review'></textarea><p><label><input id=a type=checkbox> post anonymously</label></p><button id=ok class=main>Post</button>",
    """const it=P(['the kettle','the lamp','the blanket','the clock']),n=1+R(5),t=P(['Works well','Too loud','A nice gift','Broke soon']);let v=0;ask({item:it,n,text:t});id('h').textContent=it.slice(4);put('s','<u>♥</u>'.repeat(5));
    on('#s u',i=>{v=i+1;all('#s u').forEach((e,j)=>e.classList.toggle('on',j<v))});id('ok').onclick=()=>end(v===n&&id('x').value.trim()===t&&id('a').checked);""",
    "#s u{text-decoration:none;font-size:15px;line-height:15px;color:#ccc;padding:0 3px;cursor:pointer}#s u.on{color:#d6336c}#a{vertical-align:-2px}",
)
page(
    "cart-to-total",
    "The bill must not be more than €{n} — in fact exactly that. Remove the one article that makes it so, and check out.",
    "<div id=r></div><p>Total <b id=o></b></p><button id=ok class=main>Check out</button>",
    """const t=S(W('Mug Pen Vase Soap Map Cup Bell'),4),p=S(range(3,30),4),k=R(4),v=t.map(()=>true),n=p.reduce((a,b)=>a+b)-p[k];ask({n});
    const show=()=>{put('r',t.map((x,i)=>v[i]?`<div class='card l'><span>${x}</span>€${p[i]}<button data-i=${i}>Remove</button></div>`:'').join(''));id('o').textContent='€'+p.reduce((a,b,i)=>a+(v[i]?b:0),0);on('.l button',(_,e)=>{v[+e.dataset.i]=false;show()})};show();id('ok').onclick=()=>end(v.every((x,i)=>x===(i!==k)));""",
    ".l{display:flex;align-items:center;padding:0 5px;gap:4px;margin:2px 0}.l span{flex:1}.l button{padding:3px 2px}#ok{padding:3px 8px}p{margin:1px 0}",
)
page(
    "plus-button-menu",
    "With the round + button, make a new {kind} called {name}.",
    "<div id=r><p>Nothing here yet.</p></div><div id=m hidden></div><button id=f class=main>+</button><div id=d class=card hidden></div>",
    """const t=S(W('folder note list album'),3),k=R(3),n=P(W('Harvest Berlin Birthday Taxes Recipes'));let c=-1;ask({kind:t[k],name:n});put('m',t.map(x=>`<button>New ${x}</button>`).join(''));id('f').onclick=()=>{id('m').hidden=!id('m').hidden};
    on('#m button',i=>{c=i;id('m').hidden=true;id('d').hidden=false;put('d',`<b>New ${t[i]}</b><p><input id=i placeholder=Name size=16></p><button id=no>Cancel</button> <button id=ok>Create</button>`);id('no').onclick=()=>{id('d').hidden=true};id('ok').onclick=()=>end(c===k&&id('i').value.trim()===n)});""",
    "#area{height:160px}#r{color:#999;text-align:center;padding-top:20px}#f{position:absolute;right:8px;bottom:8px;width:32px;height:32px;border-radius:16px;font-size:18px;padding:0}#m{position:absolute;right:8px;bottom:46px;width:76px}#m button{display:block;width:76px;background:#eaddff;margin:3px 0}#d{position:absolute;left:10px;right:10px;top:16px;padding:8px}[hidden]{display:none!important}",
)
page(
    "ja-unread-reply",
    "未読（●）のメールのうち{who}さんのものを開き、「{text}」と返信してください。",
    "<div id=r></div>",
    """const n=S(['森','林','原','岡'],3),s=S(['会議の件','お礼','写真','旅行','請求書'],4),f=[0,0,1,2],u=[true,false,!!R(2),true],o=S([0,1,2,3]),t=P(['わかりました','明日行きます','ありがとう']);ask({who:n[0],text:t});
    put('r',o.map(i=>`<div class='card m'><i>${u[i]?'●':''}</i><b>${n[f[i]]}</b> ${s[i]}</div>`).join(''));on('.m',i=>{const g=o[i]===0;put('r',`<div class=card><b>${n[f[o[i]]]}</b><p>${s[o[i]]}についてお返事をください。</p></div><input id=i size=18><p><button id=ok class=main>返信</button> <button id=z>戻る</button></p>`);id('ok').onclick=()=>end(g&&id('i').value.trim()===t);id('z').onclick=()=>end(false)});""",
    ".m{cursor:pointer;padding:5px}.m i{color:#6750a4;font-style:normal;display:inline-block;width:14px}",
)
page(
    "ja-make-a-word",
    "文字を順に押して「{w}」という言葉を作り、「できた」を押してください。",
    "<div id=o></div><div id=r></div><button id=z>一字消す</button> <button id=ok class=main>できた</button>",
    """const w=P(['やまのぼり','ゆきだるま','はなたば','ひるごはん','なつやすみ']),l=S([...w,...S([...'けへもれ'],2)]),v=[];ask({w});put('r',l.map(x=>`<u>${x}</u>`).join(''));const say=()=>{id('o').textContent=v.map(i=>l[i]).join('');all('#r u').forEach((e,i)=>e.classList.toggle('off',v.includes(i)))};
    on('#r u',i=>{if(!v.includes(i)){v.push(i);say()}});id('z').onclick=()=>{v.pop();say()};id('ok').onclick=()=>end(v.map(i=>l[i]).join('')===w);""",
    "#o{height:24px;font-size:14px;border-bottom:2px solid #6750a4;padding:2px 6px;margin-bottom:6px}#r{display:grid;grid-template-columns:repeat(4,32px);gap:4px;margin-bottom:6px}#r u{text-decoration:none;background:#eaddff;border-radius:6px;font-size:14px;text-align:center;height:28px;line-height:28px;cursor:pointer}#r u.off{opacity:.25}",
)
page(
    "ja-all-off-but",
    "{a}以外の通知をすべて止めて「保存」を押してください。",
    "<div id=r></div><button id=ok class=main>保存</button>",
    """const t=S(['地震','セール','新着','会員','宅配','天気'],4),k=R(4),v=t.map((_,i)=>i===k||R(3)>0);ask({a:t[k]});put('r',t.map((x,i)=>`<div class='card l'>${x}<u class='${v[i]?'on':''}'></u></div>`).join(''));on('.l u',(i,e)=>{v[i]=!v[i];e.classList.toggle('on')});id('ok').onclick=()=>end(v.every((x,i)=>x===(i===k)));""",
    ".l{display:flex;justify-content:space-between;padding:5px 8px}.l u{width:26px;height:14px;border-radius:7px;background:#ccc;cursor:pointer;position:relative}.l u::after{content:'';position:absolute;left:1px;top:1px;width:12px;height:12px;border-radius:6px;background:#fff}.l u.on{background:#6750a4}.l u.on::after{left:13px}",
)
page(
    "ja-other-reason",
    "退会の理由は「その他」で、「{text}」と書いて「送信する」を押してください。",
    "<b>退会の理由</b><div id=r></div><div id=e></div><button id=ok class=main>送信する</button>",
    """const t=[...S(['料金が高い','使わない','難しい','遅い'],3),'その他'],x=P(['引っ越し','時間がない','機種変更','二重登録']);ask({text:x});put('r',t.map(y=>`<p><label><input type=radio name=r> ${y}</label></p>`).join(''));
    all('#r input').forEach((e,i)=>e.onchange=()=>put('e',i===3?'<input id=x size=16>':''));id('ok').onclick=()=>end(all('#r input')[3].checked&&id('x').value.trim()===x);""",
    "#r p{margin:2px 0}#r input{vertical-align:-2px}#e{min-height:24px}",
)
