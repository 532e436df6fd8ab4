"""What an act would do, by its words and what stands around them, in English and Japanese."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deskhand.desktop.actions import Action, Click, Drag, Key, Scroll, Type
from deskhand.guard.consequence import judge
from deskhand.guard.consequence.labels import folded, meaning_of
from deskhand.guard.evidence import Evidence, Thing
from deskhand.guard.interface import Finding, Place
from deskhand.messages import ToolUse
from deskhand.screen.geometry import Point
from deskhand.tools.interface import Proposal

PAGE = Place("Chromium", "Somewhere - Chromium", "https://www.site.example/x")


def act(action: Action, evidence: Evidence) -> Finding:
    return judge(Proposal(ToolUse("t", "computer", {}), "computer", "act", "Act", action), evidence)


def button(label: str, role: str = "push button") -> Thing:
    return Thing(label, role, known="tree")


def click(label: str, place: Place = PAGE, role: str = "push button", **known: object) -> Finding:
    return act(Click(Point(5, 5)), replace(Evidence(place, target=button(label, role)), **known))  # type: ignore[arg-type]


LABELS = (
    ("Place order", "pay"), ("Buy now", "pay"), ("Pay €12.00", "pay"), ("Confirm booking", "pay"), ("Donate", "pay"),
    ("注文を確定する", "pay"), ("購入する", "pay"), ("今すぐ購入", "pay"), ("振り込む", "pay"), ("お支払い", "pay"),
    ("Proceed to checkout", "navigate"), ("View cart", "navigate"), ("レジに進む", "navigate"), ("Pricing", "navigate"),
    ("Add to basket", "edit"), ("カートに入れる", "edit"), ("Apply coupon", "edit"),
    ("Accept all cookies", "accept"), ("I agree", "accept"), ("同意する", "accept"), ("すべて許可", "accept"),
    ("Reject all", "navigate"), ("Necessary only", "navigate"), ("拒否する", "navigate"), ("No thanks", "navigate"),
    ("Delete", "delete"), ("Delete account…", "delete"), ("Discard", "delete"), ("削除する", "delete"),
    ("退会する", "delete"), ("Don't Save", "delete"), ("Empty trash", "delete"), ("ゴミ箱を空にする", "delete"),
    ("台帳を白紙に戻す", "delete"), ("Bet £5 on the grey", "pay"),
    ("Send", "send"), ("Post reply", "send"), ("Publish", "send"), ("送信", "send"), ("投稿する", "send"),
    ("全員に返信して送信", "send"), ("Submit application", "send"), ("応募する", "send"), ("↻ Repost", "send"),
    ("Sign in", "sign_in"), ("Continue with Google", "sign_in"), ("ログイン", "sign_in"), ("新規会員登録", "sign_in"),
    ("Install", "install"), ("Run anyway", "install"), ("インストール", "install"), ("Update now", "install"),
    ("Apply", "settings"), ("Change password", "settings"), ("許可する", "settings"), ("Turn off", "settings"),
    ("Save", "save"), ("名前を付けて保存(A)...", "save"), ("Download CSV", "save"), ("New Folder", "save"),
    ("Cancel", "navigate"), ("キャンセル", "navigate"), ("Learn more →", "navigate"), ("ファイル(F)", "navigate"),
    ("Format SQL", "edit"), ("Format disk", "delete"),
    ("Copy", "edit"), ("貼り付け", "edit"), ("Undo", "edit"), ("›", "navigate"), ("🗑", "delete"),
)  # fmt: skip


@pytest.mark.parametrize(("label", "consequence"), LABELS)
def test_labels_that_say_it_themselves(label: str, consequence: str):
    meaning = meaning_of(label)
    assert meaning is not None and meaning.kind in ("plain", "phrase") and meaning.consequence == consequence


@pytest.mark.parametrize("label", ["OK", "Yes", "Continue", "Next", "Confirm", "はい", "次へ", "確定", "続行"])
def test_labels_that_only_say_yes(label: str):
    meaning = meaning_of(label)
    assert meaning is not None and meaning.kind == "yes"


def test_a_label_is_folded_to_its_words():
    assert folded("  ＳＥＮＤ  (3) →") == "send" and folded("保存(S)...") == "保存" and folded("_Quit\u200b") == "quit"


@pytest.mark.parametrize(
    ("dialog", "consequence"),
    [
        ("Are you sure you want to delete 3 files? This cannot be undone.", "delete"),
        ("A file named a.txt already exists. Do you want to replace it?", "delete"),
        ("You will be charged $49.00. Go on?", "pay"),
        ("By going on you accept the terms of use.", "accept"),
        ("Send this message without a subject?", "send"),
        ("This will install 3 packages.", "install"),
        ("site.example wants to know your location", "settings"),
        ("3 個のファイルを削除しますか？", "delete"),
        ("4,980円の支払いを確定します。よろしいですか？", "pay"),
        ("The file has been found.", "navigate"),
    ],
)
def test_ok_takes_its_meaning_from_the_dialog(dialog: str, consequence: str):
    for label in ("OK", "Yes", "はい"):
        found = click(label, Place("Program", "Question"), dialog=dialog, texts=(dialog,))
        assert found.consequence == consequence, found
    assert click("Cancel", Place("Program", "Question"), dialog=dialog).consequence == "navigate"


CARD = Thing("Card number", "entry", known="tree")
PASSWORD = Thing("Password", "password text", known="tree")
MESSAGE = Thing("Your message", "text area", known="tree")
FIELD = Thing("City", "entry", known="tree")


@pytest.mark.parametrize(
    ("label", "texts", "form", "consequence"),
    [
        ("Confirm", ("Order summary", "Total: $42.00"), (), "pay"),
        ("Submit", ("Payment details",), (CARD,), "pay"),
        ("Continue", (), (PASSWORD,), "sign_in"),
        ("Done", ("By clicking Done you agree to our terms",), (), "accept"),
        ("Submit", ("Contact form",), (MESSAGE,), "send"),
        ("Next", ("Step 1 of 4",), (FIELD,), "navigate"),
        ("確定", ("ご注文内容", "合計 3,200円"), (), "pay"),
        ("Save", ("Notification settings",), (), "settings"),
        ("Save", ("My draft",), (), "save"),
    ],
)
def test_a_yes_takes_its_meaning_from_the_page(
    label: str, texts: tuple[str, ...], form: tuple[Thing, ...], consequence: str
):
    assert click(label, texts=texts, near=texts, form=form).consequence == consequence


def test_the_same_word_means_another_thing_elsewhere():
    assert click("Clear", Place("Galculator", "galculator")).consequence == "edit"
    assert click("Replace", Place("Mousepad", "Find and Replace"), texts=("Search for:",)).consequence == "edit"
    assert click("Remove", texts=("Your shopping cart",), near=("Your shopping cart",)).consequence == "edit"
    assert click("Remove member").consequence == "delete"
    assert click("Print…", Place("Mousepad", "a.txt"), "menu item").consequence == "navigate"
    assert click("Sign in", role="link").consequence == "navigate"
    assert click("Sign in", form=(PASSWORD,)).consequence == "sign_in"
    assert click("Apply", near=("Discount code",)).consequence == "edit"
    assert click("Move to trash", Place("Pcmanfm", "Documents")).consequence == "edit"  # can be got back
    assert click("Stop", chrome=True).consequence == "navigate"


@pytest.mark.parametrize(
    ("label", "consequence"),
    [
        ("I agree to the terms", "accept"),
        ("I declare that this is true", "accept"),
        ("利用規約に同意する", "accept"),
        ("Share my data with partners", "accept"),
        ("Newsletter", "edit"),
        ("Show details", "edit"),
    ],
)
def test_boxes_to_tick(label: str, consequence: str):
    assert click(label, role="check box").consequence == consequence


def test_what_nobody_knows_is_said_to_be_unclear():
    nameless = act(Click(Point(5, 5)), Evidence(PAGE, target=Thing(role="push button", known="tree")))
    assert nameless.confidence < 0.5 and "not clear" in nameless.sentence
    odd = click("Frobnicate", form=(PASSWORD,))
    assert odd.confidence < 0.5
    assert act(Key("Return"), Evidence(Place("XTerm", "xterm"))).confidence < 0.5


def test_words_that_are_content_are_no_buttons():
    for role in ("table cell", "list item", "heading", "entry"):
        assert click("Delete me", role=role).consequence == "navigate"
    assert click("How to delete your account and everything in it, step by step", role="link").consequence == "navigate"


# --- keys, text, drags ------------------------------------------------------------------------------------------------

EDITOR = Place("Mousepad", "a.txt - Mousepad")
FILES = Place("Pcmanfm", "Documents")
TERMINAL = Place("XTerm", "xterm")
TEXT = Thing("", "text", known="tree")


@pytest.mark.parametrize(
    ("keys", "evidence", "consequence"),
    [
        ("ctrl+s", Evidence(EDITOR, target=TEXT), "save"),
        ("ctrl+c", Evidence(EDITOR, target=TEXT), "edit"),
        ("Return", Evidence(EDITOR, target=TEXT), "edit"),
        ("Delete", Evidence(EDITOR, target=TEXT), "edit"),
        ("shift+Delete", Evidence(FILES, target=Thing("a.txt", "icon", known="tree")), "delete"),
        ("Return", Evidence(PAGE, target=FIELD, presses=button("Place order")), "pay"),
        ("Return", Evidence(PAGE, target=Thing("Search", "entry", known="tree")), "navigate"),
        ("Return", Evidence(PAGE, target=Thing("Write a comment…", "entry", known="tree")), "send"),
        ("Return", Evidence(PAGE, target=PASSWORD), "sign_in"),
        ("ctrl+Return", Evidence(Place("Mail", "Compose: hello"), target=MESSAGE), "send"),
        ("space", Evidence(PAGE, target=button("I agree", "check box")), "accept"),
        ("Return", Evidence(Place("P", "Q"), target=button("OK"), presses=button("OK"), dialog="Delete it?"), "delete"),
        ("Return", Evidence(TERMINAL, line="user@host:~$ rm -rf build"), "delete"),
        ("Return", Evidence(TERMINAL, typed="ls"), "observe"),
        ("Tab Tab Return", Evidence(PAGE, presses=button("Send")), "send"),
        ("Escape", Evidence(PAGE), "navigate"),
    ],
)
def test_keys(keys: str, evidence: Evidence, consequence: str):
    assert act(Key(keys), evidence).consequence == consequence


BAR = Thing("Address and search bar", "entry", known="tree")


@pytest.mark.parametrize(
    ("text", "evidence", "consequence"),
    [
        ("hello", Evidence(EDITOR, target=TEXT), "edit"),
        ("one\ntwo\n", Evidence(EDITOR, target=TEXT), "edit"),
        ("hunter2hunter2", Evidence(PAGE, target=PASSWORD), "sign_in"),
        ("{{SHOP_PASSWORD}}", Evidence(PAGE, target=FIELD), "sign_in"),
        ("4111 1111 1111 1111", Evidence(PAGE, target=FIELD), "sign_in"),
        ("DE02 1203 0000 0000 2020 51", Evidence(PAGE, target=Thing("IBAN", "entry", known="tree")), "edit"),
        ("ls -l", Evidence(TERMINAL), "edit"),
        ("ls\nrm a\n", Evidence(TERMINAL), "delete"),
        ("a\n", Evidence(TERMINAL, typed="rm "), "delete"),
        ("shoes\n", Evidence(PAGE, target=Thing("Search", "entry", known="tree")), "navigate"),
        ("nice!\n", Evidence(PAGE, target=FIELD, presses=button("Post")), "send"),
        ("example.org\n", Evidence(PAGE, target=BAR, reach=("example.com",)), "leave"),
        ("www.example.com\n", Evidence(PAGE, target=BAR, reach=("*.example.com",)), "navigate"),
    ],
)
def test_typed_text(text: str, evidence: Evidence, consequence: str):
    assert act(Type(text), evidence).consequence == consequence


def test_drags_and_scrolls():
    file, trash = Thing("a.txt", "icon", known="tree"), Thing("Trash", "icon", known="tree")
    path = (Point(1, 1), Point(9, 9))
    assert act(Drag(path), Evidence(FILES, source=file, target=trash)).consequence == "delete"
    assert act(Drag(path), Evidence(PAGE, source=file, target=Thing())).consequence == "leave"
    assert act(Drag(path), Evidence(EDITOR, source=TEXT, target=TEXT)).consequence == "edit"
    assert act(Scroll("down", 3), Evidence(PAGE)).consequence == "navigate"


def test_a_sentence_says_what_where_and_what_follows_in_both_languages():
    place = Place("Chromium", "Checkout - Chromium", "https://shop.example/cart")
    found = click("Place order", place)
    assert found.sentence == "Click ‘Place order’ in ‘Checkout – shop.example’: this spends money"
    assert found.translations["ja"] == "「Checkout – shop.example」で「Place order」をクリック：お金を使います"


def test_files_and_tools_of_ones_own():
    def call(tool: str, name: str, **input: str) -> Proposal:
        return Proposal(ToolUse("t", tool, input), tool, name, f"{name} {input.get('path', '')}")

    create = call("editor", "create", path="/home/user/a.txt")
    assert judge(create, Evidence(exists=False)).consequence == "save"
    assert judge(create, Evidence(exists=True)).consequence == "delete"
    assert judge(call("editor", "view", path="~/a"), Evidence()).consequence == "observe"
    assert judge(call("editor", "str_replace", path="~/.bashrc"), Evidence()).consequence == "settings"
    own = judge(call("book_room", "book_room"), Evidence())
    assert own.consequence == "leave" and own.place.program == "tool:book_room"


LEDGER = "New expense Description: Account: Value: Category:"
FULL = "Warning: 200 MB are left. Empty the trash when you have time."


def test_an_account_in_a_ledger_is_none_that_anybody_signs_in_to():
    form = (button("OK"), button("Cancel"), Thing("Value:", "text"))
    assert click("OK", Place("Eqonomize", "New expense"), dialog=LEDGER, form=form).consequence != "sign_in"
    asked = "Sign in with your account. Password:"
    assert click("OK", Place("Program", "Sign in"), dialog=asked, form=form).consequence == "sign_in"


def test_a_dialog_with_one_button_and_no_question_only_tells():
    alone = Thing("OK", "push button", known="tree")
    assert click("OK", Place("Program", "Disk"), dialog=FULL, form=(alone,), target=alone).consequence == "navigate"
    other = (alone, Thing("Cancel", "push button", known="tree"))
    assert click("OK", Place("Program", "Disk"), dialog=FULL, form=other, target=alone).consequence == "delete"


def test_the_japanese_way_out_of_a_dialog_deletes_nothing():
    dialog = "変更を保存しますか？"
    assert click("取り消し(C)", Place("Program", "保存"), dialog=dialog).consequence == "navigate"
    dialog = "予約を取り消しますか？"
    assert click("取り消し", Place("Program", "予約"), dialog=dialog).consequence == "delete"


@pytest.mark.parametrize(
    ("label", "consequence"),
    [
        ("Save and e-mail", "send"),
        ("Show my distance", "settings"),
        ("現在地を共有", "settings"),
        ("参加しない", "send"),
        ("To payment", "navigate"),
        ("Don’t renew", "settings"),
        ("Don't show again", "navigate"),
        ("Message 214 patrons", "send"),
        ("Ask them to ring me", "send"),
        ("Same again", "pay"),
    ],
)
def test_what_two_words_say_together(label: str, consequence: str):
    assert click(label).consequence == consequence


def test_one_of_several_declares_nothing_yet():
    assert click("We are coming", role="radio button").consequence == "edit"
    assert click("I have not been abroad", role="check box").consequence == "accept"


def test_an_answer_in_spite_of_a_warning_is_asked_about():
    place, warning = Place("Yad", "電源を切る"), "ken さんの書類が開いたままです。"
    found = click("かまわず切る", place, dialog=warning)
    assert found.confidence < 0.5 or found.consequence not in ("observe", "navigate", "edit", "save")
    assert click("見直す", place, dialog=warning).consequence in ("navigate", "edit")
