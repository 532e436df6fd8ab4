"""What a reader notices about one sentence: who is spoken to, what is wanted, whether the task asked for it.

Numbers for the classifier, each with a name, so that a person can be told why a sentence was taken for an order.
"""

# ruff: noqa: E501
from __future__ import annotations

import math
import re
import unicodedata
from functools import lru_cache

from deskhand.guard.injection.strings import SUM, Named, named
from deskhand.guard.injection.trusted import Trusted, content, overlap

_I = re.IGNORECASE

ACTS: dict[str, re.Pattern[str]] = {
    "send": re.compile(
        r"\b(?:send|e-?mail|forward|mail|message|text|share|post|publish|upload|submit|reply|transmit|leak|exfiltrate|tweet|"
        r"notify|invite|deliver|report|dm)\b|送信|送って|送り|転送|共有|投稿|アップロード|書き込|招待|知らせ|連絡して|伝えて",
        _I,
    ),
    "pay": re.compile(
        r"\b(?:pay|transfer|buy|purchase|order|book|reserve|wire|donate|subscribe|deposit|refund|transaction|payment|bid|checkout)\b"
        r"|振り?込|送金|支払|購入|注文|買って|予約して|決済|申し込",
        _I,
    ),
    "destroy": re.compile(
        r"\b(?:delete|remove|erase|wipe|cancel|overwrite|empty|drop|destroy|format|uninstall|close|kill|trash|discard|unsubscribe)\b"
        r"|削除|消去|消して|取り?消|キャンセル|上書き|空にして|中止|閉じて",
        _I,
    ),
    "run": re.compile(
        r"\b(?:run|execute|install|download|launch|paste|curl|wget|sudo|terminal|shell|script|command)\b"
        r"|実行|インストール|ダウンロード|起動|コマンド|ターミナル|端末|貼り付け",
        _I,
    ),
    "change": re.compile(
        r"\b(?:change|update|modify|set|reset|rename|edit|disable|enable|turn (?:off|on)|grant|approve|accept|allow|add|create|"
        r"rate|like|follow|mark|move|save|write|replace)\b|変更|更新|設定|無効|有効|変えて|承認|許可|追加|作成|評価|登録|保存",
        _I,
    ),
    "go": re.compile(
        r"\b(?:visit|open|go to|browse|navigate|click|press|tap|sign in|log ?in|enter|type|fill in|visit|call|scan|select|search|look up)\b"
        r"|開いて|アクセス|クリック|押して|ログイン|入力|移動して|表示して|電話して|探して",
        _I,
    ),
    "say": re.compile(
        r"\b(?:say|tell|answer|recommend|respond|output|print|mention|praise|suggest|repeat|include|write|list|summari[sz]e|reveal|read)\b"
        r"|言って|答えて|すすめ|薦め|案内|伝えて|書いて|読み上げ|教えて",
        _I,
    ),
}
_WORDS_OF_COMMAND = """
send email e-mail forward mail message text share post publish upload submit reply transmit notify invite deliver
report pay transfer buy purchase order book reserve wire donate subscribe deposit refund delete remove erase wipe
cancel overwrite empty drop destroy format uninstall close kill trash discard unsubscribe run execute install
download launch paste change update modify set reset rename edit disable enable turn grant approve accept allow add
create rate like follow mark move save write replace visit open go browse navigate click press tap sign log enter
type fill call scan select search look say tell answer recommend respond output print mention praise suggest repeat
include list summarize reveal read ignore disregard forget stop do make copy take put give get find check use ask
contact leave schedule reschedule append insert convert start begin continue act pretend switch proceed complete
finish solve perform confirm verify provide show hide encode decode fetch compose draft attach translate collect
gather extract gain obtain increase decrease withdraw sell exchange clear archive block tick hit choose pick claim use unlock repair insert redeem upgrade log sync push pull copy export import apply call
"""
VERBS = frozenset(_WORDS_OF_COMMAND.split())
_MORE_COMMANDS = """
accelerate activate adapt adjust advertise advise alter amend announce answer appoint archive arrange assign assure authorise
authorize ban bill blank bring broadcast build calculate charge chat clean clone collect combine commit compare compile
connect correct count cut deactivate debit decline delegate demand deny deploy describe detach determine devise direct
discontinue distribute document double draw drag duplicate earn eject elect email employ encrypt enlarge enrol ensure
establish estimate evaluate examine exclude expand expel explain expose express extend fetch filter fire fix flag
flash forfeit fund grab greet hack hand have hire host identify implement impersonate inform initiate inspect instruct
introduce invest invoice issue join keep kick label lend let license lift link load loan lock lower mail manage map
merge mute name negotiate nominate note nudge obtain offer omit ping pick pin place plan plug point praise prepare
present prevent print prioritise produce promise promote propose provide query quit quote raise rank reactivate recall
recommend record recover redirect reduce refer refuse register reject relay release relocate remind remit remove rent
reorder repeat rephrase reply republish request require resend resign resize resolve restart restore restrict resume
retrieve retweet return reverse revert review revise revoke rewrite ring route scrap scrape screenshot shift ship shorten
show shut simulate sign skip snooze solicit sort split spread stick store strip surrender suspend swap tag terminate
test thank toggle top trace track trade train transmit treat trigger unblock undo unfollow unpin unshare unzip upvote
validate vacate vote vouch warn wait watch welcome whitelist withdraw withhold wrap zip
"""
COMMANDS = VERBS | frozenset(_MORE_COMMANDS.split())
"""What a wish may begin with where an act is held against it; the classifier was trained with `VERBS` alone."""
_START = re.compile(
    r"^\W*(?:(?:please|kindly|now|then|next|first|also|finally|and|just|instead|immediately|quickly|afterwards?|so|ok(?:ay)?|"
    r"could you|can you|would you|will you|you (?:must|should|need to|have to|are to|shall|will|can)|"
    r"make sure (?:to|that you)|be sure to|remember to|do not forget to|don't forget to|i (?:need|want|would like) you to|"
    r"[a-z-]+:)[\s,:]+){0,4}(?P<verb>[a-z-]+)",
    _I,
)
_CUES: dict[str, re.Pattern[str]] = {
    "asks": re.compile(
        r"\b(?:please|kindly|could you|can you|would you|would you mind|i need you|i want you|i'd like you)\b", _I
    ),
    "asks_ja": re.compile(
        r"(?:て|で)(?:ください|下さい|くれ|ほしい|欲しい|もらえ|いただけ|おいて|おけ|ね)|(?:せよ|しろ|なさい|すること|のこと|べし|お願いし|願います)|ように(?:して|せよ)"
    ),
    "must": re.compile(
        r"\b(?:must|have to|has to|need to|needs to|required to|shall|mandatory|make sure|ensure|be sure)\b|必ず|しなければ",
        _I,
    ),
    "machine": re.compile(
        r"\b(?:AI|A\.I\.|assistants?|agents?|language models?|LLMs?|chat ?bots?|bots?|GPT(?:-?\w+)?|ChatGPT|Claude|Gemini|Copilot|"
        r"automated (?:systems?|readers?)|the model|anthropic|openai|deskhand)\b|アシスタント|エージェント|言語モデル|自動(?:処理|応答)|人工知能|ボット",
        _I,
    ),
    "owner": re.compile(
        r"\b(?:the|your|this) (?:users?|owners?|operators?|humans?|person|principal|customers?|account holder)(?:'s)?\b|利用者|ユーザー|持ち主|依頼者|お客様の",
        _I,
    ),
    "orders": re.compile(
        r"\b(?:instructions?|orders?|prompts?|rules?|guidelines|directives?|system (?:message|prompt)|your (?:task|goal|job)|original task|"
        r"initial task|the task|tasks?|polic(?:y|ies))\b|指示|命令|作業|タスク|プロンプト|規則",
        _I,
    ),
    "breaks": re.compile(
        r"(?:^|[^a-z\s]\s*|\b(?:please|must|should|shall|and|now|then|to|kindly|completely|simply|just|first|so|do)\s)"
        r"(?:ignore|disregard|forget|override|overrule|skip|bypass|discard|drop|stop|instead|supersedes?|no longer|cancelled)\b"
        r"|無視|忘れて|取り消し|中止|代わりに",
        _I,
    ),
    "earlier": re.compile(
        r"\b(?:previous|prior|above|earlier|before|original|initial|former|current|so far)\b|これまで|以前|上記|今まで|元の",
        _I,
    ),
    "first": re.compile(
        r"\b(?:before (?:you|continuing|proceeding|anything|doing|answering)|in order to|first|to (?:continue|proceed|unlock|verify)|"
        r"after (?:that|this|you))\b|その前に|先に進むには|続けるには|まず",
        _I,
    ),
    "secret": re.compile(
        r"\b(?:do not|don't|never|without) (?:tell|inform|mention|ask|asking|telling|mentioning|confirm|notify|reveal|alert)\w*\b|"
        r"\b(?:secretly|silently|quietly|no confirmation|pre-?authori[sz]ed|already (?:agreed|approved|authori[sz]ed))\b|"
        r"(?:知らせ|言わ|確認し|伝え|聞か)(?:ない|ず)|許可は得",
        _I,
    ),
    "urgent": re.compile(
        r"\b(?:important|urgent|immediately|critical|at once|right now|asap|attention|warning|priority)\b|至急|緊急|重要|直ちに|今すぐ|ただちに",
        _I,
    ),
    "private": re.compile(
        r"\b(?:passwords?|credit card|card number|bank|security code|verification code|api keys?|tokens?|credentials?|private|confidential|"
        r"personal data|ssn|social security|passport|contacts|inbox|log-?ins?|secrets?|wallet|seed phrase|ssh|id_rsa|iban|address book)\b|"
        r"パスワード|カード番号|口座|暗証|認証コード|個人情報|連絡先|鍵|トークン",
        _I,
    ),
    "wants": re.compile(
        r"\b(?:wants?|asks?|asked|needs?|told|authori[sz]ed|would like) (?:you|me) to\b|望んで|頼んで", _I
    ),
    "me": re.compile(r"\b(?:me|my|mine|our|us|i'm|i am|i)\b|私|弊社|当社|わたし", _I),
    "you": re.compile(r"\b(?:you|your|yours)\b|あなた|貴方|お客様", _I),
    "markup": re.compile(
        r"<!--|-->|</?[A-Za-z_ ]+>|\[/?(?:[A-Z_]{3,}|[a-z]{4,})\]|={3,}|#{2,}|\*{3,}|-{3,}|\b(?:system|assistant|user|human)\s?:",
        _I,
    ),
    "mail": re.compile(
        r"^(?:hi|hello|dear|hey|best|kind|regards|thanks|cheers|sincerely)\b|^\W*(?:お世話|お疲れ|よろしく)", _I
    ),
    "question": re.compile(r"[?？]\s*$"),
    "nobutton": re.compile(r"^\S+(?:\s\S+)?$"),
}
NAMES = (
    "length", "shout", "imperative", "asked", "shared", "strange", "known", "sum", "handed", "fits", "empty task",
    *(f"does {act}" for act in ACTS), "does any", "target", *_CUES,
    "addressed order", "order about orders", "act with target", "act on private", "inner", "inner act", "told off", "called by name",
)  # fmt: skip

