"""What instructions are about: files, folders, texts, labels, commands, numbers, in both languages, drawn anew each time."""

# ruff: noqa: E501, SIM905
from __future__ import annotations

import random
from collections.abc import Sequence

EN_WORDS = (
    "notes report todo list shopping letter draft plan budget invoice summary minutes agenda recipe diary journal memo log data readme ideas guests address contacts receipt order contract cv resume poem story "
    "homework essay schedule calendar bill tax income expenses rent trip travel packing garden kitchen meeting project backup archive old new final copy test sample example answer result results output numbers names colours "
    "birthday party wedding school work office team client sales stock prices menu songs books films photos friends family chores groceries insurance car bike house rules faq welcome index page about contact form survey signup login"
).split()
JA_WORDS = (
    "日記 メモ 予定 予定表 買い物 買い物リスト 報告書 請求書 見積書 議事録 手紙 下書き 原稿 名簿 住所録 会議 資料 計画 結果 答え 一覧 連絡先 料理 レシピ 旅行 写真 家計簿 家計 出費 宿題 作文 感想 卒論 履歴書 契約書 領収書 "
    "ノート リスト テスト サンプル データ プラン スケジュール アイデア レポート タスク 伝言 お知らせ 案内 挨拶 目次 歌詞 単語帳 在庫 売上 成績 出席 当番 引っ越し 古いメモ 新しいメモ 月報 週報 日報 控え"
).split()
ENDINGS = (
    "txt",
    "txt",
    "txt",
    "txt",
    "txt",
    "md",
    "csv",
    "html",
    "log",
    "json",
    "py",
    "pdf",
    "jpg",
    "png",
    "docx",
    "sh",
    "xml",
    "ini",
    "conf",
    "bak",
)
EN_FOLDERS = ("Archive", "Old", "Backup", "Photos", "Work", "Projects", "Invoices", "Receipts", "Taxes", "Letters", "Drafts", "Reports", "School", "Private", "Done", "Finished", "Misc", "2023", "2024", "Recipes", "Music files", "Old stuff",
              "To do", "January", "Holiday", "Notes", "Clients", "Bills", "Trips", "Family", "archive", "old", "backup", "done", "work", "photos", "Sorted", "Inbox", "Logs", "Papers", "Travel", "Contracts")  # fmt: skip
JA_FOLDERS = ("控え", "済み", "完了", "写真", "仕事", "古い", "古いもの", "過去", "保管", "保管庫", "アーカイブ", "バックアップ", "請求書", "領収書", "旅行", "家族", "学校", "会議", "下書き", "提出済み", "税金", "2023年", "個人", "重要", "資料", "プロジェクト", "レシピ", "整理済み", "未整理", "倉庫")  # fmt: skip
EN_TEXTS = (
    "hello", "Hello, world!", "good morning", "Happy birthday", "milk", "eggs", "bread", "call mum", "Buy milk", "see you tomorrow", "The end", "Done.", "Dear Sir or Madam", "Best regards", "Meeting at 3 pm", "Room 12", "42", "3.14", "abc", "yes", "no", "first line", "second line",
    "water the plants", "Pay the rent", "Thank you for your help", "Everything is fine", "version 2", "TODO: fix this", "draft", "final", "Kind regards, Anna", "It rains today", "open and save", "close the window", "Paris", "Tokyo", "Berlin", "Anna", "Bob", "Smith", "Maria Lopez", "anna@example.org",
    "colour", "color", "cat", "dog", "apple", "orange", "Monday", "Friday", "2024", "2025", "London", "tea", "coffee", "red", "green", "blue", "passport", "toothbrush", "lunch with Tom at noon", "Nothing to see here", "new words", "a b c", "ten", "price: 20", "chapter one",
)  # fmt: skip
JA_TEXTS = (
    "こんにちは", "おはよう", "こんにちは、世界", "牛乳", "卵", "パン", "ありがとうございます", "さようなら", "よろしくお願いします", "明日は休み", "会議は3時から", "終わり", "完了", "テスト", "東京", "京都", "大阪", "山田", "田中太郎", "鈴木", "りんご", "みかん", "一番目", "二番目", "お疲れさまでした", "犬", "猫",
    "今日は晴れ", "歯医者に電話", "洗剤を買う", "夜は早く寝た。", "請求書を送る", "第1章", "下書き", "清書しました", "広い画面", "はじめまして", "月曜日", "金曜日", "昨日", "お茶", "コーヒー", "赤", "青", "緑", "2024年", "12345", "abc", "Hello", "OK", "保存して閉じる", "至急", "未定", "済", "家賃", "水やり", "誕生日おめでとう",
)  # fmt: skip
EN_LABELS = ("Save", "OK", "Cancel", "Send", "Submit", "Next", "Back", "Go", "Search", "Login", "Log in", "Sign up", "Apply", "Close", "Help", "Don't Save", "Discard", "Yes", "No", "Delete", "Replace", "Opening hours", "Contact", "About us",
             "Prices", "Download", "Edit", "Home", "Settings", "Open", "Print", "Continue", "Add to cart", "Products", "Menu", "Details", "More", "Reset", "Register", "New", "Confirm", "Imprint", "Calculate", "Start", "Stop", "Refresh")  # fmt: skip
