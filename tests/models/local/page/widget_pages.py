# ruff: noqa: E501 - pages are read more easily with their elements in one line
"""Pages of our own with one kind of widget each: what is asked for, what there is, and when it is done."""

from __future__ import annotations

from dataclasses import dataclass

CORE = """
var core = {EPISODE_MAX_TIME: 10000};
var WOB_TASK_READY = true, WOB_EPISODE_ID = 0, WOB_RAW_REWARD_GLOBAL = 0;
Math.seedrandom = () => {};
core.hideDisplay = () => {};
core.startEpisodeReal = () => { genProblem(); };
core.endEpisode = (reward) => { WOB_RAW_REWARD_GLOBAL = reward; WOB_EPISODE_ID++; };
"""
FRAME = """<!doctype html><meta charset="utf-8"><script src="../core/core.js"></script>
<style>
body { margin: 0; width: 300px; font: 11px sans-serif; background: #fff }
#query { background: #ff0; padding: 4px; box-sizing: border-box; width: 300px; min-height: 34px }
#area { padding: 6px; height: 205px; overflow: hidden; position: relative }
p { margin: 3px 0 } input, button, select { font: 11px sans-serif }
.bar { background: #eee; border: 1px solid #bbb; padding: 2px 6px; margin: 2px 0; width: 260px; cursor: pointer }
li, .item { cursor: pointer }
.dialog { position: absolute; left: 40px; top: 30px; width: 190px; height: 90px; border: 1px solid #888; background: #fff }
.dialog div { background: #ddd; padding: 3px 6px } .dialog span { float: right; cursor: pointer }
.box { display: inline-block; width: 110px; min-height: 60px; border: 1px solid #666; vertical-align: top; margin: 3px; padding: 3px }
td, th { padding: 1px 8px; text-align: left } a { color: #00c }
</style>
<div id="query"></div><div id="area"></div><div id="click-canvas"></div>
<script>
const $ = (id) => document.getElementById(id);
const all = (what) => [...document.querySelectorAll(what)];
const end = (good) => core.endEpisode(good ? 1 : -1);
function genProblem() {
  $("query").textContent = WISH;
  $("area").innerHTML = BODY;
  const submit = $("submit");
  if (submit) submit.onclick = () => end(DONE);
  SCRIPT
}
</script>
"""
SUBMIT = "<p><button id='submit'>Submit</button></p>"
DRAGGING = """
  let held = null;
  all(".item").forEach((item) => item.onmousedown = (event) => { held = item; event.preventDefault(); });
  document.onmouseup = (event) => {
    if (!held) return;
    const moved = held; held = null;
    const others = all(".item").filter((item) => item !== moved);
    const after = others.find((item) => item.getBoundingClientRect().y + item.offsetHeight / 2 > event.clientY);
    const box = all(".box").find((one) => { const r = one.getBoundingClientRect();
      return r.x < event.clientX && event.clientX < r.right && r.y < event.clientY && event.clientY < r.bottom; });
    if (box) box.append(moved); else if (!all(".box").length) moved.parentNode.insertBefore(moved, after || null);
  };
"""


@dataclass(frozen=True)
class Page:
    wish: str
    body: str
    done: str = "true"
    """What has to be true when Submit is pressed."""
    script: str = ""

    def html(self) -> str:
        quoted = {"WISH": repr(self.wish), "BODY": "`" + self.body + "`", "DONE": self.done, "SCRIPT": self.script}
        text = FRAME
        for name, value in quoted.items():
            text = text.replace(name, value, 1)
        return text