_CALLS = re.compile(
    r"^\W*(?:(?:dear|hey|hello|hi|attention|to|for|note to|note for|message to)[\s,]+)?(?:the\s|any\s|all\s)?"
    r"(?:AI\b|assistants?\b|agents?\b|(?:language )?models?\b|LLM|chat ?bots?\b|bots?\b|Claude\b|GPT|アシスタント|エージェント|モデル)",
    _I,
)
_NOUN = re.compile(
    r"(?:visit|trip|access|message|mail|email|call|order|report|review|change|update|share|view|search|book|text|post|transfer|"
    r"payment|copy|block|list|set|start|record|check|answer|reply|order|exchange) (?:to (?!the user|me\b|\S+@)[A-Z]|of|from [A-Z]|by|is|was|are|with [A-Z])",
    _I,
)
"""Words of command that are nouns here: ‘Visit to Pearl Harbor’, ‘Report of the year’."""
_CLAUSE = re.compile(r"[:;,(\"“「—]\s*|\s(?:and|then|to|do)\s", _I)
_TOLD_OFF = re.compile(
    r"(?:^|[^a-z\s]\s*|\b(?:please|must|should|shall|and|now|then|to|kindly|completely|simply|just|first|so|do)\s)"
    r"(?:ignore|disregard|forget|override|overrule|drop|discard|neglect|bypass|abandon)\b[^.!?]{0,24}?\b(?:"
    r"(?:all|any|your|the|every|those|these|of)\s(?:\w+\s){0,2}?(?:\w*struct\w*|orders|prompts?|rules|directions|directives?|tasks?|"
    r"guidelines|commands|system prompt)(?!\s+(?:of|in|for)\s+(?!(?:the|your)\s+(?:user|system|task|owner|person|developer|operator)))|(?:everything|all|anything|what(?:ever)?)\b[^.!?]{0,20}\b(?:above|before|so far|earlier|told|asked))"
    r"|\byour (?:previous|earlier|original|old|current) (?:task|instructions|job|goal)s? (?:is|are|has|have)\b"
    r"|(?:これまで|以前|上記|今まで|元|前)の(?:\S{0,6})?(?:指示|命令|作業|タスク|依頼)\S{0,6}(?:無視|忘れ|取り?消|中止|破棄)",
    _I,
)
_NAMED = re.compile(r"\W*@?(?P<name>[A-Z][a-z]+)(?:\s[A-Z][a-z]+)?(?::\s|,\s|\s(?:to|will|should|can you|could you)\s)")
"""Somebody is called, or has something to do: ‘Linda: mail the agenda’, ‘Mark to review the draft’."""
_NOT_NAMES = """
please note notes todo task tasks next then now first also finally reminder important urgent system assistant agent
user human admin attention instruction instructions message request action step warning notice info update command
order you it this that there we they he she who what i if when after before so well ok okay yes no thanks sorry
today tomorrow hi hello hey dear
"""
_NO_NAMES = frozenset(_NOT_NAMES.split())
_TELLING = ("asks", "asks_ja", "must", "wants", "machine", "owner", "orders", "breaks", "secret")
_KINDS = frozenset({"email", "host", "account", "phone", "path", "command"})


