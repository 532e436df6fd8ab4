"""The same words, grave at one place and harmless at another: by the buttons, fields and titles beside them."""

from __future__ import annotations

import pytest

from deskhand.guard.consequence.keyboard import keys_pressed
from deskhand.guard.consequence.pressing import press
from deskhand.guard.consequence.ticking import tick
from deskhand.guard.evidence import Evidence, Thing
from deskhand.guard.interface import Consequence, Place

MILD = ("observe", "navigate", "edit", "save")
SEARCH = Thing("Search", "entry", known="tree")
MAIL = Thing("E-mail address", "entry", known="tree")
REPLY = Thing("Reply to Sue", "text area", known="tree")
SSID = Thing("SSID", "entry", value="home", known="tree")


def button(label: str, role: str = "push button") -> Thing:
    return Thing(label, role, known="tree")


def pressed(
    label: str, title: str, *form: Thing | str, role: str = "push button", near: tuple[str, ...] = (), dialog: str = "",
    web: bool = True,
) -> Consequence:  # fmt: skip
    """What pressing a thing does that stands last in its form."""
    own = button(label, role)
    things = tuple(button(one) if isinstance(one, str) else one for one in form)
    place = (
        Place("Chromium", f"{title} - Chromium", "https://www.site.example/x") if web else Place(title.lower(), title)
    )
    return press(own, Evidence(place, target=own, near=near, form=(*things, own), dialog=dialog)).consequence


def test_share_only_opens_what_is_shared_with_whom() -> None:
    assert pressed("Share", "Cottage by the weir – Havenkeys", "Reserve") == "navigate"
    assert pressed("Share", "Feed", Thing("Share something", "text area", value="Fog!", known="tree")) == "send"


def test_who_follows_a_matter_sends_nothing() -> None:
    assert pressed("Unsubscribe", "Crash on empty table · Issue #412", REPLY) in MILD
    assert pressed("Unsubscribe", "Letters from the shop", MAIL) not in MILD


def test_log_in_beside_a_new_account_leads_to_another_page() -> None:
    password = Thing("Password", "password text", known="tree")
    near = ("Already have an account?",)
    assert pressed("Log in", "Create your account", MAIL, password, role="link", near=near) == "navigate"
    assert pressed("Log in", "Welcome back", MAIL, password) == "sign_in"


@pytest.mark.parametrize("label", ["Delete", "削除"])
def test_what_goes_out_of_a_cart_can_be_put_back(label: str) -> None:
    assert pressed(label, "ショッピングカート｜もり" if label == "削除" else "Your cart (3)", SEARCH) == "edit"
    assert pressed(label, "営業部 (18)", SEARCH) == "delete"


@pytest.mark.parametrize("label", ["Change plan", "Update payment method", "日程を変更"])
def test_a_change_is_made_where_there_is_a_field_for_it(label: str) -> None:
    assert pressed(label, "Account", SEARCH, "Sign out") == "navigate"
    assert pressed("Change payout account", "Account", SEARCH, "Sign out") not in MILD


def test_an_order_that_is_not_placed_yet_is_not_called_off() -> None:
    assert pressed("Cancel payment", "Review payment – Bank", "Back", "Confirm and send", near=()) == "navigate"
    assert pressed("Cancel payment", "Scheduled payments", "Back", "Statement") == "delete"


def test_a_machine_that_is_refused_is_told_nothing() -> None:
    asked = "Bluetooth pairing request Keyboard K2 wants to pair with this computer"
    assert pressed("Reject", "Bluetooth", "Pair", dialog=asked, web=False) == "navigate"


@pytest.mark.parametrize(
    ("no", "others"), [("No", ("Yes", "Maybe")), ("いいえ", ("はい", "未定")), ("未定", ("はい", "いいえ"))]
)
def test_three_answers_are_those_to_an_invitation(no: str, others: tuple[str, str]) -> None:
    assert pressed(no, "Week 48", *others) == "send"
    assert pressed("No", "Week 48", "Yes") != "send"


def test_codes_of_an_account_are_secrets_and_those_of_a_ticket_none() -> None:
    assert pressed("Show codes", "Security – Account", near=("Backup codes",)) == "sign_in"
    assert pressed("コードを表示", "セキュリティ", near=("残り6個",)) == "sign_in"
    assert pressed("Show QR code", "Your ticket", "Seat map") == "navigate"


@pytest.mark.parametrize("label", ["Export data", "Export to CSV", "CSVに書き出す", "Reveal password"])
def test_what_a_keeper_of_passwords_gives_out_is_a_secret(label: str) -> None:
    assert pressed(label, "Vault", "Copy username", "Copy password", "Show password", web=False) == "sign_in"
    assert pressed("Export data", "Garden plan", "Save", "Print", web=False) in MILD


def test_what_runs_for_others_is_not_stopped_like_a_song() -> None:
    assert pressed("Stop", "Services", "Start", "Restart", near=("cron.service running",), web=False) == "settings"
    assert pressed("Stop", "Music", "Play", "Next", near=("Cold Rope",), web=False) in MILD


def test_a_button_that_sets_ends_a_form_and_a_link_leads_to_one() -> None:
    assert pressed("設定", "無線LAN", SSID) == "settings"
    assert pressed("設定", "ホーム", "検索") == "navigate"
    assert pressed("登録", "記事", MAIL) not in MILD
    assert pressed("Reply", "Comments", REPLY) == "send"


