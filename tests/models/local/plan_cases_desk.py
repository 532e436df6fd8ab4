"""The desktop as a whole: windows and their size, what shows, how many, files into folders; roots, labels, overwriting.

Written together with the grammar for them, so they say nothing about words never seen. What does: of 14 English and 13
Japanese ones written afterwards, 10 and 9 were right at once and the others refused.
"""

# ruff: noqa: E501
from __future__ import annotations

from tests.models.local.plan_words import NO, OPT, RD, RUN, ST, C, Case, F, K, M, O, R, S, T, X, g, t

from deskhand.models.local.steps import ArrangeWindow, CloseAll, CloseWindow, Count, Describe, MoveFile

BIG, SMALL, BACK = ArrangeWindow("maximize"), ArrangeWindow("minimize"), ArrangeWindow("restore")

ENGLISH_DESK: list[Case] = [
    ("Calculate 99 divided by 4 and type the answer in a new text file saved as result.txt in Shared", O("calculator"), C("99/4"), O("text editor"), t(R), S("result.txt", "shared")),
    ("Copy the calculator's result into the text editor", RD(kind="text", window="calculator"), O("text editor"), t(R)),
    ('Open notes.txt, type "x" and save it as notes.txt, replacing the existing file', F("notes.txt"), t("x"), S("notes.txt")),
    ("Save as a.txt and replace the existing file", S("a.txt")),
    ('Type "x" in the text editor and save as a.txt, overwrite it if it exists', O("text editor"), t("x"), S("a.txt")),
    ("Save it as x.txt. Overwrite the existing file.", S("x.txt")),
    ("Close the text editor, discarding the changes", CloseWindow("text editor", False)),
    ("Close the text editor and don't save the changes", CloseWindow("text editor", False)),
    ("Use Edit > Select All and Edit > Copy", M("Edit", "Select All"), M("Edit", "Copy")),
    ('Open the text editor, type "hello", then use Ctrl+A', O("text editor"), t("hello"), K("ctrl+a")),
    ("Close all windows", CloseAll()),
    ("Please close every window without saving.", CloseAll(False)),
    ("Close all the open windows and open the calculator", CloseAll(), O("calculator")),
    ("Maximize the window", BIG),
    ("Open the text editor and maximize it", O("text editor"), ArrangeWindow("maximize", "text editor")),
    ("Make the window full screen", BIG),
    ("Minimise the calculator", ArrangeWindow("minimize", "calculator")),
    ("Restore the window to its original size", BACK),
    ("Take a screenshot and describe what you see", Describe(), T()),
    ("What windows are open?", Describe(), T()),
    ("Take a screenshot and save it as shot.png", NO),
    ("Describe yourself", NO),
    ("Which files are in the shared folder?", g("shared"), RD(kind="file"), T()),
    ("Tell me how many files there are in the shared folder.", g("shared"), RD(kind="file"), Count("files"), T()),
    ("Run `seq 12` in the terminal. How many lines does it print?", O("terminal"), RUN("seq 12"), Count(), T()),
    ("Count the lines in notes.txt", F("notes.txt"), RD(kind="text"), Count(), T()),
    ("Count to ten", NO),
    ("What is the square root of 144?", O("calculator"), C("sqrt(144)"), T()),
    ("What is √81?", O("calculator"), C("sqrt(81)"), T()),
    ("What is the square root of 2 plus 7?", NO),
    ("What is 20% off 80?", O("calculator"), C("80*(100-20)/100"), T()),
    ("What is a quarter of 100?", O("calculator"), C("100/4"), T()),
    ("Open bill.html and tell me the Total", F("bill.html"), RD("Total"), T()),
    ("Tell me the year", NO),
    ('Scroll down until "Product 40" shows', ST("Product 40")),
    ("Select Tokyo in City", OPT("Tokyo", ("City", "option"))),
    ("Move notes.txt from the shared folder to Archive", MoveFile("notes.txt", "Archive", "shared")),
    ("Copy a.txt into the backup folder", MoveFile("a.txt", "backup", copy=True)),
    ("Move a.txt and b.txt to the Old folder", MoveFile("a.txt", "Old", "shared"), MoveFile("b.txt", "Old", "shared")),
    ("Move the window to the right", NO),
    ("Put the window back to its normal size", BACK),
    ("Please describe what is currently on the screen.", Describe(), T()),
    ("Move todo.txt into the Done folder in the shared folder", MoveFile("todo.txt", "Done", "shared")),
    ("What is the Total on the page?", RD("Total"), T()),
    ("Open the text editor and the calculator", O("text editor"), O("calculator")),
]  # fmt: skip

