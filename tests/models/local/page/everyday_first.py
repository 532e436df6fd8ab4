# ruff: noqa: E501 - pages are read more easily with their elements in one line
"""Everyday pages, the first of the files: menus, tables, forms, mails and drawing."""

from __future__ import annotations

from tests.models.local.page.everyday_pages import SUBMIT, page

page(
    "menubar",
    'Open the File menu and choose "Save as".',
    "<div class=bar><span class=m>File</span><span class=m>Edit</span><span class=m>View</span></div><div id=drop></div><p>Untitled document</p>",
    script="""const M={File:['New','Open','Save','Save as','Quit'],Edit:['Undo','Cut','Paste'],View:['Zoom in','Zoom out']};
 all('.m').forEach(m=>m.onclick=()=>{id('drop').innerHTML=M[m.textContent].map(x=>`<div class=it>${x}</div>`).join('');id('drop').style.display='block';
 all('.it').forEach(i=>i.onclick=()=>end(i.textContent==='Save as'));});""",
    css=".bar{background:#ddd;padding:2px}.m{padding:2px 6px;cursor:pointer}.it{padding:2px 8px;cursor:pointer}#drop{display:none;position:absolute;border:1px solid #999;background:#f6f6f6;width:70px;top:20px}",
)
page(
    "context",
    'Right-click on the file "notes.txt" and choose "Rename".',
    "".join(f"<div class=f>{n}</div>" for n in ("photo.png", "notes.txt", "song.mp3"))
    + "<div id=cm><div class=it>Open</div><div class=it>Rename</div><div class=it>Delete</div></div>",
    script="""let on='';all('.f').forEach(f=>f.oncontextmenu=(e)=>{e.preventDefault();on=f.textContent;const c=id('cm');c.style.display='block';c.style.left=(e.clientX-5)+'px';c.style.top=(e.clientY-45)+'px';});
 all('.it').forEach(i=>i.onclick=()=>end(on==='notes.txt'&&i.textContent==='Rename'));""",
    css=".f{padding:3px}.it{padding:2px 10px;cursor:pointer}#cm{display:none;position:absolute;border:1px solid #888;background:#fff;box-shadow:1px 1px 3px #999}",
)
page(
    "pages",
    'Go to page 3 of the list and click on "Walnut".',
    "<div id=l></div><div id=n></div>",
    script="""const A=['Apple','Fig','Kiwi','Lemon','Lime','Mango','Olive','Peach','Plum','Walnut','Quince','Pear'];
 const show=(p)=>{id('l').innerHTML=A.slice(p*4,p*4+4).map(x=>`<p><a class=x>${x}</a></p>`).join('');id('n').innerHTML=[1,2,3].map(k=>k===p+1?`<b>${k}</b> `:`<a class=k>${k}</a> `).join('');
 all('.k').forEach(k=>k.onclick=()=>show(+k.textContent-1));all('.x').forEach(x=>x.onclick=()=>end(x.textContent==='Walnut'));};show(0);""",
    css="a{color:#06c;cursor:pointer}",
)
page(
    "dropdate",
    "Set the date of birth to 14 March 1987 and click Save.",
    "<p>Date of birth</p><select id=d></select> <select id=m></select> <select id=y></select><p><button id=submit>Save</button></p>",
    "id('d').value==='14'&&id('m').value==='March'&&id('y').value==='1987'",
    """const o=(s,a)=>id(s).innerHTML=a.map(x=>`<option>${x}`).join('');o('d',[...Array(31).keys()].map(x=>x+1));
 o('m','January February March April May June July August September October November December'.split(' '));o('y',[...Array(40).keys()].map(x=>1970+x));""",
)
page(
    "switches",
    "Turn on Wi-Fi and turn off Bluetooth, then click Save.",
    "".join(
        f"<p class=r><span>{n}</span><i class='s {c}' id={i}><b></b></i></p>"
        for n, i, c in (("Wi-Fi", "w", ""), ("Bluetooth", "b", "on"), ("GPS", "g", ""))
    )
    + "<p><button id=submit>Save</button></p>",
    "id('w').classList.contains('on')&&!id('b').classList.contains('on')&&!id('g').classList.contains('on')",
    "all('.s').forEach(s=>s.onclick=()=>s.classList.toggle('on'));",
    ".r{display:flex;justify-content:space-between;width:120px}.s{width:26px;height:14px;border-radius:7px;background:#bbb;display:block;position:relative}.s b{position:absolute;left:1px;top:1px;width:12px;height:12px;border-radius:6px;background:#fff}.s.on{background:#2a7}.s.on b{left:13px}",
)
page(
    "counter",
    "Use the + and - buttons to set the number of guests to 5, then press Done.",
    "<p>Guests <button id=m>-</button> <span id=v>2</span> <button id=p>+</button></p><p><button id=submit>Done</button></p>",
    "id('v').textContent==='5'",
    "id('p').onclick=()=>id('v').textContent=+id('v').textContent+1;id('m').onclick=()=>id('v').textContent=+id('v').textContent-1;",
)
page(
    "tablesum",
    "Add up all the prices in the table, type the total into the field and press Submit.",
    "<table border=1 cellspacing=0><tr><th>Item<th>Price</tr><tr><td>Soap<td>3</tr><tr><td>Brush<td>8</tr><tr><td>Towel<td>14</tr></table><p>Total <input id=a size=6></p>"
    + SUBMIT,
    "id('a').value.trim()==='25'",
)
page(
    "stars",
    "Give this film a rating of 4 stars.",
    "<p><b>The Long Night</b></p><p class=s>" + "<span>☆</span>" * 5 + "</p>",
    script="all('.s span').forEach((s,i)=>s.onclick=()=>end(i===3));",
    css=".s span{font-size:18px;cursor:pointer}",
)
page(
    "chat",
    'Send the message "see you at five" to Mia.',
    "<div id=l><div class=c>Ben</div><div class=c>Mia</div><div class=c>Otto</div></div><div id=r><p id=h>No chat open</p><input id=a size=14><button id=s>Send</button></div>",
    script="all('.c').forEach(c=>c.onclick=()=>id('h').textContent='Chat with '+c.textContent);id('s').onclick=()=>end(id('h').textContent==='Chat with Mia'&&id('a').value==='see you at five');",
    css="#l{float:left;width:45px;border-right:1px solid #ccc;height:120px}.c{padding:4px;cursor:pointer}#r{margin-left:52px}",
)
page(
    "hover",
    'Move the mouse over the green square and keep it there until the word "Ready" shows, then click it.',
    "<div id=b></div><p id=t></p>",
    script="id('b').onmouseenter=()=>setTimeout(()=>{id('t').innerHTML='<button>Ready</button>';id('t').firstChild.onclick=()=>end(true)},700);",
    css="#b{width:40px;height:40px;background:#0a0;margin:12px}",
)
page(
    "connect",
    "Draw a line from the red dot to the blue dot.",
    "<canvas id=c width=150 height=140 style='border:1px solid #ccc'></canvas>",
    script="""const c=id('c'),g=c.getContext('2d');const dot=(x,y,k)=>{g.fillStyle=k;g.beginPath();g.arc(x,y,5,0,7);g.fill()};dot(30,40,'red');dot(110,100,'blue');dot(100,25,'green');
 let s=null;c.onmousedown=e=>s=[e.offsetX,e.offsetY];c.onmouseup=e=>{const n=(x,y,a,b)=>Math.hypot(x-a,y-b)<9;end(s&&n(...s,30,40)&&n(e.offsetX,e.offsetY,110,100));};""",
)
page(
    "ascend",
    "Click on the numbers in ascending order.",
    "".join(
        f"<button style='position:absolute;left:{x}px;top:{y}px'>{n}</button>"
        for n, x, y in ((31, 20, 20), (8, 90, 30), (54, 40, 80), (17, 100, 100))
    ),
    script="const w=['8','17','31','54'];let k=0;all('#area button').forEach(b=>b.onclick=()=>{if(b.textContent!==w[k])end(false);else if(++k===4)end(true);});",
)
page(
    "calc",
    "Use the calculator to work out 7 x 8.",
    "<div id=o>0</div><div class=k>" + "".join(f"<button>{c}</button>" for c in "789/456x123-0C=+") + "</div>",
    script="""let s='';all('.k button').forEach(b=>b.onclick=()=>{const c=b.textContent;if(c==='C')s='';else if(c==='='){try{s=String(eval(s.replace('x','*')))}catch(e){s='?'};id('o').textContent=s;if(s==='56')end(true);return;}else s+=c;id('o').textContent=s||'0';});""",
    css=".k{display:grid;grid-template-columns:repeat(4,30px);gap:2px}.k button{height:24px}#o{border:1px solid #888;width:118px;text-align:right;padding:3px;margin-bottom:3px}",
)
page(
    "popupfirst",
    'Close the popup and then click the button "Continue".',
    "<p>Welcome back.</p><button id=c>Continue</button><div id=pop><span id=x>✕</span><p>Subscribe to our news!</p><button id=s>Subscribe</button></div>",
    script="id('x').onclick=()=>id('pop').remove();id('s').onclick=()=>end(false);id('c').onclick=()=>end(!id('pop'));",
    css="#pop{position:absolute;left:10px;top:5px;width:130px;height:90px;border:1px solid #777;background:#fafafa;padding:4px}#x{float:right;cursor:pointer}",
)
page(
    "tabsoftabs",
    'Open the tab Settings, then the tab Privacy inside it, and tick "Hide my email".',
    "<div class=t><b>Home</b><b>Settings</b><b>Help</b></div><div id=c></div>",
    script="""const show=(n)=>{id('c').innerHTML= n==='Settings'?'<div class=t id=u><b>General</b><b>Privacy</b></div><div id=d></div>':'<p>'+n+' page</p>';
 all('#u b').forEach(b=>b.onclick=()=>{id('d').innerHTML=b.textContent==='Privacy'?'<p><label><input type=checkbox id=k> Hide my email</label></p><p><label><input type=checkbox> Hide my age</label></p>':'<p>Name</p>';
  all('#d input').forEach(i=>i.onchange=()=>end(i.id==='k'));});};
 all('.t b').forEach(b=>b.onclick=()=>show(b.textContent));show('Home');""",
    css=".t b{font-weight:normal;display:inline-block;background:#e4e4e4;border:1px solid #aaa;padding:2px 5px;margin-right:2px;cursor:pointer}",
)
page(
    "vslider",
    "Set the volume to 70 and click OK.",
    "<p>Volume <span id=v>20</span></p><input type=range id=r min=0 max=100 value=20 step=1 style='width:130px'><p><button id=submit>OK</button></p>",
    "id('r').value==='70'",
    "id('r').oninput=()=>id('v').textContent=id('r').value;",
)
page(
    "palette",
    "Pick the orange colour from the palette.",
    "<div class=g>"
    + "".join(
        f"<i style='background:{c}' data-c='{c}'></i>"
        for c in ("#d22", "#2a2", "#22d", "#f90", "#ee3", "#808", "#888", "#fff")
    )
    + "</div>",
    script="all('.g i').forEach(i=>i.onclick=()=>end(i.dataset.c==='#f90'));",
    css=".g{display:grid;grid-template-columns:repeat(4,30px);gap:4px}.g i{width:28px;height:24px;border:1px solid #444;cursor:pointer}",
)
page(
    "autocomp",
    'Choose the country "Portugal" in the search field.',
    "<p>Country</p><input id=a autocomplete=off placeholder='Start typing'><div id=l></div>",
    script="""const C=['Peru','Poland','Portugal','Panama','Spain','Sweden'];id('a').oninput=()=>{const v=id('a').value.toLowerCase();id('l').innerHTML=v?C.filter(c=>c.toLowerCase().startsWith(v)).map(c=>`<div class=o>${c}</div>`).join(''):'';
 all('.o').forEach(o=>o.onclick=()=>end(o.textContent==='Portugal'));};""",
    css="#l{border:1px solid #ddd;width:120px}.o{padding:2px;cursor:pointer}",
)
page(
    "copyform",
    "Fill in the form with the details of the person shown and press Send.",
    "<div class=c><b>Person</b><br>First name: Clara<br>Last name: Voss<br>Town: Bremen</div><p>First name <input id=a size=10></p><p>Last name <input id=b size=10></p><p>Town <input id=c2 size=10></p><p><button id=submit>Send</button></p>",
    "id('a').value==='Clara'&&id('b').value==='Voss'&&id('c2').value==='Bremen'",
    css=".c{background:#eef;padding:3px;border:1px solid #99c}",
)
page(
    "radiocond",
    "Choose the cheapest delivery and click Next.",
    "".join(
        f"<p><label><input type=radio name=r value={v}> {n} – ${v}</label></p>"
        for n, v in (("Express", 12), ("Standard", 5), ("Courier", 20))
    )
    + "<p><button id=submit>Next</button></p>",
    "document.querySelector('input:checked')?.value==='5'",
)
page(
    "cart",
    "Add two of the Green Tea to the basket.",
    "".join(
        f"<div class=r><span>{n}</span><span>${p}</span><button data-n='{n}'>Add</button></div>"
        for n, p in (("Coffee", 7), ("Green Tea", 4), ("Cocoa", 5))
    )
    + "<p>Basket: <span id=b>0</span> items</p><button id=k>Checkout</button>",
    script="const got=[];all('.r button').forEach(b=>b.onclick=()=>{got.push(b.dataset.n);id('b').textContent=got.length;if(got.length===2)end(got.every(x=>x==='Green Tea'))});id('k').onclick=()=>end(false);",
    css=".r{display:grid;grid-template-columns:70px 30px 40px;padding:2px}",
)
page(
    "tictac",
    "Put an X in the middle square of the grid.",
    "<div class=g>" + "<i></i>" * 9 + "</div>",
    script="all('.g i').forEach((c,k)=>c.onclick=()=>end(k===4));",
    css=".g{display:grid;grid-template-columns:repeat(3,34px);margin:10px}.g i{width:32px;height:32px;border:1px solid #333;cursor:pointer;background:#fff}",
)
page(
    "progress",
    "Press Start, wait until the download is complete and then press Open.",
    "<p><button id=s>Start</button></p><div style='width:120px;border:1px solid #666'><div id=b style='height:10px;width:0;background:#4a4'></div></div><p id=t></p><p><button id=o>Open</button></p>",
    script="let n=0;id('s').onclick=()=>{const t=setInterval(()=>{n+=20;id('b').style.width=n+'%';id('t').textContent=n<100?n+'%':'Complete';if(n>=100)clearInterval(t)},500)};id('o').onclick=()=>end(n>=100);",
)
page(
    "nthrow",
    "Delete the third entry of the list.",
    "".join(
        f"<div class=r><span>{n}</span><a data-k={i}>✕</a></div>"
        for i, n in enumerate(("Call Ann", "Buy milk", "Water plants", "Pay rent"))
    ),
    script="all('.r a').forEach(a=>a.onclick=()=>end(a.dataset.k==='2'));",
    css=".r{display:flex;justify-content:space-between;width:130px;padding:3px;border-bottom:1px solid #ddd}.r a{cursor:pointer;color:#900}",
)
page(
    "guess",
    "Guess the number between 1 and 10. The page says whether it is higher or lower.",
    "<p><input id=a size=5> <button id=g>Guess</button></p><p id=t></p>",
    script="id('g').onclick=()=>{const n=+id('a').value;if(n===8)end(true);id('t').textContent=n<8?'Too low, try higher':'Too high, try lower';id('a').value='';};",
)
page(
    "datenative",
    "Set the arrival to 06/15/2021 and press Book.",
    "<p>Arrival <input type=date id=a></p><p><button id=submit>Book</button></p>",
    "id('a').value==='2021-06-15'",
)
page(
    "owncal",
    "Choose the 17th in the calendar.",
    "<div class=h>‹ May 2020 ›</div><div class=g>" + "".join(f"<i>{d}</i>" for d in range(1, 32)) + "</div>",
    script="all('.g i').forEach(i=>i.onclick=()=>end(i.textContent==='17'));",
    css=".h{text-align:center;background:#def;width:147px}.g{display:grid;grid-template-columns:repeat(7,21px)}.g i{font-style:normal;text-align:center;cursor:pointer;padding:2px;font-size:9px}",
)
page(
    "editcell",
    "Change the price of Soap to 9 and save.",
    "<table>"
    + "".join(
        f"<tr><td>{n}<td><input size=4 value={v} id={n}></tr>" for n, v in (("Brush", 4), ("Soap", 6), ("Towel", 12))
    )
    + "</table><button id=submit>Save</button>",
    "id('Soap').value==='9'&&id('Brush').value==='4'&&id('Towel').value==='12'",
)
page(
    "filterlist",
    "Show only the fruits and click Mango.",
    "<p><label><input type=radio name=f value=a checked> All</label> <label><input type=radio name=f value=f> Fruits</label> <label><input type=radio name=f value=v> Vegetables</label></p><div id=l></div>",
    script="""const D=[['Leek','v'],['Mango','f'],['Kale','v'],['Pear','f']];let k='a';const show=()=>{id('l').innerHTML=D.filter(d=>k==='a'||d[1]===k).map(d=>`<p class=x>${d[0]}</p>`).join('');all('.x').forEach(x=>x.onclick=()=>end(k==='f'&&x.textContent==='Mango'));};
 all('input').forEach(i=>i.onchange=()=>{k=i.value;show()});show();""",
)
page(
    "oddones",
    "Tick all the even numbers and press Submit.",
    "".join(f"<p><label><input type=checkbox value={n}> {n}</label></p>" for n in (13, 8, 27, 42)) + SUBMIT,
    "all('input').every(i=>i.checked===(+i.value%2===0))",
)
page(
    "syn",
    'Tick the word that means the same as "quick" and submit.',
    "".join(f"<p><label><input type=checkbox value={n}> {n}</label></p>" for n in ("heavy", "rapid", "green", "silent"))
    + SUBMIT,
    "all('input').every(i=>i.checked===(i.value==='rapid'))",
)
page(
    "countall",
    "How many stars are there? Click the right number.",
    "<p style='font-size:20px'>★ ● ★ ■ ★ ●</p><p>" + "".join(f"<button>{n}</button> " for n in range(1, 6)) + "</p>",
    script="all('button').forEach(b=>b.onclick=()=>end(b.textContent==='3'));",
)
page(
    "logout",
    "Log out of the account.",
    "<div class=b>Mail <span id=u>kim ▾</span></div><div id=m hidden><div class=i>Profile</div><div class=i>Settings</div><div class=i>Log out</div></div><p>Inbox (3)</p>",
    script="id('u').onclick=()=>id('m').hidden=!id('m').hidden;all('.i').forEach(i=>i.onclick=()=>end(i.textContent==='Log out'));",
    css=".b{background:#357;color:#fff;padding:4px;display:flex;justify-content:space-between}#u{cursor:pointer}#m{position:absolute;right:4px;top:22px;border:1px solid #888;background:#fff}.i{padding:3px 10px;cursor:pointer}",
)