def cues(text: str, task: Trusted, document: frozenset[str], plain: str = "") -> list[float]:
    """The numbers for ``text``, in the order of `NAMES`. ``document``: the words of the rest of what was read.

    ``plain``: the sentence inside of what wraps it, where that is known. What it wants is read off that; whom a label
    addresses and how it shouts still counts.
    """
    text = unicodedata.normalize("NFKC", text)
    plain = unicodedata.normalize("NFKC", plain) or text
    words = content(text)
    names = named(text)
    strange = [name for name in names if name.kind in _KINDS and not knows(task, name)]
    seen = {name: 1.0 if pattern.search(text) else 0.0 for name, pattern in _CUES.items()}
    acts = {act: 1.0 if pattern.search(plain) else 0.0 for act, pattern in ACTS.items()}
    commands = imperative(plain)
    order = 1.0 if commands or seen["asks"] or seen["asks_ja"] or seen["must"] or seen["wants"] else 0.0
    any_act = max(acts.values())
    target = 1.0 if names or SUM.search(text) else 0.0
    inner = 1.0 if any(imperative(part) for part in _CLAUSE.split(plain)[1:]) else 0.0
    letters = [c for c in plain if c.isalpha()]
    shout = sum(c.isupper() for c in letters) / len(letters) if letters else 0.0
    return [
        min(2.0, math.log1p(len(plain)) / 3),
        shout if len(letters) > 8 else 0.0,
        1.0 if commands else 0.0,
        order,
        overlap(words, task.words),
        min(1.0, len(strange) / 2),
        1.0 if names and len(strange) < len(names) else 0.0,
        1.0 if SUM.search(text) else 0.0,
        1.0 if task.hands_over else 0.0,
        overlap(words, document),
        0.0 if task.text else 1.0,
        *acts.values(),
        any_act,
        target,
        *seen.values(),
        order * max(seen["machine"], seen["owner"]),
        seen["orders"] * seen["breaks"],
        order * any_act * (1.0 if strange else 0.0),
        order * any_act * seen["private"],
        inner,
        1.0 if inner and any_act and (strange or target) else 0.0,
        1.0 if told_off(text) else 0.0,
        1.0 if (called := _NAMED.match(text)) and called["name"].lower() not in _NO_NAMES else 0.0,
    ]