JA_LABELS = ("保存", "OK", "キャンセル", "送信", "次へ", "戻る", "検索", "ログイン", "登録", "適用", "閉じる", "ヘルプ", "保存しない", "破棄", "はい", "いいえ", "削除", "置換", "営業時間", "お問い合わせ", "会社案内", "料金", "ダウンロード", "編集", "ホーム", "設定", "開く", "印刷", "続行", "確認", "開始", "リセット", "新規", "更新", "送る", "Go", "Save")  # fmt: skip
EN_FIELDS = ("Name", "Email", "E-mail", "City", "Address", "Phone", "Password", "Comment", "Message", "Search", "First name", "Last name", "Street", "Subject", "Country", "Age", "Company", "Title", "Date", "Username", "Zip", "Notes", "Quantity", "Color", "Size", "Language", "name", "city", "email")  # fmt: skip
JA_FIELDS = ("名前", "氏名", "メール", "住所", "電話", "電話番号", "件名", "都市", "市", "コメント", "メッセージ", "検索", "姓", "名", "年齢", "会社", "パスワード", "題名", "日付", "国", "数量", "サイズ", "備考", "ご意見", "郵便番号", "City", "Name", "色", "言語")  # fmt: skip
EN_CHECKS = ("Newsletter", "Remember me", "I agree", "Terms", "Gift wrap", "Express", "Updates", "Match case", "Wrap around", "Dark mode", "Notifications", "Vegetarian", "Sounds", "Subscribe", "Auto save", "Large print")  # fmt: skip
JA_CHECKS = ("ニュースレター", "同意する", "利用規約", "ログイン状態を保持", "速達", "お知らせ", "通知", "大文字小文字を区別", "ギフト包装", "購読", "自動保存", "Newsletter", "菜食")  # fmt: skip
EN_VALUES = ("Total", "Sum", "Price", "Balance", "Subtotal", "Tax", "VAT", "Amount due", "Deposit", "Rent", "Shipping", "Date", "Order number", "Discount", "Temperature", "Phone", "Quantity", "Due date", "Number", "Score")  # fmt: skip
JA_VALUES = ("合計", "小計", "金額", "残高", "税", "消費税", "送料", "日付", "注文番号", "割引", "温度", "家賃", "請求額", "数量", "支払期限", "Total", "電話番号", "点数")  # fmt: skip
COMMANDS = ("ls", "pwd", "date", "whoami", "hostname", "uname -a", "uname -r", "echo hello", "echo $((17*23))", "echo $((365*24))", "seq 5", "seq 1 10", "cal", "uptime", "df -h", "ls -l", "ls /tmp", "cat notes.txt", "wc -l notes.txt", "printf abc",
            "id", "env", "free -m", "nproc", "which python3", "python3 --version", "seq -s- 3 9", "head -3 log.txt", "du -sh .", "expr 6 + 7", "tty", "ps", "arch", "mkdir x", "touch a.txt", "sort names.txt", "history")  # fmt: skip
ADDRESSES = ("https://example.org", "https://www.example.com/page", "http://localhost:8000", "www.example.org", "example.com", "https://docs.python.org", "http://127.0.0.1:8080/index.html", "https://example.net/a?b=1", "about:blank", "wikipedia.org", "https://example.co.jp")  # fmt: skip
CHORDS = (
    "ctrl+s",
    "Ctrl+A",
    "ctrl+c",
    "Ctrl-V",
    "ctrl+z",
    "alt+F4",
    "Alt+Tab",
    "ctrl+shift+t",
    "Ctrl+N",
    "ctrl+f",
    "shift+Tab",
    "ctrl+Home",
    "Ctrl + S",
    "ctrl-a",
    "CTRL+W",
    "ctrl+End",
)
EN_KEYS = ("Enter", "enter", "Return", "Escape", "Esc", "escape", "Tab", "tab", "space", "Backspace", "Delete", "Home", "End", "page down", "Page Up", "F5", "F11", "f1", "down arrow", "up arrow", "left arrow", "esc", "ENTER", "backspace", "space bar")  # fmt: skip
JA_KEYS = ("Enter", "エンター", "Esc", "エスケープ", "Tab", "タブ", "スペース", "Backspace", "バックスペース", "Delete", "デリート", "Home", "End", "F5", "F11", "下矢印", "上矢印", "左矢印", "ページダウン", "ENTER", "enter", "tab", "リターン")  # fmt: skip
EN_MENUS = (("File", "Save As"), ("File", "Save"), ("File", "New"), ("File", "Open"), ("Edit", "Select All"), ("Edit", "Copy"), ("Edit", "Paste"), ("View", "Full Screen"), ("Help", "About"), ("Edit", "Find"), ("Search", "Find and Replace"), ("Edit", "Undo"),
            ("File", "Quit"), ("Document", "Word Wrap"), ("Tools", "Options"), ("View", "Line Numbers"), ("Insert", "Table"), ("Format", "Font"), ("Edit", "Preferences"), ("View", "Zoom In"), ("File", "Print"), ("Bookmarks", "Add"))  # fmt: skip
