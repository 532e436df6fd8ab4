"""Calendars, address books, mails and subtitles as tables; properties out of a file's own data."""

import struct

from deskhand.models.local.behind.aboutness import about_itself
from deskhand.models.local.behind.answering import answer
from deskhand.models.local.behind.archives import members, of_members
from deskhand.models.local.behind.exif import exif_in
from deskhand.models.local.behind.file import File
from deskhand.models.local.behind.properties import fonts_in, media_told, property_in
from deskhand.models.local.behind.records import entries
from deskhand.models.local.behind.sheets import sheets_in

CALENDAR = """BEGIN:VCALENDAR
BEGIN:VEVENT
DTSTART:20260512T090000
SUMMARY:Parents' meeting
LOCATION:Room 4
END:VEVENT
BEGIN:VEVENT
DTSTART;TZID=Europe/Rome:20260514T143000
DTEND:20260514T151500
SUMMARY:Dentist
LOCATION:Mill
  Lane 9
BEGIN:VALARM
DESCRIPTION:bell
END:VALARM
END:VEVENT
END:VCALENDAR
"""
LISTING = """Archive:  photos.zip
  Length      Date    Time    Name
---------  ---------- -----   ----
        0  2026-05-01 10:00   summer/
     3000  2026-05-01 10:00   summer/pier.jpg
    91000  2026-05-02 11:30   summer/dunes.jpg
---------                     -------
    94000                     2 files
"""


def test_a_calendar_answers_like_a_table() -> None:
    rows = entries(CALENDAR, "ics")
    assert len(rows) == 3
    found = answer("At what time does the dentist appointment begin?", rows)
    assert found is not None
    assert found.text == "2026-05-14 14:30"
    where = answer("Where is the dentist appointment?", rows)
    assert where is not None
    assert "Mill Lane 9" in where.text
    assert "bell" not in "".join(rows)


def test_cards_mails_and_subtitles() -> None:
    cards = entries("BEGIN:VCARD\nFN:Ana Ruiz\nTEL;TYPE=work:+34 600\nEND:VCARD\n", "vcf")
    assert cards[1] == "Ana Ruiz\t+34 600 (work)"
    mails = entries("From a@b Mon\nFrom: Ono <o@x>\nSubject: Lunch\nDate: Tue, 5 May 2026\n\nSee you\n", "mbox")
    assert mails[1].startswith("Lunch\tOno <o@x>\t") and mails[1].endswith("See you")
    cues = entries(
        "1\n00:00:02,000 --> 00:00:04,500\nHello\n<i>you</i>\n\n2\n00:00:06,000 --> 00:00:07,000\nBye\n", "srt"
    )
    assert cues[1:] == ["1\t00:00:02,000\t00:00:04,500\tHello you", "2\t00:00:06,000\t00:00:07,000\tBye"]
    assert entries("just a text", "srt") == []


def test_what_an_archive_holds() -> None:
    found = members(LISTING)
    assert of_members("Which file in it is the largest?", "photos.zip", found) == "summer/dunes.jpg"
    assert of_members("How many files does photos.zip hold?", "photos.zip", found) == "2"
    assert of_members("How large is pier.jpg in photos.zip?", "photos.zip", found) == "3000 bytes"
    assert of_members("How large is boat.jpg in photos.zip?", "photos.zip", found) == ""


def test_a_property_is_asked_for_only_where_nothing_else_is() -> None:
    report, song = File("/home/user/Shared/report.pdf"), File("/home/user/Shared/tone.ogg")
    author = property_in("Who is given as its author in the document's properties?")
    assert author is not None
    assert about_itself("report.pdf is open. Who is given as its author in the document's properties?", author, report)
    assert not about_itself("Who is the author of the book about whales in report.pdf?", author, report)
    changed = property_in("On what date was notes.txt in it last changed?")
    assert changed is not None
    assert not about_itself(
        "On what date was notes.txt in it last changed?", changed, File("/home/user/Shared/backup.tar.gz")
    )
    long = property_in("tone.ogg の長さを秒で教えてください。")
    assert long is not None
    assert about_itself("tone.ogg の長さを秒で教えてください。", long, song)


def test_what_tools_say_is_read() -> None:
    said = "codec_name=vorbis\nsample_rate=44100\nduration=37.000000\nTAG:title=Tone\nduration=37.000000\n"
    assert media_told(said, "duration") == "0:37 (37.0 s)"
    assert media_told(said, "sample_rate") == "44100 Hz"
    assert media_told(said, "album") == ""
    assert fonts_in("name type\n------------- ----\nABCDEF+Lora Type 1\nLora-Bold TrueType\n") == ["Lora", "Lora-Bold"]


def test_when_a_picture_was_taken() -> None:
    taken = b"2024:03:09 10:20:30\0"
    head = struct.pack("<2sHI", b"II", 42, 8)
    first = struct.pack("<HHHII", 1, 0x8769, 4, 1, 26) + struct.pack("<I", 0)
    deeper = struct.pack("<HHHII", 1, 0x9003, 2, len(taken), 44) + struct.pack("<I", 0)
    assert exif_in(b"\xff\xd8" + b"Exif\0\0" + head + first + deeper + taken)["taken"] == "2024-03-09 10:20:30"
    assert exif_in(b"\xff\xd8 nothing") == {}


def test_one_sheet_is_told_from_another() -> None:
    def table(name: str, rent: int) -> str:
        cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
        row = f"<table:table-row>{cell.format('家賃')}{cell.format(rent)}</table:table-row>"
        return f'<table:table table:name="{name}">{row}</table:table>'

    book = f"<office:body>{table('4月', 61000)}{table('5月', 64500)}</office:body>".encode()
    assert sheets_in(book, "fods") == [("4月", ["家賃\t61000"]), ("5月", ["家賃\t64500"])]


def test_a_number_that_is_called_nothing_is_not_the_work_number() -> None:
    shown = ["Emil Novak  emil@novak.example  030 111 222", "Rosa Tanaka  rosa@tanaka.example  030 333 444"]
    question = "What is the work phone number of Rosa Tanaka?"
    assert answer(question, shown) is None
    assert answer("What is the phone number of Rosa Tanaka?", shown) is not None
    book = ["[0]", "name=Emil Novak", "phone=030 111 222", "work phone=030 555 100"]
    book += ["[1]", "name=Rosa Tanaka", "phone=030 333 444", "work phone=030 777 900"]
    found = answer(question, book)
    assert found is not None
    assert found.text == "work phone=030 777 900"


def test_the_address_of_a_bookmark() -> None:
    book = '<xbel version="1.0"><folder><title>生活</title><bookmark href="https://k.example/today"><title>気象台</title></bookmark></folder>'
    book += '<bookmark href="https://b.example/"><title>バス時刻表</title></bookmark></xbel>'
    found = answer("「気象台」のアドレス(URL)は何ですか。", entries(book, "xml"))
    assert found is not None
    assert found.text == "https://k.example/today"
    assert answer("「気象台」のアドレス(URL)は何ですか。", ["気象台", "バス時刻表"]) is None
