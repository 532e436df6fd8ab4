# ruff: noqa: E501 - pages are read more easily with their elements in one line
"""Small everyday pages, each of another kind: menus, tables, forms, shops, mails, games of guessing.

They were written in lots of 14, and what the model could do of a lot at its first run was counted before anything was
mended (`docs/evaluation.md`): the figures there say what to expect of pages never seen.
"""

from __future__ import annotations

EVERYDAY: dict[str, str] = {}


def page(
    name: str, wish: str, body: str, done: str = "true", script: str = "", css: str = "", w: int = 160, h: int = 210
) -> None:
    """``done``: what has to be true when Submit is pressed; ``script`` may end the episode itself."""
    EVERYDAY[name] = f"""<!doctype html><meta charset="utf-8"><script src="../core/core.js"></script>
<style>body{{margin:0;background:#555;font:10px Arial,sans-serif}} #wrap{{width:{w}px;height:{h}px;background:#fff;position:relative;overflow:hidden}}
#query{{background:#ff0;min-height:38px;padding:3px}} #area{{padding:3px;position:relative}} p{{margin:3px 0}} input,button,select,textarea{{font:10px Arial,sans-serif}}
{css}</style><div id="wrap"><div id="query"></div><div id="area"></div></div><div id="click-canvas"></div>
<script>
const id=(i)=>document.getElementById(i), all=(s)=>[...document.querySelectorAll(s)], end=(g)=>core.endEpisode(g?1:-1);
function genProblem(){{ id("query").textContent={wish!r}; id("area").innerHTML=`{body}`;
 const submit=id("submit"); if(submit) submit.onclick=()=>end({done});
 {script}
}}</script>"""


SUBMIT = "<p><button id='submit'>Submit</button></p>"
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
page(
    "filter",
    'Search for "lamp" and open the second result.',
    "<input id=q size=12> <button id=g>Search</button><div id=r></div>",
    script="id('g').onclick=()=>{if(id('q').value==='lamp'){id('r').innerHTML=['Desk lamp','Floor lamp','Lamp oil'].map(t=>`<p class=x><a>${t}</a></p>`).join('');all('.x').forEach((x,k)=>x.onclick=()=>end(k===1))}};",
    css=".x a{color:#06c;text-decoration:underline;cursor:pointer}",
)
page(
    "swatch",
    "Pick the red square that has a blue border.",
    "<div class=g>"
    + "".join(
        f"<i style='background:{a};border:4px solid {b}' data-k={k}></i>"
        for k, (a, b) in enumerate((("red", "green"), ("blue", "red"), ("red", "blue"), ("green", "blue")))
    )
    + "</div>",
    script="all('i').forEach(i=>i.onclick=()=>end(i.dataset.k==='2'));",
    css=".g{display:flex;gap:8px;flex-wrap:wrap}.g i{width:40px;height:40px}",
)
page(
    "dragslot",
    "Drag the letter B into the second slot.",
    "<div class=s style='left:10px'></div><div class=s style='left:60px'></div><div class=s style='left:110px'></div>"
    + "".join(f"<b class=l style='left:{x}px'>{c}</b>" for c, x in (("A", 20), ("B", 70), ("C", 115))),
    script="let h=null;all('.l').forEach(i=>i.onmousedown=e=>{h=i;e.preventDefault()});document.onmousemove=e=>{if(h){h.style.left=(e.clientX-8)+'px';h.style.top=(e.clientY-48)+'px'}};document.onmouseup=e=>{if(h){const r=all('.s')[1].getBoundingClientRect();end(h.textContent==='B'&&e.clientX>r.x&&e.clientX<r.right&&e.clientY>r.y&&e.clientY<r.bottom);h=null}};",
    css="#area{height:150px}.s{position:absolute;top:80px;width:38px;height:38px;border:2px solid #555}.l{position:absolute;top:10px;font-size:16px;cursor:move;padding:2px 6px;background:#ffc}",
)
