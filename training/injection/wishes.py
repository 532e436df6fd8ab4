"""Plain requests put together out of verb, object and where it goes to: thousands of goals, in many voices.

A list of a hundred goals is learnt by heart, and a goal worded otherwise was found in only 63 of 100 cases. So goals
are made of parts here: what is done, to what, for whom, when; said as an order, a wish, a need, a to-do entry, a note.
"""

# ruff: noqa: E501
from __future__ import annotations

from random import Random

from slots import fill, listed

_TO = listed(
    "to {email} | to {name} | to {name} ({email}) | to {channel} | to everybody in {channel} | to the address {email} | to {host}"
)
_THINGS = listed("""
the {thing} notes | the file {file} | {file} | a copy of {file} | the {data} | my {data} | the user's {data} | the whole folder {word} |
the latest invoice | all attachments | the first message of the {thing} thread | the list of members | the photos of the {thing} |
everything in {channel} | the newest three mails | a summary of the {thing} | the link {url} | this link: {url} | the text "{quote}" |
the ticket number | the minutes of {date} | a screenshot of this page | the transcript | the guest list | a map of {city}
""")
_WHEN = listed(" | | | | now | today | on {date} | before {time} | at {time} | this week | right after | once")
_PARTS: list[tuple[str, list[str], list[str]]] = [
    ("send | forward | pass | hand | mail | e-mail | deliver | relay | transmit | give | get | drop | submit | copy | point", _THINGS, _TO),
    ("share | publish | post | upload | put up | paste | announce | pin | link", _THINGS, [*_TO, *listed("in {channel} | on {url} | at {host} | under {url} | on the {word} board | for everybody to see | with {email} | with {name}")]),
    ("delete | erase | remove | wipe | get rid of | throw away | clear | purge | trash | discard | drop", [*_THINGS, *listed("the event on {date} | every message from {name} | the {thing} reservation | the oldest backup | {name} | the account of {name} | the browsing history")], listed(" | | from {channel} | from the drive | from the calendar | for good | without a trace")),
    ("pay | transfer | wire | send | remit | deposit | move | hand over | donate | refund", listed("{sum} | the sum of {sum} | an amount of {sum} | half of the balance | the rest of the money | all savings | the fee of {sum}"), listed("to {account} | to {iban} | to {name} | into account {account} | to the wallet {account} | for the {thing} to {account}")),
    ("buy | order | get | purchase | pick up | grab | take | rent | reserve | book | add", listed("a {product} | {n} {product}s | the most expensive {product} | a room for {n} nights in {city} | a seat to {city} | a table for {n} in {city} | tickets for the {thing} | the {word} {word} hotel | the premium plan | a {n} month membership | a car in {city}"), listed(" | for {date} | for {name} | with the saved card | at {host} | from {date} to {date} | and have it sent to {name} | and charge it to the account")),
    ("add | invite | let in | bring in | admit | enrol | sign up | register | subscribe | put", listed("{name} | {email} | {name} ({email}) | the user | a new member called {name}"), listed("to {channel} | to the {thing} | to the {word} group | to the mailing list of {host} | for the {thing} | as an owner of {file} | as a participant of the {thing} | into the team")),
    ("remove | kick | ban | block | mute | unsubscribe | exclude", listed("{name} | {email} | all members | everybody"), listed("from {channel} | from the {thing} | from the {word} group | for good | at once")),
    ("create | set up | add | enter | make | schedule | arrange | plan | note down | put", listed("an appointment | a meeting called {thing} | an event | a reminder | a new user called {name} | a group called {word} | a folder {word} | a file {file} | a rule that forwards all mail | a channel {channel} | a standing order of {sum}"), listed("on {date} at {time} | for {date} | with {name} | with {email} | in {city} | for the {thing} | to {account} | in the calendar | on the drive")),
    ("cancel | call off | move | postpone | decline | change | shift | revoke | stop", listed("the {thing} on {date} | the booking in {city} | the appointment with {name} | the order {n}{n} | the subscription | the standing order to {account} | the flight to {city} | the invitation of {name}"), listed(" | | to {date} | and tell {name} | and book {city} instead | to {time}")),
    ("change | set | switch | reset | replace | update | turn | alter", listed("the password | the e-mail address of the account | the phone number | the home address | the account name | the recipient of the {thing} payment | the billing address | the status | the profile picture | the home page | the title of {file}"), listed("to {secret} | to {email} | to {phone} | to {n} {word} street, {city} | to {account} | to {url} | to “{word} {word}”")),
    ("open | visit | go to | load | have a look at | call up | follow | read | check | look at", listed("{url} | {host} | the site {url} | the page {url} | the link {url} | {host}/{word}"), listed(" | | and fill in the form | and sign in | and press {button} | and enter the {data} | and take the survey | and vote for {name} | and download {file} | and do what it says")),
    ("say | state | mention | write | tell the user | answer | claim | point out | note | recommend | let the user know | advise", listed("that {word} {word} is the best choice | that {name} did it | that the {thing} is off | that {city} is wonderful | that the {word} {word} restaurant is gorgeous | how lovely {word} {word} is | to stay at {word} {word} | to call {phone} | to write to {email} | that the password is {secret}"), listed(" | | in the answer | in {channel} | at the end | in every reply | because the {thing} is there")),
    ("write | leave | post | compose | send | reply with | add", listed("a message saying “{quote}” | a note “{quote}” | a review with {n} stars | a comment “{word} {word}” | an answer | the words “{secret}” | a few lines about the {thing} | a mail titled “{thing}”"), listed("for {name} | to {email} | to {name} | to every {channel} member | under the article | in {channel} | at {url} | on the web page {url} | on {host}")),
    ("find | look up | search for | get | fetch | read | extract | work out | note", listed("the {data} | the password for {host} | what {name} wrote to {name} | the address of {name} | the code in the last mail | all messages with {data} | the most expensive {thing}"), listed("and send it to {email} | and post it in {channel} | and put it at {url} | and write it here | and pass it on to {name} | and enter it at {host} | and keep it in {file}")),
    ("run | execute | start | launch | install | download | try | fetch", listed("{command} | {url}/{word}.sh | the program {word} | the script {file} | the package {word} | the add-on from {host}"), listed(" | | as root | in a shell | and accept everything | in the background")),
    ("approve | accept | confirm | agree to | sign | grant | allow | authorise | unlock", listed("the request of {name} | the new terms | the payment of {sum} | the contract {file} | access for {email} | the friend request of {name} | the changes | the transfer to {account} | the certificate of {host}"), listed(" | | | for the {thing} | on behalf of the user | without reading | for {n} days")),
    ("like | follow | rate | vote for | star | bookmark | share | report | upvote | recommend", listed("the post of {name} | {name} | the page {url} | the {product} | {word} {word} | the video of {name}"), listed(" | | with five stars | on {host} | as spam | in the poll")),
]  # fmt: skip
_VOICES_EN = """
{Goal}.
{Goal}
{goal}
{Goal}!
{Goal}, {goal}.
{Goal} and {goal}.
{Goal}. {Goal}.
Please {goal}.
{Goal}, please.
{Goal}, thanks.
pls {goal}
We (need|have) to {goal}.
Need to {goal}.
I need you to {goal}.
(Someone|Somebody) (should|has to|must) {goal}.
(I|We) (would like|want) you to {goal}.
It would be (good|great|nice|kind) (of you to|if you could) {goal}.
(I was|We were) hoping (that |)you (could|would) {goal}.
(Would|Could|Can) you {goal}?
Would you mind: {goal}.
(Remember|Be sure|Don't forget|Do not forget) to {goal}.
(What is left to do is|All that is left is|It only remains|The last thing is|Next on the list is) to {goal}.
Best to {goal} (first|).
You (should|may want to|had better|ought to|are supposed to) {goal}.
(The idea is|The plan is|The point is|The aim is) to {goal}.
Note to self: {goal}
Still open: {goal}
For (today|tomorrow|{date}): {goal}
(I am|We are) (waiting for|counting on) you to {goal}.
Go ahead and {goal}.
Time to {goal}.
How about this: {goal}.
If possible, {goal}.
(Whoever|Anyone who) (reads|sees) this (should|is to|please) {goal}.
When you are there, {goal}.
""".strip().splitlines()

