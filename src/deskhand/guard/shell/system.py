"""Commands that set how the machine behaves, bring in software, or work with versions, services and data."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from dataclasses import replace as with_

from deskhand.guard.interface import Consequence
from deskhand.guard.shell.effects import Command, Context, Effect
from deskhand.guard.shell.files import Row
from deskhand.guard.shell.network import fetched


@dataclass(frozen=True, slots=True)
class Verbs:
    """A program whose first word says what it does: each line a consequence, its verbs, and what to say."""

    lines: Sequence[tuple[Consequence, str, str]]
    otherwise: tuple[Consequence, str, float] = ("edit", "does something that is not known", 0.35)
    options_with_value: tuple[str, ...] = ()
    bare: tuple[Consequence, str] = ("observe", "shows how to use it")

    def __call__(self, command: Command, context: Context) -> list[Effect]:
        words = command.operands(*self.options_with_value)
        if not words:
            if command.has("--help", "--version", "-h", "-V", "-v"):
                return [Effect("observe", "looks at the version", 0.95)]
            return [Effect(*self.bare, 0.75)]
        pair = " ".join(word.text for word in words[:2])
        first = words[0].text
        for consequence, verbs, said in self.lines:
            for verb in verbs.split("|"):
                if verb in (first, pair):
                    what = " ".join(word.text for word in words[len(verb.split()) :][:4])
                    return [Effect(consequence, said.replace("{}", what or "it").strip(), 0.92)]
        consequence, said, confidence = self.otherwise
        return [Effect(consequence, f"{command.name} {first}: {said}", confidence)]


_PACKAGES = Verbs(
    (
        ("install", "install|reinstall|add|in|i|upgrade|update|full-upgrade|dist-upgrade|dup|up|build-dep|get|"
         "groupinstall|refresh|source|tap|cask|sync|inject|develop|bundle", "installs or updates software: {}"),
        ("install", "remove|purge|uninstall|autoremove|erase|rm|un|unlink|del|delete|reset", "removes software: {}"),
        ("observe", "list|ls|search|show|info|policy|depends|rdepends|freeze|check|outdated|view|provides|query|deps|"
         "inspect|cache|config list|audit|why|doctor|leaves|help|madison|files|hash|home|version|tree|showpkg|env list|"
         "explain|ll|fund", "lists software"),
        ("delete", "clean|autoclean|cache clean|cache purge", "empties the store of downloaded software"),
        ("settings", "config|config set|set|hold|unhold|mark|edit-sources|link|pin|repo|remote|override", "changes "
         "settings of software: {}"),
        ("send", "publish|push|upload|deprecate|unpublish|owner|yank|dist-tag", "publishes software: {}"),
        ("sign_in", "login|adduser|logout|token|whoami --token", "signs in"),
        ("install", "exec|x|dlx|create|init-from|download|fetch|self-update|tool", "fetches and runs software: {}"),
        ("save", "init|new|lock|version-bump|pack|wheel|build|compile|venv|export|shell|prune|dedupe|fmt|fix|doc",
         "writes files of the project"),
        ("edit", "run|test|start|t|task|dev|serve|bench|lint|run-script|watch|vet|clippy|tidy|mod", "runs what the "
         "project defines: {}"),
    ),
    options_with_value=("-C", "--prefix", "-p", "--registry", "-i", "--index-url", "-c", "-t", "-n", "--name", "-o"),
)  # fmt: skip


def _pip(command: Command, context: Context) -> list[Effect]:
    return _PACKAGES(command, context)


def _pacman(command: Command, context: Context) -> list[Effect]:
    first = next((text for text in command.texts if text.startswith("-")), "")
    if first.startswith(("-Q", "-Ss", "-Si", "-F", "--query")):
        return [Effect("observe", "lists software", 0.93)]
    return [Effect("install", "installs or removes software", 0.95)]


def _dpkg(command: Command, context: Context) -> list[Effect]:
    if command.has("-i", "--install", "--unpack", "--configure", "-U", "-F", "--reinstall"):
        return [Effect("install", "installs software", 0.96)]
    if command.has("-r", "-P", "--remove", "--purge", "-e", "--erase"):
        return [Effect("install", "removes software", 0.93)]
    return [Effect("observe", "lists software", 0.9)]


def _conda(command: Command, context: Context) -> list[Effect]:
    words = tuple(word for word in command.words if word.text != "env") or command.words
    return _PACKAGES(with_(command, words=words), context)


def _runs_foreign(command: Command, context: Context) -> list[Effect]:
    return [Effect("install", f"fetches a program and runs it ({command.name})", 0.93)]


def _npm(command: Command, context: Context) -> list[Effect]:
    if command.name in ("yarn", "bun", "pnpm") and not command.operands():
        return [Effect("install", "installs what the project needs", 0.93)]
    if command.texts[:1] in (("ci",), ("install-test",)):
        return [Effect("install", "installs what the project needs", 0.95)]
    return _PACKAGES(command, context)


_GIT = Verbs(
    (
        ("observe", "status|log|diff|show|blame|branch|ls-files|grep|describe|rev-parse|shortlog|reflog|help|version|"
         "remote|cat-file|ls-tree|merge-base|config --list|config --get|stash list|stash show|tag|name-rev|whatchanged|"
         "count-objects|fsck|bisect log|ls-remote|worktree list|var|check-ignore|rev-list|range-diff|archive",
         "looks at versions"),
        ("save", "add|commit|init|merge|rebase|cherry-pick|revert|stash|stash push|stash save|mv|worktree|format-patch|"
         "bisect|notes|submodule|am|apply|stash apply|stash pop|switch|replace|update-index|sparse-checkout|bundle",
         "keeps versions of files"),
        ("send", "push|send-email|request-pull|svn dcommit", "publishes versions: {}"),
        ("delete", "rm|clean|gc|prune|filter-branch|filter-repo|stash drop|stash clear|restore|update-ref|"
         "reflog expire|reflog delete|worktree remove|remote remove|remote rm", "throws away versions or files: {}"),
        ("settings", "config|remote add|remote set-url|credential|lfs|maintenance|hook", "changes how git is set"),
    ),
    ("edit", "does something with versions", 0.45),
    ("-C", "-c", "--git-dir", "--work-tree"),
)  # fmt: skip


_REPOSITORY = re.compile(r"^(\w+://|[\w.-]+@[\w.-]+:|[\w.-]+\.\w+[:/])")
_FORCED = ("-f", "--force", "--discard-changes")


def _git(command: Command, context: Context) -> list[Effect]:
    words = command.operands("-C", "-c", "--git-dir", "--work-tree")
    verb = words[0].text if words else ""
    rest = words[1:]
    if any(re.match(r"(alias\.|core\.(sshCommand|pager|editor|fsmonitor)|.*\.(cmd|textconv)|credential\.helper)", text)
           and "=" in text for text in command.texts):  # fmt: skip
        return [Effect("edit", "lets git run another command", 0.35)]
    match verb:
        case "clone" | "fetch" | "pull":
            url = next(
                (word for word in rest if re.match(r"^(\w+://|[\w.-]+@[\w.-]+:|[\w.-]+\.\w+[:/])", word.text)), None
            )
            if url is not None:
                text = re.sub(r"^[\w.-]+@([\w.-]+):.*", r"\1", url.text)
                return [with_(fetched(text, context), words=f"brings in {url.text}"),
                        Effect("save", "writes files", 0.85)]  # fmt: skip
            if verb == "clone":
                return [Effect("save", "copies a folder of versions", 0.85)]
            return [Effect("leave", "brings in versions from another computer", 0.6)]
        case "submodule" if rest and rest[0].text in ("update", "add"):
            return [Effect("leave", "brings in versions from another computer", 0.6)]
        case "reset" if command.has("--hard", "--merge"):
            return [Effect("delete", "throws away changes that were not kept", 0.95)]
        case "reset":
            return [Effect("edit", "takes files off the list of what is to be kept", 0.85)]
        case "checkout" | "switch":
            if (
                command.has("-f", "--force", "--discard-changes")
                or "--" in command.texts
                or any(w.text == "." for w in rest)
            ):
                return [Effect("delete", "throws away changes that were not kept", 0.92)]
            return [Effect("edit", f"goes to another version ({' '.join(w.text for w in rest)})", 0.88)]
        case "restore" if command.has("--staged") and not command.has("--worktree"):
            return [Effect("edit", "takes files off the list of what is to be kept", 0.85)]
        case "branch" | "tag" if command.has("-d", "-D", "--delete"):
            return [Effect("delete", f"deletes {' '.join(word.text for word in rest)}", 0.93)]
        case "branch" | "tag" if rest:
            return [Effect("save", f"makes the {verb} {rest[0].text}", 0.9)]
        case "commit" if command.has("--amend"):
            return [Effect("save", "changes the last version", 0.8)]
        case "config" if command.has("--list", "-l", "--get", "--get-all") or len(rest) == 1:
            return [Effect("observe", "looks at how git is set", 0.9)]
        case "remote" if command.has("-v") or not rest:
            return [Effect("observe", "looks at where versions come from", 0.9)]
        case "gc":
            return [Effect("save", "tidies up versions", 0.8)]
        case _:
            return _GIT(command, context)


_SERVICES = Verbs(
    (
        ("observe", "status|list-units|list-unit-files|show|is-active|is-enabled|cat|list-timers|is-failed|get-default|"
         "list-dependencies|list-sockets|list-jobs|--status-all", "looks at services"),
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


def _by_option(looks: tuple[str, ...], said: str) -> Row:
    """A program that changes settings unless an option only asks."""

    def row(command: Command, context: Context) -> list[Effect]:
        if not command.words or command.has(*looks, "--help", "--version"):
            return [Effect("observe", f"looks ({command.name})", 0.9)]
        return [Effect("settings", said, 0.92)]

    return row


def _always(consequence: Consequence, said: str, confidence: float = 0.93) -> Row:
    return lambda command, context: [Effect(consequence, said.replace("{}", command.name), confidence)]


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


_CLOUD_READS = re.compile(r"^(list|ls|get|describe|show|view|status|diff|checks|watch|logs?|top|explain|version|"
                          r"info|whoami|help|inspect|ps|images|search|plan|validate|output|events|stats)")  # fmt: skip
_CLOUD_DELETES = re.compile(r"^(delete|rm|remove|destroy|prune|rmi|terminate|drop|down|archive|kill|stop|purge)")
_CLOUD_SENDS = re.compile(r"^(create|comment|push|publish|send|merge|close|reopen|review|edit|post|release|fork|star|"
                          r"upload|deploy|submit|invite|ready|transfer|rename|sync)")  # fmt: skip
_CLOUD_SIGNS = re.compile(r"^(login|auth|logout|configure|token|refresh)")


def _cloud(command: Command, context: Context) -> list[Effect]:
    """A service's own command line: what it does stands in a verb among the first words."""
    words = [word.text for word in command.operands("-n", "--namespace", "-f", "--profile", "--region", "-R", "--repo")]
    shown = f"{command.name} {' '.join(words[:3])}"
    local = command.name in ("docker", "podman", "buildah", "docker-compose", "nerdctl", "vagrant", "virsh")
    for verb in words[:3]:
        if _CLOUD_SIGNS.match(verb) and verb != "auth status":
            return [Effect("sign_in", f"signs in ({shown})", 0.9)]
        if _CLOUD_DELETES.match(verb):
            return [Effect("delete", f"removes something ({shown})", 0.92)]
        if verb in ("push", "publish"):
            return [Effect("send", f"publishes ({shown})", 0.95)]
        if verb in ("pull",) and local:
            return [Effect("install", f"brings in an image ({shown})", 0.9)]
        if verb in ("run", "exec", "up", "start", "restart", "compose", "build", "create", "cp", "load") and local:
            if verb == "compose":
                continue
            return [Effect("install", f"runs software from an image ({shown})", 0.75)]
        if verb in (
            "apply",
            "scale",
            "patch",
            "rollout",
            "set",
            "label",
            "annotate",
            "cordon",
            "drain",
            "taint",
            "edit",
        ):
            return [Effect("settings", f"changes what is running ({shown})", 0.9)]
        if _CLOUD_SENDS.match(verb) or verb in ("cp", "mv", "put"):
            return [Effect("send", f"changes something that others see ({shown})", 0.85)]
        if _CLOUD_READS.match(verb):
            return [Effect("observe", f"looks ({shown})", 0.75)]
    return [Effect("edit", f"does something with a service ({shown})", 0.35)]


