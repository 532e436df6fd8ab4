"""What a file holds, changed to the letter: all else in it stays as it is, and what is not clear is left alone."""

# ruff: noqa: E501
from __future__ import annotations

import gzip

import pytest

from deskhand.models.local.behind.changing import Unclear
from deskhand.models.local.behind.documents import changed_bytes
from deskhand.models.local.behind.held.doing import done, seconds_in
from deskhand.models.local.behind.held.order import Order, order_of
from deskhand.models.local.behind.held.places import rather_in_file, to_be_worked_out
from deskhand.models.local.memory import Memory
from deskhand.models.local.steps import EditLine, ReplaceText, SetSetting, Step, Target, TypeText, UseCommand

TEX = "\\title{First draft}\n\\author{Lena}\n\\begin{document}\nNo longer the First draft of May, a title.\n\\section{Bees}\nx\n\\end{document}\n"
INI = "; sound\n[speakers]\nvolume=80 ; loud\nmute=no\n\n[headset]\nvolume=55\nmute=no\n"
FNX = '<?xml version="1.0"?>\n<feathernotes f="Sans,11">\n  <node name="Thu &amp; Fri">Ten</node>\n  <node name="Wed">Ten</node>\n</feathernotes>\n'
CTD = "<cherrytree>\n  <node name='Fri'>\n    <rich_text weight='heavy'>Pack</rich_text>\n    <rich_text> bags</rich_text>\n  </node>\n</cherrytree>\n"
NOTE = '<note version="0.3">\n  <title>買い物</title>\n  <text xml:space="preserve"><note-content version="0.1">買い物\n\n米</note-content></text>\n</note>\n'
OPML = (
    '<opml><body>\n  <outline text="House">\n    <outline text="Roof" _note="leaks"/>\n  </outline>\n</body></opml>\n'
)
MD = "# Trip\n\n## Food\n- tea\n\n## Gear\n- [ ] tent\n- [x] lamp\n"
VCF = "BEGIN:VCARD\r\nFN:Ken Sato\r\nTEL;TYPE=CELL:090\r\nTEL;TYPE=HOME:03\r\nEND:VCARD\r\nBEGIN:VCARD\r\nFN:Aki Ito\r\nTEL;TYPE=CELL:080\r\nEND:VCARD\r\n"
ICS = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Dentist\nLOCATION:Elm 4\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:Tea\nEND:VEVENT\nEND:VCALENDAR\n"
ABOOK = "[format]\nversion=0.6\n\n[0]\nname=Ken\nmobile=090\n\n[1]\nname=Aki\nmobile=080\n"
SRT = "1\n00:00:01,000 --> 00:00:03,500\nHello.\n\n2\n00:00:59,900 --> 00:01:02,000\nWho?\n"
JSON = '{"window": {"width": 800, "title": "A \\"b\\""},\n "users": [{"name": "Ken", "age": 7}, {"name": "Aki", "age": 9}]}\n'
YAML = "server:\n  port: 80  # http\n  name: 'a'\nmail:\n  port: 25\n"
CSV = 'item,price\nLamp,38\n"Chair, blue",60\n'
BOOKMARKS = '<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p>\n<DT><A HREF="http://a.example/">News</A>\n<DT><A HREF="http://b.example/">Maps</A>\n</DL><p>\n'


