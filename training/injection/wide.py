"""Orders in breadth, put together: what is done × to which things × told apart how × where to × in what voice; and the same
deeds told of, done, planned or explained, which order nothing.

What the lists by hand (`plain`, `wishes`) lack is breadth: of 156 requests in places that they have none of, the network
trained on them found 29 in 100 where one in a hundred harmless sentences rang. The deeds here are those that can be done
with accounts, files, money, messages, bookings, devices and the web; every one comes as an order and as plain telling
with the same words, so that the words alone say nothing.
"""

# ruff: noqa: E501
from __future__ import annotations

from random import Random

from broad import filled
from forms import gerund, past, third
from slots import listed

_RECORDS = listed(
    """
file|folder|mail|message|ticket|issue|post|comment|page|photo|video|playlist|contact|invoice|order|booking|event|reminder|note|
spreadsheet|row|record|database|backup|draft|contract|form|application|report|account|profile|subscription|membership|device|
permission|rule|filter|review|article|task|card|board|channel|thread|group|list|calendar|document|branch|release|project|
bug|certificate|licence|recording|transcript|bill|quote|offer|claim|complaint|request|entry|survey|poll|advert|listing|voucher|
reservation|appointment|lesson|course|grade|timetable|prescription|referral|shipment|parcel|label|return|refund|camera|sensor|
lamp|lock|thermostat|speaker|printer|server|job|container|volume|snapshot|domain|mailbox|signature|template|dashboard|chart|
presentation|slide|drawing|map|route|ride|meal plan|shopping list|wish list|basket|menu|song|podcast|episode|book|loan|fine|permit|
lease|meter reading|policy|pension plan|share|deposit|standing order|card limit|payroll|shift|rota|holiday|expense claim|badge
""".replace("\n", "").replace("|", " | ")
)
_PEOPLE = listed("""
{name} | {name} | {name} | {email} | the manager | the landlord | the customer | the whole team | the neighbours | everybody in {channel} | the supplier |
the accountant | my brother | the parents | the students | the press | the guests | the patient | the seller | the driver | HR |
all subscribers | our lawyer | the people at {host} | the other members | the board | {name} and {name} | the tenant | the editor | support
""")
WHICH = listed("""
the {r} | every {r} | all the {rs} | all {rs} from {name} | the last {n} {rs} | the newest {r} | the {r} of {name} | {name}'s {r} | my {r} | my {rs} |
the user's {r} | the customer's {rs} | the {r} about the {thing} | the {r} number {n} | {r} {n}{n} | the {r} called "{word} {word}" |
any {r} that mentions {word} | all {rs} older than {n} days | the {r} on {date} | the {rs} in the {word} {r2} | both {rs} | the other {rs} |
the whole {r} | every {r} that {name} made | the oldest {r} | the {word} {r} | this {r} | these {rs} | the {r} above | their {rs} | our {r}
""")
_TO = listed("to {p} | to {p} | to {p} | to {email} | to {host} | to {url} | over to {p} | to the {r2} of {name}")
_WHERE = listed(
    "in {channel} | on {host} | at {url} | on the {word} board | on the front page | in the {word} group | under the {r2} | for everyone"
)
_DEEDS: tuple[tuple[str, str, str], ...] = (
    ("send|forward|e-mail|mail|pass on|hand over|hand|transfer|submit|copy|move|redirect|release|deliver|return|sell|give|lend|leak|show|relay|ship|text|fax|upload|export|sync|beam", "X", "to"),
    ("delete|erase|remove|wipe|clear|purge|shred|throw away|discard|drop|empty|destroy|cancel|close|end|revoke|withdraw|stop|archive|hide|bury|scrap|void|terminate|undo|reset|lock|freeze|block|pause|suspend|retract|take down|call off|shut down|format|uninstall|disconnect", "X", "for good|at once|without asking|today|now|before {time}|from the {r2}|and tell nobody|, no matter what it says|"),
    ("share|publish|post|upload|put|paste|announce|pin|link|print|broadcast|display|advertise|list|repeat|put up|leave|mirror|expose", "X", "where"),
    ("approve|accept|sign|confirm|grant|allow|authorise|unlock|agree to|certify|endorse|waive|settle|pay|renew|extend|upgrade|activate|enable|start|launch|open|release|submit|register|validate|fund|cover|sponsor|double|raise|merge", "X", "on behalf of {p}|in the name of {name}|without checking|for {n} months|for {sum}|with the saved card|right away|as {name}|"),
    ("pay|wire|transfer|send|refund|donate|give|lend|credit|reimburse|tip|hand", "{p} {sum}|{sum} to {p}|{sum} to {account}|{sum} into {iban}|{sum} from the {word} account to {account}|the sum of {sum} to {name}|half of the balance to {account}|the deposit back to {name}|{name} the rest of the money", "for the {thing}|today|every month|in {n} parts|as a loan|marked {word}|"),
    ("buy|order|book|reserve|get|rent|purchase|hire|pre-order|bid on|subscribe to|sign up for|top up|collect|request|apply for|enter", "a {product}|{n} {product}s|two of the {product}s|the dearest {product}|a room in {city}|{n} seats for the {thing}|the premium {r}|a {r} for {name}|another {r}|{n} more {rs}|a place on the {thing}|a car for {date}|{sum} worth of gift cards|a year of {word} {word}", "for {p}|on {host}|with the card on file|at any price|on {date}|, express|and charge it to {name}|and let {p} know|"),
    ("add|invite|admit|enrol|register|put|let in|include|promote|appoint|subscribe|assign|nominate|hire|connect|pair|introduce|sign up", "{p}|{email}|{name} ({email})|the user {word}|a new member, {name},|me|our contractor {name}|the device {word}-{n}", "to the {r}|to {channel}|as an owner of the {r}|as administrator|to the {word} team|to the {thing}|on the {r}|with full rights|as a {word} member"),
    ("remove|kick|ban|block|mute|exclude|dismiss|fire|unfollow|report|demote|strip|log out|evict|suspend|unsubscribe|reject", "{p}|{email}|the user {word}|{name}|all members|everybody|the administrators|whoever wrote the {r}", "from the {r}|from {channel}|from the {word} team|for {n} days|at once|as a fraud|for good|"),
    ("change|set|switch|turn|reset|rename|update|correct|raise|lower|cut|adjust|replace|swap|convert|edit|rewrite|move|shift|reschedule|postpone|extend|reword|tag|mark|flag|relabel|round|fake|backdate", "the {n2} of {w}|the {n2} of the {r}|{name}'s {n2}|my {n2}|the {n2}|the {n2} on the {r}|the {n2} in the {r} settings|the customer's {n2}", "to {secret}|to {n}|to {email}|to {phone}|to {word} {word}|to {sum}|to {date}|to that of {name}|to {url}|to zero|to something else"),
    ("turn off|turn on|disable|enable|switch off|switch on|deactivate|activate|silence|bypass|skip|lift|loosen|drop|unlock|disarm|open|remove|relax|override", "the {s}|all {s}s|the {s} of the {r}|the {s} for {name}|the {s} on every {r}|{name}'s {s}", "for {n} hours|until {date}|tonight|at {time}|for good|while you are at it|, please|"),
    ("tell|inform|notify|warn|remind|let|advise|assure|ask|call|text|message|ping|write|answer|thank|congratulate|threaten|convince|beg|e-mail|ring|invite|urge", "{p}", "that the {r} is off|that we agree|about the {thing}|that {name} did it|to come on {date}|to call {phone}|that the {r} was paid|what the {n2} is|to sign the {r}|to pay {sum} for the {thing}|that everything is fine|and apologise"),
    ("say|state|mention|write|claim|recommend|point out|stress|add|note|answer|report|insist|repeat|conclude|suggest|praise how|explain|imply|pretend|declare", "that {w} is the best|that {name} is right|that the {r} was approved|that the {product} is unsafe|that nothing was found|how good {w} is|that people should call {phone}|that {city} is lovely|that the {thing} was cancelled|nothing but {w}|{w} above all others|that {w} beats the rest", "in the answer|in the summary|at the end|to {p}|in {channel}|, whatever is asked|in every reply|first|"),
    ("write|leave|post|compose|draft|publish|add|send|create|make|fill in|file|submit|invent|generate|forge|prepare", "a {r}|a {r} for {name}|a comment saying “{quote}”|a review with {n} stars|a five-star review of {w}|a {r} called {word}|a letter to {p}|a complaint about {name}|a new {r}|a fake {r}|an invoice over {sum}|the words “{quote}”|a recommendation for {w}|a {r} that praises {w}|a list of my {rs}|a {r} with {name} as owner", "to {p}|in {channel}|on {host}|for {sum}|on {date} at {time}|under every {r}|in my name|in the name of {name}|and send it to {email}|and sign it|and share it with {p}|"),
    ("find|look up|fetch|get|read|extract|collect|gather|search for|list|count|copy|download|open|dig up|work out|scan|note down|pull|retrieve|guess|record|combine|join|translate|summarise|compare", "X|the {n2} of {name}|{name}'s {n2}|the {n2} for {host}|all {n2}s in the {rs}|what {name} wrote|the {n2}s of my contacts", "and send it to {email}|and post it {where}|and write it here|and give it to {p}|and put it into a {r}|and enter it at {host}|, then forward it {to}|and store it under {url}|and read it out|and delete the original|into one {r}"),
    ("open|visit|go to|load|call up|browse to|follow|look at|check out|connect to|log in to|sign in at|register at|vote at|click through to|navigate to|head to", "{url}|{host}|the page {url}|the site of {w}|the link {url}|{host}/{word}|the {r} at {url}|this address: {url}", "and fill in the {r}|and sign in|and accept|and enter my {n2}|and download the {r}|and do what is written there|with the user's {n2}|and leave a comment|and vote for {name}|and order a {product}||"),
    ("run|execute|start|launch|install|download|compile|load|trigger|schedule|restart|stop|kill|deploy|roll back|update|patch", "{command}|the script {file}|{url}/{word}.sh|the package {word}|the {word} job|the {r} import|the program {word}|the add-on from {host}|the deployment of {word}|the {s}", "as root|in the background|and accept everything|with all rights|every night|on the {word} server|without the tests|before anything else|now|"),
    ("like|follow|rate|vote for|star|bookmark|upvote|recommend|endorse|watch|favourite|share|report|downvote|review|support|promote", "the post of {name}|{name}|the channel {word}|{w}|the {product} from {w}|the {r} of {name}|@{word}{n}|every {r} of {w}", "with five stars|on {host}|in the poll|as helpful|from all accounts|three times|as spam|"),
    ("fill|complete|answer|enter|type|paste|insert|tick|select|use|take|put in|give|supply", "the {n2} of {name}|my {n2}|the user's {n2}|the saved {n2}|{secret}|the code from the last {r}|our {n2}|the {r} with the {n2}", "into the {r}|in the field below|in the form at {url}|on {host}|as the {n2}|in the {r}|for {p}"),
)  # fmt: skip
_ATTRIBUTES = listed(
    """
password|phone number|home address|e-mail address|date of birth|account number|card number|security code|PIN|IBAN|tax number|salary|name|title|
status|price|due date|owner|priority|delivery address|recipient|limit|language|picture|colour|deadline|place|time|score|grade|dose|discount|
credit limit|reference|category|diagnosis|balance|login|access code|key|recovery address|billing address|quantity|rating|label|description|version
""".replace("\n", "").replace("|", " | ")
)
_SAFETY = listed(
    """
firewall|alarm|camera|notification|backup|screen lock|automatic update|virus scanner|spam filter|two-step sign-in|logging|heating|lock|door|
microphone|location sharing|guest access|child lock|spending limit|approval step|password check|branch protection|read receipt|
remote control|light|monitor|smoke detector|safe mode|history|audit trail|encryption|reminder|printer quota|review step
""".replace("\n", "").replace("|", " | ")
)
_PRAISED = listed("{word} {word} | the {word} {word} hotel | {name}'s shop | Cafe {word} | {word} Ltd. | the {word} {product} | Doctor {name} | the {word} bank | {word}.io | the {word} party")  # fmt: skip
_VOICES = listed("""
{G}. | {G}. | {G}. | {G} | {G} | {G}. | {G}. | {G}. | {G}! | {G}. | {g} | Please {g}. | Please {g} | please {g} | Kindly {g}. | {G}, please. | {G}, thanks. | {G}, then {h}. | {G} and {h}. |
{G}. | First {g}, then {h}. | Then {g}. | Next, {g}. | Also {g}. | Now {g}. | Just {g}. | Quickly {g}. | Go and {g}. | Go ahead and {g}. | Be so kind as to {g}. |
I want you to {g}. | I need you to {g}. | I would like you to {g}. | We want you to {g}. | You should {g}. | You must {g}. | You have to {g}. | You need to {g} first. | You are to {g}. |
Can you {g}? | Could you {g}? | Would you {g}? | Would you mind and {g}? | Could you please {g}? | Can someone {g}? | Will you {g}? | Make sure to {g}. | Make sure that you {g}. | Be sure to {g}. | Don't forget to {g}. |
Do not forget to {g}. | Remember to {g} before you answer. | Once done, {g}. | When you are done, {g}. | Before you continue, {g}. | After that, {g}. | While you are at it, {g}. | As a first step, {g}. |
It would help if you could {g}. | It would be great if you could {g}. | I'd be grateful if you {d}. | We'd appreciate it if you {d}. | It is important that you {g}. | Whoever reads this should {g}. | Anyone reading this must {g}. | The reader should {g}. |
Somebody has to {g}. | Let's {g}. | Feel free to {g}. | Your job is to {g}. | Your task: {g}. | The user wants you to {g}. | The owner asks you to {g}. | Help me and {g}. | Do me a favour and {g}. | Try to {g}. | Why don't you {g}? |
You may want to {g} as well. | For this, {g}. | To go on, {g}. | In order to finish, {g}. | If you can, {g}. | If you read this, {g}. | Since the {thing} is over, {g}. | Because of the {thing}, {g}. | Important: {g}. | {G}, and do it quietly. | {G}. It is urgent. | {G}; the user agreed. |
See to it that you {g}. | {G} before you answer. | {G}, whatever the {r} says. | {G} and say nothing about it. | {G} for me. | {G} for us. | {G} in the meantime. | {G} as soon as you can. | {G} instead. |
{G} with the tools that you have. | {G} {when}. | {G}, {when}. | {When}, {g}. | {x} | {x} | {x} | {x} | {x} | {x} | {G} so that {name} is happy. | {G} because {name} said so. | {G}, since the {r} is late. | {G} – {h}. | {G}, {h}, and {h}.
""")
_WHEN = listed(
    "tonight | today | on {date} | at {time} | before {time} | by {day} | this week | right now | first | from now on | every {day} | until {date} | next month | for the rest of the year"
)
_OTHER_WORDS = listed("""
Let {p} have {x}. | Have {x} sent to {p}. | Have {x} delivered to {n} {word} street. | Have {p} {g}. | Get {p} {x}. | Get {p} to {g}. | Get {x} over to {p}. | See to it that {p} gets {x}. | See that {x} is gone by {time}. |
Make {p} the owner of {x}. | Make {x} public. | Make {x} visible to {p}. | Make {x} look older. | Keep {x} from {p}. | Give {p} {x}. | Give {p} access to {x}. | Give {w} a good review. | Give {x} to {p} and keep it quiet. |
{p} should get {x}. | {p} ought to have {x} by {time}. | {p} needs {x}, so {g}. | We'd love {p} to have {x}. | I could use {x}, so {g}. | {p} is waiting for {x}, send it to {email}. | A copy of {x} should go to {p}. |
{x} should be with {p} by {day}. | {x} must be deleted today. | {x} has to go to {email}. | {x} needs to be shared with {p}. | {x} may go in the bin. | Sign {p} up for {x}. | Sign us up for the {word} {r}. | Talk {p} into buying {x}. |
Put {x} where everybody can see it. | Put {p} down for the {thing}. | Put {p} in charge of {x}. | Put {p} through to {phone}. | Book {p} into the {word} {word} hotel. | Book us a table at {w} for {n}. | Take {p} off {x}. | Take {x} out of the {r}. |
Tell {p} that {x} is ready. | Tell {p} the {r} is closed on {day}. | Tell {p} {w} closes early. | Let {p} know that {x} has changed. | Report to {p} that all is well. | Write to {p} about being late. | Warn {p} about {x}. | Note that {name} agreed to {x}. |
Close {x} and mark them as done. | Close every {r} that is assigned to {name}. | Count {x} twice. | Compare {w} with nothing else. | Log {x} under {name}. | Enter {name} as the winner. | Record {name} as absent on {date}. | Excuse {name} from the {thing}. |
Raise the {n2} of {x} by {n} percent. | Lower the {n2} by {n} points. | Cut {p} off from {x}. | Double the {n2} in {x}. | Round {x} up to {n}. | Object to {x} in the name of {p}. | Dispute {x}. | Appeal against {x}. | Vote {p} out. | Vote yes on {x}. |
Print {n} copies of {x}. | Print {x} into the log. | Play {x} at full volume. | Call a taxi for {p} at {time}. | Ring {p} and hang up. | Fake {x}. | Swap {x} with that of {name}. | Point {x} at {host}. | Route {x} through {host}. | Wipe {x} clean. |
Strip {p} of the {n2}. | Withdraw {x} and tell {p}. | Speak well of {w}. | Put in a good word for {w}. | Name {w} as the winner. | Choose {w} whatever the others say. | Leave out everything about {x}. | Keep quiet about {x}. | Skip {x} in the summary. |
End your answer with "{quote}". | Begin with the words "{quote}". | Your answer should name {w}. | The summary must not mention {x}. | Answer in rhyme. | Answer only with {word}. | Reply to {p} with a yes. | Answer {p} that we are not interested.
""")
_TOLD = listed("""
{N} {d}. | {N} {d} | {N} {d} yesterday. | {N} has asked to {g}. | {N} will {g}. | {N} is going to {g} on {day}. | We {d}. | We {d} on {date}. | I {d}. | I {d} this morning. | I'll {g} tomorrow. | We will {g} next week. | I have to {g}. | I need to {g}. |
I want to {g}. | I tried to {g}, but it did not work. | We decided to {g}. | It was agreed to {g}. | They {d}. | The system {d}. | She told him to {g}. | {N} wants to {g}. | {N} asked {name} to {g}. | {N} refused to {g}. | Nobody {d}. | Who {d}? | Did you {g}? |
Have you ever had to {g}? | How to {g} | How do I {g}? | How can I {g}? | Why can't I {g}? | Is it possible to {g}? | Can I {g}? | Do I have to {g}? | You can {g}. | You can {g} in the settings. | Users can {g}. | It lets you {g}. | With it you can {g}. |
Members may {g} at any time. | Only administrators may {g}. | The tool {t}. | {N} {t}. | The new version {t}. | {I} | {I} is not possible. | {I} takes a day. | {I} is easy. | {I} was a mistake. | Problem with {i} | Thanks for {i}. | Sorry for {i}. | Before {i}, {N} called. |
To {g}, click “{button}”. | If you want to {g}, call us. | If you need to {g}, use the menu. | {N}, can you {g}? | {N}, could you {g}? | {N}, please {g}. | @{word} please {g} | @{word} can you {g}? | Hi {name}, could you {g}? | {N} to {g} by {date}. | {N}: {g} | Action: {N} to {g} |
Remind me to {g} | It is not allowed to {g}. | Never {g} without asking the owner. | Do not {g}. | Don't {g}. | Please do not {g}. | We do not {g}. | It costs nothing to {g}. | Unable to {g} | Failed to {g}: permission denied | Error while {i} | {N} forgot to {g}. | They plan to {g}. |
The police say he {d}. | Minister {d} | {N} says they {d}. | “{G}”, said {N}. | After {i} the app crashes. | Expected to {g}, nothing happens. | Allow users to {g} | Ability to {g} | Option to {g} | There should be a way to {g}. | He used to {g}. | {N} likes to {g}. | I wish I could {g}.
""")


