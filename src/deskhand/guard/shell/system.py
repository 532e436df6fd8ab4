"""Commands that set how the machine and its programs behave."""

from __future__ import annotations

import re
from collections.abc import Mapping

from deskhand.guard.interface import Consequence
from deskhand.guard.shell.effects import Command, Context, Effect
from deskhand.guard.shell.files import Row
from deskhand.guard.shell.verbs import Verbs

_SERVICES = Verbs(
    (
        ("observe", "status|list-units|list-unit-files|show|is-active|is-enabled|cat|list-timers|is-failed|get-default|"
         "list-dependencies|list-sockets|list-jobs|list-sessions|list-users|list-seats|list-timezones|list-locales|"
         "session-status|user-status|timesync-status|--status-all", "looks at services"),
        ("settings", "start|stop|restart|reload|enable|disable|mask|unmask|daemon-reload|edit|kill|set-default|isolate|"
         "reenable|preset|try-restart|set-property|set-environment|import-environment", "changes services: {}"),
        ("settings", "poweroff|reboot|halt|suspend|hibernate|rescue|emergency", "shuts the machine down"),
    ),
    options_with_value=("-t", "-p", "-n"),
)  # fmt: skip


def _service(command: Command, context: Context) -> list[Effect]:
    if command.texts[-1:] == ("status",) or command.has("--status-all"):
        return [Effect("observe", "looks at services", 0.93)]
    return [Effect("settings", "changes services", 0.92)]


def _crontab(command: Command, context: Context) -> list[Effect]:
    if command.has("-l"):
        return [Effect("observe", "lists planned commands", 0.95)]
    if command.has("-r"):
        return [Effect("delete", "deletes all planned commands", 0.95)]
    return [Effect("settings", "plans commands to run by themselves", 0.95)]


_KEYS = Verbs(
    (
        (
            "observe",
            "get|list-keys|list-schemas|list-recursively|range|describe|writable|list|read|dump|help|monitor|"
            "list-children|search|query|status|show|info|watch",
            "looks at settings",
        ),
        (
            "settings",
            "set|reset|reset-recursively|write|load|unset|delete|remove|add|enable|disable|update|compile|"
            "default|set-default-web-browser|install|import",
            "changes a setting: {}",
        ),
    ),
    ("settings", "may change a setting", 0.6),
)


def _always(consequence: Consequence, said: str, confidence: float = 0.93) -> Row:
    return lambda command, context: [Effect(consequence, said.replace("{}", command.name), confidence)]


def _journal(command: Command, context: Context) -> list[Effect]:
    if command.has("--vacuum-size", "--vacuum-time", "--vacuum-files"):
        return [Effect("delete", "deletes old records of the system", 0.92)]
    if command.has("--rotate", "--flush", "--sync", "--relinquish-var"):
        return [Effect("settings", "changes how records are kept", 0.85)]
    return [Effect("observe", "looks at records of the system", 0.95)]


_NETWORK_LOOKS = frozenset({"list", "show", "status", "monitor", "general", "rescan", "g"})
_NETWORK_CHANGES = frozenset({
    "up", "down", "add", "modify", "delete", "connect", "disconnect", "set", "on", "off", "edit", "reload", "import",
    "clone", "load", "hotspot", "reapply", "hostname", "allow", "deny", "enable", "disable", "reset", "remove", "pair",
    "trust", "power", "forget",
})  # fmt: skip


def _network_manager(command: Command, context: Context) -> list[Effect]:
    words = {word.text for word in command.operands("-f", "-t", "-g", "--fields")}
    if words & _NETWORK_CHANGES:
        return [Effect("settings", "changes the network", 0.92)]
    looks = (
        not words
        or words & _NETWORK_LOOKS
        or words <= {"dev", "device", "con", "connection", "radio", "wifi", "c", "d"}
    )
    return [
        Effect("observe", "looks at the network", 0.9) if looks else Effect("settings", "may change the network", 0.6)
    ]


def _captures(command: Command, context: Context) -> list[Effect]:
    if command.has("-D", "--list-interfaces", "-r"):
        return [Effect("observe", "looks at the network", 0.9)]
    return [Effect("settings", "listens to what goes over the network", 0.8)]


def _prints(command: Command, context: Context) -> list[Effect]:
    if command.name == "cancel":
        return [Effect("delete", "takes back what is to be printed", 0.85)]
    if command.name == "lpoptions" and not command.has("-o", "-d", "-r", "-x"):
        return [Effect("observe", "looks how it is printed", 0.88)]
    return [Effect("settings", "changes how it is printed", 0.85)]