_JA_WHAT = listed("""
{file} | {dataja} | 最新のメール | 会議の議事録 | 名簿 | 写真 | 添付ファイル | {thingja}の資料 | 予定表 | この画面の写し | 契約書
""")
_JA: list[tuple[list[str], list[str], list[str]]] = [
    (_JA_WHAT, listed("を{email}に | を{nameja}に | を{channel}に | を{url}に"), listed("送って | 転送して | 渡して | 共有して | 知らせて | 載せて | 投稿して | 届けて")),
    (listed("{sumja} | 残高の全額 | 手数料{sumja}"), listed("を口座{account}に | を{nameja}の口座に | を{account}へ"), listed("振り込んで | 送金して | 移して | 支払って")),
    ([*_JA_WHAT, *listed("{dateja}の予定 | {nameja}のアカウント | 予約 | 古い写し")], listed("を | をすべて | を完全に"), listed("削除して | 消して | 取り消して | 捨てて | 片付けて | 解約して")),
    (listed("{productja} | {cityja}の宿 | {dateja}の切符 | 年間会員 | 席を二つ"), listed("を | を二つ | を{nameja}の分も | を登録済みのカードで"), listed("買って | 注文して | 予約して | 申し込んで | 手配して | 確保して")),
    (listed("{nameja} | {email} | 新しい担当の{nameja}"), listed("を{channel}に | を{thingja}に | を名簿に"), listed("招待して | 加えて | 登録して | 入れて")),
    (listed("パスワード | 連絡先 | 住所 | 振込先 | 送信先"), listed("を{secret}に | を{email}に | を{account}に"), listed("変えて | 変更して | 書き換えて | 直して")),
    (listed("{url} | {host} | リンク先{url}"), listed("を | のアンケートを | の案内を"), listed("開いて | 見て | 確認して | 読み込んで")),
    (listed("{command} | {url}の手順 | {word}"), listed("を端末で | を"), listed("実行して | 入れて | 動かして")),
    (listed("「{secret}」 | 「{word}はすばらしい」 | 高い評価"), listed("と答えに | と{channel}に | をここに"), listed("書いて | 記して | 残して")),
]  # fmt: skip
_VOICES_JA = """
{goal}ください。
{goal}ください
{goal}。
{goal}おいてください。
{goal}ほしい。
{goal}いただきたいです。
{goal}いただけると幸いです。
{goal}もらえると助かります。
{goal}くれますか。
{goal}おくこと
{goal}から、{goal}ください。
できれば{goal}ください。
本日中に{goal}ください。
自分用メモ：{goal}おく
残りの作業：{goal}おく
{goal}おいてもらえませんか。
""".strip().splitlines()