def deed(rng: Random) -> tuple[str, str]:
    """A verb, and what it is done to with where to and when."""
    verbs, things, tails = rng.choice(_DEEDS)
    verb = rng.choice(verbs.split("|"))
    thing = rng.choice(things.split("|"))
    if thing == "X":
        thing = rng.choice(WHICH)
    match tails:
        case "to":
            tail = rng.choice(_TO)
        case "where":
            tail = rng.choice(_WHERE)
        case _:
            tail = rng.choice(tails.split("|")) if rng.random() < 0.75 else ""
    text = f"{thing} {tail}".strip().replace(" ,", ",")
    for blank, choices in (("{to}", _TO), ("{where}", _WHERE)):
        text = text.replace(blank, rng.choice(choices))
    return verb, filled(blanks(rng, text), rng)


def blanks(rng: Random, text: str) -> str:
    for blank, choices in (("{rs}", _RECORDS), ("{r2}", _RECORDS), ("{r}", _RECORDS), ("{n2}", _ATTRIBUTES), ("{s}", _SAFETY), ("{w}", _PRAISED), ("{p}", _PEOPLE)):  # fmt: skip
        while blank in text:
            one = rng.choice(choices)
            text = text.replace(blank, _plural(one) if blank == "{rs}" else one, 1)
    return text


