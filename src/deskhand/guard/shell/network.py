"""Commands that go out: to look, to fetch, to send."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from deskhand.guard.shell.effects import Command, Context, Effect
from deskhand.guard.shell.files import Row, holds_secret, written
from deskhand.guard.shell.syntax import Word

_URL = re.compile(r"^(?:(?P<scheme>[a-z][a-z0-9+.-]*)://)?(?:[^/@\s]*@)?(?P<host>\[[^\]]+\]|[^/:\s?#]+)", re.IGNORECASE)
_INSIDE = re.compile(r"^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?|0\.0\.0\.0|[^.]+\.localhost)$")
_OPENS = ("xdg-open", "sensible-browser", "www-browser", "gnome-open", "open", "gio-open")
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "firefox", "firefox-esr", "epiphany", "midori", "falkon",
            "lynx", "w3m", "links", "brave-browser", "opera", "x-www-browser")  # fmt: skip


def host_of(text: str) -> str:
    """``example.com`` of ``https://me@example.com:80/x``."""
    match = _URL.match(text)
    return "" if match is None else match["host"].lower()


def fetched(text: str, context: Context, known: bool = True) -> Effect:
    """Something is read from a server."""
    host = host_of(text)
    if not known or not host or host.startswith("$"):
        return Effect("leave", f"goes to {text or 'a server'}, which is known only when it runs", 0.7)
    if _INSIDE.match(host):
        return Effect("observe", f"asks the server {host} inside the walls", 0.9, host=host)
    if context.covers(host):
        return Effect("navigate", f"reads from {host}, which may be reached", 0.85, host=host)
    return Effect("leave", f"goes to {host}", 0.85, host=host)


def _sent(host: str, what: str) -> Effect:
    if _INSIDE.match(host):
        return Effect("save", f"sends {what} to the server {host} inside the walls", 0.75, host=host)
    return Effect("send", f"sends {what} to {host or 'a server'}", 0.93, host=host)


_CURL_VALUES = (
    "-X", "--request", "-H", "--header", "-d", "--data", "--data-raw", "--data-binary", "--data-urlencode", "--json",
    "-F", "--form", "-T", "--upload-file", "-o", "--output", "-u", "--user", "-A", "--user-agent", "-e", "--referer",
    "-b", "--cookie", "-c", "--cookie-jar", "-m", "--max-time", "-x", "--proxy", "-w", "--write-out", "--retry",
    "--connect-timeout", "-K", "--config", "-E", "--cert", "--key", "--cacert", "--resolve", "--form-string", "--url",
    "--output-dir", "--limit-rate", "--data-ascii",
)  # fmt: skip


def _curl(command: Command, context: Context) -> list[Effect]:
    if command.has("--help", "--version", "-V"):
        return [Effect("observe", "looks at the version", 0.95)]
    urls = [*command.operands(*_CURL_VALUES), *filter(None, (command.value("--url"),))]
    host = next((host_of(word.text) for word in urls), "")
    method = command.value("-X", "--request")
    verb = method.text.upper() if method is not None else ""
    body = [
        word for name in ("-d", "--data", "--data-raw", "--data-binary", "--data-urlencode", "--json", "--data-ascii")
        if (word := command.value(name)) is not None
    ]  # fmt: skip
    upload = command.value("-T", "--upload-file") or next(
        (word for name in ("-F", "--form") if (word := command.value(name)) is not None and "@" in word.text), None
    )
    found: list[Effect] = []
    if command.has("-K", "--config"):
        found.append(Effect("leave", "does what a file of options says", 0.5))
    if upload is not None:
        inside = bool(_INSIDE.match(host))
        found.append(Effect("save" if inside else "leave", f"uploads {upload.text} to {host}", 0.95, host=host))
    elif verb == "DELETE":
        found.append(Effect("delete", f"deletes something at {host}", 0.9, host=host))
    elif (body and not command.has("-G", "--get")) or verb in ("POST", "PUT", "PATCH") or command.value("-F", "--form"):
        found.append(_sent(host, "data"))
    elif any(not word.known and "(" in word.text for word in (*urls, *body)):
        found.append(_sent(host, "the output of a command"))
    else:
        found.extend(fetched(word.text, context, word.known or not word.text.startswith("$")) for word in urls)
    if any(holds_secret(word.text.partition("@")[2]) for word in (*body, upload or Word(""))):
        found.append(Effect("sign_in", f"sends a file that holds a secret to {host}", 0.95, host=host))
    found.extend(_kept(command, urls, context, command.has("-O", "--remote-name")))
    return found or [Effect("observe", "asks no server", 0.5)]


