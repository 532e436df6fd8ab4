"""Finding a text although the reading is off: tables of what must match, what must not, and where."""

import pytest

from deskhand.screen.geometry import Point, Rect, Size
from deskhand.vision.match import find, similarity
from deskhand.vision.scene import Scene, TextLine


def line(text: str, x: int = 0, y: int = 0) -> TextLine:
    """A line of characters 10 pixels wide and 12 high."""
    spans = tuple((x + 10 * i, x + 10 * i + 8) for i in range(len(text)))
    return TextLine(text, Rect(x, y, 10 * len(text), 12), 1.0, spans)


def scene(*lines: TextLine) -> Scene:
    return Scene(Size(1280, 800), lines, ())


@pytest.mark.parametrize(
    ("wanted", "read", "least"),
    [
        ("Save", "Save", 1.0),
        ("save", "SAVE", 0.97),
        ("Save As...", "Save As…", 0.97),
        ("Save As", "Save As...", 0.95),
        ("ファイル", "ファイル(F)", 0.95),
        ("_File", "File", 0.97),
        ("Ｓａｖｅ", "Save", 0.97),
        ("サイズ", "ｻｲｽﾞ", 0.97),
        ("Illegal", "IllegaI", 0.93),
        ("OK", "0K", 0.93),
        ("キャンセル", "キヤンセル", 0.93),
        ("データ", "デ一タ", 0.93),
        ("開く", "开く", 0.93),
        ("1234 × 5678", "1234x5678", 0.93),
        ("don't", "don’t", 0.93),
        ("Preferences", "Preferenoes", 0.8),
        ("Untitled 1 - Mousepad", "Untitled 1-Mousepad", 0.97),
    ],
)
def test_misreadings_are_the_same_text(wanted: str, read: str, least: float) -> None:
    assert similarity(wanted, read) >= least
    assert similarity(read, wanted) == similarity(wanted, read)


@pytest.mark.parametrize(
    ("wanted", "read"),
    [
        ("Save", "Safe"),
        ("Cut", "Copy"),
        ("7", "1"),
        ("page 2", "page 3"),
        ("保存", "検索"),
        ("はい", "いいえ"),
    ],
)
def test_other_words_are_not(wanted: str, read: str) -> None:
    best = find(scene(line(read)), wanted, at_least=0.9)
    assert best == ()


def test_only_equal_texts_score_one() -> None:
    assert similarity("Save", "Save") == 1.0
    assert similarity("Save", "save") < 1.0
    assert similarity("", "") == 1.0
    assert similarity("Save", "") == 0.0


def test_a_phrase_inside_a_line_has_its_own_pixels() -> None:
    (best, *_) = find(scene(line("Save  Save As...  Close", x=100, y=50)), "Save As")
    assert (best.text, best.box, best.whole) == ("Save As", Rect(160, 50, 68, 12), False)


def test_every_place_is_found_the_best_first_then_in_reading_order() -> None:
    matches = find(scene(line("save it", y=0), line("Save", y=20), line("Save All Save", y=40)), "Save")
    assert [(m.text, m.box.y, m.box.x) for m in matches] == [
        ("Save", 20, 0),
        ("Save", 40, 0),
        ("Save", 40, 90),
        ("save", 0, 0),
    ]
    assert [m.score for m in matches] == sorted((m.score for m in matches), reverse=True)


def test_part_of_a_word_scores_less_than_a_word() -> None:
    found = find(scene(line("Unsaved"), line("Document saved", y=20)), "saved", at_least=0.5)
    assert [m.box.y for m in found] == [20, 0]


def test_japanese_has_no_word_edges() -> None:
    (best, *_) = find(scene(line("名前を付けて保存")), "保存")
    assert best.score > 0.9
    assert best.box.x == 60


def test_a_phrase_that_the_detector_cut_in_two() -> None:
    (best, *_) = find(scene(line("Save", x=0), line("As...", x=48)), "Save As")
    assert best.box.contains(Point(60, 5)) and best.box.contains(Point(5, 5))


def test_within_keeps_to_a_part_of_the_screen() -> None:
    shown = scene(line("OK", y=10), line("OK", y=500))
    (only,) = find(shown, "OK", within=Rect(0, 400, 1280, 400))
    assert only.box.y == 500


def test_nothing_is_not_found_everywhere() -> None:
    assert find(scene(line("Save")), "") == ()
    assert find(scene(line("Save")), "  ") == ()
    assert find(scene(), "Save") == ()


def test_words_of_a_line_have_boxes() -> None:
    words = line("File Edit  View", x=7).words
    assert [(w.text, w.box.x, w.box.width) for w in words] == [("File", 7, 38), ("Edit", 57, 38), ("View", 117, 38)]


def test_a_label_in_two_lines_is_one() -> None:
    broken = scene(line("Date of", 10, 10), line("From", 200, 10), line("birth *", 10, 30))
    found = find(broken, "Date of birth")
    assert found[0].box == Rect(10, 10, 70, 32)
    assert find(scene(line("Date of", 10, 10), line("birth", 300, 30)), "Date of birth", at_least=0.9) == ()


def test_a_kanji_alone_is_rather_meant_than_one_of_a_word() -> None:
    found = find(scene(line("隠しファイルを表示", 0, 40), line("挿入 表 画像", 0, 0)), "表")
    assert found[0].box.y == 0


def test_a_field_s_colon_is_no_part_of_its_name() -> None:
    assert find(scene(line("File name:")), "File name")[0].whole
