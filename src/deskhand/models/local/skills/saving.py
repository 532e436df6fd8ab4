"""Saving under a name, through whatever file dialog the program shows: the full path typed into its name field."""

from __future__ import annotations

import re

from deskhand.models.local.ground import buttons
from deskhand.models.local.hand import Hand, Stuck
from deskhand.models.local.skills.arrived import shorten
from deskhand.models.local.skills.by_keys import has_key_bar
from deskhand.models.local.skills.commands.at_hand import entered
from deskhand.models.local.skills.commands.bar import bar_words
from deskhand.models.local.skills.commands.looking import choose_anywhere
from deskhand.models.local.skills.commands.roots import main_root
from deskhand.models.local.skills.common import appeared, dialog_in_front, titled, visible_summary
from deskhand.models.local.skills.file_dialog import enter_path, is_dialog
from deskhand.models.local.skills.file_type import suit_type
from deskhand.models.local.skills.key_bar import saved_by_its_key
from deskhand.models.local.skills.menus import choose_path, in_bar
from deskhand.models.local.skills.overwriting import overwritten
from deskhand.models.local.skills.paths import in_words, path_of
from deskhand.models.local.skills.save_options import asks_first, settled
from deskhand.models.local.skills.saved import SEEKS, only_searches, says, searches, unsaved
from deskhand.models.local.skills.sizing import made_large
from deskhand.models.local.steps import Save, SetChecked, SetSetting
from deskhand.screen.geometry import Rect
from deskhand.vision.match import find, similarity

_REPLACE = re.compile(r"\b(overwrit\w*|replac\w*|existing)\b|上書き|置き換え|置換", re.IGNORECASE)
HEAD = 30
"""Pixels at the head of a window in which its commands stand as words."""
_FILE = re.compile(r"\w\.[A-Za-z]\w{0,4}\b")
"""A file's name in a title."""
STILL = "Nothing on the screen changed"
"""How it is told that the keys did nothing: since the picture before, a clock in the window may have gone on."""
QUESTIONS = 3
"""Dialogs that are answered at most on the way to a saved file."""
_EXISTS = ("already exists", "すでに存在", "既に存在", "同じ名前", "Replace it", "overwrite")


async def save(hand: Hand, step: Save, source: str = "") -> str:
    """``source`` is what the person said: it tells whether an existing file may be replaced."""
    name = hand.memory.fill(step.name).strip()
    if not name and not step.folder:
        return await _settings_kept(hand) or await _save_as_it_is(hand)
    named = () if step.folder or "." in name else (("name", name),)
    if named and (said := await entered(hand, "save", named)):
        return said
    path = path_of(name, step.folder)
    await _open_dialog(hand)
    await suit_type(hand, name)
    await enter_path(hand, path)
    await hand.key("Return", hand.say("Pressing Return to save.", "Return を押して保存します。"))
    await _through(hand, name, allowed=_REPLACE.search(source) is not None)
    where = in_words(step.folder, hand.language)
    return hand.say(f"I saved it as {name}{where}.", f"{where}{name} という名前で保存しました。")


_SETTINGS = re.compile(
    r"\b(?:save|keep|store) (?:the |its |these |those |this |that |my |your |all )?(?:new )?"
    r"(?:settings?|preferences|options|configuration)\b|設定(?:内容)?を?(?:保存|確定)",
    re.IGNORECASE,
)
"""What is saved is no file."""


async def _settings_kept(hand: Hand) -> str:
    """“Tick it and save the settings”: the button that closed their window has done that, where the program has no
    command of its own for it; "" where no setting was changed right before, or its window still stands there."""
    if not isinstance(hand.last_step, SetSetting | SetChecked) or not _SETTINGS.search(hand.said or hand.wish):
        return ""
    if await dialog_in_front(hand):
        return ""
    await choose_anywhere(hand, hand.say("save settings", "設定 保存"), sure=True)
    return hand.say("The settings are kept.", "設定は保存されています。")