def _kept(command: Command, urls: list[Word], context: Context, remote_name: bool) -> list[Effect]:
    """The file that a download is written to."""
    out = command.value("-o", "--output") if command.name == "curl" else command.value("-O", "--output-document")
    if out is not None:
        if out.text in ("-", "/dev/null"):
            return []
        context.downloaded.add(context.resolved(out))
        return [written(out, context, verb="downloads to")]
    if remote_name:
        names = [word.text.partition("?")[0].rstrip("/").rsplit("/", 1)[-1] for word in urls]
        context.downloaded.update(context.resolved(name) for name in names if name)
        return [Effect("save", f"downloads {', '.join(names)}", 0.8)]
    return []


def _wget(command: Command, context: Context) -> list[Effect]:
    values = (
        "-O",
        "-o",
        "-P",
        "--header",
        "-U",
        "-t",
        "-T",
        "-e",
        "--user",
        "--password",
        "-l",
        "-A",
        "-R",
        "-Q",
        "-w",
    )
    urls = list(command.operands(*values))
    host = next((host_of(word.text) for word in urls), "")
    method = command.value("--method")
    if command.value("--post-file", "--body-file") is not None:
        return [Effect("leave", f"uploads a file to {host}", 0.95, host=host)]
    if command.value("--post-data", "--body-data") is not None or (method is not None and method.text.upper() != "GET"):
        return [_sent(host, "data")]
    if command.has("--spider"):
        return [fetched(word.text, context, word.known) for word in urls]
    found = [fetched(word.text, context, word.known) for word in urls]
    return [*found, *_kept(command, urls, context, remote_name=True)]


def _httpie(command: Command, context: Context) -> list[Effect]:
    words = command.operands("-a", "--auth", "-o", "--output")
    verb = words[0].text.upper() if words and words[0].text.isupper() else ""
    urls = words[1:] if verb else words
    items = [word.text for word in urls[1:]]
    host = host_of(urls[0].text) if urls else ""
    if verb in ("POST", "PUT", "PATCH") or any("=" in item and "==" not in item for item in items):
        return [_sent(host, "data")]
    if verb == "DELETE":
        return [Effect("delete", f"deletes something at {host}", 0.9, host=host)]
    return [fetched(urls[0].text, context)] if urls else [Effect("observe", "asks no server", 0.5)]


def _remote_shell(command: Command, context: Context) -> list[Effect]:
    host = next(
        (host_of(word.text) for word in command.operands("-p", "-i", "-l", "-o", "-L", "-R", "-D", "-F", "-J", "-b")),
        "",
    )
    return [Effect("leave", f"works on another computer ({host or command.name})", 0.95, host=host)]


def _copies(command: Command, context: Context) -> list[Effect]:
    words = command.operands("-P", "-i", "-o", "-F", "-e", "--rsh", "--exclude", "--include", "-f", "--port")
    away = [word for word in words if re.match(r"^[^/]+:", word.text) or "://" in word.text]
    if not away:
        # --delete-excluded, --delete-during, --del; --delay-updates only says when what is copied is put in place.
        if any(re.match(r"--(del(?!ay)|remove-source)", text) for text in command.texts):
            return [Effect("delete", "deletes what is not in the source", 0.93)]
        return [written(words[-1], context, append=True)] if words else [Effect("observe", "copies nothing", 0.6)]
    host = host_of(away[-1].text)
    if words and words[-1] in away:
        return [Effect("leave", f"copies files to {host}", 0.95, host=host)]
    return [replace(fetched(host, context), words=f"copies files from {host}"), Effect("save", "writes files", 0.8)]


