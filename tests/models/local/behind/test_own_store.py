"""Where a program keeps its own entries, and how much room folders take."""

from deskhand.models.local.behind.answering import answered
from deskhand.models.local.behind.asking import asked
from deskhand.models.local.behind.file import File, given
from deskhand.models.local.behind.machine import told_of
from deskhand.models.local.behind.own_store import best_of, folders_of, within
from deskhand.models.local.behind.space import of_space, utmost


def test_a_folder_that_is_called_like_the_program_is_its_own() -> None:
    there = [
        "/home/user/.abook",
        "/home/user/.config",
        "/home/user/.config/dconf",
        "/home/user/.local/share/gnome-clocks",
    ]
    assert folders_of("abook is open in the terminal. What is …", there) == ["/home/user/.abook"]
    assert folders_of("GNOME Clocks で…", there) == ["/home/user/.local/share/gnome-clocks"]
    assert folders_of("What stands there?", there) == []


def test_the_file_that_has_most_of_the_words_is_read() -> None:
    hits = ["/home/user/.a/book:Tanaka", "/home/user/.a/book:phone", "/home/user/.a/rc:phone", "/home/user/.a/rc:PHONE"]
    assert [file.path for file in best_of(hits)] == ["/home/user/.a/book"]
    assert best_of([]) == []


def test_the_largest_folder_is_asked_for() -> None:
    assert of_space("Which folder takes the most space in Baobab?")
    assert of_space("いちばん容量の大きいフォルダーはどれですか。")
    assert not of_space("Which folder has the file notes.txt?")
    assert not of_space("Which file in it is the largest?")


def test_the_folder_itself_is_none_of_those_in_it() -> None:
    rows = ["300\t/home/user/P/a", "1500\t/home/user/P/b c", "1900\t/home/user/P"]
    assert utmost("Which folder is the largest?", rows, "/home/user/P") == "b c"
    assert utmost("Which folder is the smallest?", rows, "/home/user/P") == "a"
    assert utmost("Which folder is the largest?", ["5\t/x/a", "5\t/x/b"], "/x") == ""


def test_the_file_that_a_program_was_started_with() -> None:
    processes = [
        "/usr/bin/python3 /usr/bin/pympress /home/user/Shared/talk.pdf",
        "gnome-font-viewer /usr/share/fonts/truetype/a.ttf",
        "mousepad /home/user/Shared/notes.txt",
    ]
    assert given(processes, "Which version has the font in GNOME Font Viewer?")[0] == (
        "/usr/share/fonts/truetype/a.ttf",
    )
    assert given(processes, "What stands there?")[0] == ()
    assert given(processes, "pympress で…")[0] == ("/home/user/Shared/talk.pdf",)
    assert given(processes, "")[1] == ("/home/user/Shared/talk.pdf", "/home/user/Shared/notes.txt")


def test_a_process_is_told_of() -> None:
    rows = [
        ["12", "user", "0.5", "900", "slideshow"],
        ["15", "user", "2.0", "5000", "xterm"],
        ["16", "user", "0.1", "40", "sleep"],
    ]
    assert told_of("Which process uses the most memory?", None, rows) == "xterm"
    assert told_of("How many processes named sleep are running?", None, rows) == "1"
    question = "What is the PID of the process slideshow?"
    assert told_of(question, asked(question), rows) == "12"
    question = "What is the PID of the process rocket?"
    assert told_of(question, asked(question), rows) == ""


def test_a_file_is_about_what_it_is_called() -> None:
    rows = ["## Okonomiyaki", "### Ingredients", "- 220 g cabbage", "- 120 g flour", "- 2 eggs", "Mix and fry."]
    wanted = asked("Tell me how much flour the Okonomiyaki needs.")
    assert wanted is not None
    found = answered(within(wanted, File("/home/user/Shared/recipes/okonomiyaki.md"), rows), rows)
    assert found is not None
    assert found.text == "- 120 g flour"
