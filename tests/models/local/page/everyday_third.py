# ruff: noqa: E501 - pages are read more easily with their elements in one line
"""Everyday pages, the third of the files: counting, comparing, copying and sorting."""

from __future__ import annotations

from tests.models.local.page.everyday_pages import SUBMIT, page

page(
    "boldword",
    'Make the word "storm" italic using the toolbar.',
    "<p><button id=b><b>B</b></button> <button id=i><i>I</i></button></p><div id=e contenteditable style='border:1px solid #888;padding:4px;width:140px'>The storm came late</div>",
    script="id('b').onmousedown=e=>{e.preventDefault();end(false)};id('i').onmousedown=e=>{e.preventDefault();end(String(getSelection()).trim()==='storm')};",
)
page(
    "orderlist",
    "Put the words in alphabetical order by clicking them one by one.",
    "".join(f"<button>{w}</button> " for w in ("melon", "apple", "zucchini", "carrot")),
    script="const w=['apple','carrot','melon','zucchini'];let k=0;all('button').forEach(b=>b.onclick=()=>{if(b.textContent!==w[k])end(false);else if(++k===4)end(true)});",
)
page(
    "notif",
    "Turn notifications off and set the theme to Dark.",
    "<p><label><input type=checkbox checked id=n> Notifications</label></p><p>Theme <select id=t><option>Light<option>Dark<option>Blue</select></p><p><button id=submit>Save</button></p>",
    "!id('n').checked&&id('t').value==='Dark'",
)
page(
    "poem",
    "Type the last word of the text into the field and press Enter.",
    "<p>Slow falls the snow on the silent harbour</p><input id=a>",
    script="id('a').onkeydown=e=>{if(e.key==='Enter')end(id('a').value.trim()==='harbour')};",
)
page(
    "hollow",
    "Click the hollow square.",
    "<i style='left:10px;top:20px;background:#36c'></i><i style='left:80px;top:30px;border:3px solid #36c'></i><i style='left:40px;top:85px;border:3px solid #36c;border-radius:50%'></i><i style='left:105px;top:90px;background:#36c;border-radius:50%'></i>",
    script="all('i').forEach((i,k)=>i.onclick=()=>end(k===1));",
    css="i{position:absolute;width:30px;height:30px;box-sizing:border-box}",
)
page(
    "arrows",
    "Use the arrow buttons to move the ball into the hole.",
    "<div id=b></div><div id=h></div><div class=k><button id=l>◀</button><button id=u>▲</button><button id=d>▼</button><button id=r>▶</button></div>",
    script="let x=1,y=1;const b=id('b');const p=()=>{b.style.left=(10+x*24)+'px';b.style.top=(5+y*24)+'px';if(x===4&&y===3)end(true)};p();id('l').onclick=()=>{x=Math.max(0,x-1);p()};id('r').onclick=()=>{x=Math.min(5,x+1);p()};id('u').onclick=()=>{y=Math.max(0,y-1);p()};id('d').onclick=()=>{y=Math.min(4,y+1);p()};",
    css="#area{height:150px}#b{position:absolute;width:18px;height:18px;border-radius:50%;background:#d22}#h{position:absolute;left:104px;top:75px;width:24px;height:24px;border-radius:50%;background:#222}.k{position:absolute;top:130px}",
)
page(
    "clockset",
    "Set the clock to 7:45 with the arrows, then press Submit.",
    "<table><tr><td><button id=hu>▲</button><td><td><button id=mu>▲</button></tr><tr><td id=h>9<td>:<td id=m>30</tr><tr><td><button id=hd>▼</button><td><td><button id=md>▼</button></tr></table>"
    + SUBMIT,
    "id('h').textContent==='7'&&id('m').textContent==='45'",
    "const g=(e)=>+id(e).textContent,s=(e,v)=>id(e).textContent=String(v).padStart(e==='m'?2:1,'0');id('hu').onclick=()=>s('h',g('h')%12+1);id('hd').onclick=()=>s('h',(g('h')+10)%12+1);id('mu').onclick=()=>s('m',(g('m')+5)%60);id('md').onclick=()=>s('m',(g('m')+55)%60);",
    "td{text-align:center;font-size:14px}",
)
page(
    "largestin",
    "Write the largest number into the field.",
    "<p>18 &nbsp; 73 &nbsp; 42 &nbsp; 9 &nbsp; 56</p><input id=a size=6>" + SUBMIT,
    "id('a').value.trim()==='73'",
)
page(
    "flight",
    "Find a one-way flight from Oslo to Rome on 05/14/2026 and press Search.",
    "<p><label><input type=radio name=w checked> Round trip</label> <label><input type=radio name=w id=o> One way</label></p><p>From <input id=f size=12></p><p>To <input id=t size=12></p><p>Date <input id=d size=12 placeholder='mm/dd/yyyy'></p><button id=submit>Search</button>",
    "id('o').checked&&id('f').value==='Oslo'&&id('t').value==='Rome'&&id('d').value==='05/14/2026'",
)
page(
    "agelookup",
    "Enter the age of Petra Novak in the text field and press Submit.",
    "<table><tr><th>Name<th>Age<th>City</tr><tr><td>Ivan Horak<td>34<td>Brno</tr><tr><td>Petra Novak<td>27<td>Plzen</tr><tr><td>Jan Maly<td>51<td>Praha</tr></table><input id=a size=8>"
    + SUBMIT,
    "id('a').value.trim()==='27'",
)
page(
    "dropgroup",
    "From the menu Fruit, choose Plum; from the menu Size, choose Large; then press OK.",
    "<p>Fruit <select id=a style='font:11px Courier New,monospace'><option>Apple<option>Pear<option>Plum</select></p><p>Size <select id=b style='font:11px Courier New,monospace'><option>Small<option>Medium<option>Large</select></p><button id=submit>OK</button>",
    "id('a').value==='Plum'&&id('b').value==='Large'",
)
page(
    "lineab",
    "Draw a straight line from A to B with the mouse.",
    "<svg id=s width=150 height=140></svg>",
    script="const s=id('s');s.innerHTML='<text x=20 y=40 font-size=12>A</text><circle cx=36 cy=36 r=4 fill=red /><circle cx=110 cy=110 r=4 fill=red /><text x=118 y=114 font-size=12>B</text>';let p=null;s.onmousedown=e=>{p=[e.offsetX,e.offsetY];e.preventDefault()};s.onmouseup=e=>{if(p)end(Math.hypot(p[0]-36,p[1]-36)<8&&Math.hypot(e.offsetX-110,e.offsetY-110)<8)};",
    css="svg{border:1px solid #999}",
)
page(
    "sortnames",
    "Click the first name in the table.",
    "<table><tr><th>Name<th>Points</tr><tr><td>Zora<td>12</tr><tr><td>Emil<td>40</tr><tr><td>Lena<td>8</tr></table>",
    script="all('td').forEach((t,k)=>t.onclick=()=>end(k===0));",
)
page(
    "subtabs",
    'In the tab "Account", open the section "Security" and click the link "Change password".',
    "<div class=t><a>Profile</a> <a>Account</a></div><div id=v>Welcome</div>",
    script="all('.t a')[1].onclick=()=>{id('v').innerHTML='<p class=h>▸ Billing</p><p class=h>▸ Security</p><div id=x></div>';all('.h')[1].onclick=()=>{id('x').innerHTML='<a id=q>Enable 2FA</a><br><a id=p>Change password</a>';id('p').onclick=()=>end(true);id('q').onclick=()=>end(false)}};",
    css=".t a{display:inline-block;padding:3px 6px;border:1px solid #999;cursor:pointer}.h{cursor:pointer;font-weight:bold}#x a{color:#06c;text-decoration:underline;cursor:pointer}",
)
page(
    "tritop",
    "Click the triangle that is above the green circle.",
    "<svg id=s width=150 height=140><circle cx=40 cy=100 r=14 fill=green /><polygon points='26,60 54,60 40,34' fill='#c60' /><polygon points='96,120 124,120 110,94' fill='#c60' /><circle cx=110 cy=40 r=14 fill=red /></svg>",
    script="all('polygon').forEach((p,k)=>p.onclick=()=>end(k===0));",
)
page(
    "birthday",
    "Ana was born on 9 March 1988 and lives in Lyon. Fill in the form with her details and press Send.",
    "<p>Name <input id=a size=12></p><p>Born <input id=b size=12></p><p>City <input id=c size=12></p><button id=submit>Send</button>",
    "id('a').value.trim()==='Ana'&&/9 March 1988/.test(id('b').value)&&id('c').value.trim()==='Lyon'",
)
page(
    "mailreply_again",
    'Reply to the email from Tom with the text "See you at six".',
    "<div class=m><b>Lea</b> Invoice</div><div class=m><b>Tom</b> Dinner</div><div class=m><b>Kay</b> Photos</div>",
    script="all('.m')[1].onclick=()=>{id('area').innerHTML='<p><b>Tom</b></p><p>Dinner at six?</p><button id=r>Reply</button>';id('r').onclick=()=>{id('area').innerHTML='<textarea id=t rows=4></textarea><br><button id=z>Send</button>';id('z').onclick=()=>end(id('t').value.trim()==='See you at six')}};all('.m')[0].onclick=all('.m')[2].onclick=()=>end(false);",
    css=".m{padding:5px;border-bottom:1px solid #ccc;cursor:pointer}",
)
page(
    "shopadd",
    "Add two notebooks and one pen to the cart, then check out.",
    "".join(
        f"<div class=r><span>{n} ${p}</span><span><button class=n>−</button> <i>0</i> <button class=p>+</button></span></div>"
        for n, p in (("Notebook", 4), ("Eraser", 1), ("Pen", 2))
    )
    + "<button id=submit>Checkout</button>",
    "all('.r i').map(i=>i.textContent).join()==='2,0,1'",
    "all('.r').forEach(r=>{const i=r.querySelector('i');r.querySelector('.p').onclick=()=>i.textContent=+i.textContent+1;r.querySelector('.n').onclick=()=>i.textContent=Math.max(0,i.textContent-1)});",
    ".r{display:flex;justify-content:space-between;padding:4px;width:145px}i{font-style:normal}",
)
page(
    "follow",
    "Follow @mira and unfollow @jon.",
    "".join(
        f"<div class=r><span>@{n}</span><button>{b}</button></div>"
        for n, b in (("ana", "Follow"), ("mira", "Follow"), ("jon", "Unfollow"), ("sid", "Unfollow"))
    ),
    script="const d=[0,0,0,0];all('button').forEach((b,k)=>b.onclick=()=>{d[k]^=1;b.textContent=b.textContent==='Follow'?'Unfollow':'Follow';if(d[1]&&d[2])end(!d[0]&&!d[3])});",
    css=".r{display:flex;justify-content:space-between;padding:3px;width:140px}",
)
page(
    "bisect",
    "Click the middle of the line.",
    "<svg id=s width=150 height=140><line x1=25 y1=110 x2=125 y2=40 stroke=blue stroke-width=2 /></svg>",
    script="id('s').onclick=e=>end(Math.hypot(e.offsetX-75,e.offsetY-75)<8);",
    css="svg{border:1px solid #999}",
)
page(
    "copyerr",
    "Copy the order number into the search box and click Find.",
    "<p>Order number: K7-2291</p><p>Date: 3 May</p><input id=a size=10> <button id=submit>Find</button>",
    "id('a').value.trim()==='K7-2291'",
)
page(
    "bigword",
    "Click on the biggest word.",
    "<p><span style='font-size:11px'>lake</span> <span style='font-size:22px'>hill</span></p><p><span style='font-size:15px'>road</span> <span style='font-size:9px'>tree</span></p>",
    script="all('#area span').forEach((s,k)=>s.onclick=()=>end(k===1));",
)
page(
    "sortnum",
    "Click the numbers from smallest to largest.",
    "".join(
        f"<b style='left:{x}px;top:{y}px'>{n}</b>"
        for n, x, y in ((34, 20, 20), (7, 100, 30), (91, 60, 70), (15, 20, 110), (58, 110, 105))
    ),
    script="const w=[7,15,34,58,91];let k=0;all('b').forEach(b=>b.onclick=()=>{if(+b.textContent!==w[k])end(false);else{b.style.color='#aaa';if(++k===5)end(true)}});",
    css="b{position:absolute;font-size:13px;cursor:pointer;padding:2px 5px;border:1px solid #666}",
)
page(
    "tempsl",
    "Set the temperature slider to 24 and the fan to High, then press Apply.",
    "<p>Temperature <span id=o>18</span></p><input type=range id=r min=10 max=30 value=18 style='width:130px'><p>Fan: <label><input type=radio name=f checked>Low</label> <label><input type=radio name=f id=h>High</label></p><button id=submit>Apply</button>",
    "id('r').value==='24'&&id('h').checked",
    "id('r').oninput=()=>id('o').textContent=id('r').value;",
)
page(
    "wordlen",
    "Type the longest word of the list into the box and press Submit.",
    "<p>tea, harbour, moon, window, cat</p><input id=a size=12>" + SUBMIT,
    "id('a').value.trim()==='harbour'",
)
page(
    "menu3",
    "Choose File > Export > PDF from the menu.",
    "<div id=f class=i>File</div><div id=m hidden><div class=i>Open</div><div class=i id=e>Export ▸</div></div><div id=n hidden><div class=i>PNG</div><div class=i id=p>PDF</div></div>",
    script="id('f').onclick=()=>id('m').hidden=false;id('e').onclick=()=>id('n').hidden=false;id('p').onclick=()=>end(true);",
    css=".i{padding:3px 6px;background:#eee;border:1px solid #ccc;width:60px;cursor:pointer}#m{position:absolute;left:3px;top:22px}#n{position:absolute;left:78px;top:42px}",
)
page(
    "compare",
    "Which is greater? Click it.",
    "<p><button>3/4</button> <button>0.6</button></p>",
    script="all('button').forEach((b,k)=>b.onclick=()=>end(k===0));",
)
page(
    "editword",
    'Replace the word "red" by "blue" in the text area, then click Save.',
    "<textarea id=t rows=3 style='width:140px'>The red car is fast</textarea><p><button id=submit>Save</button></p>",
    "id('t').value==='The blue car is fast'",
)
page(
    "color",
    "Click the largest orange circle.",
    "<svg width=150 height=140><circle cx=30 cy=30 r=12 fill=orange /><circle cx=95 cy=45 r=24 fill=orange /><circle cx=40 cy=100 r=30 fill=teal /><rect x=90 y=90 width=40 height=40 fill=orange /></svg>",
    script="all('circle,rect').forEach((c,k)=>c.onclick=()=>end(k===1));",
)
page(
    "todo",
    'Mark the tasks "Water plants" and "Call Eva" as done.',
    "".join(
        f"<p><label><input type=checkbox> {c}</label></p>" for c in ("Buy milk", "Water plants", "Pay rent", "Call Eva")
    )
    + SUBMIT,
    "all('input').map(i=>+i.checked).join('')==='0101'",
)
page(
    "code",
    "Enter the code shown in the picture below.",
    "<svg width=120 height=36><rect width=120 height=36 fill='#dde' /><text x=14 y=25 font-size=20 font-family=monospace fill='#225'>R4TK9</text></svg><p><input id=a size=8></p>"
    + SUBMIT,
    "id('a').value.trim()==='R4TK9'",
)
page(
    "lang",
    "Change the language to German and save.",
    "<p>Name <input value=Kim size=8></p><p>Language <select id=a><option>English<option>French<option>German</select></p><button id=submit>Save</button>",
    "id('a').value==='German'",
)
page(
    "two",
    "Drag the star onto the circle with the number 2.",
    "<span id=s>★</span>"
    + "".join(
        f"<b class=c style='left:{x}px;top:{y}px'>{n}</b>" for n, x, y in ((1, 15, 90), (2, 95, 30), (3, 90, 110))
    ),
    script="let h=0;id('s').onmousedown=e=>{h=1;e.preventDefault()};document.onmousemove=e=>{if(h){id('s').style.left=(e.clientX-10)+'px';id('s').style.top=(e.clientY-56)+'px'}};document.onmouseup=e=>{if(!h)return;h=0;const r=all('.c')[1].getBoundingClientRect();end(e.clientX>r.x&&e.clientX<r.right&&e.clientY>r.y&&e.clientY<r.bottom)};",
    css="#area{height:160px}#s{position:absolute;left:15px;top:15px;font-size:24px;color:#c80;cursor:move}.c{position:absolute;width:34px;height:34px;border:2px solid #333;border-radius:50%;text-align:center;line-height:34px;font-size:14px}",
)
page(
    "login",
    'Log in as "maria" with password "s3cret", stay signed in.',
    "<p>User <input id=u size=10></p><p>Password <input id=p type=password size=10></p><p><label><input type=checkbox id=k> Remember me</label></p><button id=submit>Sign in</button>",
    "id('u').value==='maria'&&id('p').value==='s3cret'&&id('k').checked",
)
page(
    "price",
    "Which laptop costs less than $500? Buy it.",
    "".join(
        f"<div class=r><span>{n}</span><span>${p}</span><button>Buy</button></div>"
        for n, p in (("Aero", 899), ("Breeze", 449), ("Core", 650))
    ),
    script="all('button').forEach((b,k)=>b.onclick=()=>end(k===1));",
    css=".r{display:flex;justify-content:space-between;padding:5px;width:145px}",
)
page(
    "undo",
    "Delete the last line of the note, then press Save.",
    "<textarea id=t rows=4 cols=18>milk\nbread\nsoap</textarea><p><button id=submit>Save</button></p>",
    "id('t').value.trim()==='milk\\nbread'",
)
page(
    "tree2_again",
    "Expand Europe, then Spain, and click Seville.",
    "<p class=h id=e>+ Europe</p><div id=x hidden><p class=h>&nbsp;&nbsp;+ Italy</p><p class=h id=s>&nbsp;&nbsp;+ Spain</p><div id=y hidden><p>&nbsp;&nbsp;&nbsp;&nbsp;Madrid</p><p id=z>&nbsp;&nbsp;&nbsp;&nbsp;Seville</p></div></div><p class=h>+ Asia</p>",
    script="id('e').onclick=()=>id('x').hidden=false;id('s').onclick=()=>id('y').hidden=false;id('z').onclick=()=>end(true);",
    css="p{cursor:pointer}",
)
page(
    "round",
    "Round 47.6 to the nearest whole number and click the result.",
    "".join(f"<button>{n}</button> " for n in (46, 47, 48, 50)),
    script="all('button').forEach((b,k)=>b.onclick=()=>end(k===2));",
)