def _raw(command: Command, context: Context) -> list[Effect]:
    if command.has("-l", "--listen"):
        return [Effect("settings", "waits for connections from outside", 0.8)]
    words = command.operands("-p", "-w", "-s", "-i", "-x")
    host = words[0].text.rsplit(":", 1)[0] if words else ""
    if command.name == "socat":
        return [Effect("leave", "ties connections together", 0.85)]
    if command.has("-z") and _INSIDE.match(host):
        return [Effect("observe", "looks whether a port is open", 0.9)]
    if _INSIDE.match(host):
        return [Effect("edit", "speaks to a server inside the walls", 0.6)]
    if command.fed_by is not None or command.feed is not None or any(r.operator == "<" for r in command.redirects):
        return [Effect("send", f"sends data to {host}", 0.93, host=host)]
    return [Effect("leave", f"opens a connection to {host}", 0.9, host=host)]


def _mail(command: Command, context: Context) -> list[Effect]:
    if command.name in ("mail", "mailx", "mutt", "s-nail") and not command.operands("-s", "-a", "-c", "-b", "-f", "-r"):
        return [Effect("observe", "reads mail", 0.6)]
    to = command.operands("-s", "-a", "-c", "-b", "-f", "-r", "-u", "-t", "--to")
    return [Effect("send", f"sends mail{f' to {to[-1].text}' if to else ''}", 0.96)]


def _looks_up(command: Command, context: Context) -> list[Effect]:
    if any(not word.known for word in command.words):
        return [Effect("leave", "carries something out in the name that it looks up", 0.8)]
    return [Effect("observe", f"asks the network ({command.name})", 0.75)]


def _opens(command: Command, context: Context) -> list[Effect]:
    """A browser, or whatever opens a file or an address."""
    words = list(command.operands("--user-data-dir", "-P", "--profile", "--app"))
    found: list[Effect] = []
    for word in words:
        text = word.text
        if text.startswith("mailto:"):
            found.append(Effect("navigate", f"begins a mail to {text[7:]}", 0.85))
        elif text.startswith(("file:", "about:", "chrome:", "/", "~", "./")):
            found.append(Effect("navigate", f"opens {text}", 0.92, context.resolved(text.removeprefix("file://"))))
        elif "://" in text or command.name in BROWSERS:
            seen = fetched(text, context, word.known)
            kind = "navigate" if seen.consequence == "observe" else seen.consequence
            found.append(replace(seen, consequence=kind, words=f"opens {text} in a browser"))
        else:
            found.append(Effect("navigate", f"opens {text}", 0.85, context.resolved(text)))
    return found or [Effect("navigate", f"starts {command.name}", 0.9)]


def _tunnel(command: Command, context: Context) -> list[Effect]:
    return [Effect("leave", f"opens a way in or out past the walls ({command.name})", 0.9)]


def _social(command: Command, context: Context) -> list[Effect]:
    return [Effect("send", f"posts for others to read ({command.name})", 0.9)]


ROWS: Mapping[str, Row] = {
    "curl": _curl,
    **dict.fromkeys(("wget", "wget2", "aria2c", "axel", "yt-dlp", "youtube-dl", "fetch"), _wget),
    **dict.fromkeys(("http", "https", "xh"), _httpie),
    **dict.fromkeys(("ssh", "mosh", "telnet", "rlogin", "sftp", "ftp", "lftp", "rdesktop", "xfreerdp", "vncviewer",
                     "ssh-copy-id", "sshfs"), _remote_shell),
    **dict.fromkeys(("scp", "rsync", "rclone", "unison", "s3cmd", "gsutil"), _copies),
    **dict.fromkeys(("nc", "ncat", "netcat", "socat"), _raw),
    **dict.fromkeys(("mail", "mailx", "mutt", "sendmail", "msmtp", "swaks", "s-nail", "ssmtp", "sendemail",
                     "neomutt"), _mail),
    **dict.fromkeys(("ping", "dig", "nslookup", "host", "traceroute", "tracepath", "mtr", "whois", "arp"), _looks_up),
    **dict.fromkeys((*BROWSERS, *_OPENS), _opens),
    **dict.fromkeys(("ngrok", "cloudflared", "localtunnel", "lt", "tor", "openvpn", "wg-quick", "proxychains",
                     "tailscale"), _tunnel),
    **dict.fromkeys(("toot", "tweet", "slackcat", "slack", "signal-cli", "telegram-cli", "twurl"), _social),
}  # fmt: skip
