"""Japanese sentences to clauses: cut behind each joining form, reasons and politeness taken off.

A clause ends in a te-form (並べ替えて), a stem before a comma (保存し、) or with the sentence; ので, から and けど end
what is only told. 表示されている does not end one: what follows shows it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from deskhand.models.local.understand.roles.japanese.lexicon import BARE, Predicate, predicates

_STOP = re.compile(r"[。！!？?]+|\s*\n\s*|\s*[;→⇒]\s*|\.(?=\s|$)")
_ASK = (
    r"(?:ください(?:ませんか|ますか|ませ|ね|な)?|くださ|下さい(?:ませんか|ますか|ね)?|くださる.*|(?:ほしい|欲しい)(?:です|のですが|んですが|んですけど|んだけど|んだ|の|な)*|もらえ(?:ますか|ませんか|ないでしょうか|る(?:かな|と.*)?|ない(?:かな)?|ますでしょうか|たら.*)"
    r"|いただけ(?:ますか|ませんか|ないでしょうか|る(?:と.*)?|れば.*|ますでしょうか)|頂け(?:ますか|ませんか)|いただきたい(?:です|のですが)?|もらいたい(?:です|な)?|もらって(?:も)?いい(?:ですか|かな)?|ちょうだい|頂戴|くれ(?:ますか|ませんか|る(?:かな)?|ない(?:かな|か)?|たら.*)?|も?いい(?:です(?:か|よ)?|よ|から)?|おくれ|みて(?:ください)?|あげて|お願い(?:します|できますか|できる)?|欲しく)"
)
_AFTER_TE = re.compile(
    rf"(?:(?:おい|い|き|しまっ|み|いっ)て(?=[^いあ]|$)|おき(?=たい|ます)|おく|おいとい)?て?(?P<ask>{_ASK})?(?:[ねよなさー〜…、。？?\s]|です|けど|ます|か(?!ら)|の(?!で))*$"
)
_GOES_ON = re.compile(
    r"(?:い(?:る|た|ない|ます|て|な|れ)|る|た(?!い)|ある|あっ|あり|お(?:ら|り)|なくて|ば|も(?!い)|は(?:い|な|だめ)|ない|しまう|しまった|き(?:た|て)|み(?:た|る))"
)
_LEAD = re.compile(
    r"(?:[\s、,・。ー]+|(?:まず(?:は|はじめに)?|はじめに|次に|つぎに|それから|そのあとに?で?は?|その後に?で?は?|そして|続いて|続けて|最後に(?=[^あ追足書「\ue000])|また|さらに|では|それでは|それで|じゃあ?|すみませんが?|すいませんが?|ごめん(?:なさい)?|悪いけど|わるいけど|恐れ入りますが|お手数ですが|申し訳ないけど|できれば|もしよければ|よければ|よかったら|ついでに|終わったら|できたら|その上で|そのうえで|なお|ねえ|ねぇ|ちょっと|えっと|えーと|あのさ?|どうか|ぜひ|とりあえず|いったん|一回|すぐに?|今すぐ|急いで|そのまま|やっぱり?|あとは?(?=[、,])|見たら)(?=[、,\s]|[^ぁ-ん]|この|その|あの|これ|それ|すべて|ぜんぶ|もう))+"
)
_IDLE = re.compile(
    r"(?:(?:よろしく|宜しく)(?:お願い(?:します|いたします|ね)?|ね)?|お?願い(?:します|いたします|ね|できる|できますか)?|ありがとう(?:ございます)?|助かります|以上です?|すみません|ごめん(?:なさい)?|こんにちは|おはよう(?:ございます)?|はい|ね|よ|急ぎません|急ぎで|です)"
)
_REASON = re.compile(
    r"(?P<told>[^。]*?(?:[だるいたうくすつむぶぬぐ]|な(?=ので)|です|ます|ません|ました|でした|なん|ん))(?P<by>(?<=な)ので|ので|んで(?=[、\s])|から(?=[、,\s]|[^ぁ-ん])|(?:んだ|んです|のです|です|ます|だ)?けど[、,\s]?|(?:のです|んです)が[、,\s]?|ため(?:に)?[、,])[、,\s]*"
)
_WISHED = re.compile(r"(?:たい|ほしい|欲しい|もらえ|いただけ)(?:のです|んです|ん|の|だ|です)*$")
_TOLD = re.compile(
    r".*(?:ました|でした|ません|です(?:よ|ね)?|だった|だよ|じゃま|邪魔|いや|うざい|うるさい|まぶしい|見えない|見づらい|見にくい|読めない|読みにくい|小さすぎ(?:る|て)?|大きすぎ(?:る|て)?|速すぎ(?:る)?|遅すぎ(?:る)?|いらない|てる|ている|てた|ちゃった|だ|かも|みたい|らしい|なんだ|[にが]ある|[にが]あります|[にが]入ってます)(?:[よねな]|ー|けど)*"
)
_LEFT_ALONE = re.compile(
    r"[^をに]{1,12}(?:は|を)(?:そのまま|残し(?:て|た))(?:に|で)?(?:して(?:おいて)?|いい)?|(?:違|ちが)ったら何もしない|(?:.*?(?:は|を|も|には|まで))?(?:まだ|絶対に?|勝手に)?[^をはが、]{0,8}?(?:し|触ら|さわら|変え|消さ|いじら|動かさ|閉じ|さ|開か|使わ|気にし)(?:ない(?:で|まま)|なくて(?:いい|大丈夫))(?:ください|ね|よ|いい)?"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """What stands before the verb, the verb in its dictionary form, and the whole."""

    body: str
    verb: str
    text: str
    asks: bool = False
    """A question mark stands behind it."""
    can: bool = False
    """Asked whether it can be done: 変えられますか."""


@dataclass(slots=True)
class Said:
    clauses: list[Clause] = field(default_factory=list[Clause])
    asides: list[str] = field(default_factory=list[str])


def sentences(text: str) -> list[str]:
    """Sentences, each with its question mark."""
    text = re.sub(r"(?<=[^\x00-\x7f])[ \u3000]+(?=[^\x00-\x7f])", "", text)
    found: list[str] = []
    start = 0
    for stop in _STOP.finditer(text):
        found.append(text[start : stop.start()] + ("？" if re.search("[?？]", stop[0]) else ""))
        start = stop.end()
    found.append(text[start:])
    return [part.strip(" 　\t、,") for part in found if part.strip(" 　\t、,？・:ーw笑")]


def trimmed(text: str) -> str:
    """Without what opens it politely."""
    text = text.strip(" 　\t、,。")
    lead = _LEAD.match(text)
    return (text[lead.end() :] if lead is not None else text).strip(" 　\t、,")


def idle(text: str) -> bool:
    return _IDLE.fullmatch(text.strip(" 　\t、,。！!ー〜？")) is not None


def cut(sentence: str) -> Said:
    """The clauses that order, want or ask, and what only tells."""
    said = Said()
    asks = sentence.endswith("？")
    rest = trimmed(sentence.rstrip("？"))
    rest = re.sub(
        r"[^、をに]{1,10}(?:じゃなくて|ではなく(?:て)?|でなく(?:て)?)、?", "", rest
    )  # the other thing is what is wanted
    if re.fullmatch(r"[^、]{3,}(?:ので|んで|から|ため|んだもん)", rest) and not re.search(r"[てで]から$", rest):
        said.asides.append(rest)
        return said
    while (told := _REASON.match(rest)) is not None and told.end() < len(rest):
        if _WISHED.search(told["told"]) or re.search(r"[てで]$", told["told"]):
            break
        said.asides.append(told[0].strip("、, "))
        rest = trimmed(rest[told.end() :])
    if (
        behind := re.fullmatch(
            r"(.+?(?:て|で|たい|する|ください|ほしい|ます|ますか|くれ|オフ|オン))[、,]([^、]{2,40}?(?:ので|から|んで|ため|だし|けど))",
            rest,
        )
    ) is not None:
        said.asides.append(behind[2])
        rest = behind[1]
    rest = re.sub(r"がどこにあるか(?:を)?(?=探|調べ|見つけ)", "を", rest)
    rest = re.sub(r"を?(?:見て|調べて|確認して)、?(?=教えて|言って|知らせて)", "を", rest)
    start = 0
    hits = predicates(rest)
    for hit in hits:
        if hit.start < start:
            continue
        end = _ends_clause(rest, hit)
        if end is None:
            continue
        _put(
            said,
            Clause(
                rest[start : hit.start].strip("、, "), hit.lemma, rest[start:end].strip("、, "), can=hit.form == "can"
            ),
        )
        start = end
    tail = rest[start:].strip(" 、,")
    if (
        tail
        and not idle(tail)
        and not re.fullmatch(
            r"(?:ください|くださ|お願い(?:します|できる|できますか)?|ね|よ|な|ー|です|か|の|って|から|んだけど|けど|のですが|んですけど|かな|いい|いいよ|助かります|ほしい(?:です)?|もらえる(?:と助かります)?)+",
            tail,
        )
    ):
        bare = re.sub(
            r"(?:を|に)?(?:お願い(?:します|できますか|できる|ね)?|ください|ほしい(?:です)?|欲しい(?:です|な)?|ちょうだい|よろしく)$",
            "",
            tail,
        )
        noun = BARE.search(bare)
        if wanted := re.fullmatch(r"(.+?)が(?:欲しい|ほしい|必要|要る)(?:です|な|ん|だけど|ですけど|の|よ|ね)*", tail):
            _put(said, Clause(wanted[1], "作成", tail))
        elif noun is not None and noun.start() > 0:
            _put(said, Clause(bare[: noun.start()].strip("、, "), noun[0], tail))
        else:
            _put(said, Clause(bare, "", tail))
    if asks and said.clauses:
        last = said.clauses[-1]
        said.clauses[-1] = replace(last, asks=True)
    return said


def _put(said: Said, clause: Clause) -> None:
    if idle(clause.text):
        return
    if _LEFT_ALONE.fullmatch(clause.text):
        said.asides.append(clause.text)
        return
    said.clauses.append(clause)


def _ends_clause(text: str, hit: Predicate) -> int | None:
    """Where the clause ends that this verb closes; None where it goes on, or the verb describes a noun."""
    after = text[hit.end :]
    match hit.form:
        case "te":
            if hit.lemma == "まとめる" and after[:1] not in ("、", ",", "") and not _AFTER_TE.match(after):
                return None  # まとめて変える
            if re.match(r"(?:った|う(?!こ))", after) and text[hit.start : hit.end].endswith(("ちゃ", "じゃ")):
                return None
            if _AFTER_TE.match(after) is not None:
                return len(text)
            if _GOES_ON.match(after) and not text[hit.start : hit.end].endswith(("とい", "どい", "とく")):
                return None
            aux = re.match(
                r"(?:て|で)?(?:から|おいて|しまって|みて|いって)?(?:ください|下さい|ほしい|くれ|もらって)?[、,\s]*",
                after,
            )
            return hit.end + (aux.end() if aux is not None else 0)
        case "stem":
            if after[:1] in ("、", ","):
                return hit.end + 1
            if re.match(r"(?:たい|ましょう|なさい)", after):
                return (
                    len(text)
                    if re.match(
                        r"(?:たい|ましょう|なさい)(?:です|のですが|んですが|んですけど|んだけど|んだ|けど|な|ね|よ|[、。\s]|と思います|お願い(?:できる|できますか|します)?)*$",
                        after,
                    )
                    else None
                )
            if re.match(r"ます(?:[ねよ、。\s]|ので.*)*$", after) and not re.search(r"[をに]", text[: hit.start]):
                return None
            if re.match(r"ます(?:か)?(?:[ねよ、。\s]|ので.*)*$", after):
                return len(text)
            return len(text) if after == "" and len(hit.lemma) > 2 else None
        case "plain":
            tail = re.match(
                r"(?:こと|よう(?:に)?(?:し(?:て|たい).*|設定.*)?|のを|だけ)?(?:[ねよな、。\s]|お願い(?:します)?|です)*$",
                after,
            )
            return len(text) if tail is not None else None
        case "can":
            return len(text) if re.match(r"(?:ますか|ます|か|かな|よね|んですか|の)*[、。\s]*$", after) else None
        case _:
            return None


_TOPIC = re.compile(r"^(?P<what>[^をに、]{1,15}?)(?:は|が)(?=.)")


def topic(aside: str) -> str:
    """What an aside speaks of: マウスの動き of マウスの動きが速すぎるから."""
    found = _TOPIC.match(aside)
    return "" if found is None or found["what"] in ("これ", "それ", "私", "僕", "あと", "なか") else found["what"]


def tells(clause: Clause) -> bool:
    """Whether it only says how things are."""
    return not clause.verb and not clause.asks and _TOLD.fullmatch(clause.text) is not None