def asks_something(text: str) -> bool:
    """Whether a sentence has any sign of telling somebody to do something; ‘Thanks!’ and ‘Dear sir’ have none."""
    text = unicodedata.normalize("NFKC", text)
    return any(imperative(part) for part in _CLAUSE.split(text)) or any(_CUES[name].search(text) for name in _TELLING)


def wanted(text: str) -> bool:
    """Whether it asks or commands by its form: ‘please’, ‘must’, a verb at its beginning."""
    return imperative(text) or any(_CUES[name].search(text) for name in ("asks", "asks_ja", "must", "wants"))


_HAILED = re.compile(
    r"(?:機械|ロボット|人工知能|自動\w{0,4}|代行|おつかい)\w{0,3}(?:さん|くん|君|ちゃん|様|殿|どの|へ|よ)(?=[、，,：:。！!\s]|$)"
)
"""A machine is called as people are: 買い物係の機械さん、…. No number of the classifier's, which did not learn it."""


_NO_PEOPLE = re.compile(
    r"\b(?:not (?:an? )?humans?(?: beings?)?|non-?humans?"
    r"|automated (?:visitors?|clients?|users?|guests?|callers?|browsers?|readers?|agents?))\b"
    r"|人間?で(?:は)?ない|人間以外|自動化の方",
    _I,
)
"""Who is meant where no word for a machine is: ‘a visitor that is not a human being’. No number of the classifier's."""