async def _save_as_it_is(hand: Hand) -> str:
    if await _by_its_button(hand) or (
        (await has_key_bar(hand) or not (await bar_words(hand))[1]) and await saved_by_its_key(hand)
    ):
        return hand.say("I saved the file.", "ファイルを保存しました。")
    sought = await says(hand, SEEKS)
    if await titled(hand, "Open", "Open File"):
        raise await _not_seen(hand)  # keys for saving do nothing below a file chooser
    before, pixels = await _title(hand), (await hand.view()).pixels
    view = await hand.key("ctrl+s", hand.say("Saving with Ctrl+S.", "Ctrl+S で保存します。"))
    if await asks_first(hand, before) and await appeared(hand) and not await is_dialog(hand):
        if not await settled(hand, before, pixels):
            raise await _not_seen(hand)
        return hand.say("I saved the file.", "ファイルを保存しました。")
    if not sought and await says(hand, SEEKS):  # Escape begins other keys there; a command ends the search
        await choose_path(hand, ("File", "Save"), strict=False)
        await hand.took_effect()
        if not await says(hand, SEEKS) and not await unsaved(hand):
            return hand.say("I saved it by the program's own command.", "プログラムの保存コマンドで保存しました。")
        raise await only_searches(hand)
    if await appeared(hand) and await is_dialog(hand):
        seen = await visible_summary(hand)
        await hand.key(
            "Escape",
            hand.say("The program wants a name; closing its dialog.", "名前を求められたので、ダイアログを閉じます。"),
        )
        if await overwritten(hand):
            return hand.say("I wrote it over the file that it came from.", "元のファイルに上書きしました。")
        raise Stuck(
            hand.say(
                f"The file has no name yet. Under which name, and in which folder, shall I save it? {seen}",
                f"まだ名前のないファイルです。どのフォルダーに何という名前で保存しますか? {seen}",
            )
        )
    if await searches(hand):
        if not await _by_command(hand):
            raise await only_searches(hand)
        return hand.say("I saved it by the program's own command.", "プログラムの保存コマンドで保存しました。")
    if await _asks_to_replace(hand):
        await _existing(hand, "", allowed=True)  # that is what saving under the name it has means
    elif (not view.changed or STILL in view.text) and not await unsaved(hand):
        if not await _by_command(hand):
            if await _by_agreeing(hand) or (await made_large(hand) and await _by_agreeing(hand)):
                return hand.say("I agreed to the form, which keeps it.", "フォームの「OK」を押して保存しました。")
            raise await _not_seen(hand)
        return hand.say("I saved it by the program's own command.", "プログラムの保存コマンドで保存しました。")
    if await unsaved(hand):
        await choose_path(hand, ("File", "Save"), strict=False)
        if await unsaved(hand):
            seen = await visible_summary(hand)
            raise Stuck(
                hand.say(
                    f"I tried to save, but the title still says that there are unsaved changes. {seen}",
                    f"保存しようとしましたが、タイトルにはまだ未保存の印があります。{seen}",
                )
            )
    return hand.say("I saved the file.", "ファイルを保存しました。")


async def _title(hand: Hand) -> str:
    front = await hand.front()
    return (await hand.view()).focus or ("" if front is None else front.title)


async def _not_seen(hand: Hand) -> Stuck:
    """Keys were pressed, and nothing shows that they saved anything."""
    seen = await visible_summary(hand)
    return Stuck(
        hand.say(
            f"I tried to save, but nothing shows that it was saved, and I found no command for it. {seen}",
            f"保存しようとしましたが、保存されたことが画面に出ず、保存のコマンドも見つかりません。{seen}",
        )
    )