def _sql_words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_SQL: tuple[tuple[Consequence, re.Pattern[str]], ...] = (
    ("delete", _sql_words(r"\b(drop|delete\s+from|truncate|flushall|flushdb|deleteMany|deleteOne|dropDatabase)\b")),
    ("settings", _sql_words(r"\b(grant|revoke|alter\s+(user|role|system)|create\s+(user|role)|set\s+password)\b")),
    ("save", _sql_words(r"\b(insert|update|replace|alter|create|merge|copy|vacuum|reindex|upsert|\.import|set)\b")),
    ("observe", _sql_words(r"\b(select|show|describe|explain|pragma|get|keys|with|find)|\.(tables|schema|dump)|\\d")),
)  # fmt: skip


def _sql(command: Command, context: Context) -> list[Effect]:
    text = " ".join((*command.texts, command.feed or ""))
    statement = command.value("-c", "-e", "--command", "--execute", "--eval")
    told = statement.text if statement is not None else " ".join(word.text for word in command.operands()[1:])
    told = told or command.feed or (text if command.name == "redis-cli" else "")
    for consequence, pattern in _SQL:
        if pattern.search(told):
            said = {"delete": "deletes data", "settings": "changes who may use data", "save": "changes data"}
            return [Effect(consequence, said.get(consequence, "looks at data"), 0.9)]
    if any(r.operator == "<" for r in command.redirects) or command.has("-f", "--file"):
        return [Effect("edit", "runs a file of statements on data", 0.4)]
    return [Effect("edit", "opens a database, to be spoken to", 0.6)]


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
    if any(re.match(r"(install|deploy|publish|release|upload|push)", target) for target in targets):
        kind: Consequence = "install" if targets[0].startswith("install") else "send"
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