JAPANESE_DESK: list[Case] = [
    ("99÷4を計算して、答えを新しいテキストファイルに入力し、共有フォルダーにresult.txtとして保存してください", O("calculator"), C("99/4"), O("text editor"), t(R), S("result.txt", "shared")),
    ("電卓の結果をテキストエディタにコピーしてください", RD(kind="text", window="calculator"), O("text editor"), t(R)),
    ("notes.txt に「あ」と書いて上書き保存して", O("text editor"), t("あ"), S("notes.txt")),
    ("テキストエディタに「あ」と入力して、a.txtという名前で既存のファイルに上書き保存してください", O("text editor"), t("あ"), S("a.txt")),
    ("テキストエディタを開いて「こんにちは」と入力し、変更を破棄して閉じてください", O("text editor"), t("こんにちは"), X("text editor", False)),
    ("共有フォルダーを表示してください", g("shared")),
    ("共有フォルダを見せて", g("shared"), RD(kind="file"), T()),
    ("編集 > すべて選択 と 編集 > コピー を使ってください", M("編集", "すべて選択"), M("編集", "コピー")),
    ("すべてのウィンドウを閉じてください", CloseAll()),
    ("すべて閉じて", CloseAll()),
    ("ウィンドウをすべて保存せずに閉じて", CloseAll(False)),
    ("開いているウィンドウを全部閉じて、電卓を開いてください。", CloseAll(), O("calculator")),
    ("テキストエディタを開いて最大化し、「abc」と入力してください", O("text editor"), ArrangeWindow("maximize", "text editor"), t("abc")),
    ("ウィンドウを最小化してください", SMALL),
    ("ウィンドウを元のサイズに戻してください", BACK),
    ("画面に何が見えますか", Describe(), T()),
    ("スクリーンショットを撮って、見えるものを説明してください", Describe(), T()),
    ("どのウィンドウが開いていますか?", Describe(), T()),
    ("電卓について説明して", NO),
    ("共有フォルダーにはどんなファイルがありますか", g("shared"), RD(kind="file"), T()),
    ("共有フォルダーにファイルはいくつありますか?", g("shared"), RD(kind="file"), Count("files"), T()),
    ("notes.txtは何行ありますか?", F("notes.txt"), RD(kind="text"), Count(), T()),
    ("ターミナルで「seq 12」を実行して、何行表示されたか教えて", O("terminal"), RUN("seq 12"), Count(), T()),
    ("144の平方根を求めて", O("calculator"), C("sqrt(144)")),
    ("80の20%引きはいくら?", O("calculator"), C("80*(100-20)/100"), T()),
    ("共有フォルダーの order.html をブラウザで開いて、合計を教えてください", F("order.html", "shared", "web browser"), RD("合計"), T()),
    ("今年は何年ですか", NO),
    ("「利用規約」が表示されるまで下にスクロールして", ST("利用規約")),
    ("Cityで「Tokyo」を選んで", OPT("Tokyo", ("City", "option"))),
    ("都市で「東京」を選択してください", OPT("東京", ("都市", "option"))),
    ("共有フォルダーの report.txt を「Archive」フォルダーへ移動してください", MoveFile("report.txt", "Archive", "shared")),
    ("notes.txtを「backup」フォルダーにコピーして", MoveFile("notes.txt", "backup", copy=True)),
    ("テキストエディタと電卓を開いてください", O("text editor"), O("calculator")),
    ("ウィンドウの大きさを元に戻して", BACK),
    ("共有フォルダーには何個のファイルがありますか?", g("shared"), RD(kind="file"), Count("files"), T()),
    ("log.txtという名前で共有フォルダーに保存し、すでにあれば上書きしてください", S("log.txt", "shared")),
    ("ページの「合計」を教えてください", RD("合計"), T()),
]  # fmt: skip
