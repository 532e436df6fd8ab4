"""Words that say it themselves, and what their place makes of them: *Remove* in a basket, *Reject* under a request."""

from __future__ import annotations

import re
from dataclasses import replace

from deskhand.guard.consequence import topics, words
from deskhand.guard.consequence.guess import Guess, around, has_secret_field, is_web
from deskhand.guard.consequence.labels import folded
from deskhand.guard.consequence.meaning import Meaning
from deskhand.guard.consequence.questions import asks_to_save, leads_out, of_question, to_trash
from deskhand.guard.evidence import Evidence, Thing

_ANSWERS = frozenset(
    {"decline", "maybe", "no", "reject", "deny", "refuse", "ignore", "辞退", "欠席", "却下", "拒否", "拒否する"}
)
_SECRET_ASKED = re.compile(r"password|passphrase|authenticat|パスワード|認証", re.IGNORECASE)
_AT_ONCE = re.compile(
    r"^(report|flag|send|publish|submit|(un)?follow|(un)?subscribe|up ?vote|down ?vote|repost)\b"
    r"(?! an? (bug|problem|fault|error|issue|outage|repair))|(通報|(?<!活動)(?<!事業)(?<!会計)(?<!年次)報告)(する)?$"
)
"""Links that do it at once, as labels under posts do."""
_PAYS_AT_ONCE = re.compile(
    r"(place|confirm|submit|complete|finish) (my |your |the |this )?(order|purchase|payment|booking)"
    r"|(pay|buy|order) now"
    r"|(注文|購入|支払い?|決済|予約)(内容)?を?確定(する)?"
)
_GOES_OUT = re.compile(
    r"send|submit|publish|\bpost\b|share|upload|mail|print|invite|\bcall\b|\bpay\b|purchase|buy|donate|screen|stream|message"
    r"|送|投稿|公開|共有|提出|購入|支払|印刷|招待|通話|end meeting|reply|forward|accept|decline|join"
)
"""Words for what leaves a program that works on files."""
_TALKS = re.compile(
    r"mail|thunderbird|evolution|geary|chat|zoom|teams|slack|discord|skype|signal|telegram|element|hexchat|pidgin|meet"
    r"|calendar|git|software|store|steam|bank|wallet|メール|チャット",
    re.IGNORECASE,
)
_WORKS_ON_FILES = re.compile(
    r"office|soffice|writer|calc|impress|edit|pad$|pluma|gimp|inkscape|paint|draw|krita|blender|audac|code|view|read|gnumeric"
    r"|abiword|evince|zathura|note|manager|thunar|pcman|xfe|hex",
    re.IGNORECASE,
)
_EDITS = re.compile(r"changes?\b|suggestions?|変更")
_LEAVES = re.compile(
    r"(leave|keep) (it|them|this|that|mine|ours|everything|all|things|as|alone)\b"
    r"|let ((it|them|this|that|things) be|me (look|see|check|think))\b"
)
_UNMASKS = re.compile(
    r"(show|hide|reveal|view) (the |my )?password|パスワードを?(表示|見る|隠す)(する)?", re.IGNORECASE
)
_ROOMS = re.compile(r"payments?|transfers?|billing|checkout|(ご)?(振込|振替|送金|お?支払い?|入出金|決済)")
"""Names of a site's rooms, without a word for doing anything there."""
_ONLY_SEES = re.compile(r"(view|watch|look|see) only|(見る|閲覧|表示|視聴)(だけ|のみ)(を?許可|許す)?(する)?")
_WATCHED = re.compile(
    r"(see|view|watch|control|share|access)\b.{0,30}\b(screen|computer|desktop)|(画面|遠隔|操作)", re.IGNORECASE
)
_OF_MAIL = re.compile(
    r"(delete|remove|drop) (this |the )?(filter|rule)s?|(フィルター?|振り?分け|ルール)を?(削除|消す)(する)?"
)
_MAILS = re.compile(r"mail|forward|filters|rules|inbox|post|転送|振り?分け|メール", re.IGNORECASE)
"""A shop's filters narrow a list; those of a mailbox send mail elsewhere."""
_HISTORY = re.compile(
    r"\b(revision|edit|page) history\b|^(history|revisions) (of|–|-|:)|変更履歴|編集履歴|の履歴", re.IGNORECASE
)
_BOOKS = re.compile(r"(book|reserve) (?!now)[^\d$€£¥]+$")
_RUNS_OWN = re.compile(
    r"(run|execute|evaluate)( (the |this |my |selected )?"
    r"(cells?|all|query|queries|sql|code|selection|selected|lines?|statements?|it|this|above|below|search|preview|simulation|tests?))*"
    r"|(セル|クエリ|問い合わせ|コード|選択範囲|この行|すべて|上まで|下まで)?(を)?実行(する)?"
)
"""What a page runs itself: a notebook's cell, a query. A program is called by its name, or run ‘anyway’."""
_SIGNS_IN = re.compile(r"(sign|log)[ -]?(in|on)|(ログイン|サインイン)(する)?")
_KNOWS_WHO = re.compile(
    r"\b(user|login|log-in|account|member|customer|card|code|pin|id)\b|会員|利用者|ユーザー|番号|コード|ＩＤ|ID",
    re.IGNORECASE,
)
"""What a page asks of whoever signs in on it, besides a password and what is personal."""
_BASKET = re.compile(r"\b(basket|bag|cart|trolley)\b|カート|かご|カゴ|バスケット")
_DROPS_FILE = re.compile(r".{0,12}(録画|録音|動画|画像|写真|ファイル|データ|音声|曲|資料|一覧|表|記録)を落とす")
"""落とす wins an auction, and fetches a file."""
_TURNS = re.compile(
    r"(de|re)?activate|enable|disable|revoke|suspend|rollback|roll back|install( now)?|update now|uninstall"
    r"|(有効|無効)(化|にする)|停止(する)?|失効(させる)?|今すぐ(更新|インストール)"
)
"""Links in a row of a table that are a bare verb do it, and lead to no form."""
_DOTS = "its dots say that a question follows"


