"""Reading real screens: programs on our own desktop, as ``make_screens.py`` kept them."""

import threading
from pathlib import Path

import cv2
import numpy as np
import pytest

from deskhand.screen.geometry import Point, Rect
from deskhand.vision import weights
from deskhand.vision.change import changed_areas
from deskhand.vision.errors import VisionError
from deskhand.vision.match import find
from deskhand.vision.picture import Picture, as_picture
from deskhand.vision.read import Reader
from deskhand.vision.scene import Scene

SCREENS = Path(__file__).parent / "screens"


def screen(name: str) -> Picture:
    return as_picture((SCREENS / f"{name}.png").read_bytes())


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def texts(scene: Scene) -> list[str]:
    return [line.text for line in scene.texts]


def test_a_calculators_display_and_all_its_keys(reader: Reader) -> None:
    scene = reader.read(screen("calculator"))
    display = next(line for line in scene.texts if line.box.height > 20)
    assert display.text == "7006652"
    keys = ("C", "AC", "<-", "sqrt", *"()789/456*%123-=0.+", "+/-")
    found = [line.text for line in scene.texts if line.box.y > 150]
    assert [key for key in keys if key not in found] == []
    # every key is a bordered box around its label
    seven = next(line for line in scene.texts if line.text == "7" and line.box.y > 150)
    assert any(w.kind == "box" and 40 < w.box.width < 80 and w.box.contains(seven.box.center) for w in scene.widgets)
    assert {w.mark for w in scene.widgets if w.kind == "icon" and w.box.y < 45} >= {"×", "□"}


def test_a_menu_with_shortcuts_and_mnemonics(reader: Reader) -> None:
    scene = reader.read(screen("menu"))
    for wanted in ("New Window", "Open...", "Save", "Save As...", "Print...", "Close Window", "Quit", "Shift+Ctrl+S"):
        assert wanted in texts(scene)
    bar = [find(scene, name)[0].box for name in ("File", "Edit", "Search", "View", "Document", "Help")]
    assert [box.x for box in bar] == sorted(box.x for box in bar)
    assert all(abs(box.center.y - bar[0].center.y) <= 3 and box.width < 80 for box in bar)


def test_a_save_dialog(reader: Reader) -> None:
    scene = reader.read(screen("save_as"))
    for wanted in ("Save As", "Name:", "Home", "Documents", "Downloads", "Cancel", "Save", "Encoding:"):
        assert wanted in texts(scene)
    label = find(scene, "Name:")[0].box
    field = [w.box for w in scene.widgets if w.kind == "box" and w.box.y < label.center.y < w.box.bottom]
    assert any(box.width > 900 and box.x > label.right for box in field)
    # folders beside their names are icons, not check boxes
    assert [w for w in scene.widgets if w.kind in ("checkbox", "radio")] == []


def test_a_terminal(reader: Reader) -> None:
    scene = reader.read(screen("terminal"))
    read = "\n".join(texts(scene))
    for wanted in ("7006652", "total 64", "Xsession.options", "rgb.txt", "lrwxrwxrwx", "-> ../xdg/openbox"):
        assert wanted in read
    assert read.count("root root") >= 13


def test_a_form_with_toggles_and_japanese(reader: Reader) -> None:
    scene = reader.read(screen("form"))
    toggles = sorted(
        ((w.box.y, w.box.x, w.kind, w.checked) for w in scene.widgets if w.kind in ("checkbox", "radio")),
    )
    assert [(kind, on) for _, _, kind, on in toggles] == [
        ("checkbox", True),
        ("checkbox", False),
        ("radio", True),
        ("radio", False),
        ("checkbox", False),
    ]
    english = ("Send me the letter", "Express shipping", "Submit order", "192.168.0.1", "1,234.56")
    for wanted in (*english, "名前を付けて保存", "利用規約に同意する", "検索と置換", "開く"):
        assert find(scene, wanted, at_least=0.9), wanted
    # the label begins right of its box, so that the two can be told apart
    label = find(scene, "Send me the letter")[0].box
    assert label.x > toggles[0][1] + 14


def _is_nearly(one: Rect, other: Rect) -> bool:
    edges = ((one.x, other.x), (one.y, other.y), (one.right, other.right), (one.bottom, other.bottom))
    return all(abs(a - b) <= 3 for a, b in edges)