async def _by_its_button(hand: Hand) -> bool:
    """By the word at the head of a window that has no menus: the keys mean something else in the oldest editors."""
    front = await hand.front()
    if front is None or (await bar_words(hand))[1] or await main_root(hand) is not None or await dialog_in_front(hand):
        return False
    head = Rect(front.body.x, front.body.y, front.body.width, HEAD)
    lines = [line for line in (await hand.scene()).texts if head.contains(line.box.center)]
    words = [word for line in lines for word in line.words if word.text.strip("|") == "Save"]
    if len(words) != 1:
        return False
    await hand.click(words[0].box.center, hand.say("Choosing Save.", "「Save」を選びます。"))
    return await hand.took_effect()


async def _by_command(hand: Hand) -> bool:
    """Keys after which nothing changed may mean nothing here: the command for it, wherever the program has one."""
    if not await choose_anywhere(hand, hand.say("save", "保存")):
        return False
    for _ in range(QUESTIONS):
        await hand.took_effect()
        if await _asks_to_replace(hand):
            await _existing(hand, "", allowed=True)
        elif await is_dialog(hand):
            await hand.key("Escape", hand.say("It wants a name; closing its dialog.", "名前を求められたので閉じます。"))
            return False
        elif await dialog_in_front(hand):
            await hand.key("Return", hand.say("Agreeing to what it suggests.", "提案どおりに進めます。"))
        else:
            break
    return True


async def _by_agreeing(hand: Hand) -> bool:
    """A window that is one form keeps what is in it when it is agreed to, and has no other command for that."""
    front = await hand.front()
    if front is None:
        return False
    scene = await hand.scene()
    ways = [[one for one in buttons(scene, name, front.body, 0.9) if one.whole] for name in ("OK", "Cancel")]
    if not all(ways):
        return False
    await hand.click(ways[0][0].box.center, hand.say("Choosing OK.", "「OK」を選びます。"))
    return await hand.took_effect()


async def _open_dialog(hand: Hand) -> None:
    """By the menu where there is one: Ctrl+Shift+S saves all open files in some programs, under the names they have."""
    before = (await hand.view()).focus
    barred = await in_bar(hand, "File")
    if barred and await _by_menu(hand, before):
        return
    say = hand.say("Opening the Save As dialog.", "「名前を付けて保存」を開きます。")
    await hand.key("ctrl+shift+s", say)
    if await _dialog_open(hand, before):
        return
    if await dialog_in_front(hand):  # the keys mean something else here, and it has something to say
        await hand.key("Escape", hand.say("That was something else; closing it.", "別のものなので、閉じます。"))
    if not barred and await _by_menu(hand, before):
        return
    await hand.key("F12", hand.say("No dialog opened; trying F12.", "ダイアログが開かないので、F12 を試します。"))
    if await _dialog_open(hand, before):
        return
    front = await hand.front()
    title = (await hand.view()).focus or (front.title if front is not None else "")
    if not _FILE.search(title):  # a file that has a name already would be written over
        await hand.key(
            "ctrl+s", hand.say("No dialog opened; trying Ctrl+S.", "ダイアログが開かないので、Ctrl+S を試します。")
        )
        if await _dialog_open(hand, before):
            return
    for words in (
        hand.say("save as", "名前を付けて保存"),
        *(() if _FILE.search(title) else (hand.say("save", "保存"),)),
    ):
        if await choose_anywhere(hand, words, sure=True) and await _dialog_open(hand, before):
            return  # a game has it in its own menu
    seen = await visible_summary(hand)
    raise Stuck(
        hand.say(
            f"No dialog to save under a name opens, neither by Ctrl+Shift+S nor by the File menu. {seen}",
            f"名前を付けて保存するダイアログを開けませんでした。{seen}",
        )
    )


async def _by_menu(hand: Hand, before: str | None) -> bool:
    return await choose_path(hand, ("File", "Save As"), strict=False) and await _dialog_open(hand, before)


async def _dialog_open(hand: Hand, before: str | None) -> bool:
    async def is_open() -> bool:
        await appeared(hand)
        return await is_dialog(hand)

    del before
    return await hand.until(is_open, tries=3 if (await hand.view()).changed else 1)


