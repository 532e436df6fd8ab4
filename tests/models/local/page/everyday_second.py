# ruff: noqa: E501 - pages are read more easily with their elements in one line
"""Everyday pages, the second of the files: shops, tabs, key pads, dates and games of guessing."""

from __future__ import annotations

from tests.models.local.page.everyday_pages import SUBMIT, page

page(
    "seat",
    "Choose seat C2 and press Reserve.",
    "<div class=g>"
    + "".join(f"<i>{r}{c}</i>" for r in "ABCD" for c in range(1, 5))
    + "</div><p><button id=submit>Reserve</button></p>",
    "all('.g i.on').length===1&&document.querySelector('.g i.on').textContent==='C2'",
    "all('.g i').forEach(i=>i.onclick=()=>i.classList.toggle('on'));",
    ".g{display:grid;grid-template-columns:repeat(4,30px);gap:4px}.g i{font-style:normal;background:#cde;text-align:center;padding:4px 0;cursor:pointer}.g i.on{background:#fa0}",
)
page(
    "scrollend",
    "Scroll to the end of the text and press Accept.",
    "<div id=s>"
    + "".join(f"<p>{i}. You agree to rule number {i} of this place, which is long and dull.</p>" for i in range(1, 14))
    + "</div><p><button id=b>Accept</button></p>",
    script="id('b').onclick=()=>end(id('s').scrollTop+id('s').clientHeight>=id('s').scrollHeight-4);",
    css="#s{height:100px;overflow:auto;border:1px solid #aaa}",
)
page(
    "findword",
    'Find the word "otter" in the text below and click on it.',
    "<p id=t>The marsh is home to herons, frogs and mice. At dusk an otter slips from the bank and swims away. Nobody hears it go.</p>",
    script="id('t').innerHTML=id('t').textContent.split(' ').map(w=>`<span>${w}</span>`).join(' ');all('#t span').forEach(s=>s.onclick=()=>end(s.textContent==='otter'));",
)
page(
    "reveal",
    'Click "Show more" until the recipe for soup appears, then open it.',
    "<div id=l></div><button id=m>Show more</button>",
    script="""const A=['Bread','Cake','Pie','Salad','Stew','Soup','Tart'];let n=2;const show=()=>{id('l').innerHTML=A.slice(0,n).map(x=>`<p><a>${x}</a></p>`).join('');all('a').forEach(a=>a.onclick=()=>end(a.textContent==='Soup'))};id('m').onclick=()=>{n+=2;show()};show();""",
    css="a{color:#06c;cursor:pointer}",
)
page(
    "accordion",
    'Expand "Shipping" and click the "Track parcel" button in it.',
    "".join(
        f"<div class=h>{n} ▾</div><div class=b hidden><button>{b}</button></div>"
        for n, b in (("Account", "Change name"), ("Shipping", "Track parcel"), ("Returns", "Print label"))
    ),
    script="all('.h').forEach(h=>h.onclick=()=>h.nextElementSibling.hidden=!h.nextElementSibling.hidden);all('button').forEach(b=>b.onclick=()=>end(b.textContent==='Track parcel'));",
    css=".h{background:#eee;border:1px solid #bbb;padding:3px;margin-top:2px;cursor:pointer}.b{padding:4px}",
)
page(
    "phonelist",
    "What is Nora's phone number? Type it into the box and press OK.",
    "<p>Lars: 555-0182</p><p>Nora: 555-0147</p><p>Pim: 555-0199</p><input id=a size=12> <button id=submit>OK</button>",
    "id('a').value.trim()==='555-0147'",
)
page(
    "stock",
    "Press Sell when the price is above 60.",
    "<p>ACME</p><p style='font-size:16px'>$<span id=v>52</span></p><button id=b>Sell</button>",
    script="let k=0;const A=[52,55,51,58,64,66,70,72];let v=52;setInterval(()=>{k=Math.min(k+1,7);v=A[k];id('v').textContent=v},1500);id('b').onclick=()=>end(v>60);",
)
page(
    "mailreply",
    'Open the mail from Ruth and reply with "Thanks, see you".',
    "<div id=l><div class=m><b>Otto</b><br>Invoice</div><div class=m><b>Ruth</b><br>Dinner on Friday</div></div><div id=v hidden><p><b id=w></b></p><p>Shall we meet?</p><button id=r>Reply</button><div id=f hidden><textarea id=t></textarea><br><button id=s>Send</button></div></div>",
    script="all('.m').forEach(m=>m.onclick=()=>{id('l').hidden=true;id('v').hidden=false;id('w').textContent=m.firstChild.textContent});id('r').onclick=()=>id('f').hidden=false;id('s').onclick=()=>end(id('w').textContent==='Ruth'&&id('t').value==='Thanks, see you');",
    css=".m{border-bottom:1px solid #ccc;padding:4px;cursor:pointer}",
)
page(
    "likepost",
    "Like Ada's post.",
    "".join(
        f"<div class=p><b>{n}</b><br>{t}<br><span class=k data-n={n}>♡ Like</span> <span>Share</span></div>"
        for n, t in (("Finn", "Lunch time"), ("Ada", "A new bike!"), ("Zoe", "Rain again"))
    ),
    script="all('.k').forEach(k=>k.onclick=()=>end(k.dataset.n==='Ada'));",
    css=".p{border:1px solid #ddd;padding:3px;margin:2px}.k{cursor:pointer;color:#a33}",
)
page(
    "options",
    "Choose size L and colour blue, then add the shirt to the cart.",
    "<p>Size <button class=s>S</button> <button class=s>M</button> <button class=s>L</button></p><p>Colour <button class=c>red</button> <button class=c>blue</button></p><button id=submit>Add to cart</button>",
    "window.S==='L'&&window.C==='blue'",
    "S='';C='';all('.s').forEach(b=>b.onclick=()=>{S=b.textContent;b.style.background='#bdf'});all('.c').forEach(b=>b.onclick=()=>{C=b.textContent;b.style.background='#bdf'});",
)
page(
    "slots",
    "Drag each fruit into the basket.",
    "<span class=i style='left:10px;top:6px'>Apple</span><span class=i style='left:60px;top:6px'>Hammer</span><span class=i style='left:110px;top:6px'>Pear</span><div id=k>Basket</div>"
    + "<p style='position:absolute;top:120px'><button id=submit>Submit</button></p>",
    "all('.i').filter(x=>x.dataset.in).map(x=>x.textContent).sort().join()==='Apple,Pear'",
    "let h=null;all('.i').forEach(i=>i.onmousedown=e=>{h=i;e.preventDefault()});document.onmousemove=e=>{if(h){h.style.left=(e.clientX-20)+'px';h.style.top=(e.clientY-50)+'px'}};document.onmouseup=e=>{if(h){const r=id('k').getBoundingClientRect();if(e.clientX>r.x&&e.clientX<r.right&&e.clientY>r.y&&e.clientY<r.bottom)h.dataset.in=1;else delete h.dataset.in;h=null}};",
    "#area{height:150px}.i{position:absolute;background:#ffd;border:1px solid #aa7;padding:2px;cursor:move}#k{position:absolute;left:20px;top:50px;width:110px;height:60px;border:2px dashed #777}",
)
page(
    "hovermenu",
    "Choose Tools > Colours > Warm.",
    "<div class=m>File</div><div class=m id=t>Tools<div class=s id=s1 hidden><div class=e>Fonts</div><div class=e id=c>Colours<div class=s id=s2 hidden><div class=e>Cold</div><div class=e id=w>Warm</div></div></div></div></div>",
    script="id('t').onmouseenter=()=>id('s1').hidden=false;id('c').onmouseenter=()=>id('s2').hidden=false;id('w').onclick=(e)=>{e.stopPropagation();end(true)};",
    css=".m{display:inline-block;padding:3px 8px;background:#ddd;position:relative;cursor:pointer}.s{position:absolute;left:0;top:18px;background:#f4f4f4;border:1px solid #999;width:55px}.e{padding:3px;position:relative}#s2{left:54px;top:0}",
)
page(
    "resizecol",
    "Drag the corner to make the box wider.",
    "<div id=b style='width:80px;height:50px;resize:both;overflow:auto;border:1px solid #555'></div>" + SUBMIT,
    "id('b').offsetWidth>95",
)
page(
    "circles",
    "Click on the largest circle.",
    "<svg width=150 height=120><circle cx=30 cy=30 r=10 fill='#48c'/><circle cx=90 cy=50 r=26 fill='#48c'/><circle cx=35 cy=90 r=17 fill='#48c'/></svg>",
    script="all('circle').forEach((c,i)=>c.onclick=()=>end(i===1));",
)
page(
    "below",
    'Click the button below the word "Lima".',
    "<table><tr><td>Oslo<td>Lima<td>Rome</tr><tr><td><button>A</button><td><button>B</button><td><button>C</button></tr></table>",
    script="all('button').forEach(b=>b.onclick=()=>end(b.textContent==='B'));",
    css="td{padding:6px 10px}",
)
page(
    "twice",
    "Click the button exactly three times and then press Finish.",
    "<button id=b>Tap me</button><p>Taps: <span id=n>0</span></p><button id=f>Finish</button>",
    script="let n=0;id('b').onclick=()=>id('n').textContent=++n;id('f').onclick=()=>end(n===3);",
)
page(
    "sumpage",
    "What is 17 + 26? Enter the answer and press Check.",
    "<p><input id=a size=6></p><button id=submit>Check</button>",
    "id('a').value.trim()==='43'",
)
page(
    "wide",
    "Tick Newsletter, choose Monthly in the Frequency list, and press Save settings.",
    "<h3>Settings</h3><p><label><input type=checkbox id=n> Newsletter</label></p><p><label><input type=checkbox id=o> Offers</label></p><p>Language <select id=l><option>English<option>French</select></p><p>Frequency <select id=f><option>Daily<option>Weekly<option>Monthly</select></p><p><button>Cancel</button> <button id=submit>Save settings</button></p>",
    "id('n').checked&&!id('o').checked&&id('f').value==='Monthly'&&id('l').value==='English'",
    w=330,
    h=250,
    css="body{font:12px Verdana,sans-serif}input,button,select{font:12px Verdana}#area{padding:8px}",
)
page(
    "tree2",
    "Expand Europe, then France, and click Lyon.",
    "<div class=n>+ Europe</div><div class=k hidden><div class=n>+ Spain</div><div class=k hidden><div class=f>Madrid</div></div><div class=n>+ France</div><div class=k hidden><div class=f>Paris</div><div class=f>Lyon</div></div></div><div class=n>+ Asia</div><div class=k hidden><div class=f>Kyoto</div></div>",
    script="all('.n').forEach(b=>b.onclick=()=>{const k=b.nextElementSibling;k.hidden=!k.hidden;b.textContent=(k.hidden?'+':'-')+b.textContent.slice(1)});all('.f').forEach(f=>f.onclick=()=>end(f.textContent==='Lyon'));",
    css=".n,.f{padding:2px;cursor:pointer}.k{margin-left:12px}",
)
page(
    "rangetwo",
    "Set the minimum price to 20 and the maximum price to 60, then apply.",
    "<p>Minimum price <input id=a size=4></p><p>Maximum price <input id=b size=4></p><p><button id=submit>Apply</button></p>",
    "id('a').value==='20'&&id('b').value==='60'",
)
page(
    "alpha",
    "Which word comes first in the alphabet? Click it.",
    "".join(f"<p><button>{w}</button></p>" for w in ("pine", "birch", "maple")),
    script="all('button').forEach(b=>b.onclick=()=>end(b.textContent==='birch'));",
)
page(
    "pastefield",
    "Copy the code from the first field into the second field and press Verify.",
    "<p>Code <input id=a value='QX-4471' readonly></p><p>Repeat <input id=b></p><p><button id=submit>Verify</button></p>",
    "id('b').value==='QX-4471'",
)
page(
    "searchbar",
    'Search for "lamp" and click the second result.',
    "<input id=q size=12> <button id=g>Search</button><div id=r></div>",
    script="id('g').onclick=()=>{if(id('q').value.trim()!=='lamp')return;id('r').innerHTML=['Desk lamp','Floor lamp','Lamp shade'].map(x=>`<p><a>${x}</a></p>`).join('');all('a').forEach(a=>a.onclick=()=>end(a.textContent==='Floor lamp'))};",
    css="a{color:#06c;cursor:pointer}",
)
page(
    "yesno",
    "Is 17 greater than 12? Click Yes or No.",
    "<button>Yes</button> <button>No</button>",
    script="all('button').forEach(b=>b.onclick=()=>end(b.textContent==='Yes'));",
)
page(
    "colname",
    "What is the name of the person in row 3 of the table? Type it and press Enter.",
    "<table><tr><th>No<th>Name</tr><tr><td>1<td>Lena</tr><tr><td>2<td>Abel</tr><tr><td>3<td>Jona</tr><tr><td>4<td>Mira</tr></table><input id=a>",
    script="id('a').onkeydown=e=>{if(e.key==='Enter')end(id('a').value.trim()==='Jona')};",
    css="td,th{padding:1px 8px;text-align:left}",
)
page(
    "drawrect",
    "Click the top right corner of the blue rectangle.",
    "<div style='margin:20px;width:90px;height:60px;background:#22c' id=b></div>",
    script="id('b').onclick=e=>end(e.offsetX>75&&e.offsetY<15);",
)
page(
    "uncheck",
    "Untick everything and press Continue.",
    "".join(
        f"<p><label><input type=checkbox {c}> {n}</label></p>"
        for n, c in (("News", "checked"), ("Tips", ""), ("Offers", "checked"))
    )
    + "<button id=submit>Continue</button>",
    "all('input').every(i=>!i.checked)",
)
page(
    "password2",
    'Create an account with the user name "mori88" and the password "Zx7!pq", then sign up.',
    "<p>User name<br><input id=a></p><p>Password<br><input type=password id=b></p><p>Confirm password<br><input type=password id=c></p><button id=submit>Sign up</button>",
    "id('a').value==='mori88'&&id('b').value==='Zx7!pq'&&id('c').value==='Zx7!pq'",
)
page(
    "filetree",
    'Double-click the folder "Music".',
    "".join(f"<div class=f>📁 {n}</div>" for n in ("Docs", "Music", "Photos")),
    script="all('.f').forEach(f=>f.ondblclick=()=>end(f.textContent.includes('Music')));",
    css=".f{padding:4px;cursor:pointer;user-select:none}",
)
page(
    "emailform",
    'Write an email to eva@post.org with the subject "Trip" and the text "We leave at nine", then send it.',
    "<p>To <input id=a size=16></p><p>Subject <input id=b size=12></p><textarea id=c></textarea><p><button id=submit>Send</button></p>",
    "id('a').value==='eva@post.org'&&id('b').value==='Trip'&&id('c').value==='We leave at nine'",
)
page(
    "hotels",
    "Book the hotel nearest to the station.",
    "".join(
        f"<div class=r><b>{n}</b><br>{d} m to the station<br><button data-n={n}>Book</button></div>"
        for n, d in (("Astra", 900), ("Bellevue", 350), ("Crown", 1200))
    ),
    script="all('button').forEach(b=>b.onclick=()=>end(b.dataset.n==='Bellevue'));",
    css=".r{border-bottom:1px solid #ccc;padding:2px}",
)
page(
    "toggleview",
    'Switch to the list view and open "Report 4".',
    "<p><button id=g>Grid</button> <button id=l>List</button></p><div id=v>Choose a view</div>",
    script="id('l').onclick=()=>{id('v').innerHTML=[1,2,3,4].map(n=>`<p class=x>Report ${n}</p>`).join('');all('.x').forEach(x=>x.onclick=()=>end(x.textContent==='Report 4'))};id('g').onclick=()=>end(false);",
)
page(
    "sumcart",
    "Type the total of the bill into the field.",
    "<table><tr><td>Soup<td>4.50</tr><tr><td>Bread<td>2.00</tr><tr><td>Tea<td>3.25</tr></table><p>Total <input id=a size=6></p>"
    + SUBMIT,
    "id('a').value.trim()==='9.75'",
)
page(
    "confirmbox",
    "Delete the account and confirm with Yes.",
    "<button id=d>Delete account</button><div id=m hidden><p>Are you sure?</p><button id=y>Yes</button> <button id=n>No</button></div>",
    script="id('d').onclick=()=>id('m').hidden=false;id('y').onclick=()=>end(true);id('n').onclick=()=>end(false);",
)
page(
    "greensq",
    "Click all the green squares, then press Done.",
    "<div class=g>"
    + "".join(f"<i style='background:{c}'></i>" for c in ("green", "red", "green", "blue", "red", "green"))
    + "</div><button id=submit>Done</button>",
    "all('.g i').every(i=>(i.style.background==='green')===!!i.dataset.on)",
    "all('.g i').forEach(i=>i.onclick=()=>{i.dataset.on=i.dataset.on?'':1;i.style.outline='2px solid #000'});",
    ".g{display:grid;grid-template-columns:repeat(3,36px);gap:6px;margin-bottom:6px}.g i{width:32px;height:32px}",
)
page(
    "keypad2",
    "Enter the PIN 7294 with the number pad and press OK.",
    "<div id=o></div><div class=k>"
    + "".join(f"<button>{c}</button>" for c in ("1", "2", "3", "4", "5", "6", "7", "8", "9", "C", "0", "OK"))
    + "</div>",
    script="let s='';all('.k button').forEach(b=>b.onclick=()=>{const c=b.textContent;if(c==='C')s='';else if(c==='OK')end(s==='7294');else s+=c;id('o').textContent='*'.repeat(s.length)||' '});",
    css=".k{display:grid;grid-template-columns:repeat(3,34px);gap:2px}.k button{height:24px}#o{border:1px solid #888;width:100px;height:14px}",
)
page(
    "starmail",
    "Star the message from Bruno.",
    "".join(f"<div class=m><span>{n}</span><span class=s data-n={n}>☆</span></div>" for n in ("Alma", "Bruno", "Cora")),
    script="all('.s').forEach(s=>s.onclick=()=>end(s.dataset.n==='Bruno'));",
    css=".m{display:flex;justify-content:space-between;width:130px;padding:4px;border-bottom:1px solid #ccc}.s{cursor:pointer;font-size:14px}",
)