def test_a_matter_is_closed_for_all_who_work_on_it() -> None:
    assert pressed("クローズ", "改行の扱い #31", "マージする") == "send"
    assert pressed("マージ", "フッター (!88)", "ログ") == "send"
    assert pressed("Close", "Lamp – Shop", "Add to basket") in MILD


@pytest.mark.parametrize("label", ["Activate", "Deactivate", "無効化"])
def test_a_bare_verb_in_a_row_does_it_though_it_is_a_link(label: str) -> None:
    assert pressed(label, "Plugins", role="link", near=("Form Kite 1.9", "Delete")) == "settings"


def test_dots_behind_deletion_are_no_comfort() -> None:
    assert pressed("Remove User…", "Users", "Add User…", web=False) == "delete"
    assert pressed("Send…", "Letter", web=False) == "navigate"


def ticked(label: str, *form: str, role: str = "check box", web: bool = False) -> Consequence:
    own = Thing(label, role, known="tree")
    place = Place("Chromium", "Extras - Chromium", "https://a.example") if web else Place("setup", "Setup")
    return tick(own, Evidence(place, target=own, form=(own, *(button(one) for one in form)))).consequence


def test_a_box_waits_for_the_button_that_carries_it_out() -> None:
    assert ticked("Encrypt the new installation with a password", "Back", "Continue") == "edit"
    assert ticked("Encrypt the new installation with a password", "Add User…") == "settings"
    assert ticked("Share with everyone on the network", "Apply") == "settings"


def test_to_want_nothing_agrees_to_nothing() -> None:
    assert ticked("No, I'll take the risk and agree", role="radio button", web=True) == "edit"
    assert ticked("I agree to the terms", role="radio button", web=True) == "accept"


@pytest.mark.parametrize("field", ["Add tag", "Tags", "ハッシュタグ", "Add New Tag"])
def test_return_in_a_field_for_tags_puts_one_down(field: str) -> None:
    own = Thing(field, "entry", value="late", known="tree")
    place = Place("Chromium", "Edit post - Chromium", "https://www.site.example/x")
    evidence = Evidence(place, target=own, presses=button("Publish"), form=(own, button("Publish")))
    assert keys_pressed("Return", 1, evidence)[0].consequence == "edit"


def test_a_statement_that_deletes_rows_is_no_new_line() -> None:
    typed = Thing("", "text", value="drop table orders", known="tree")
    looked = Thing("", "text", value="select total from orders", known="tree")
    place = Place("sqlitebrowser", "DB Browser for SQLite - shop.db")
    assert keys_pressed("ctrl+Return", 1, Evidence(place, target=typed))[0].consequence == "delete"
    assert keys_pressed("ctrl+Return", 1, Evidence(place, target=looked))[0].consequence in MILD


def test_a_device_is_signed_out_and_oneself_goes() -> None:
    assert pressed("Sign out", "Security", near=("Old Pixel, last active in June",)) == "settings"
    assert pressed("Sign out", "Your account", role="link") == "navigate"


@pytest.mark.parametrize("label", ["Card", "現金"])
def test_a_till_takes_money(label: str) -> None:
    assert pressed(label, "Crumb & Co – Till 2" if label == "Card" else "こむぎ レジ2", web=False) == "pay"
    assert pressed(label, "Address book", web=False) in MILD


def test_who_falls_silent_in_a_meeting_disturbs_nobody() -> None:
    near = ("Weekly call", "7 participants", "Raise hand")
    assert pressed("Turn off microphone", "Ready to join?", near=near) == "edit"
    assert pressed("Unmute", "Weekly", near=near, web=False) == "settings"


def test_what_comes_out_of_the_bin_is_not_lost() -> None:
    assert pressed("Restore all", "Receipts", near=("Bin: 61 pictures", "Delete forever")) == "edit"


def test_done_closes_what_was_set_and_hands_in_what_was_asked() -> None:
    assert pressed("Done", "Share “Minutes 19 Nov”", MAIL) == "navigate"
    assert pressed("Done", "Extensions", "Uninstall selected", dialog="Extensions Installed", web=False) == "navigate"
    survey = Thing("Your name", "entry", known="tree")
    assert pressed("Done", "Your commute – OpinionLoom", survey, MAIL) not in MILD


def test_who_denies_what_a_page_asks_for_sends_nothing() -> None:
    assert pressed("Deny", "Consent", near=("Planty wants access",)) == "navigate"
    assert pressed("Deny", "Team", near=("Join request by Ana", "Approve")) not in MILD


def test_what_is_spread_is_seen_by_others() -> None:
    assert pressed("拡散", "ホーム – さえずり", near=("返信", "いいね"), web=False) == "send"


def test_cookies_are_refused_for_nobody_and_a_request_for_somebody() -> None:
    assert pressed("Reject all", "News", near=("We use cookies",)) == "navigate"
    assert pressed("Reject", "Approvals (3)", near=("Approve Reject", "Ana: 2 days off")) not in MILD


def test_what_is_copied_stays_here_but_a_secret_or_a_public_link() -> None:
    assert pressed("Copy image address", "Feed") == "edit"
    assert pressed("Copy password", "Vault", "Copy username", web=False) == "sign_in"


def test_a_disk_is_formatted_and_a_text_too() -> None:
    assert pressed("Format…", "Bench Disks", "Unmount", web=False) == "delete"
    assert pressed("Format", "Letter.odt", "Insert", role="menu", web=False) in MILD


@pytest.mark.parametrize("label", ["Restart later", "Install tonight", "後で再起動"])
def test_what_is_put_off_is_not_done(label: str) -> None:
    assert pressed(label, "Software updates", "Restart now", web=False) == "navigate"