@pytest.mark.parametrize(
    "text, ending, order, old, new",
    [
        (TEX, "tex", Order("set", label="title", value="Bees", old="First draft"), "\\title{First draft}", "\\title{Bees}"),
        (TEX, "tex", Order("set", label="著者", value="花"), "{Lena}", "{花}"),
        (TEX, "tex", Order("set", on="section Bees", value="Wasps"), "{Bees}", "{Wasps}"),
        (INI, "ini", Order("set", label="volume", value="30", said="in [headset]"), "volume=55", "volume=30"),
        (INI, "ini", Order("set", label="volume", value="70", on="speakers"), "volume=80 ;", "volume=70 ;"),
        (INI, "ini", Order("set", label="mute", value="on", said="the headset"), "55\nmute=no", "55\nmute=yes"),
        (FNX, "fnx", Order("more", on="Thu & Fri", value="a < b"), "Ten</node>\n  <node name=\"W", 'Ten&lt;br&gt;a &amp;lt; b</node>\n  <node name="W'),
        (FNX, "fnx", Order("rename", on="Wed", value="Mi \"1\""), 'name="Wed"', 'name="Mi &quot;1&quot;"'),
        (FNX, "fnx", Order("set", on="Wed", label="Ten", value="Two"), '"Wed">Ten', '"Wed">Two'),
        (FNX, "fnx", Order("delete", on="the note Wed"), '  <node name="Wed">Ten</node>\n', ""),
        (CTD, "ctd", Order("more", on="Fri", value="Go"), " bags<", " bags\nGo<"),
        (NOTE, "note", Order("more", on="買い物", value="卵"), "米<", "米\n卵<"),
        (OPML, "opml", Order("more", on="Roof", value="mend"), 'leaks"', 'leaks\nmend"'),
        (OPML, "opml", Order("rename", on="House", value="Home"), '"House"', '"Home"'),
        (MD, "md", Order("more", on="Food", value="rice"), "- tea\n", "- tea\n- rice\n"),
        (MD, "md", Order("tick", on="tent"), "[ ] tent", "[x] tent"),
        (MD, "md", Order("untick", on="lamp"), "[x] lamp", "[ ] lamp"),
        (MD, "md", Order("delete", on='section "Food"'), "## Food\n- tea\n\n", ""),
        (VCF, "vcf", Order("set", on="Ken Sato", label="mobile number", value="070"), "CELL:090", "CELL:070"),
        (VCF, "vcf", Order("set", on="Aki Ito", label="電話番号", value="070"), "CELL:080", "CELL:070"),
        (VCF, "vcf", Order("delete", on="Aki Ito"), VCF[VCF.index("BEGIN:VCARD\r\nFN:Aki") :], ""),
        (ICS, "ics", Order("set", on="Dentist", label="place", value="Oak 1, left"), "LOCATION:Elm 4", "LOCATION:Oak 1\\, left"),
        (ICS, "ics", Order("delete", on="Tea"), "BEGIN:VEVENT\nSUMMARY:Tea\nEND:VEVENT\n", ""),
        (ABOOK, "", Order("set", on="Aki", label="携帯", value="070"), "mobile=080", "mobile=070"),
        (SRT, "srt", Order("shift", said="shift all 2 seconds later"), SRT[2:], SRT[2:].replace("00:00:01,000 --> 00:00:03,500", "00:00:03,000 --> 00:00:05,500").replace("00:00:59,900 --> 00:01:02,000", "00:01:01,900 --> 00:01:04,000")),
        (SRT, "srt", Order("set", on="subtitle 2", label="text", value="Me."), "Who?", "Me."),
        (JSON, "json", Order("set", label="width", value="1024"), "800", "1024"),
        (JSON, "json", Order("set", label="age", on="Aki", value="10"), '"age": 9', '"age": 10'),
        (JSON, "json", Order("set", label="title", value='c "d"'), 'A \\"b\\"', 'c \\"d\\"'),
        (YAML, "yaml", Order("set", label="port", on="server", value="8080"), "80  #", "8080  #"),
        (CSV, "csv", Order("set", on="Lamp", label="price", value="45"), "Lamp,38", "Lamp,45"),
        (CSV, "csv", Order("add", fields=(("item", "Rug"), ("price", "9"))), 'blue",60\n', 'blue",60\nRug,9\n'),
        (CSV, "csv", Order("set", label="B4", value="sum of column B"), 'blue",60\n', 'blue",60\n,98\n'),
        (BOOKMARKS, "html", Order("set", on="Maps", label="address", value="http://c.example/?a&b"), "http://b.example/", "http://c.example/?a&amp;b"),
        ("x (A) Call Ann\n(B) Pay rent +home\n", "txt", Order("tick", on="Pay rent"), "(B) Pay", "x (B) Pay"),
        ("* TODO Rent\n* DONE Tax\n", "org", Order("tick", on="Rent"), "TODO Rent", "DONE Rent"),
        ("<b>Tan &amp; Co</b> <i title='Tan'>x</i>", "html", Order("replace", old="Tan & Co", value="Su < Co"), "Tan &amp; Co", "Su &lt; Co"),
    ],
)  # fmt: skip
def test_only_what_was_meant_is_different(text: str, ending: str, order: Order, old: str, new: str):
    assert text.count(old) == 1
    assert done(text, ending, order) == text.replace(old, new)


