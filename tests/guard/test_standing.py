"""What holds at once, what others are told by, and letters that a terminal's question gives a meaning to."""

from __future__ import annotations

import pytest

from deskhand.guard.consequence import terminal
from deskhand.guard.consequence.keyboard import keys_pressed, text_typed
from deskhand.guard.consequence.pressing import press
from deskhand.guard.consequence.sentences import Deed
from deskhand.guard.evidence import Evidence, Thing
from deskhand.guard.interface import Consequence, Place
from deskhand.screen.geometry import Rect

MILD = ("observe", "navigate", "edit", "save")


def pressed(
    label: str, title: str, *form: Thing | str, role: str = "push button", near: tuple[str, ...] = (), dialog: str = "",
    web: bool = False,
) -> Consequence:  # fmt: skip
    own = Thing(label, role, known="tree")
    things = tuple(Thing(one, "push button", known="tree") if isinstance(one, str) else one for one in form)
    place = Place("Chromium", f"{title} - Chromium", "https://www.site.example/x") if web else Place("x", title)
    return press(own, Evidence(place, target=own, near=near, form=(*things, own), dialog=dialog)).consequence


def ticked(label: str, title: str, *after: str, role: str = "check box", web: bool = False) -> Consequence:
    own = Thing(label, role, known="tree")
    place = Place("Chromium", f"{title} - Chromium", "https://www.site.example/x") if web else Place("x", title)
    buttons = tuple(Thing(one, "push button", known="tree") for one in after)
    return press(own, Evidence(place, target=own, form=(own, *buttons))).consequence


@pytest.mark.parametrize(
    ("label", "title"),
    [("Do Not Disturb", "Settings – Notifications"), ("Dim when idle", "Power"), ("夜間モード", "設定 – ディスプレイ"),
     ("Proprietary drivers", "Software & Updates"), ("Move to folder", "Message Filters – Larkmail")],
)  # fmt: skip
def test_a_switch_of_the_systems_settings_sets_at_once(label: str, title: str) -> None:
    assert ticked(label, title) == ticked(label, title, role="toggle button") == "settings"
    assert ticked(label, title, "Cancel", "OK") != "settings" or ticked(label, "Sketch") in MILD


def test_a_programs_own_looks_are_no_settings_of_the_system() -> None:
    assert ticked("Gapless playback", "Settings – Larkplayer") in MILD
    assert ticked("Show battery icon", "Power") in MILD, "how something looks"
    assert ticked("Portrait", "Displays", role="radio button") in MILD


def test_what_is_to_happen_from_now_on_waits_for_no_update() -> None:
    assert ticked("Download updates automatically", "Larder", "Update All") == "settings"
    assert ticked("更新を自動的にインストールする", "若葉", "今すぐ更新") == "settings"
    assert ticked("Restart automatically after installing", "Larder", "Update All") in MILD


def test_who_hides_something_in_a_form_waits_for_its_button() -> None:
    assert ticked("非公開", "予定の登録", "登録する", web=True) in MILD
    assert ticked("Hide my name publicly", "Donate", "Donate £25", web=True) in MILD


@pytest.mark.parametrize(
    ("label", "title", "does"),
    [("Mark as dispatched", "Orders – Reedshop", "send"), ("Exit group", "Weekend trip – Tansy", "settings"),
     ("Power Off…", "Larkdesk", "settings"), ("再起動…", "電源 – 設定", "settings"),
     ("上書き保存", "IMG_1.jpg – すずめ", "delete"), ("行を削除", "仕訳帳 – ふで帳簿", "delete"),
     ("Clear completed", "Household", "delete"), ("Keep anyway", "Downloads", "settings"),
     ("Apply to Enclosed Files", "Properties", "settings"), ("今日だけ延長", "見守り設定", "settings")],
)  # fmt: skip
def test_what_others_or_the_machine_hear_of_is_grave(label: str, title: str, does: Consequence) -> None:
    assert pressed(label, title, "Close") == does


@pytest.mark.parametrize(
    ("label", "title"),
    [
        ("上書き保存", "手紙.txt – すずめ"),
        ("行を削除", "手紙 – すずめ"),
        ("Mark as read", "Letters"),
    ],
)
def test_the_same_words_are_mild_elsewhere(label: str, title: str) -> None:
    assert pressed(label, title, "Close") in MILD


def test_what_stands_behind_a_field_is_set_by_its_button() -> None:
    comment = Thing("Write a comment…", "text area", known="tree")
    rights = Thing("arai の権限", "combo box", known="tree")
    assert pressed("Save", "Kitchen", comment, web=True) == "send" and pressed("Save", "Kitchen", web=True) in MILD
    assert pressed("変更", "利用者", rights, web=True) == "settings" and pressed("変更", "内容", web=True) in MILD
    assert pressed("Continue to cancel my plan", "Plan", role="link", web=True) == "delete"