def leads_to_form(thing: Thing, label: str, meaning: Meaning) -> bool:
    """Whether a link only leads to where something is changed or booked: ‘Change PIN’, ‘Book a delivery slot’."""
    return thing.role == "link" and (meaning.consequence == "settings" or _BOOKS.match(folded(label)) is not None)


def pays_at_once(label: str) -> bool:
    """Whether a link that is called so spends money itself, as links in shops do that look like buttons."""
    return _PAYS_AT_ONCE.fullmatch(folded(label)) is not None


def plain(thing: Thing, label: str, meaning: Meaning, evidence: Evidence, because: str) -> Guess:
    consequence, confidence, text = meaning.consequence, meaning.confidence, folded(label)
    about = topics.of_page(evidence)
    strongest = {topic.consequence: topic for topic in about}
    guess = Guess(consequence, confidence, (because,))
    if (
        thing.role == ""
        and meaning.kind == "phrase"
        and not is_web(evidence)
        and not evidence.dialog
        and not evidence.drawn
    ):
        return Guess("navigate", 0.65, (because, "words that may be no button"))
    if label.rstrip().endswith(("…", "...")) and (
        consequence not in ("navigate", "observe", "edit") or thing.role == "menu item"
    ):
        if consequence == "delete" and not to_trash(text, evidence):
            return replace(guess, confidence=0.75)  # eight of nine such buttons were wanted to be asked about
        if evidence.dialog and thing.is_button and not is_web(evidence):
            # ‘Format…’ under ‘All data will be lost’: the question stands there already.
            return of_question(because, evidence) or Guess("navigate", 0.8, (because, _DOTS))
        return Guess("navigate", 0.8, (because, _DOTS))
    match consequence:
        case _ if evidence.dialog and thing.is_button and _LEAVES.match(text):
            return Guess("navigate", 0.8, (because, "it leaves things as they are"))
        case "delete" if text in ("replace", "replace all", "置き換え", "置換") and words.around("find").search(
            around(evidence)
        ):
            return Guess("edit", 0.85, (because, "in a window for finding and replacing"))
        case "sign_in" if _UNMASKS.fullmatch(text) and has_secret_field(evidence):
            return Guess("navigate", 0.75, (because, "it shows what was typed"))
        case "delete" if text in ("取り消し", "取消", "取消し") and _may_call_off(evidence):
            return Guess("navigate", 0.8, (because, "what a dialog's way out is called"))
        case "delete" if thing.role == "link" and text in ("trash", "bin", "deleted", "ゴミ箱", "discard", "leave"):
            return Guess("navigate", 0.8, (because, "a link to a folder"))
        case "delete" if to_trash(text, evidence):
            return Guess(
                "edit", 0.75, (because, "from the wastebasket it can be got back"), "moves it to the wastebasket"
            )
        case "settings" if text in ("apply", "適用", "適用する") and is_web(evidence):
            near = " ".join(evidence.near[:6])
            if words.around("reduced").search(near):
                return Guess("edit", 0.8, (because, f"around it: ‘{near[:60]}’"))
            if re.search(r"job|career|position|salary|vacanc|求人|採用", around(evidence), re.IGNORECASE):
                return Guess("send", 0.8, (because, "on a page about jobs"))
        case "send" if text in ("print", "印刷", "印刷する") and not words.around("printing").search(around(evidence)):
            return Guess("navigate", 0.75, (because, "a dialog for printing follows"))
        case "navigate" if text in _ANSWERS and _asked_by_others(evidence):
            return Guess("send", 0.75, (because, "an answer to an invitation or a request"))
        case "navigate" if text in ("print", "印刷", "印刷する") and words.around("printing").search(around(evidence)):
            return Guess("send", 0.85, (because, "in a dialog for printing"))
        case "navigate" if text in ("no", "いいえ") and asks_to_save(evidence.dialog):
            return Guess("delete", 0.85, (because, "the question is whether to save"))
        case "delete" if text.startswith("remove") and words.around("cart").search(around(evidence)):
            return Guess("edit", 0.8, (because, "in a shopping cart"))
        case "sign_in" if thing.role == "link" and words.around("sign_up").fullmatch(text):
            return Guess("navigate", 0.78, (because, "a link that leads to a form"))
        case "sign_in" if (
            not has_secret_field(evidence)
            and (
                leads_to_sign_in(text, evidence)
                or (meaning.kind == "plain" and (thing.role == "link" or (is_web(evidence) and not evidence.form)))
            )
            and not _SECRET_ASKED.search(evidence.dialog)
        ):
            return Guess("navigate", 0.8, (because, "no field for a password is here yet"))
        case "sign_in" | "settings" | "send" | "pay" if text.endswith("はこちら") and is_web(evidence):
            return Guess("navigate", 0.75, (because, "words that point elsewhere"))
        case "sign_in" if text in ("登録", "登録する") and not is_web(evidence) and not has_secret_field(evidence):
            return Guess("save", 0.75, (because, "a program's own list, and no field for a password"))
        case "settings" if "address" in text and text.startswith(("change", "edit")) and "pay" in strongest:
            return Guess("navigate", 0.75, (because, "a step back in an order"))
        case "navigate" if text in ("block", "ブロック") and is_web(evidence) and not evidence.dialog:
            return Guess("settings", 0.7, (because, "on a page, and no answer to a question"))
        case "settings" | "install" if thing.role == "link" and _TURNS.fullmatch(text):
            return replace(guess, confidence=0.75)
        case "settings" | "sign_in" | "install" if thing.role == "link" and (
            consequence == "settings" or meaning.kind == "phrase"
        ):
            return Guess("navigate", 0.72, (because, "a link that leads to a form"))
        case "send" if thing.role == "link" and meaning.kind == "phrase" and not _AT_ONCE.search(text):
            return Guess("navigate", 0.72, (because, "a link that opens a form"))
        case "send" | "pay" if (
            not is_web(evidence)
            and (thing.role == "menu item" or _WORKS_ON_FILES.search(evidence.place.program))
            and not _GOES_OUT.search(text)
            and not _TALKS.search(f"{evidence.place.program} {evidence.place.window}")
        ):
            return Guess("edit", 0.6, (because, "in a program that works on files"))
        case "navigate" if text in ("stop", "停止") and strongest.keys() & {"pay", "settings"} and is_web(evidence):
            return Guess("settings", 0.7, (because, f"around it: ‘{about[0].because}’"))
        case "send" if thing.role == "link" and words.around("opens").fullmatch(text) and not _AT_ONCE.search(text):
            return Guess("navigate", 0.72, (because, "a link that opens a form"))
        case "send" if text == "submit" and "pay" in strongest and strongest["pay"].weight >= 0.75:
            return Guess("pay", 0.85, (because, strongest["pay"].because))
        case "pay" if _DROPS_FILE.fullmatch(text):
            return Guess("save", 0.75, (because, "it fetches a file"))
        case "pay" if thing.role == "link" and pays_at_once(label):
            return guess
        case "pay" if thing.role == "link" and meaning.kind == "phrase" and "pay" not in strongest:
            return Guess("navigate", 0.72, (because, "a link, and nothing around it is about money"))
        case "pay" if thing.role == "link" and (_ROOMS.fullmatch(text) or _BOOKS.match(text)):
            return Guess("navigate", 0.75, (because, "a link to where that is done"))
        case "pay" if thing.role == "link" and "pay" not in strongest:
            return replace(guess, confidence=0.75)
        case "save" if "settings" in strongest and text in ("save", "保存", "保存する", "save changes", "変更を保存"):
            return Guess("settings", 0.8, (because, strongest["settings"].because))
        case "save" | "edit" if re.fullmatch(r"create|作成(する)?", text) and has_secret_field(evidence):
            return Guess("sign_in", 0.85, (because, "a field for a password is here"))
        case "settings" if text.startswith(("allow", "許可", "grant", "enable")) and words.around("cookies").search(
            around(evidence)
        ):
            return Guess("accept", 0.9, (because, "the question is about consent"))
        case "install" if _RUNS_OWN.fullmatch(text) and is_web(evidence) and not evidence.dialog:
            return Guess("edit", 0.6, (because, "a page's own"))
        case "install" if text in ("更新", "実行") and thing.role == "link":
            return Guess("navigate", 0.6, (because,))
        case "accept" if not is_web(evidence) and not evidence.dialog and _EDITS.search(text):
            return Guess("edit", 0.8, (because, "changes in a document"))
        case "edit" | "save" if (
            thing.is_button and is_web(evidence) and topics.names_price(label) and not _BASKET.search(text)
        ):
            return Guess("pay", 0.65, (because, "a price stands on it"))
        case "edit" if text in ("undo", "revert", "rollback", "取り消し", "取り消す") and _HISTORY.search(
            evidence.place.window
        ):
            return Guess("send", 0.75, (because, "what others wrote is taken back for all"))
        case "navigate" | "observe" if _ONLY_SEES.fullmatch(text) and _WATCHED.search(around(evidence)):
            return Guess("settings", 0.75, (because, "somebody else asks to see the screen"))
        case "edit" if _OF_MAIL.fullmatch(text) and _MAILS.search(evidence.place.window):
            return Guess("delete", 0.75, (because, "it sorts mail, and nothing brings it back"))
        case "save" if text in ("rename", "名前を変更", "名前の変更") and "settings" in strongest and is_web(evidence):
            return Guess("settings", 0.7, (because, strongest["settings"].because))
        case "edit" if text == "flag" and thing.role == "link":
            return Guess("send", 0.7, (because, "a link that reports"))
        case "edit" | "navigate" | "observe" if evidence.dialog and thing.is_button and not leads_out(text):
            # A dialog's own danger outranks a mild word on it: ‘Replace’ under ‘The file exists already’.
            return of_question(because, evidence) or guess
        case _:
            pass
    return guess


def _may_call_off(evidence: Evidence) -> bool:
    """Whether 取り消し is a program's *Cancel*: not where the dialog itself is about calling something off."""
    return bool(evidence.dialog) and not is_web(evidence) and "取り消" not in evidence.dialog


def leads_to_sign_in(text: str, evidence: Evidence) -> bool:
    """Whether a page's *Sign in* hands nothing over yet, since no field for it is here."""
    seen = bool(evidence.form)  # of a page that tells nothing, nobody knows whether there is a field
    return seen and _SIGNS_IN.fullmatch(text) is not None and is_web(evidence) and not _asks_who(evidence)


def _asks_who(evidence: Evidence) -> bool:
    """Whether a field is here in which somebody says who they are: without one, *Sign in* leads to where it is."""
    return any(
        topics.is_personal(field) or _KNOWS_WHO.search(f"{field.label} {field.caption}") is not None
        for field in evidence.form
        if field.role in topics.FIELDS and not topics.is_search_field(field)
    ) or any(field.role in topics.FIELDS and not (field.label or field.caption) for field in evidence.form)


def _asked_by_others(evidence: Evidence) -> bool:
    near = " ".join(evidence.near[:10])
    return words.around("invited").search(near) is not None and not words.around("cookies").search(near)