def _ends(command: Command, context: Context) -> list[Effect]:
    if command.has("-l", "-L", "-0"):
        return [Effect("observe", "lists signals", 0.9)]
    what = " ".join(word.text for word in command.operands("-s", "-n", "-u")) or "programs"
    return [Effect("delete", f"ends {what}; what was not saved there is lost", 0.75)]


def _ip(command: Command, context: Context) -> list[Effect]:
    changes = {"add", "del", "delete", "set", "flush", "change", "replace", "up", "down", "append", "insert"}
    return [
        Effect("settings", "changes the network", 0.92)
        if changes & set(command.texts) or command.has("-A", "-D", "-F", "-P", "-I", "-X")
        else Effect("observe", "looks at the network", 0.9)
    ]


def _history(command: Command, context: Context) -> list[Effect]:
    if command.has("-c", "-d"):
        return [Effect("delete", "deletes the record of what was typed", 0.9)]
    return [Effect("observe", "shows what was typed", 0.95)]


def _gpg(command: Command, context: Context) -> list[Effect]:
    if command.has("--delete-key", "--delete-secret-key", "--delete-keys", "--delete-secret-keys"):
        return [Effect("delete", "deletes a key", 0.95)]
    if command.has("--export-secret-keys", "--decrypt", "-d", "--gen-key", "--full-generate-key", "--passwd"):
        return [Effect("sign_in", "uses a secret key", 0.85)]
    if command.has("--send-keys"):
        return [Effect("send", "publishes a key", 0.93)]
    if command.has("--import", "--edit-key", "--sign-key", "--recv-keys", "--trust-model"):
        return [Effect("settings", "changes whom it trusts", 0.9)]
    return [Effect("observe" if command.has("--list-keys", "-k", "--verify", "-K") else "save", "works with keys", 0.8)]


def _export(command: Command, context: Context) -> list[Effect]:
    loaders = ("PATH=", "LD_PRELOAD=", "LD_LIBRARY_PATH=", "PROMPT_COMMAND=", "BASH_ENV=")
    if any(text.startswith(loaders) and "$PATH" not in text for text in command.texts):
        return [Effect("edit", "makes commands mean other programs", 0.4)]
    return [Effect("edit", "sets variables of the shell", 0.92)]


def _builds(command: Command, context: Context) -> list[Effect]:
    targets = [word.text for word in command.operands("-C", "-f", "-j", "-B", "-S", "--build", "--target", "-G", "-D")]
    if any(re.match(r"(un)?(install|deploy|publish|release|upload|push)", target) for target in targets):
        kind: Consequence = "install" if "install" in targets[0] else "send"
        return [Effect(kind, f"does what the project calls {targets[0]}", 0.85)]
    if any(re.match(r"(clean|distclean|mrproper|clobber)", target) for target in targets):
        return [Effect("save", "removes what was built", 0.75)]
    return [Effect("save", "builds what the project defines", 0.75)]


def _checks(command: Command, context: Context) -> list[Effect]:
    return [Effect("observe", f"runs the project's tests ({command.name})", 0.7)]


def _clipboard(command: Command, context: Context) -> list[Effect]:
    reads = command.has("-o", "-out", "--output") or command.name == "wl-paste"
    return [Effect("observe" if reads else "edit", "uses the clipboard", 0.88)]


def _wmctrl(command: Command, context: Context) -> list[Effect]:
    if command.has("-l", "-d", "-m"):
        return [Effect("observe", "lists windows", 0.95)]
    return [Effect("edit" if command.has("-c") else "navigate", "arranges windows", 0.8)]


def _dialog(command: Command, context: Context) -> list[Effect]:
    return [Effect("observe", "shows a message", 0.8)]


def _date(command: Command, context: Context) -> list[Effect]:
    if command.has("-s", "--set") or command.name in ("hwclock", "ntpdate"):
        return [Effect("settings", "sets the clock", 0.93)]
    return [Effect("observe", "tells the time", 0.97)]


def _hand(command: Command, context: Context) -> list[Effect]:
    looks = (
        "getmouselocation",
        "search",
        "getactivewindow",
        "getwindowname",
        "getwindowgeometry",
        "getdisplaygeometry",
    )
    if command.texts[:1] and command.texts[0] in looks and not {"click", "key", "type"} & set(command.texts):
        return [Effect("observe", "looks at windows", 0.9)]
    return [Effect("edit", "clicks or types past the eyes of the guard", 0.3)]


def _hostname(command: Command, context: Context) -> list[Effect]:
    if command.operands() and command.name == "hostname":
        return [Effect("settings", "gives the machine another name", 0.9)]
    return [Effect("observe", "tells the machine's name", 0.95)]


