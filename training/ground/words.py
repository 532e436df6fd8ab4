"""The words of invented pages and windows, in both languages. What they say does not matter, how they look does."""

# ruff: noqa: E501
from __future__ import annotations

import random
from typing import Literal

Language = Literal["en", "ja"]

ACTIONS = {
    "en": "Save|Save changes|Cancel|OK|Apply|Close|Submit|Send|Next|Back|Continue|Delete|Remove|Add item|New file|Create account"
    "|Log in|Sign in|Sign up|Search|Reset|Refresh|Download|Upload|Export|Import|Print|Preview|Edit|Duplicate|Share|Copy link"
    "|Book now|Add to cart|Check out|Pay 24.00 €|Compare|Subscribe|Unsubscribe|Archive|Restore|Install|Update|Retry|Skip"
    "|Browse…|Choose…|Advanced…|More|Details|Help|Undo|Redo|Start|Stop|Pause|Record|Reply|Forward|Mark all as read|Approve"
    "|Reject|Assign|Invite people|Change password|Log out|Yes|No|Don't save|Connect|Disconnect|Test|Run|Calculate|Confirm",
    "ja": "保存|変更を保存|キャンセル|OK|適用|閉じる|送信|次へ|戻る|続ける|削除|取り消す|追加|新規作成|アカウント作成|ログイン|登録する"
    "|検索|リセット|更新|ダウンロード|アップロード|書き出し|読み込み|印刷|プレビュー|編集|複製|共有|リンクをコピー|予約する"
    "|カートに入れる|購入手続きへ|支払う|比較|購読する|アーカイブ|復元|インストール|再試行|スキップ|参照…|選択…|詳細設定…"
    "|もっと見る|詳細|ヘルプ|元に戻す|やり直し|開始|停止|一時停止|録音|返信|転送|すべて既読にする|承認|却下|招待する"
    "|パスワード変更|ログアウト|はい|いいえ|保存しない|接続|切断|テスト|実行|計算|確認|確定する",
}
FIELDS = {
    "en": "Name|First name|Last name|E-mail|E-mail address|Phone|Company|Street|City|Postcode|Country|Password|Confirm password"
    "|User name|Title|Subject|Message|Comment|Notes|Date of birth|Start date|End date|Amount|Quantity|Price|Discount code"
    "|Card number|IBAN|Website|Search|Filter|File name|Folder|Host|Port|Width|Height|Description|Reference|Order number|To|Cc"
    "|From|Destination|Guests|Room|Department|Job title|Language|Time zone|Currency|Category|Tags|Colour|Size|Font|Zoom",
    "ja": "名前|姓|名|メールアドレス|電話番号|会社名|住所|市区町村|郵便番号|国|パスワード|パスワード(確認)|ユーザー名|タイトル|件名|本文"
    "|コメント|備考|生年月日|開始日|終了日|金額|数量|価格|クーポンコード|カード番号|口座番号|ウェブサイト|検索|絞り込み|ファイル名"
    "|フォルダー|ホスト|ポート|幅|高さ|説明|参照番号|注文番号|宛先|差出人|目的地|人数|部屋|部署|役職|言語|タイムゾーン|通貨"
    "|カテゴリー|タグ|色|サイズ|フォント|拡大率|フリガナ",
}
OPTIONS = {
    "en": "Send me the newsletter|Remember me|I agree to the terms|Show hidden files|Use dark theme|Enable notifications|Gift wrap"
    "|Express delivery|Standard delivery|Pick up in store|Monthly|Yearly|Small|Medium|Large|Ask every time|Never|Always"
    "|Automatic updates|Play sounds|Wrap lines|Match case|Whole word|Bold|Italic|Public|Private|Only me|Cash|Credit card"
    "|Bank transfer|Window seat|Aisle seat|Breakfast included|Pets allowed|Bluetooth|Wi-Fi|Airplane mode|Location|Backup"
    "|Spell check|Line numbers|Auto save|Left|Right|Centre|Full screen|Red|Green|Blue|English|Japanese|German",
    "ja": "メールマガジンを受け取る|ログイン状態を保持|利用規約に同意する|隠しファイルを表示|ダークテーマ|通知を有効にする|ギフト包装"
    "|お急ぎ便|通常配送|店舗受取|月払い|年払い|小|中|大|毎回確認する|しない|常に|自動更新|サウンド|行を折り返す|大文字小文字を区別"
    "|単語単位|太字|斜体|公開|非公開|自分のみ|現金|クレジットカード|銀行振込|窓側|通路側|朝食付き|ペット可|位置情報|バックアップ"
    "|スペルチェック|行番号|自動保存|左揃え|右揃え|中央揃え|全画面|赤|緑|青|英語|日本語|男性|女性|回答しない",
}
PLACES = {
    "en": "Home|Inbox|Drafts|Sent|Trash|Projects|Calendar|Contacts|Files|Settings|Profile|Reports|Dashboard|Orders|Products|Customers"
    "|Messages|Billing|Team|Security|General|Appearance|Privacy|Network|Sound|Display|Keyboard|Users|Plugins|Downloads|Music"
    "|Pictures|Videos|Documents|Desktop|Favourites|Recent|Overview|Activity|Tasks|Statistics|About|Support|FAQ|Pricing|Blog",
    "ja": "ホーム|受信トレイ|下書き|送信済み|ごみ箱|プロジェクト|カレンダー|連絡先|ファイル|設定|プロフィール|レポート|ダッシュボード"
    "|注文|商品|顧客|メッセージ|請求|チーム|セキュリティ|一般|外観|プライバシー|ネットワーク|サウンド|ディスプレイ|キーボード"
    "|ユーザー|プラグイン|ダウンロード|ミュージック|画像|ビデオ|ドキュメント|デスクトップ|お気に入り|最近|概要|アクティビティ"
    "|タスク|統計|このアプリについて|サポート|よくある質問|料金|ブログ",
}
MENUS = {
    "en": "File|Edit|View|Insert|Format|Tools|Search|Window|Help|Bookmarks|Go|Options|Table|Image|Layers|Terminal|Project|Build",
    "ja": "ファイル|編集|表示|挿入|書式|ツール|検索|ウィンドウ|ヘルプ|ブックマーク|移動|オプション|表|画像|レイヤー|ターミナル",
}
PEOPLE = {
    "en": "Ada Lovelace|Tom Baker|Maria Rossi|Jens Holm|Aisha Khan|Peter Novak|Lucy Chen|Oscar Diaz|Emma Brown|Noah Weber|Ivy Moore",
    "ja": "佐藤 花子|鈴木 一郎|高橋 健|田中 美咲|伊藤 翔太|渡辺 由美|山本 大輔|中村 さくら|小林 誠|加藤 葵|吉田 直樹",
}
THINGS = {
    "en": "Desk lamp|Blue notebook|Green tea 100 g|USB cable|Coffee mug|Winter coat|Wall clock|Garden chair|Running shoes|Tent for two"
    "|Annual report|Meeting minutes|Budget 2026|Travel plan|Holiday photos|Invoice 4711|Contract draft|Shopping list|Release notes",
    "ja": "デスクライト|青いノート|緑茶 100g|USBケーブル|マグカップ|冬用コート|壁掛け時計|ガーデンチェア|ランニングシューズ|テント"
    "|年次報告書|議事録|予算2026|旅行計画|休暇の写真|請求書4711|契約書案|買い物リスト|リリースノート|見積書",
}
SENTENCES = {
    "en": "Your order will arrive between Tuesday and Thursday.|Changes take effect after the next start.|We never share your data."
    "|Please fill in all fields marked with a star.|Three people are looking at this page right now.|The meeting moved to Room 204."
    "|This cannot be undone.|Drag files here or choose them from your computer.|Rated 4.5 of 5 by 213 customers."
    "|You have 3 unread messages and 1 task that is due today.|The password needs at least 12 characters.",
    "ja": "ご注文の商品は火曜日から木曜日の間に届きます。|変更は次回の起動後に有効になります。|お客様の情報を第三者に提供することはありません。"
    "|*のついた項目は必ず入力してください。|現在3人がこのページを見ています。|会議の場所は204号室に変わりました。|この操作は取り消せません。"
    "|ファイルをここにドラッグするか、選択してください。|未読メッセージが3件、本日期限のタスクが1件あります。|パスワードは12文字以上必要です。",
}
COLUMNS = {
    "en": "Name|Size|Type|Modified|Date|Amount|Status|Owner|Price|Stock|Due|Priority|City|E-mail|Total|ID",
    "ja": "名前|サイズ|種類|更新日時|日付|金額|状態|所有者|価格|在庫|期限|優先度|都市|メール|合計|番号",
}
STATUSES = {
    "en": "Open|Closed|Paid|Overdue|Draft|Active|Pending|Done|High|Low|Folder|Text|Image|PDF",
    "ja": "未対応|完了|支払済|期限超過|下書き|有効|保留|終了|高|低|フォルダー|テキスト|画像|PDF",
}


