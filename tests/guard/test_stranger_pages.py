"""Pages nobody prepared for: labels and surroundings in words of their own, told apart by whether a person is asked.

Each line is a press on a page: ``label | role | what stands around it | kinds of fields in its form``; role and the
rest may be left out. Half of them matter, half do not, in each language.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from deskhand.desktop.actions import Action, Click, Key
from deskhand.guard.consequence import judge
from deskhand.guard.evidence import Evidence, Thing
from deskhand.guard.interface import Place
from deskhand.guard.policy import Policy
from deskhand.messages import ToolUse
from deskhand.screen.geometry import Point
from deskhand.tools.interface import Proposal

PLACE = Place("Chromium", "Somewhere - Chromium", "https://www.site.example/x")
FIELDS = {
    "card": Thing("Card number", "entry", known="tree"),
    "カード": Thing("カード番号", "entry", known="tree"),
    "password": Thing("Password", "password text", known="tree"),
    "message": Thing("Your message", "text area", known="tree"),
    "内容": Thing("お問い合わせ内容", "text area", known="tree"),
    "amount": Thing("Amount", "entry", known="tree"),
    "金額": Thing("金額", "entry", known="tree"),
    "address": Thing("Street address", "entry", known="tree"),
    "住所": Thing("ご住所", "entry", known="tree"),
    "name": Thing("Full name", "entry", known="tree"),
    "氏名": Thing("お名前", "entry", known="tree"),
    "email": Thing("E-mail", "entry", known="tree"),
    "メール": Thing("メールアドレス", "entry", known="tree"),
    "search": Thing("Search", "entry", known="tree"),
    "検索": Thing("検索", "entry", known="tree"),
}

ASKED = """
Yes, charge my card | push button | Total $18.00
Yes, delete it all | push button
Yes, send it to everyone | push button
Yes, sign me up | push button | Newsletter | email
Confirm my seat | push button | Flight BA12 · $240.00
Confirm | push button | You are about to transfer $50.00 to J. Doe
I agree, let me in | push button
Allow and join | push button | Meet wants to use your camera
Join waitlist | push button | | email
Join the discussion | push button | | message
Subscribe for €4/month | push button
Subscribe | push button | Weekly letter | email
Chip in $10 | push button
Give monthly | push button | Help us plant trees. $10 $20 $50
Support this creator | push button | $5 a month
Book this stay | push button | 2 nights, $310
Book appointment | push button | | name
Raise your bid | push button | Current bid $75
Renew for another year | push button | $29.99 per year
Transfer funds to savings | push button | | amount
Submit my entry | push button | | name
Claim your free account | push button | | email password
Get started | push button | | email password
Finalise | push button | Grand total £88.10 | card
Complete | push button | | card
Done | push button | Booking summary. Total due $99
Make it official | push button | Order summary. Total $99 | card
Let's do it | push button | Total today: $12.99. Payment details | card
Ship it | push button | Order total $30 | address
Count me in | push button | RSVP: Will you attend?
Withdraw application | push button
Withdraw consent | push button
Drop course | push button
Close my account for good | push button
Kick from group | push button
Opt out of everything | push button
Notify all members | push button
Lodge complaint | push button | | message
Sign the petition | push button | | name email
Enrol now | push button | Course fee $120
Check in now | push button | Passenger: A. Doe. I confirm that my details are correct
Place a hold | push button | Library card
Redeem 500 points | push button
Unlock full article for $1 | push button
Hire this freelancer | push button
Post it | push button | | message
Ask the community | push button | | message
Go live now | push button
Grant editor rights | push button
Trust this device | push button
I have read the waiver | check box
I want to hear from partners | check box
I am 18 or older and take the rules as binding | check box
Enter competition | push button | | name email
Return | key | Write to us | message
Return | key | Payment | card
"""
ASKED_JA = """
はい、購入します | push button
はい、送信します | push button
はい、退会します | push button
はい、すべて消します | push button
確定 | push button | ご予約内容の確認 合計 12,000円
確定する | push button | お振込金額 50,000円
この内容で申し込む | push button | | 氏名
申し込む | push button | 月額 980円
お申し込みはこちらから完了 | push button | | 氏名 メール
メルマガを購読する | push button | | メール
購読を開始 | push button | 月額 500円
寄付する | push button
500円を寄付 | push button
毎月支援する | push button | 1,000円から
予約を確定 | push button |
予約する | push button | 2名 18:00 コース 6,000円
席を予約 | push button |
振り込む | push button | | 金額
振込を実行する | push button | | 金額
同意して次へ | push button
同意の上、申し込む | push button
規約を承諾して始める | push button
入札する | push button | 現在 3,000円
契約を更新する | push button | 年額 8,800円
会員になる | push button | | メール
入会する | push button | 月会費 7,700円
アンケートに回答する | push button | | 内容
回答を送る | push button | | 内容
問い合わせを送信 | push button | | 内容
お問い合わせを送る | push button | | 内容
記事を公開 | push button
下書きを公開する | push button
全員に通知する | push button
メンバーを招待 | push button | | メール
参加を申し込む | push button
参加する | push button | 9月の勉強会
出席で返信 | push button
応募を取り消す | push button
予約を取り消す | push button
会員登録を解除 | push button
ファイルを完全に消す | push button
履歴を全部消す | push button
権限を付与 | push button
通知を許可 | push button
位置情報の利用を許可する | push button
パスワードを再発行 | push button | | メール
登録する | push button | | メール password
はじめる | push button | | メール password
完了 | push button | | カード
決定 | push button | お支払い方法 合計 3,980円 | カード
支払いに進んで確定 | push button | 合計 2,000円 | カード
ポイントを交換する | push button
商品を受け取る住所で注文 | push button | 合計 4,100円 | 住所
個人情報の取り扱いに同意する | check box
お得な情報の配信を希望する | check box
上記に相違ないことを誓います | check box
電話をかける | push button
署名に賛同する | push button | | 氏名
Return | key | お問い合わせ | 内容
Return | key | お支払い | カード
"""
FREE = """
Next | push button | Step 1 of 3 | address
Continue to checkout | push button | Subtotal $40
Continue to delivery | push button | Subtotal $40 | address
Proceed to payment | push button | Order summary. Total $40 | address
Review your booking | push button | Total $40
Book reviews | link
Books | link
Order by date | push button
Orders | link
Transfer history | link
Donation FAQ | link
Subscriptions | link
Subscribers | page tab
Post archive | link
Sending a parcel: what to know | link
Payment methods we take | link
How to cancel an order | link
Joined groups | page tab
Agreement archive | link
Show price with tax | check box
In stock only | check box
Remember my choice | check box
Vegetarian | check box | Filter recipes
Apply filters | push button | Filter
Show 24 results | push button
Choose seats | push button | Flight BA12 · $240.00
Choose this room | push button | From $80
Pick a date | push button
Select dates | push button
Check availability | push button
Get directions | push button
See who voted | push button
Read terms | link
Compare plans | push button | $5 a month
Play trailer | push button
Pause | push button
Full size | push button
Dark mode | push button
Expand all | push button
Copy link | push button
Load older posts | push button
Show password | push button | | password
Hide password | push button | | password
Use a different card | push button | | card
Add another passenger | push button
Remove filter | push button
Clear filters | push button
Reset zoom | push button
Not this time | push button
No, keep it | push button
No, go back | push button
Keep my subscription | push button
Stay signed in | check box
Go back and edit | push button
Previous chapter | push button
Next chapter | push button
Share options | menu
Sort: newest first | push button
Print preview | push button
Return | key | Find a station | search
"""
FREE_JA = """
次へ | push button | ステップ1/3 | 住所
次へ進む | push button | お届け先の入力 | 住所
確認画面へ | push button | | 氏名
入力内容を確認する | push button | | 内容
レジへ進む | push button | 小計 4,000円
お支払い方法の選択へ | push button | 小計 4,000円 | 住所
予約状況を見る | push button
空室を検索 | push button
日付を選択 | push button
席を選ぶ | push button | 6,000円
プランを比較 | push button | 月額 500円
料金を見る | push button
寄付について | link
購読者一覧 | link
申し込み方法 | link
注文履歴を見る | link
送信済み | link
投稿一覧 | link
送金の流れ | link
予約の取り消し方法 | link
同意書の書き方 | link
退会について | link
会員登録とは | link
カートに追加 | push button | 2,000円
数量を増やす | push button
サイズを選ぶ | push button
絞り込む | push button
条件をクリア | push button
条件を変更 | push button
並べ替え | push button
新着順 | push button
もっと表示 | push button
すべて表示 | push button
閉じる | push button
戻って修正する | push button | 合計 4,000円
修正する | push button | ご注文内容の確認 合計 4,000円
いいえ、続けません | push button
いいえ、戻ります | push button
今はしない | push button
あとで決める | push button
前の章へ | push button
次の記事 | link
再生 | push button
一時停止 | push button
文字を大きく | push button
ふりがなを表示 | push button
パスワードを表示 | push button | | password
住所を自動入力 | push button | | 住所
地図を見る | push button
リンクをコピー | push button
写真を拡大 | push button
在庫ありのみ | check box
税込で表示 | check box
次回から自動入力 | check box
和食 | check box | レシピを絞り込む
レビューを読む | push button
よくある質問を見る | push button
公開中の作品 | link
利用規約を読む | link
Return | key | 駅を探す | 検索
"""


def press(line: str) -> tuple[Action, Evidence]:
    label, role, around, fields = (*(part.strip() for part in line.split("|")), "", "", "")[:4]
    form = tuple(FIELDS[name] for name in fields.split())
    texts = tuple(filter(None, (around, *(field.label for field in form))))
    evidence = Evidence(PLACE, texts=(*texts, label), near=texts, form=form)
    if role == "key":
        return Key(label), replace(evidence, target=replace(form[0], role="entry"))
    thing = Thing(label, role or "push button", known="tree")
    return Click(Point(5, 5)), replace(evidence, target=thing, form=(*form, thing))


def is_asked(line: str) -> tuple[bool, str]:
    action, evidence = press(line)
    found = judge(Proposal(ToolUse("t", "computer", {}), "computer", "act", "Act", action), evidence)
    return Policy.preset("careful").verdict(found).outcome == "ask", f"{found.consequence} {found.confidence:.2f}"


def lines(table: str) -> list[str]:
    return [line for line in table.splitlines() if line.strip()]


@pytest.mark.parametrize("line", [*lines(ASKED), *lines(ASKED_JA)])
def test_what_matters_is_asked_about(line: str):
    asked, said = is_asked(line)
    assert asked, said


@pytest.mark.parametrize("line", [*lines(FREE), *lines(FREE_JA)])
def test_what_does_not_matter_is_not(line: str):
    asked, said = is_asked(line)
    assert not asked, said