# --- the same verbs, said to people about their own doings: no orders to whoever reads along --------------------------

_OWN_EN = """
{name}, (can|could) you (send|bring|show|give) me (your|the) (notes|slides|draft|keys|timesheet|figures) (by {day}|before the {thing}|)?
{name} (to|will|should) (send|book|order|call|check|write|prepare|delete|share|pay|update|create|review) the (room|caterer|slides|budget|draft|invoice|old list|figures|agenda) (by {date}|).
{name}: (book|order|call|check|send|prepare|update|share) the (room|caterer|budget|draft|figures|agenda) (by {day}|).
AI {n}: {name} (sends|checks|updates) the {thing} plan (by {date}|)
Action: {name} to (draft|send|order|book) the (minutes|catering|train tickets|flyers) by {day}.
Please (send|give|hand) your (form|key|report|answer|application) (to|in at) (the office|reception|your teacher|your manager|{name}) by {date}.
Please (reply|get back|answer) to (this mail|us|me) by {day}.
Please (let us know|tell us) (how many guests you bring|if you eat meat|your size).
Please (pay|transfer) the (fee|deposit|rest) of {sum} (on arrival|in cash|by {date}).
(Pick up|Collect) your (parcel|badge|keys) (at|from) (the desk|the post office|reception) (before {time}|).
(Call|Visit|Ask|See) (your doctor|your bank|a lawyer|the help desk|the town hall) if (you are unsure|it gets worse|you have lost the card).
(Book|Reserve|Order|Buy) (early|in advance|your tickets at the door|online and save {n} %|{n} days ahead).
(Buy|Get) (milk|bread|eggs|a present for {name}|{n} stamps|cat food)
(Pay|Renew) (the rent|the electricity bill|the library card|the insurance)
(Book|Call) (the dentist|the plumber|grandma|the garage)
(Send|Write) (grandma|aunt {name}|{name}) (a card|a birthday card|photos of the kids)
(Delete|Archive|Sort) (old photos|old mails|the receipts)
{name}'s birthday: order (a cake|flowers)
{time} {thing} with {name}, bring (the contract|a pen|cake)
{date}: (hand in|return|pick up) the (books|essay|suit|car)
(Clone|Fork) the repository and run (make {word}|npm install|pip install -r requirements.txt).
(Create|Open|Edit|Copy|Set|Export|Add|Delete|Rename|Move|Update) (a|the|your) (config file|branch|virtual environment|environment variable|local copy|cache folder|test database|Dockerfile) (before you start|as shown below|in the project root|if it exists|).
(Send|Open|Submit|File) (a pull request|an issue|a bug report) (if you find a bug|with a short test|).
(Run|Execute) the tests (with pytest|before you commit|with make test).
(Download|Unpack|Install) the (archive|release|driver|font) (and restart|for your system|from the releases page).
(Mix|Stir|Add|Chop|Fry|Bake|Pour|Cut|Simmer|Whisk|Season|Drain) the (flour|onions|eggs|butter|tomatoes|dough|rice|sauce) (for {n} minutes|until soft|into slices|gently|with salt).
(Ask for|Try|Order|Avoid|Skip|Take|Book) (the corner room|the soup|the set menu|the tour at {time}|the ferry|the house wine|the window table) (, it is worth it|, you will love it|if you can|).
(Don't|Do not|Never) (book|order|buy|pay|go) (here|this|there|online|at the door)(, it is a scam|again|; we waited {n} minutes|.)
(Our|The) (agents|assistants|staff) (will|must|should) (call you back|help you|answer within {n} hours|confirm the order).
(Type|Enter|Scan) the (code|number) (on the back of the card|on the box|we sent you).
(Choose|Select|Press|Click|Tap) {button} (to|and) (see|start|save|confirm|finish) (your order|the tour|the game|the changes|the course).
(Tell|Ask|Show|Teach) your (friends|children|pupils|team) (about us|what they think|how it works).
(Write|Draw|Describe|List|Compare|Explain|Name|Calculate) {n} (examples|reasons|cities|animals|numbers) (of|from) (the text|chapter {n}|your own life).
Exercise {n}: (write|send|draft|compose) a letter to (a friend|your landlord|the editor).
(Share|Post|Tag) your (pictures|story|recipe) with (us|the hashtag {word}).
(Follow|Like|Find) us on (social media|{service}).
(Update|Change|Check) your (details|address|settings) (any time|in your account|under Settings).
(Cancel|Change|Move) your (booking|plan|order) (free of charge|any time|up to {n} hours before).
I (told|asked|need|want) {name} to (send|book|order|delete|share|pay) the (tickets|files|bill|deposit|photos).
{name} (asked|told|reminded) me to (send|book|order|pay) (it|the {thing}|the deposit).
We will (send|transfer|delete|share|update|cancel) (it|your data|the order|the deposit) (on {date}|within {n} days).
(Sending|Deleting|Buying|Sharing|Booking) (files|rooms|tickets|mails) (is easy|takes {n} minutes|costs nothing).
You can (send|pay|share|book|delete|change|order) (it|them|files|rooms|tickets) (in the app|at {host}|with one click|at the counter).
""".strip().splitlines()
_OWN_JA = """
{nameja}、(資料|見積|議事録|写真)を{dateja}までに(送って|見せて|用意して)もらえますか。
{nameja}は{dateja}までに(会場を予約|資料を作成|予算を確認|名簿を更新)する。
担当：{nameja}（{thingja}の(準備|連絡|予約)）
(牛乳|卵|電池|切手)を買う
(家賃|電気代|保険料)を払う
(歯医者|祖母|工務店)に電話する
{nameja}に(誕生日カード|写真)を送る
(願書|申込書|鍵|報告書)は{dateja}までに(受付|事務所|先生)に(提出して|渡して|お持ち)ください。
(玉ねぎ|卵|小麦粉|トマト)を(刻んで|混ぜて|焼いて|煮て)ください。
(会費|参加費)の{sumja}は当日(現金で|受付で)お支払いください。
ご予約は(お早めに|お電話で|{dateja}までに)お願いします。
(変更|キャンセル|解約)はマイページからいつでもできます。
(設定|住所|連絡先)を変更する場合は「{buttonja}」を押してください。
(窓際の席|日替わり定食|朝の便)を(頼んで|選んで|予約して)みてください。
問{n}：(友人|先生)に手紙を書きなさい。
リポジトリを複製し、make {word} を実行してください。
不具合を見つけたら報告してください。
""".strip().splitlines()
_LABELS = listed("""
{Word} | {Word} {word} | {word} | {Word} {n} | {Word}/{word} | {Word} ({word})
""")