PAGES: dict[str, Page] = {
    "radio": Page(
        "Please choose Medium and press Submit.",
        "".join(f"<p><label><input type='radio' name='r' value='{n}'> {n}</label></p>" for n in ("Small", "Medium", "Large"))
        + SUBMIT,
        "document.querySelector('input:checked')?.value === 'Medium'",
    ),
    "select": Page(
        "Set the city to Kyoto, then click Submit.",
        "<p>City <select id='s'><option>Oslo<option>Rome<option>Kyoto<option>Lima</select></p>" + SUBMIT,
        "$('s').value === 'Kyoto'",
    ),
    "password": Page(
        'Type the password "kL9x2" and repeat it, then submit.',
        "<p>Password</p><p><input type='password' id='a'></p><p>Once more</p><p><input type='password' id='b'></p>" + SUBMIT,
        "$('a').value === 'kL9x2' && $('b').value === 'kL9x2'",
    ),
    "login": Page(
        'Please sign in as "kim" with the password "x1y2".',
        "<p>User name</p><p><input id='a'></p><p>Password</p><p><input type='password' id='b'></p>"
        "<p><button id='submit'>Sign in</button></p>",
        "$('a').value === 'kim' && $('b').value === 'x1y2'",
    ),
    "suggestion": Page(
        'Type "Ky" and take the suggestion "Kyoto", then submit.',
        "<p>City</p><p><input id='a' autocomplete='off'></p><div id='l'></div>" + SUBMIT,
        "$('a').dataset.taken === 'Kyoto'",
        """$('a').oninput = () => { const typed = $('a').value.toLowerCase();
          $('l').innerHTML = typed ? ['Kyiv', 'Kyoto', 'Lima'].filter((n) => n.toLowerCase().startsWith(typed))
            .map((n) => `<div class="bar">${n}</div>`).join('') : '';
          all('.bar').forEach((b) => b.onclick = () => { $('a').value = b.textContent; $('a').dataset.taken = b.textContent;
            $('l').innerHTML = ''; }); };""",
    ),
    "spinner": Page(
        "Set the number field to 7 and press Submit.",
        "<p>Copies</p><p><input type='number' id='a' value='2'></p>" + SUBMIT,
        "$('a').value === '7'",
    ),
    "sections": Page(
        'Open the sections until you find the link "harbour" and click it.',
        "".join(
            f"<div class='bar'>{n}</div><div class='in' hidden>{t}</div>"
            for n, t in (("Plants", "Moss grows on the <a>north</a> side."), ("Towns", "There is a <a>market</a> on Mondays."),
                         ("Sea", "Ships lie in the <a>harbour</a> at night."))
        ),
        script="""all('.bar').forEach((b) => b.onclick = () => { b.nextElementSibling.hidden = !b.nextElementSibling.hidden; });
          all('a').forEach((a) => a.onclick = () => end(a.textContent === 'harbour'));""",
    ),
    "tree": Page(
        'Look in the folders for "notes" and click it.',
        "<div class='n'>▸ Work</div><div class='k' hidden style='margin-left:14px'><div class='n'>▸ 2024</div>"
        "<div class='k' hidden style='margin-left:14px'><div class='f'>report</div></div></div>"
        "<div class='n'>▸ Home</div><div class='k' hidden style='margin-left:14px'><div class='n'>▸ Garden</div>"
        "<div class='k' hidden style='margin-left:14px'><div class='f'>notes</div></div></div>",
        script="""all('.n').forEach((b) => b.onclick = () => { b.nextElementSibling.hidden = !b.nextElementSibling.hidden; });
          all('.f').forEach((f) => f.onclick = () => end(f.textContent === 'notes'));""",
    ),
    "dialog": Page(
        "Please close the dialog.",
        "<p>Some text on the page.</p><div class='dialog'><div>News<span>×</span></div><p>&nbsp;Read this first.</p>"
        "<button style='margin:14px'>More</button></div>",
        script="document.querySelector('.dialog span').onclick = () => end(true); document.querySelector('.dialog button').onclick = () => end(false);",
    ),
    "except": Page(
        "Tick all the boxes except Rome and click Submit.",
        "".join(f"<p><label><input type='checkbox' value='{n}'> {n}</label></p>" for n in ("Oslo", "Rome", "Lima", "Kyoto"))
        + SUBMIT,
        "all('input').every((b) => b.checked === (b.value !== 'Rome'))",
    ),
    "list": Page(
        "Select Lima and Rome from the list, then click Submit.",
        "<select multiple id='s' size='5'>" + "".join(f"<option>{n}" for n in ("Bern", "Cairo", "Delhi", "Lima", "Oslo", "Paris", "Quito", "Rome"))
        + "</select>" + SUBMIT,
        "[...$('s').selectedOptions].map((o) => o.value).join() === 'Lima,Rome'",
    ),
    "reorder": Page(
        "Drag Milk above Bread, then press Submit.",
        "".join(f"<div class='bar item'>{n}</div>" for n in ("Bread", "Honey", "Milk")) + SUBMIT,
        "all('.item').map((i) => i.textContent).join() === 'Milk,Bread,Honey'",
        DRAGGING,
    ),
    "sorting": Page(
        "Sort the numbers in ascending order and press Submit.",
        "<div>" + "".join(f"<div class='bar item'>{n}</div>" for n in (41, 7, 93, 28)) + "</div>" + SUBMIT,
        "all('.item').map((i) => i.textContent).join() === '7,28,41,93'",
        DRAGGING,
    ),
    "onto": Page(
        "Move Pear into the Fruit box, then click Submit.",
        "<span class='item'>Pear</span> &nbsp; <span class='item'>Leek</span><br><br>"
        "<div class='box' id='f'>Fruit<br></div><div class='box' id='v'>Vegetables<br></div>" + SUBMIT,
        "$('f').textContent.includes('Pear') && all('.box .item').length === 1",
        DRAGGING,
    ),
    "row": Page(
        "Click Edit in the row of Anna.",
        "<table><tr><th>Name<th>Age<th></tr>"
        + "".join(f"<tr><td>{n}<td>{a}<td><a data-n='{n}'>Edit</a> <a>Delete</a></tr>" for n, a in (("Bela", 31), ("Anna", 27), ("Carl", 45)))
        + "</table>",
        script="all('a').forEach((a) => a.onclick = () => end(a.dataset.n === 'Anna'));",
    ),
    "cheapest": Page(
        "Buy the cheapest item.",
        "<table>"
        + "".join(f"<tr><td>{n}<td>${p}<td><button data-p='{p}'>Buy</button></tr>" for n, p in (("Lamp", 35), ("Chair", 19), ("Desk", 120)))
        + "</table>",
        script="all('button').forEach((b) => b.onclick = () => end(b.dataset.p === '19'));",
    ),
    "bold": Page(
        'Make the word "river" bold and press Submit.',
        "<p><button id='b'><b>B</b></button> <button id='i'><i>I</i></button></p>"
        "<div id='e' contenteditable style='border:1px solid #888;width:250px;height:50px;padding:4px'>A wide river runs here</div>" + SUBMIT,
        "/A wide <b>river ?<\\/b> ?runs here/.test($('e').innerHTML.replace(/&nbsp;/g, ' '))",
        "for (const [k, c] of [['b', 'bold'], ['i', 'italic']]) $(k).onmousedown = (e) => { e.preventDefault(); document.execCommand(c); };",
    ),
    "taller": Page(
        "Make the text area taller, then press Submit.",
        "<textarea id='t' style='width:180px;height:50px'></textarea>" + SUBMIT,
        "$('t').offsetHeight > 65",
    ),
    "until": Page(
        "Wait until the price is below 50, then click Buy.",
        "<p>Price: <span id='p'>83</span></p><p><button id='b'>Buy</button></p>",
        script="""let value = 83; const timer = setInterval(() => { value = Math.max(38, value - 11); $('p').textContent = value;
          if (value === 38) clearInterval(timer); }, 1500);
          $('b').onclick = () => end(value < 50);""",
    ),
    "japanese": Page(
        "「名前」欄に「山田」と入力して、「送る」ボタンを押してください。",
        "<p>名前 <input id='a'></p><p><button id='submit'>送る</button></p>",
        "$('a').value === '山田'",
    ),
    "two-fields": Page(
        'Please fill in Name with "Anna" and City with "Bern", then hit Submit.',
        "<p>Name <input id='a'></p><p>City <input id='b'></p>" + SUBMIT,
        "$('a').value === 'Anna' && $('b').value === 'Bern'",
    ),
    "missing": Page("Click Edit in the row of Zora.", "<table><tr><td>Anna<td><a>Edit</a></tr></table>", script="all('a')[0].onclick = () => end(false);"),
}  # fmt: skip