async def _through(hand: Hand, name: str, *, allowed: bool) -> None:
    """Until the title names the file: answer the question that may come, and press Save where Return did not do it."""
    clicked = False
    for attempt in range(7):
        if attempt >= 4 and not await is_dialog(hand) and not await dialog_in_front(hand):
            return  # nothing is asked any more: a program whose title does not name its file
        if await _asks_to_replace(hand):
            await _existing(hand, name, allowed=allowed)
            allowed = True  # asked once; the question may take a moment to go away
        elif await _saved(hand, name):
            return
        elif attempt >= 3 and not clicked and await is_dialog(hand):
            scene = await hand.scene()
            found = (
                buttons(scene, "Save") or buttons(scene, "Save As") or buttons(scene, "OK")
            )  # Return may only have ended the completion of the name
            if found:
                say = hand.say(
                    "The dialog is still there; clicking Save.", "ダイアログが残っているので「保存」をクリックします。"
                )
                await hand.click(found[0].box.center, say)
                clicked = True
                continue
        await (hand.look() if attempt < 2 else hand.wait(1))
    seen = await visible_summary(hand)
    raise Stuck(
        hand.say(
            f"I tried to save as “{shorten(name)}”, but the window does not show that name now. {seen}",
            f"「{shorten(name)}」として保存しようとしましたが、ウィンドウにその名前が出ません。{seen}",
        )
    )


async def _asks_to_replace(hand: Hand) -> bool:
    """Whether a small dialog asks it; the same words in a document are no question."""
    scene, front = await hand.scene(), await hand.front()
    if front is not None and front.box.area > scene.size.pixels // 2:
        return False
    within = front.box if front is not None else None
    return any(find(scene, words, at_least=0.85, within=within) for words in _EXISTS)


async def _existing(hand: Hand, name: str, *, allowed: bool) -> None:
    """The question whether to replace a file that is there already."""
    scene = await hand.scene()
    if not allowed:
        answer = await hand.ask(
            hand.say(
                f"There already is a file “{name}” there. Shall I replace it?",
                f"「{name}」というファイルがすでにあります。置き換えてもよいですか?",
            )
        )
        if not re.search(
            r"\b(yes|ok|okay|sure|replace|overwrite|do)\b|はい|ええ|お願い|置き換え|上書き|いい", answer, re.IGNORECASE
        ) or re.search(r"\b(no|not|don't)\b|いいえ|しない|だめ", answer, re.IGNORECASE):
            await hand.key("Escape", hand.say("Leaving the file as it is.", "ファイルをそのままにします。"))
            await hand.key("Escape", hand.say("Closing the dialog.", "ダイアログを閉じます。"))
            raise Stuck(
                hand.say(
                    f"I left the existing “{name}” as it is, and saved nothing.",
                    f"既存の「{name}」はそのままで、保存していません。",
                )
            )
        scene = await hand.scene()
    found = buttons(scene, "Replace") or buttons(scene, "Overwrite") or buttons(scene, "Yes")
    say = hand.say(f"Replacing the existing {name}.", f"既存の {name} を置き換えます。")
    if found:
        await hand.click(found[0].box.center, say)
    else:
        await hand.key("Return", say)


async def _saved(hand: Hand, name: str) -> bool:
    """The title of a window names the file, and the dialog is gone."""
    focus = (await hand.view()).focus
    if focus is not None and _names(focus, name):
        return True
    return any(_names(window.title, name) for window in await hand.windows()) and not await is_dialog(hand)


def _names(title: str, name: str) -> bool:
    """Whether a title carries the file's name, at least without its ending."""
    file = name.rpartition("/")[2]
    stem = file.rpartition(".")[0]
    return file in title or (len(stem) >= 3 and stem in title) or bool(similarity(title, file) > 0.9)