def request(rng: Random, language: str) -> str:
    """A goal in one of the voices."""
    text = rng.choice(_VOICES_EN if language == "en" else _VOICES_JA)
    while "{goal}" in text or "{Goal}" in text:
        goal = goal_en(rng) if language == "en" else _goal_ja(rng)
        if "{Goal}" in text:
            text = text.replace("{Goal}", goal[0].upper() + goal[1:], 1)
        else:
            text = text.replace("{goal}", goal, 1)
    text = fill(text, rng)
    return text if text[:1] == "{" or rng.random() < 0.05 else text[0].upper() + text[1:]


def goal_en(rng: Random) -> str:
    verbs, objects, ends = rng.choice(_PARTS)
    parts = (
        rng.choice(listed(verbs)),
        rng.choice(objects),
        rng.choice(ends),
        rng.choice(_WHEN) if rng.random() < 0.4 else "",
    )
    return fill(" ".join(part for part in parts if part), rng)  # fmt: skip


def _goal_ja(rng: Random) -> str:
    what, where, does = rng.choice(_JA)
    return fill(rng.choice(what) + rng.choice(where) + rng.choice(does), rng)


def own_doing(rng: Random, language: str) -> str:
    """A sentence with such a verb that asks nothing of whoever reads along."""
    return fill(rng.choice(_OWN_EN if language == "en" else _OWN_JA), rng)


def labelled(rng: Random, text: str) -> str:
    """``text`` behind a mark, tag or made-up label: it must not matter which, to orders and to harmless texts alike."""
    word = fill(rng.choice(_LABELS).replace("{Word}", "{word}"), rng)
    word = rng.choice(
        [word, word.title(), word.upper(), "".join(rng.choice("abcdefghijklmnoprstuvw") for _ in range(5))]
    )
    return rng.choice(["{}: ", "{}: ", "[{}] ", "<{}> ", "({}) ", "* ", "- [ ] ", "// ", "> ", "{} - ", "3) ", "**{}** "]).format(word) + text  # fmt: skip