def test_reading_on_is_the_same_as_reading_afresh(reader: Reader) -> None:
    first = Reader()
    first.read(screen("calculator_before"))
    went_on = first.read(screen("calculator"))
    afresh = reader.read(screen("calculator"))
    assert texts(went_on) == texts(afresh)
    # The network sees a part with less around it: its boxes may differ by a pixel, and a guess at the threshold.
    here, there = [w.box for w in went_on.widgets], [w.box for w in afresh.widgets]
    for one, other in ((here, there), (there, here)):
        known = [box for box in one if any(_is_nearly(box, twin) for twin in other)]
        assert len(known) >= 0.95 * len(one)


def test_an_unchanged_picture_is_not_read_again(reader: Reader) -> None:
    picture = screen("calculator")
    assert reader.read(picture) is reader.read(picture.copy())


def test_a_part_is_read_where_it_stands_and_leaves_the_rest_alone(reader: Reader) -> None:
    picture = screen("form")
    whole = reader.read(picture)
    line = max(whole.texts, key=lambda line: line.box.width)
    part = reader.read_part(picture, line.box.grow(6), 2)
    found = min(part.texts, key=lambda other: abs(other.box.center.x - line.box.center.x))
    assert found.text == line.text
    assert abs(found.box.x - line.box.x) <= 8
    assert abs(found.box.center.y - line.box.center.y) <= 4
    assert part.size == whole.size
    assert reader.read(picture) is whole


def test_a_pointer_over_a_text_does_not_hide_it(reader: Reader) -> None:
    picture = screen("form")
    before = reader.read(picture)
    spot = find(before, "Submit order")[0].box.center
    covered = picture.copy()
    arrow = [(0, 0), (0, 16), (4, 12), (7, 18), (9, 17), (6, 11), (11, 11)]
    cv2.fillPoly(covered, [np.array([(spot.x + x, spot.y + y) for x, y in arrow], np.int32)], (0, 0, 0))
    assert reader.read(covered, pointer=spot) is before
    # but what really changed there is seen
    replaced = picture.copy()
    replaced[spot.y - 30 : spot.y + 30, spot.x - 70 : spot.x + 70] = 255
    assert not find(reader.read(replaced, pointer=spot), "Submit order")


def test_changed_areas_cover_the_change_and_cut_no_line() -> None:
    before = np.full((200, 300, 3), 255, np.uint8)
    after = before.copy()
    after[50:60, 40:48] = 0
    after[150, 290] = 0
    lines = [Rect(30, 48, 120, 14), Rect(10, 100, 50, 10)]
    areas = changed_areas(before, after, lines)
    assert any(a.intersect(Rect(40, 50, 8, 10)) == Rect(40, 50, 8, 10) for a in areas)
    assert any(a.contains(Point(290, 150)) for a in areas)
    for area in areas:
        for box in lines:
            assert area.intersect(box) in (None, box)
    assert changed_areas(before, before.copy(), lines) == []


def test_two_threads_may_read_at_once() -> None:
    reader = Reader()
    results: list[list[str]] = []
    pictures = [screen("calculator_before")] * 2
    threads = [threading.Thread(target=lambda p=p: results.append(texts(reader.read(p)))) for p in pictures]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(results) == 2
    assert results[0] == results[1]
    assert "567" in results[0]


@pytest.mark.parametrize("bad", [b"", b"not a picture", np.zeros((0, 5, 3), np.uint8), np.zeros((4, 4, 2), np.uint8)])
def test_what_is_no_picture_is_refused_in_a_sentence(reader: Reader, bad: Picture | bytes) -> None:
    with pytest.raises(VisionError, match="picture"):
        reader.read(bad)


@pytest.mark.parametrize("shape", [(1, 1, 3), (3, 900, 3), (40, 40, 3)])
def test_pictures_without_text_are_empty(shape: tuple[int, ...]) -> None:
    assert Reader().read(np.full(shape, 128, np.uint8)).texts == ()


def test_all_readers_of_a_process_share_the_networks():
    """One reader more must not cost another 170 MB: a run has several, a server many runs."""
    assert weights.load("det", 2) is weights.load("det", 2)