def _ssh_keygen(command: Command, context: Context) -> list[Effect]:
    if command.has("-l", "-B", "-F"):
        return [Effect("observe", "looks at a key", 0.9)]
    return [Effect("settings", "makes or changes a key that opens other computers", 0.85)]


def _open_ssl(command: Command, context: Context) -> list[Effect]:
    first = command.texts[0] if command.words else ""
    if first in ("rsa", "pkey", "ec", "dsa", "pkcs12", "pkcs8", "genrsa", "genpkey"):
        return [Effect("sign_in", "makes, shows or changes a secret key", 0.8)]
    if first == "s_client":
        return [Effect("leave", "opens a connection", 0.8)]
    return [
        Effect("observe" if first in ("version", "x509", "dgst", "rand", "verify") else "save", "works with keys", 0.75)
    ]


ROWS: Mapping[str, Row] = {
    **dict.fromkeys(("dropdb", "dropuser", "mysqladmin"), _always("delete", "deletes data ({})")),
    **dict.fromkeys(("systemctl", "loginctl", "timedatectl", "hostnamectl", "localectl"), _SERVICES),
    **dict.fromkeys(("gsettings", "dconf", "xfconf-query", "kwriteconfig5", "kwriteconfig6", "gconftool-2",
                     "update-alternatives", "xdg-settings", "xdg-mime", "debconf-set-selections", "locale-gen",
                     "update-rc.d", "ufw", "firewall-cmd", "bluetoothctl", "powerprofilesctl", "pactl", "wpctl",
                     "amixer", "alternatives", "resolvectl", "networkctl", "rfkill", "pamixer"), _KEYS),
    **dict.fromkeys(("useradd", "adduser", "usermod", "userdel", "deluser", "groupadd", "groupmod", "groupdel",
                     "gpasswd", "visudo", "chsh", "chfn", "newgrp", "vipw"), _always("settings", "changes users ({})")),
    **dict.fromkeys(("passwd", "chpasswd", "ssh-add", "kinit", "secret-tool", "keyring", "htpasswd"),
                    _always("sign_in", "sets or uses a secret ({})")),
    **dict.fromkeys(("shutdown", "reboot", "poweroff", "halt", "init", "telinit", "suspend"),
                    _always("settings", "shuts the machine down ({})")),
    **dict.fromkeys(("kill", "pkill", "killall", "xkill", "skill"), _ends),
    **dict.fromkeys(("ip", "ifconfig", "route", "iptables", "ip6tables", "nft", "iw", "iwconfig", "tc", "brctl"), _ip),
    **dict.fromkeys(("make", "cmake", "ninja", "meson", "just", "rake", "ant", "bazel", "scons", "configure"), _builds),
    **dict.fromkeys(("pytest", "tox", "nox", "jest", "vitest", "mocha", "phpunit", "rspec", "ctest", "hypothesis"),
                    _checks),
    **dict.fromkeys(("xclip", "xsel", "wl-copy", "wl-paste", "clip", "pbcopy", "pbpaste"), _clipboard),
    **dict.fromkeys(("zenity", "kdialog", "yad", "xmessage", "dialog", "whiptail"), _dialog),
    **dict.fromkeys(("xdotool", "xte", "ydotool", "wtype", "dotool", "xautomation"), _hand),
    **dict.fromkeys(("date", "hwclock", "ntpdate"), _date),
    **dict.fromkeys(("hostname", "domainname"), _hostname),
    "service": _service,
    "journalctl": _journal,
    "nmcli": _network_manager,
    **dict.fromkeys(("tcpdump", "tshark", "dumpcap"), _captures),
    **dict.fromkeys(("cancel", "cancel.cups", "lprm", "lpadmin", "cupsenable", "cupsdisable", "lpoptions"), _prints),
    "crontab": _crontab,
    "history": _history,
    "wmctrl": _wmctrl,
    "ssh-keygen": _ssh_keygen,
    "openssl": _open_ssl,
    **dict.fromkeys(("export", "set", "unset", "shopt", "read", "mapfile", "readarray", "let", "umask", "bind", "stty",
                     "unalias", "enable", "disown", "fg", "bg", "declare", "reset"), _export),
    **dict.fromkeys(("gpg", "gpg2"), _gpg),
    **dict.fromkeys(("lp", "lpr"), _always("send", "prints")),
    **dict.fromkeys(("fc-cache", "mandb", "updatedb", "update-desktop-database", "gtk-update-icon-cache"),
                    _always("save", "writes down anew what there is ({})", 0.8)),
    **dict.fromkeys(("update-grub", "update-initramfs"),
                    _always("settings", "changes how the machine starts")),
}  # fmt: skip
