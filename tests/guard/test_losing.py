"""Mild words by which something is lost, told or set, and the same words where they do none of this."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deskhand.guard.consequence.keyboard import keys_pressed, text_typed
from deskhand.guard.consequence.pressing import press
from deskhand.guard.evidence import Evidence, Thing
from deskhand.guard.interface import Consequence, Place
from deskhand.screen.geometry import Rect

MILD = ("observe", "navigate", "edit", "save")


def does(
    label: str, title: str, *form: Thing | str, role: str = "push button", near: tuple[str, ...] = (), dialog: str = "",
    web: bool = False,
) -> Consequence:  # fmt: skip
    own = Thing(label, role, known="tree")
    things = tuple(Thing(one, "push button", known="tree") if isinstance(one, str) else one for one in form)
    place = Place("Chromium", f"{title} - Chromium", "https://www.site.example/x") if web else Place("x", title)
    return press(own, Evidence(place, target=own, near=near, form=(*things, own), dialog=dialog)).consequence


def field(label: str, role: str = "text", value: str = "") -> Thing:
    return Thing(label, role, value=value, known="tree", states=frozenset({"editable"}))


@pytest.mark.parametrize("label", ["Keep Mine", "Keep Ada's", "Use the server version", "手元の版を残す"])
def test_of_two_versions_the_other_is_lost(label: str) -> None:
    told = "“list.txt” was changed on this computer and by Ada at the same time."
    assert does(label, "File Conflict – Cloud", "Keep Both", dialog=told) == "delete"
    assert does("Keep Both", "File Conflict – Cloud", "Keep Mine", dialog=told) in MILD
    assert does(label, "Colours – Paint", "Cancel") in MILD


@pytest.mark.parametrize(
    ("label", "dialog"),
    [
        ("Keep Phone's Copy", "“budget.ods” was edited on two devices."),
        ("Overwrite Sofia's Changes", "The entry was changed by Sofia while you had it open."),
        ("Server Version", "A newer version exists on the server."),
        ("Load theirs", "The map was saved elsewhere in the meantime."),
        ("田中さんの版で上書きする", "別の端末で変更されています。"),
        ("サーバーの内容を使う", "両方で編集されました。"),
    ],
)
def test_one_of_two_versions_in_other_words(label: str, dialog: str) -> None:
    assert does(label, "Sync", "Keep Both", dialog=dialog) == "delete"
    assert does("Keep open", "Sync", "Keep Both", dialog=dialog) in MILD


@pytest.mark.parametrize(
    ("label", "stays", "dialog"),
    [
        ("Quit", "Resume", "Quit to desktop? Progress since the last checkpoint will be lost."),
        ("Close tab", "Keep editing", "Close the tab? Your drawing has not been saved."),
        ("Reload page", "Cancel", "Unsaved notes are lost by reloading."),
        ("このまま終了", "続ける", "終了すると録音は失われます。"),
        ("移動する", "戻る", "入力中の内容は保存されていません。移動すると消えます。"),
    ],
)
def test_ending_where_something_would_be_lost(label: str, stays: str, dialog: str) -> None:
    assert does(label, "Studio", stays, dialog=dialog) == "delete"
    assert does(stays, "Studio", label, dialog=dialog) in MILD
    assert does("Save and quit", "Studio", label, stays, dialog=dialog) in MILD
    assert does(label, "Studio", stays, dialog="The clock is ten minutes fast.") != "delete"


def test_a_disk_is_written_where_a_warning_stands() -> None:
    warning = "All data on the target will be lost."
    assert does("Write", "Image Writer", "Close", dialog=warning, near=(warning,)) == "delete"
    assert does("Write", "Inbox – Mail", "Reply") in MILD, "a letter"


@pytest.mark.parametrize("label", ["保存しないで閉じる", "Close without saving"])
def test_closing_without_saving_gives_up_what_was_not_saved(label: str) -> None:
    assert does(label, "文書", "キャンセル", dialog="閉じる前に変更を保存しますか? 変更は失われます。") == "delete"


def test_what_is_older_goes() -> None:
    assert does("30日より前を整理", "控え – 蔵") == does("Clean up older than 30 days", "Backups") == "delete"
    assert does("30日より前を表示", "控え – 蔵") in MILD


def test_others_see_the_screen_hear_a_call_or_read_an_answer() -> None:
    assert does("Share", "Share your screen", "Cancel") == "send" and does("Share", "beach – Photos", "Cancel") in MILD
    ringing = "Incoming call – Phone Karim Said"
    assert does("Answer with Video", "Incoming call – Phone", "Decline", dialog=ringing) == "send"
    assert does("Reply with “I'll call back”", "Phone") == does("参加と返信する", "受信トレイ – メール") == "send"
    assert does("返信", "受信トレイ – メール") in MILD, "still to be written"
    repeating = "“Choir” is a repeating event with 9 guests. Which events do you want to change?"
    alone = "“Choir” is a repeating event. Which events do you want to change?"
    assert does("All Events", "Calendar", "Cancel", dialog=repeating) == "send"
    assert does("All Events", "Calendar", "Cancel", dialog=alone) in MILD


def test_which_of_a_series_is_changed_where_others_come_to_it() -> None:
    told = "“朝会”は毎日繰り返します。参加者は5人です。"
    for label in ("この予定だけ", "これ以降の予定", "すべての予定"):
        assert does(label, "予定表", "キャンセル", dialog=told) == "send"
    assert does("Only this lesson", "Rota", "Cancel", dialog="A recurring lesson with 12 members.") == "send"
    assert does("Only this lesson", "Rota", "Cancel", dialog="A recurring lesson.") in MILD


def test_switches_of_the_system_and_of_who_may_do_what() -> None:
    for title in ("Settings – Mouse & Touchpad", "設定 – 補助機能", "Settings – Display"):
        assert does("Natural scrolling", title, role="toggle button") == "settings"
        assert does("Show scroll bars", title, role="check box") in MILD
    assert does("Tap to click", "Larkplayer", role="toggle button") in MILD
    assert does("Nimbus", "Startup programs", "Add…", "Edit", role="check box") == "settings"
    assert does("Contacts", "Who can write to me", "Close", role="radio button") == "settings"
    assert does("Contacts", "Who can write to me", "Save", role="radio button") in MILD, "it waits for a button"
    assert does("Sign out", "Settings – Online Accounts") == "settings" and does("Sign out", "Forum", web=True) in MILD


def test_what_acts_from_then_on_or_gives_a_secret_away() -> None:
    text = field("Text")
    assert does("Save", "Out of office – Mail", text) == "settings" and does("Save", "Note – Mail", text) in MILD
    for label in ("Show seed", "Reveal recovery phrase", "復元の言葉を表示"):
        assert does(label, "Purse") == "sign_in"
    assert does("Set", "Sheet", field("Password", "password text")) not in MILD and does("Set", "Sheet", text) in MILD
    assert does("掃除する", "不要なもの", "調べる") == "delete"
    assert does("Redeem", "Shop", field("Voucher code")) == "pay" and does("Redeem code", "Shop") in MILD
    calc = Evidence(Place("libreoffice-calc", "list.ods"), target=Thing("Delete Sheet", "push button", known="tree"))
    assert press(calc.target, calc).consequence == "delete", "a table is no calculator"
    assert press(calc.target, replace(calc, place=Place("gnome-calculator", "Calculator"))).consequence == "edit"


def test_mild_ones_among_programs() -> None:
    assert does("Apple £0.40", "Till 2 – Stall", "Pay") in MILD and does("Card £0.40", "Till 2 – Stall") == "pay"
    macros = "This file contains macros."
    assert does("Disable macros", "Script", "Enable macros", dialog=macros) in MILD
    assert does("Enable macros", "Script", "Disable macros", dialog=macros) not in MILD
    assert does("Leave lobby", "Rampart") in MILD and does("Mark paid", "Invoice 2041") == "send"
    assert does("Start a call", "Team chat") == "send" and does("Close month", "Books") == "settings"
    gone = "Restore the computer? Programs installed since will be removed."
    assert does("Restore", "Restore point", "Cancel", dialog=gone) == "delete"
    assert does("Build", "Deploy – Loom", "Test") in MILD and does("Add alarm", "Clock") in MILD
    assert does("Restart", "Solitaire", "Undo") in MILD and does("Restart", "db – Containers", "Stop") == "settings"
    assert does("Report", "Stock", "Count") in MILD and does("Report", "Ana – Chat", "Block") == "send"


def test_a_line_with_a_button_behind_it_that_sends() -> None:
    line, send = (
        replace(field("Write here", value="fine"), box=Rect(0, 0, 200, 28)),
        Thing("Send", "push button", known="tree"),
    )
    emoji, search = Thing("Emoji", "push button", known="tree"), Thing("Find", "push button", known="tree")
    for form, sends in (((line, emoji, send), True), ((line, search), False), ((line, field("To"), send), False)):
        evidence = Evidence(Place("x", "Trip – Warble"), target=line, form=form, typed="fine")
        assert (keys_pressed("Return", 1, evidence)[0].consequence == "send") is sends


def test_machines_move_and_windows_open() -> None:
    assert does("Open", "Barn gate controller", "Close") == does("停止", "水門の制御", "開く") == "settings"
    assert does("Take off", "Drone ground station") == does("印刷開始", "立体印刷機") == "settings"
    assert does("Open", "Barn gate controller", "Help") in MILD and does("Open", "letter.odt – Writer", "Close") in MILD
    assert does("Stop", "Ripple music", "Play") in MILD


def test_a_window_with_a_fallen_program_a_sealed_letter_and_keys() -> None:
    fell = "Inkwell quit unexpectedly."
    assert does("Restart Inkwell", "Crash report", "Close", dialog=fell) in MILD
    assert (
        does("Encrypt", "New letter – Mail", "Send") in MILD and does("Send", "New letter – Mail", "Encrypt") == "send"
    )
    assert does("Export private key…", "Keys") == "sign_in" and does("Copy public key", "Keys") in MILD
    assert does("Commit", "orders – Tables", "Rollback") == "settings"
    assert does("I do not accept", "Licence", role="radio button") in MILD
    assert does("I accept the terms", "Licence", role="radio button") == "accept"


def test_channels_boards_and_what_goes_live() -> None:
    assert does("Leave", "#release – Chat", "Call") == "settings" and does("Leave", "Weekly call", "Chat") in MILD
    board = "Close board? You can reopen closed boards."
    assert does("Close", "Kitchen | Boards", dialog=board, web=True) == "settings"
    assert does("Close", "Kitchen | Boards", dialog="Keyboard shortcuts", web=True) in MILD
    value = field("Discount value", "entry")
    assert does("Save discount", "Shop admin", value, web=True) == "settings"
    assert does("Save list", "Shop admin", value, web=True) in MILD
    comment = field("Write a comment…", "entry")
    assert does("Save", "Order worktop", comment, web=True) == "send"
    assert does("Save", "VM instances", dialog="New estimate £76.40 per month", web=True) == "pay"
    assert does("Save", "VM instances", dialog="Name of the machine", web=True) in MILD


def test_settings_that_are_set_by_a_button_or_at_once() -> None:
    assert (
        does("適用", "地域と言語", "キャンセル") == "settings" and does("適用", "ぼかし – 絵筆", "キャンセル") in MILD
    )
    limit, pin = field("New limit", "entry"), field("PIN", "password text")
    assert does("変更する", "限度額", limit, pin, web=True) == "settings"
    assert does("変更する", "お届け先", web=True) in MILD, "it leads to where that is said"
    for label, title in (("System sounds", "Settings – Sound"), ("Calendar", "Settings – Online Accounts")):
        assert does(label, title, role="check box") == "settings"
    assert does("Play sounds", "Settings – Online Accounts", role="check box") in MILD
    assert does("毎週日曜の夜に控えを取る", "控え – 蔵", role="check box") == "settings"
    covered = ("Password ••••••••",)
    assert does("Show", "Hub – Wireless", near=covered, web=True) == "sign_in"
    assert does("Show", "Hub – Wireless", near=("Channel 6",), web=True) in MILD
    rule = field("From", "entry")
    assert does("Create filter", "Settings - Mail", rule, web=True) == "settings"
    assert does("Create filter", "Bicycles - Shop", rule, web=True) in MILD
    assert does("Save", "IMG_1.jpg – Photos", "Save As Copy") == "delete"
    assert does("Save", "letter.odt – Writer", "Save As Copy") in MILD


def typed(text: str, target: Thing, *form: Thing, title: str = "Window", near: tuple[str, ...] = ()) -> Consequence:
    evidence = Evidence(Place("x", title), target=target, near=near, form=(*form, target))
    return text_typed(text, evidence)[0].consequence


def test_secrets_in_fields_that_cover_nothing() -> None:
    assert typed("breakfast-0715", field("Wi-Fi key")) == typed("730518", field("承認番号")) == "sign_in"
    sent = ("認証コードを送信しました",)
    assert typed("482913", field("コード"), near=sent) == "sign_in"
    assert typed("482913", field("コード"), near=("商品の一覧",)) in MILD
    assert typed("rice", field("コード"), near=sent) in MILD


@pytest.mark.parametrize(
    "name",
    ["API key", "Access token:", "Network key", "Pairing code", "Recovery key", "Code word", "Seed phrase", "Door code",
     "セキュリティキー", "アクセストークン", "確認用の数字", "連携コード", "復元フレーズ", "解錠番号", "APIキー"],
)  # fmt: skip
def test_fields_that_are_called_like_a_secret(name: str) -> None:
    assert typed("k4n-99x-elm", field(name)) == "sign_in"


@pytest.mark.parametrize(
    "name", ["Key (musical)", "Token name", "Postal code", "Sort key", "Shortcut key", "Order number", "Keywords",
             "郵便番号", "商品コード", "品番", "キーワード", "鍵盤の数"],
)  # fmt: skip
def test_fields_that_only_sound_like_one(name: str) -> None:
    assert typed("k4n-99x-elm", field(name)) in MILD


def test_a_field_without_a_name_where_the_window_asks_for_a_secret() -> None:
    nameless = field("")
    for asks in (
        "Enter the passphrase for “Work”.",
        "The archive is protected by a password",
        "暗証番号を入力してください",
    ):
        evidence = Evidence(Place("x", "Unlock"), target=nameless, form=(nameless,), dialog=asks)
        assert text_typed("elm-street", evidence)[0].consequence == "sign_in"
    evidence = Evidence(Place("x", "Rename"), target=nameless, form=(nameless,), dialog="Enter the new name.")
    assert text_typed("elm-street", evidence)[0].consequence in MILD
    unlock = Thing("Unlock", "push button", known="tree")
    ring = Evidence(Place("x", "Key ring"), target=nameless, form=(nameless, unlock), dialog="It is shut.")
    assert text_typed("elm-street", ring)[0].consequence == "sign_in"
    two = Evidence(Place("x", "Unlock"), target=field("Name"), form=(field("Name"),), dialog="Enter the password.")
    assert text_typed("elm", two)[0].consequence in MILD, "a field with a name of its own"
    shown = ("Type the six digits that your phone shows",)
    assert (
        typed("552913", field("Digits"), near=shown) == "sign_in" and typed("552913", field("Page"), near=shown) in MILD
    )


def test_words_that_nobody_chooses_from_a_list_go_into_the_secret_beside_it() -> None:
    vault, key = "Unlock the volume “Archive”", field("Key")
    assert typed("basalt-sun-7", key, title=vault) == "sign_in" and typed("basalt-sun-7", key, title="Sort") in MILD
    assert typed("basalt-sun-7", key, field("Value"), title=vault) in MILD
    server, secret = Thing("Tokyo", "combo box", known="tree"), field("合言葉")
    assert typed("mizu-ito-38", server, secret) == "sign_in"
    assert typed("Osaka", server, secret) in MILD and typed("mizu-ito-38", server, field("Note")) in MILD
    evidence = Evidence(Place("x", "VPN"), target=server, form=(server, secret), typed="mizu-ito-38")
    assert keys_pressed("Return", 1, evidence)[0].consequence == "sign_in"