def _mounts(command: Command, context: Context) -> list[Effect]:
    if command.name == "mount" and not command.words:
        return [Effect("observe", "lists what is mounted", 0.95)]
    return [Effect("settings", "changes what is mounted", 0.9)]


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
    if first == "s_client":
        return [Effect("leave", "opens a connection", 0.8)]
    return [
        Effect("observe" if first in ("version", "x509", "dgst", "rand", "verify") else "save", "works with keys", 0.75)
    ]


ROWS: Mapping[str, Row] = {
    **dict.fromkeys(("apt", "apt-get", "aptitude", "dnf", "yum", "zypper", "apk", "snap", "flatpak", "brew", "pip",
                     "pip3", "pipx", "uv", "poetry", "pdm", "cargo", "gem", "go", "composer", "bundle", "mix", "nix",
                     "dotnet", "mvn", "gradle", "rustup", "luarocks", "cpan", "cpanm", "opam", "stack", "cabal",
                     "port", "emerge", "xbps-install", "rpm-ostree", "add-apt-repository", "twine", "ansible-galaxy",
                     "code-install", "helm", "krew", "asdf", "nvm", "sdk", "pyenv"), _pip),
    **dict.fromkeys(("npm", "yarn", "pnpm", "bun"), _npm),
    **dict.fromkeys(("npx", "bunx", "uvx", "pkgx", "deno-run"), _runs_foreign),
    **dict.fromkeys(("conda", "mamba", "micromamba"), _conda),
    **dict.fromkeys(("pacman", "yay", "paru"), _pacman),
    **dict.fromkeys(("dpkg", "rpm", "gdebi"), _dpkg),
    **dict.fromkeys(("aws", "gcloud", "az", "gh", "glab", "hub", "kubectl", "oc", "terraform", "tofu", "docker",
                     "podman", "docker-compose", "heroku", "vercel", "netlify", "fly", "flyctl", "firebase", "wrangler",
                     "doctl", "stripe", "railway", "ansible", "ansible-playbook", "vagrant", "virsh", "jira", "op",
                     "bw", "pass", "hcloud", "linode-cli", "pulumi", "supabase"), _cloud),
    **dict.fromkeys(("sqlite3", "psql", "mysql", "mariadb", "redis-cli", "mongosh", "mongo", "duckdb", "cqlsh",
                     "clickhouse-client", "sqlcmd"), _sql),
    **dict.fromkeys(("dropdb", "dropuser", "mysqladmin"), _always("delete", "deletes data ({})")),
    **dict.fromkeys(("systemctl", "loginctl", "timedatectl", "hostnamectl", "localectl"), _SERVICES),
    **dict.fromkeys(("gsettings", "dconf", "xfconf-query", "kwriteconfig5", "kwriteconfig6", "gconftool-2", "nmcli",
                     "update-alternatives", "xdg-settings", "xdg-mime", "debconf-set-selections", "locale-gen",
                     "update-rc.d", "ufw", "firewall-cmd", "bluetoothctl", "powerprofilesctl", "pactl", "wpctl",
                     "amixer"), _KEYS),
    **dict.fromkeys(("useradd", "adduser", "usermod", "userdel", "deluser", "groupadd", "groupmod", "groupdel",
                     "gpasswd", "visudo", "chsh", "chfn", "newgrp", "vipw"), _always("settings", "changes users ({})")),
    **dict.fromkeys(("passwd", "chpasswd", "ssh-add", "kinit", "secret-tool", "keyring", "htpasswd"),
                    _always("sign_in", "sets or uses a secret ({})")),
    **dict.fromkeys(("shutdown", "reboot", "poweroff", "halt", "init", "telinit", "suspend"),
                    _always("settings", "shuts the machine down ({})")),
    **dict.fromkeys(("kill", "pkill", "killall", "xkill", "skill"), _ends),
    **dict.fromkeys(("ip", "ifconfig", "route", "iptables", "ip6tables", "nft", "iw", "iwconfig", "tc", "brctl"), _ip),
    **dict.fromkeys(("mount", "umount", "losetup", "cryptsetup", "swapon", "swapoff", "fusermount"), _mounts),
    **dict.fromkeys(("make", "cmake", "ninja", "meson", "just", "rake", "ant", "bazel", "scons", "configure"), _builds),
    **dict.fromkeys(("pytest", "tox", "nox", "jest", "vitest", "mocha", "phpunit", "rspec", "ctest", "hypothesis"),
                    _checks),
    **dict.fromkeys(("xclip", "xsel", "wl-copy", "wl-paste", "clip", "pbcopy", "pbpaste"), _clipboard),
    **dict.fromkeys(("zenity", "kdialog", "yad", "xmessage", "dialog", "whiptail"), _dialog),
    **dict.fromkeys(("xdotool", "xte", "ydotool", "wtype", "dotool", "xautomation"), _hand),
    **dict.fromkeys(("date", "hwclock", "ntpdate"), _date),
    **dict.fromkeys(("hostname", "domainname"), _hostname),
    **dict.fromkeys(("export", "set", "unset", "shopt", "read", "mapfile", "readarray", "let", "umask", "bind", "stty",
                     "getopts-set", "hash-r", "unalias", "enable", "disown", "fg", "bg", "declare", "((", "setxkbmap",
                     "reset"), _export),
    **dict.fromkeys(("gpg", "gpg2"), _gpg),
    **dict.fromkeys(("lp", "lpr"), _always("send", "prints")),
    **dict.fromkeys(("insmod", "rmmod", "modprobe", "sysctl", "setenforce", "setsebool", "apparmor_parser", "swapoff",
                     "ulimit-set", "tzselect", "dpkg-reconfigure", "efibootmgr", "grub-install", "update-grub"),
                    _by_option(("-a", "-n", "-l"), "changes how the machine is set")),
    **dict.fromkeys(("xrandr", "xset", "xinput", "xgamma", "feh-bg", "nitrogen", "xsetroot", "xmodmap"),
                    _by_option(("-q", "--query", "--list", "q"), "changes a setting of the screen or keyboard")),
    "git": _git,
    "service": _service,
    "crontab": _crontab,
    "history": _history,
    "wmctrl": _wmctrl,
    "ssh-keygen": _ssh_keygen,
    "openssl": _open_ssl,
    "bitcoin-cli": _always("pay", "may move money ({})", 0.7),
    "flyway": _always("save", "changes data", 0.7),
}  # fmt: skip