class Words:
    """Draws words; within one page a kind of word is not drawn twice until all were."""

    def __init__(self, rng: random.Random, language: Language) -> None:
        self._rng = rng
        self._language = language
        self._left: dict[int, list[str]] = {}

    def of(self, pool: dict[str, str]) -> str:
        left = self._left.get(id(pool))
        if not left:
            left = pool[self._language].split("|")
            if self._language == "ja" and self._rng.random() < 0.08:
                left = pool["en"].split("|")  # a stray English page in a Japanese product
            self._rng.shuffle(left)
            self._left[id(pool)] = left
        return left.pop()

    def date(self) -> str:
        year, month, day = self._rng.randint(2019, 2027), self._rng.randint(1, 12), self._rng.randint(1, 28)
        if self._language == "ja":
            return self._rng.choice((f"{year}年{month}月{day}日", f"{year}/{month:02}/{day:02}"))
        return self._rng.choice((f"{year}-{month:02}-{day:02}", f"{day:02}/{month:02}/{year}", f"{day}.{month}.{year}"))

    def number(self) -> str:
        return self._rng.choice(
            (str(self._rng.randint(0, 99)), f"{self._rng.uniform(1, 9999):,.2f}", f"{self._rng.randint(1, 900)} KB")
        )

    def file(self) -> str:
        stem = self.of(THINGS).lower().replace(" ", self._rng.choice(("_", "-", " ")))
        return stem + self._rng.choice((".txt", ".pdf", ".png", ".ods", ".csv", ".zip", ""))

    def sentences(self, count: int) -> str:
        return ("" if self._language == "ja" else " ").join(self.of(SENTENCES) for _ in range(count))

    def value(self) -> str:
        """What somebody typed into a field."""
        return self._rng.choice(
            (
                self.of(PEOPLE),
                self.of(THINGS),
                self.date(),
                self.number(),
                f"user{self._rng.randint(1, 99)}@example.org",
            )
        )

    def cell(self) -> str:
        return self._rng.choice((self.date, self.number, lambda: self.of(STATUSES), lambda: self.of(PEOPLE)))()