@lru_cache(maxsize=2048)
def speaks_to_machines(text: str) -> bool:
    """Whether it speaks to a machine, of whom the machine serves, or of its orders."""
    text = unicodedata.normalize("NFKC", text)
    if _CUES["machine"].search(text) or _CUES["owner"].search(text):
        return True
    if _HAILED.search(text) or _NO_PEOPLE.search(text):
        return True
    return bool(_CUES["orders"].search(text) and _CUES["breaks"].search(text))


def told_off(text: str) -> bool:
    """Whether the reader is told to drop the orders it has."""
    return bool(_TOLD_OFF.search(text))


def calls_a_machine(text: str) -> bool:
    """Whether a text begins by calling an assistant, a model, a bot."""
    return bool(_CALLS.match(text) or _HAILED.search(text))


def imperative(text: str, verbs: frozenset[str] = VERBS) -> bool:
    """Whether an English sentence begins as a command: with one of ``verbs``, which is no noun there."""
    match = _START.match(text)
    return match is not None and match["verb"].casefold() in verbs and not _NOUN.match(text, match.start("verb"))


_USUAL = re.compile(r"(?:/home/[\w-]+|/root|~)(?:/(?:shared|desktop|documents|downloads|pictures|music|videos))?")
"""Folders in which a file lies that a person calls by its name alone."""


def knows(task: Trusted, name: Named) -> bool:
    """Whether the person named this too; of a file in their usual folders its name is enough."""
    if name in task.names or (len(name.value) > 3 and name.value in task.folded):
        return True
    folder, _, file = name.value.rpartition("/")
    return name.kind == "path" and _USUAL.fullmatch(folder) is not None and Named("path", file) in task.names
