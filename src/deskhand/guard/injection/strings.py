"""What in a text leads somewhere: addresses, hosts, accounts, files, commands, sums.

These are what an order from a text needs to be of use to whoever wrote it: money goes to an account, a mail to an
address, a download comes from a host. So they are what is compared when it is asked where an act's words come from.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Literal, NamedTuple, TypeAlias

Kind: TypeAlias = Literal["email", "host", "account", "phone", "path", "command"]


class Named(NamedTuple):
    """One of them, folded so that two ways of writing it are equal."""

    kind: Kind
    value: str


_TLD = (
    "com|org|net|io|co|dev|app|info|biz|xyz|me|tv|ai|gov|edu|mil|int|de|jp|uk|fr|it|es|nl|ch|at|eu|us|ca|au|nz|br|ru|cn|in|"
    "kr|se|no|fi|dk|pl|example|test|invalid|local|localhost|internal|lan|site|online|shop|store|top|club|page|link|live"
)
EMAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
URL = re.compile(
    rf"(?:https?|ftp|file|ssh|data|javascript)://?[^\s<>\"'`）」』、。]+|\bwww\.[^\s<>\"'`）」』、。]+"
    rf"|(?<![@\w.])(?:[a-z0-9][a-z0-9-]*\.)+(?:{_TLD})\b(?::\d+)?(?:/[^\s<>\"'`）」』、。]*)?",
    re.IGNORECASE,
)
ADDRESS = re.compile(r"(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?(?![\d.])")
ACCOUNT = re.compile(
    r"\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){2,7}(?:\s?[A-Z0-9]{1,4})?\b|\b0x[0-9a-fA-F]{16,}\b"
    r"|\b(?:bc1|[13])[a-km-zA-HJ-NP-Z1-9]{25,39}\b|(?<![\d.,-])\d{7,}(?![\d.,])"
)
PHONE = re.compile(r"(?<![\w-])\+?\d{1,4}[\s-]\(?\d{2,4}\)?[\s-]\d{3,4}(?:[\s-]?\d{3,4})?(?![\w-])")
PATH = re.compile(
    r"(?<![\w/.:])(?:~|\.{1,2})?/(?:[\w.+-]+/)*[\w.+-]+|(?<![\w@/.-])[\w-]+(?:\.[\w-]+)*\.(?:txt|pdf|docx?|xlsx?|csv|md|zip|"
    r"gz|tar|tgz|odt|ods|png|jpe?g|gif|json|ya?ml|toml|key|pem|pptx?|sh|py|js|deb|rpm|exe|msi|appimage|iso|html?|db|sqlite|"
    r"log|conf|ini|env|bak|kdbx)\b",
    re.IGNORECASE,
)
COMMAND = re.compile(
    r"(?:^|[`\"'：:$#]\s?|\b(?:run|type|execute|enter|command|コマンド)\s+[`\"']?)"
    r"((?:sudo\s+)?(?:curl|wget|rm|bash|sh|chmod|chown|scp|ssh|nc|pip3?|npm|npx|apt(?:-get)?|git|python3?|node|docker|dd|mkfs|"
    r"crontab|kill|systemctl|echo|cat|cp|mv|tar|base64|openssl|powershell|env|history|useradd|passwd|iptables)\s+[^\n`\"'。]+)",
    re.IGNORECASE | re.MULTILINE,
)
SUM = re.compile(
    r"[$€£¥￥]\s?\d[\d,.]*|\b\d[\d,.]*\s?(?:USD|EUR|GBP|JPY|dollars?|euros?|pounds?|yen|bitcoins?|BTC|ETH)\b|\d[\d,]*万?円",
    re.IGNORECASE,
)


def named(text: str) -> list[Named]:
    """What ``text`` names, in order of kind; the same thing once."""
    text = unicodedata.normalize("NFKC", text)
    found: dict[Named, None] = {}
    for match in EMAIL.finditer(text):
        found[Named("email", match.group().casefold().rstrip("."))] = None
    rest = EMAIL.sub(" ", text)
    for pattern in (URL, ADDRESS):
        for match in pattern.finditer(rest):
            if host := host_of(match.group()):
                found[Named("host", host)] = None
    bare = URL.sub(" ", rest)
    for match in ACCOUNT.finditer(bare):
        found[Named("account", re.sub(r"\s", "", match.group()).casefold())] = None
    for match in PHONE.finditer(ACCOUNT.sub(" ", bare)):
        found[Named("phone", re.sub(r"\D", "", match.group()))] = None
    for match in PATH.finditer(bare):
        found[Named("path", match.group().casefold())] = None
    for match in COMMAND.finditer(rest):
        found[Named("command", " ".join(match.group(1).split()).rstrip(".,;)").casefold())] = None
    return list(found)


def host_of(address: str) -> str:
    """``shop.example`` of ``https://www.shop.example:8080/cart``; empty when there is none."""
    rest = address.partition("://")[2] or address
    name = re.split(r"[/?#\\]", rest, maxsplit=1)[0].rpartition("@")[2].casefold()
    name = re.sub(r":\d*$", "", name).strip(".,;)")
    return name.removeprefix("www.")


def site_of(host: str) -> str:
    """The part of a host that is registered: mails of a shop lead to ``mail.shop.example`` as well."""
    parts = host.split(".")
    if len(parts) <= 2 or all(part.isdigit() for part in parts):
        return host
    second = parts[-2] in {"co", "ac", "or", "ne", "go", "com", "org", "net", "gov", "edu"} and len(parts[-1]) == 2
    return ".".join(parts[-3 if second else -2 :])