JA_MENUS = (("ファイル", "保存"), ("ファイル", "名前を付けて保存"), ("ファイル", "開く"), ("編集", "すべて選択"), ("編集", "コピー"), ("編集", "貼り付け"), ("表示", "全画面表示"), ("ヘルプ", "バージョン情報"), ("編集", "検索"), ("編集", "元に戻す"), ("ファイル", "終了"), ("File", "Save As"), ("Edit", "Select All"), ("File", "New"))  # fmt: skip
EN_PROGRAMS = ("calculator", "calculator", "calc", "calculator app", "text editor", "text editor", "editor", "notepad", "terminal", "terminal", "console", "shell", "web browser", "browser", "browser", "chromium", "file manager", "file manager", "file browser", "files app", "terminal window", "mousepad", "galculator", "xterm", "pcmanfm", "command line")  # fmt: skip
JA_PROGRAMS = ("電卓", "電卓", "計算機", "電卓アプリ", "テキストエディタ", "テキストエディタ", "テキストエディター", "エディタ", "エディター", "メモ帳", "ターミナル", "ターミナル", "端末", "コンソール", "ブラウザ", "ブラウザ", "ブラウザー", "ウェブブラウザ", "ファイルマネージャー", "ファイルマネージャ", "エクスプローラー", "ファイラー")  # fmt: skip
EN_WELL_KNOWN = (
    "shared",
    "shared",
    "shared",
    "shared",
    "home",
    "desktop",
    "documents",
    "downloads",
    "pictures",
    "Shared",
    "Documents",
    "Downloads",
    "Desktop",
)
JA_WELL_KNOWN = ("共有", "共有", "共有", "共有", "ホーム", "デスクトップ", "書類", "ドキュメント", "ダウンロード")
NUMBER_WORDS = (
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "twelve",
    "fifteen",
    "twenty",
    "thirty",
    "fifty",
    "hundred",
)


class Draw:
    """Draws things for one instruction; the same kind of thing never twice the same."""

    def __init__(self, rng: random.Random, language: str) -> None:
        self.rng = rng
        self.japanese = language == "ja"
        self.used: set[str] = set()

    def one(self, english: Sequence[str], japanese: Sequence[str]) -> str:
        pool = japanese if self.japanese else english
        for _ in range(8):
            found = self.rng.choice(pool)
            if found not in self.used:
                break
        self.used.add(found)
        return found

    def file(self) -> str:
        rng = self.rng
        if self.japanese and rng.random() < 0.5:
            stem = self.one(JA_WORDS, JA_WORDS)
            if rng.random() < 0.2:
                stem += rng.choice(("2", "_新", "1", "2024", "_旧", "-控え"))
        else:
            stem = self.one(EN_WORDS, EN_WORDS)
            shape = rng.random()
            if shape < 0.2:
                stem += rng.choice(("-", "_", "")) + rng.choice(EN_WORDS)
            elif shape < 0.35:
                stem += rng.choice(("1", "2", "-2024", "_v2", "001", "-old", "_final", "3"))
            elif shape < 0.45:
                stem = stem.capitalize()
        name = f"{stem}.{rng.choice(ENDINGS)}"
        if name in self.used:
            return self.file()
        self.used.add(name)
        return name

    def named_folder(self) -> str:
        return self.one(EN_FOLDERS, JA_FOLDERS + EN_FOLDERS[:8])

    def text(self) -> str:
        if self.rng.random() < 0.15:
            return f"{self.one(EN_TEXTS, JA_TEXTS)}{' ' if not self.japanese else ''}{self.one(EN_TEXTS, JA_TEXTS)}"
        return self.one(EN_TEXTS, JA_TEXTS)

    def number(self, big: bool = True) -> str:
        rng = self.rng
        shape = rng.random()
        if not big:
            return str(rng.randint(2, 12))
        if shape < 0.5:
            return str(rng.randint(2, 99))
        if shape < 0.85:
            return str(rng.randint(100, 9999))
        if shape < 0.93:
            return f"{rng.randint(0, 99)}.{rng.randint(1, 99)}"
        return f"{rng.randint(1, 99)},{rng.randint(100, 999)}"