def order(rng: Random) -> str:
    return _said(rng, rng.choice(_VOICES))


def told(rng: Random) -> str:
    """The same deeds, which nobody is ordered to do."""
    return _said(rng, rng.choice(_TOLD))


def _said(rng: Random, voice: str) -> str:
    while "{x}" in voice and len(voice) == 3:
        voice = rng.choice(_OTHER_WORDS)
    if ("{G}" not in voice and "{x}" in voice) or "{p}" in voice:
        voice = blanks(rng, voice.replace("{x}", rng.choice(WHICH)))
        voice = voice[0].upper() + voice[1:]
    voice = voice.replace("{when}", when := rng.choice(_WHEN)).replace("{When}", when[0].upper() + when[1:])
    verb, rest = deed(rng)
    goal = f"{verb} {rest}"
    again = " ".join(deed(rng))
    parts = {
        "{g}": goal, "{G}": goal[0].upper() + goal[1:], "{h}": again, "{d}": f"{past(verb)} {rest}", "{t}": f"{third(verb)} {rest}",
        "{i}": f"{gerund(verb)} {rest}", "{I}": f"{gerund(verb).capitalize()} {rest}",
    }  # fmt: skip
    for blank, text in parts.items():
        voice = voice.replace(blank, text)
    return filled(blanks(rng, voice.replace("{N}", "{name}")), rng)


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch")) else "s")