@pytest.mark.parametrize(
    "text, ending, order",
    [
        (INI, "ini", Order("set", label="volume", value="30", said="in audio.ini")),  # there are two
        (INI, "ini", Order("set", label="mute", value="no", said="the headset")),  # it is so
        (FNX, "fnx", Order("more", on="Sat", value="x")),
        (VCF, "vcf", Order("set", on="Ken Sato", label="phone", value="1")),  # which of his two?
        (MD, "md", Order("tick", on="stove")),
        (JSON, "json", Order("set", label="age", value="1")),
        (SRT, "srt", Order("shift", said="shift all 5 seconds earlier")),  # the first would come before the beginning
        (CSV, "csv", Order("set", on="Sofa", label="price", value="1")),
        ("<a><b></a>", "xml", Order("replace", old="x", value="y")),
        (  # what it is called is no part of its name
            "[remote]\nname=倉庫サーバー\nhost=10.0.0.1\n",
            "ini",
            Order(
                "set",
                on="倉庫サーバー",
                label="サーバー",
                value="10.0.0.2",
                said="倉庫サーバーのサーバーを 10.0.0.2 に",
            ),
        ),
    ],
)
def test_what_is_not_clear_is_left_alone(text: str, ending: str, order: Order):
    with pytest.raises(Unclear):
        done(text, ending, order)


@pytest.mark.parametrize(
    "step, wish, order",
    [
        (EditLine("title", "within", ("B",), old="A"), 'title from "A" to "B"', Order("set", label="title", value="B", old="A")),
        (EditLine("Thu", "append", ("B",)), "", Order("more", on="Thu", value="B")),
        (ReplaceText("a", "b"), "replace a by b", Order("replace", old="a", value="b")),
        (SetSetting("mute", on=False), "", Order("set", label="mute", value="off")),
        (UseCommand("mark as done", on=Target("Rent")), "", Order("tick", on="Rent")),
        (UseCommand("mark as not done", on=Target("Rent")), "", Order("untick", on="Rent")),
        (UseCommand("削除", on=Target("歯医者")), "", Order("delete", on="歯医者")),
        (UseCommand("電話番号 変更", (("電話番号", "1"),), Target("Ken")), "", Order("set", on="Ken", label="電話番号", value="1", fields=(("電話番号", "1"),))),
    ],
)  # fmt: skip
def test_a_step_says_what_is_to_become_of_it(step: Step, wish: str, order: Order):
    found = order_of(step, Memory(), wish)
    assert found is not None and (found.deed, found.on, found.label, found.value, found.old) == (
        order.deed, order.on, order.label, order.value, order.old,
    )  # fmt: skip


def test_what_is_no_work_on_a_file_is_no_order():
    assert order_of(UseCommand("zoom in"), Memory(), "") is None
    assert order_of(UseCommand("delete"), Memory(), "") is None


def test_a_packed_text_is_packed_again():
    after = changed_bytes(gzip.compress(OPML.encode()), "gz", Order("rename", on="House", value="Home"))
    assert gzip.decompress(after).decode() == OPML.replace("House", "Home")


@pytest.mark.parametrize(
    "said, seconds", [("2 seconds later", 2), ("1.5秒早く", -1.5), ("500 ms earlier", -0.5), ("by 1 s or 2 s", None)]
)
def test_how_much_later(said: str, seconds: float | None):
    assert seconds_in(said) == seconds


def test_a_line_for_a_section_is_not_put_behind_its_heading():
    step = EditLine("Food", "append", ("rice",))
    assert rather_in_file(step, 'Add the line "rice" to the section Food.')
    assert not rather_in_file(step, 'Add "rice" to the line Food.')
    red = ReplaceText("red", "blue")
    assert rather_in_file(red, 'Replace "red" with "blue" in the section Colours of plan.md.')
    assert not rather_in_file(red, 'Replace the heading "red" with "blue" everywhere.')
    cell = Target("B6", "cell")
    assert to_be_worked_out(TypeText(("sum of column B",), cell), "put the sum of column B into B6")
    assert to_be_worked_out(TypeText(("B 列の合計",), cell), "B6 に B 列の合計を入れて")
    assert not to_be_worked_out(TypeText(("合計",), cell), "B6 に合計と入力して")
    assert not to_be_worked_out(TypeText(("sum of column B",), cell), 'put "sum of column B" into B6')