def test_what_only_leads_somewhere_or_stays_here_is_free() -> None:
    assert pressed("Update Available (1)", "Plugins", role="link", web=True) == "navigate"
    assert pressed("署名", "メールの設定", role="link", web=True) == "navigate"
    assert pressed("スレッドで返信する", "#開発", web=True) in MILD
    assert pressed("Profit and Loss", "Invoices", role="menu item") in MILD
    assert pressed("Leave Meeting", "Standup", dialog="This meeting is being recorded") in MILD


def test_what_is_taken_out_or_gone_on_with_is_free() -> None:
    assert pressed("取消", "お申し込みの確認", role="link", near=("食器棚の数量",), web=True) == "edit"
    assert pressed("Remove one Spring rolls", "Basket", web=True) == "edit"
    assert pressed("再開する", "手続き", near=("児童手当（入力途中）",), web=True) == "navigate"
    assert pressed("継続する", "アカウント", near=("解約を確定",), web=True) == "navigate"


def test_a_board_of_many_is_closed_and_a_file_of_ones_own() -> None:
    assert pressed("Close project", "Roof – Planks", web=True) == "settings"
    assert pressed("Close project", "roof.c – Anvil", role="menu item") in MILD


def test_a_keeper_of_passwords_is_locked_freely_and_gives_nothing_out_unasked() -> None:
    kept = Thing("Password", "password text", value="••••••", known="tree")
    assert pressed("Lock vault", "Bank – Keep", kept, "Copy password") in MILD
    assert pressed("Export vault…", "Bank – Keep", kept, "Copy password") == "sign_in"


def test_keys_in_a_list_and_in_a_line_for_chatting() -> None:
    row = Thing("bill.pdf", "cell", known="tree")
    guess, _ = keys_pressed("shift+Delete", 1, Evidence(Place("x", "Downloads"), target=row))
    assert guess.consequence == "delete"
    line = Thing("チャット", "text", Rect(0, 0, 300, 30), known="tree")
    assert text_typed("見ました\n", Evidence(Place("x", "会議"), target=line))[0].consequence == "send"
    note = Thing("メモ", "text", Rect(0, 0, 300, 30), known="tree")
    assert text_typed("見ました\n", Evidence(Place("x", "会議"), target=note))[0].consequence == "edit"


@pytest.mark.parametrize(
    ("lines", "answer", "does"),
    [
        (("(s)end report, (v)iew report, (k)eep file, (c)ancel?",), "s", "send"),
        (("(s)end report, (v)iew report, (k)eep file, (c)ancel?",), "v", "navigate"),
        (("(s)end report, (v)iew report, (k)eep file, (c)ancel?",), "c", "navigate"),
        (("送信しますか? [はい=y / やめる=n] >",), "n", "navigate"),
        (("送信しますか? [はい=y / やめる=n] >",), "y", "send"),
        (("Y or I  : install the new version", "D     : show the differences", "a.conf (Y/I/N/D) ?"), "D", "navigate"),
        (("Y or I  : install the new version", "D     : show the differences", "a.conf (Y/I/N/D) ?"), "i", "install"),
        (("1) 一覧を表示", "2) すべて消去", "3) 中止", "番号:"), "2", "delete"),
        (("1) 一覧を表示", "2) すべて消去", "3) 中止", "番号:"), "3", "navigate"),
        (("[a.zip] receipt.pdf password:",), "fuji-hane-19", "sign_in"),
        (("user@desk:~$",), "w", "observe"),
    ],
)
@pytest.mark.parametrize("running", [(), ("./ask.sh",)])
def test_a_letter_means_what_the_question_says_of_it(
    lines: tuple[str, ...], answer: str, does: Consequence, running: tuple[str, ...]
) -> None:
    if lines[0].endswith("$") and running:
        return
    evidence = Evidence(Place("XTerm"), texts=lines, running=running)
    assert terminal.typed(f"{answer}\n", evidence, Deed("", ""))[0].consequence == does


@pytest.mark.parametrize(("last", "does"), [("Proceed? [y/N]: n", "navigate"), ("Delete all? [y/N]: y", "delete")])
def test_return_at_a_question_of_the_shell_gives_the_answer_that_stands_there(last: str, does: Consequence) -> None:
    evidence = Evidence(Place("XTerm"), texts=("Removing user gwen.", last))
    assert terminal.runs("", evidence, Deed("", ""))[0].consequence == does
