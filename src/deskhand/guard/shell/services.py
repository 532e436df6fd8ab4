"""Commands that work with versions of files, with services of others, and with data."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace as with_

from deskhand.guard.interface import Consequence
from deskhand.guard.shell.effects import Command, Context, Effect
from deskhand.guard.shell.files import Row
from deskhand.guard.shell.network import fetched
from deskhand.guard.shell.syntax import Word
from deskhand.guard.shell.verbs import Verbs

_GIT = Verbs(
    (
        ("observe", "status|log|diff|show|blame|branch|ls-files|grep|describe|rev-parse|shortlog|reflog|help|version|"
         "remote|cat-file|ls-tree|merge-base|config --list|config --get|stash list|stash show|tag|name-rev|whatchanged|"
         "count-objects|fsck|bisect log|ls-remote|worktree list|cherry|lfs ls-files|lfs status|lfs env|"
         "var|check-ignore|rev-list|range-diff|archive",
         "looks at versions"),
        ("save", "add|commit|init|merge|rebase|cherry-pick|revert|stash|stash push|stash save|mv|worktree|format-patch|"
         "bisect|notes|submodule|am|apply|stash apply|stash pop|switch|replace|update-index|sparse-checkout|bundle",
         "keeps versions of files"),
        ("send", "push|send-email|request-pull|svn dcommit", "publishes versions: {}"),
        ("delete", "rm|clean|gc|prune|filter-branch|filter-repo|stash drop|stash clear|restore|update-ref|"
         "reflog expire|reflog delete|worktree remove|remote remove|remote rm|notes remove|submodule deinit|"
         "bisect reset",
         "throws away versions or files: {}"),
        ("settings", "config|remote add|remote set-url|credential|lfs|maintenance|hook", "changes how git is set"),
    ),
    ("edit", "does something with versions", 0.45),
    ("-C", "-c", "--git-dir", "--work-tree"),
)  # fmt: skip


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
                or any(w.text == "." or _is_file(w, context) for w in rest)
            ):
                return [Effect("delete", "throws away changes that were not kept", 0.92)]
            return [Effect("edit", f"goes to another version ({' '.join(w.text for w in rest)})", 0.88)]
        case "restore" if command.has("--staged") and not command.has("--worktree"):
            return [Effect("edit", "takes files off the list of what is to be kept", 0.85)]
        case "branch" | "tag" if command.has("-d", "-D", "--delete"):
            return [Effect("delete", f"deletes {' '.join(word.text for word in rest)}", 0.93)]
        case "branch" | "tag" if command.has("-l", "--list", "-r", "-a", "--contains", "--merged", "--no-merged", "-n"):
            return [Effect("observe", "looks at versions", 0.92)]
        case "branch" | "tag" if rest:
            return [Effect("save", f"makes the {verb} {rest[0].text}", 0.9)]
        case "commit" if command.has("--amend"):
            return [Effect("save", "changes the last version", 0.8)]
        case "config" if command.has("--list", "-l", "--get", "--get-all") or len(rest) == 1:
            return [Effect("observe", "looks at how git is set", 0.9)]
        case "remote" if command.has("-v") or not rest:
            return [Effect("observe", "looks at where versions come from", 0.9)]
        case "gc" | "repack" if command.has("--prune", "-d"):
            return [Effect("delete", "throws away versions that nothing names", 0.85)]
        case "gc":
            return [Effect("save", "tidies up versions", 0.8)]
        case _:
            return _GIT(command, context)


def _is_file(word: Word, context: Context) -> bool:
    """Whether `git checkout WORD` would put back a file, and not go to a branch."""
    return context.exists(word) is True or re.search(r"[^/.]\.[a-z]{1,5}$|\*", word.text) is not None


_CENTRAL = Verbs(
    (
        ("observe", "status|st|stat|log|diff|di|cat|info|list|ls|blame|annotate|heads|tip|parents|summary|branches|"
         "tags|bookmarks|identify|id|paths|incoming|outgoing|in|out|grep|locate|manifest|files|verify|root|showconfig|"
         "timeline|changes|missing|version|help|proplist|pl|propget|pg", "looks at versions"),
        ("save", "add|copy|cp|rename|mv|move|merge|graft|rebase|shelve|unshelve|export|bundle|init|branch|bookmark|tag|"
         "mkdir|resolve|resolved|patch|import|archive|addremove", "keeps versions of files"),
        ("delete", "revert|remove|rm|delete|del|forget|strip|rollback|purge|histedit|cleanup|backout",
         "throws away versions or files: {}"),
        ("leave", "clone|pull|checkout|co|fetch|get|relocate|switch|sw|sync|branch-from", "brings in versions: {}"),
        ("send", "push|email|send|lock|unlock|dcommit", "publishes versions: {}"),
        ("settings", "config|propset|ps|propedit|propdel|bind|settings", "changes how versions are kept"),
        ("edit", "update|up|goto", "goes to another version"),
    ),
    ("edit", "does something with versions", 0.45),
    ("-R", "-r", "-m", "-l", "--limit", "-u", "-c"),
)  # fmt: skip
"""Mercurial, Subversion and their like: of Subversion the commit itself is what others get to see."""


def _versions(command: Command, context: Context) -> list[Effect]:
    verb = next((word.text for word in command.operands("-R", "-r", "-m")), "")
    if verb in ("commit", "ci", "record"):
        if command.name == "svn":
            return [Effect("send", "publishes versions", 0.93)]
        return [Effect("save", "keeps versions of files", 0.92)]
    if verb in ("update", "up", "goto", "checkout", "co") and command.has("-C", "--clean", "--force"):
        return [Effect("delete", "throws away changes that were not kept", 0.9)]
    if verb in ("update", "up") and command.name == "svn":
        return [Effect("leave", "brings in versions from another computer", 0.6)]
    return _CENTRAL(command, context)


_CLOUD_READS = re.compile(r"^(list|ls|get|describe|show|view|status|diff|checks|watch|logs?|top|explain|version|"
                          r"info|whoami|help|inspect|ps|images|search|plan|validate|output|events|stats|config$|port$|"
                          r"history|"
                          r"api-resources|api-versions|cluster-info|can-i|fmt|graph|state|providers|changes|browse|"
                          r"fetch|tail|head|df|env$)")  # fmt: skip
_CLOUD_DELETES = re.compile(r"^(delete|rm|remove|destroy|prune|rmi|terminate|drop|down|archive|kill|stop|purge)")
_CLOUD_SENDS = re.compile(r"^(create|comment|push|publish|send|merge|close|reopen|review|edit|post|release|fork|star|"
                          r"upload|deploy|submit|invite|ready|transfer|rename|sync)")  # fmt: skip
_CLOUD_SIGNS = re.compile(r"^(login|auth|logout|configure|token|refresh)")


def _cloud(command: Command, context: Context) -> list[Effect]:
    """A service's own command line: what it does stands in a verb among the first words."""
    words = [word.text for word in command.operands("-n", "--namespace", "-f", "--profile", "--region", "-R", "--repo")]
    shown = f"{command.name} {' '.join(words[:3])}"
    special = _of_service(command, words, shown)
    if special is not None:
        return [special]
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


_WRITES_API = ("-f", "-F", "--field", "--raw-field", "--input")


def _of_service(command: Command, words: list[str], shown: str) -> Effect | None:
    """What the verb alone does not say: secrets that are shown, calls of an interface, a file that is fetched."""
    match command.name, words[:2]:
        case "kubectl" | "oc", ["get" | "describe", kind] if re.match(r"secrets?(/|$|,)", kind):
            return Effect("sign_in", f"shows secrets ({shown})", 0.85)
        case "kubectl" | "oc", ["rollout", "status" | "history"]:
            return Effect("observe", f"looks ({shown})", 0.9)
        case "aws" | "gcloud" | "az" | "doctl" | "vault", _ if re.search(r"secret|keyvault", " ".join(words[:3])):
            return Effect("sign_in", f"shows or changes secrets ({shown})", 0.85)
        case "kubectl" | "oc", ["exec" | "port-forward" | "cp" | "attach" | "debug", *_]:
            return Effect("leave", f"works on another computer ({shown})", 0.85)
        case "kubectl" | "oc", ["config", verb] if verb.startswith(("use", "set", "unset", "delete", "rename")):
            return Effect("settings", f"changes which computers it speaks to ({shown})", 0.9)
        case "kubectl" | "oc", ["config", "view"] if command.has("--raw"):
            return Effect("sign_in", f"shows secrets ({shown})", 0.85)
        case "kubectl" | "oc", ["create" | "run" | "expose" | "replace", *_]:
            return Effect("settings", f"changes what is running ({shown})", 0.9)
        case "gh" | "glab", ["api", *_]:
            method = command.value("-X", "--method")
            if method is not None and method.text.upper() == "DELETE":
                return Effect("delete", f"deletes something ({shown})", 0.9)
            if (method is not None and method.text.upper() != "GET") or command.has(*_WRITES_API):
                return Effect("send", f"changes something that others see ({shown})", 0.9)
            return Effect("observe", f"looks ({shown})", 0.8)
        case "gh", ["auth", "status"]:
            return Effect("observe", f"looks ({shown})", 0.9)
        case "gh", ["secret" | "variable" | "ssh-key" | "gpg-key", "set" | "add" | "remove" | "delete"]:
            return Effect("settings", f"changes keys or secrets ({shown})", 0.9)
        case "gh" | "glab", ["workflow" | "run", "run" | "rerun" | "enable" | "disable" | "cancel"]:
            return Effect("send", f"starts or stops work that others see ({shown})", 0.85)
        case "aws" | "gsutil", ["s3", "cp" | "mv" | "sync"] if words[3:4] and "://" not in words[3]:
            return Effect("save", f"fetches files ({shown})", 0.75)
        case "aws" | "az" | "gcloud", [_, verb] if re.match(r"(run-|start-|request-|purchase-|create$)", verb):
            return Effect("settings", f"starts something that may cost money ({shown})", 0.85)
        case "terraform" | "tofu" | "pulumi", ["state", "rm" | "mv" | "push" | "delete" | "replace-provider"]:
            return Effect("delete", f"lets go of what is running ({shown})", 0.9)
        case "terraform" | "tofu" | "pulumi", ["apply" | "up" | "import" | "taint", *_]:
            return Effect("settings", f"changes what is running ({shown})", 0.92)
        case "ansible" | "ansible-playbook", _:
            return Effect("settings", f"changes other computers ({shown})", 0.85)
        case "docker" | "podman", ["volume" | "network" | "container" | "image", "create" | "tag"]:
            return Effect("save", f"makes something for containers ({shown})", 0.8)
        case "docker" | "podman", ["cp", source] if ":" in source:
            return Effect("save", f"copies files out of a container ({shown})", 0.85)
        case "docker" | "podman", ["tag" | "save" | "export" | "commit" | "diff", *_]:
            return Effect("save", f"keeps an image ({shown})", 0.8)
        case "pass" | "op" | "bw", ["show" | "get" | "item" | "read" | "list" | "ls", *_] | []:
            return Effect("sign_in", f"shows secrets ({shown})", 0.9)
        case _:
            return None


def _sql_words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_SQL: tuple[tuple[Consequence, re.Pattern[str]], ...] = (
    ("delete", _sql_words(
        r"^\s*(?:h?del|unlink|[lzsx]?rem|[lr]trim|expire)\s|\b(drop|delete\s+from|update\s+\S+\s+set|replace\s+into|alter\s+table|truncate|flushall|flushdb|deleteMany"
        r"|deleteOne|dropDatabase)\b"
    )),
    ("settings", _sql_words(
        r"\b(grant|revoke|alter\s+(user|role|system)|create\s+(user|role)|set\s+password|config\s+(set|rewrite))\b"
    )),
    ("save", _sql_words(r"\b(insert|update|replace|alter|create|merge|copy|vacuum|reindex|upsert|\.import|set)\b")),
    ("observe", _sql_words(r"\b(select|show|describe|explain|pragma|get|keys|with|find)|\.(tables|schema|dump)|\\d")),
)  # fmt: skip


def _sql(command: Command, context: Context) -> list[Effect]:
    text = " ".join((*command.texts, command.feed or ""))
    statement = command.value("-c", "-e", "--command", "--execute", "--eval")
    told = statement.text if statement is not None else " ".join(word.text for word in command.operands()[1:])
    told = text if command.name == "redis-cli" else told or command.feed or ""
    for consequence, pattern in _SQL:
        if pattern.search(told):
            said = {"delete": "deletes data", "settings": "changes who may use data", "save": "changes data"}
            return [Effect(consequence, said.get(consequence, "looks at data"), 0.9)]
    if any(re.match(r"\w+://[^/@\s]*:[^/@\s]+@", word) for word in command.texts):
        return [Effect("sign_in", "signs in to a database with a password", 0.9)]
    if any(r.operator == "<" for r in command.redirects) or command.has("-f", "--file"):
        return [Effect("edit", "runs a file of statements on data", 0.4)]
    return [Effect("edit", "opens a database, to be spoken to", 0.6)]


ROWS: Mapping[str, Row] = {
    **dict.fromkeys(("aws", "gcloud", "az", "gh", "glab", "hub", "kubectl", "oc", "terraform", "tofu", "docker",
                     "podman", "docker-compose", "heroku", "vercel", "netlify", "fly", "flyctl", "firebase", "wrangler",
                     "doctl", "stripe", "railway", "ansible", "ansible-playbook", "vagrant", "virsh", "jira", "op",
                     "bw", "pass", "hcloud", "linode-cli", "pulumi", "supabase"), _cloud),
    **dict.fromkeys(("sqlite3", "psql", "mysql", "mariadb", "redis-cli", "mongosh", "mongo", "duckdb", "cqlsh",
                     "clickhouse-client", "sqlcmd"), _sql),
    "git": _git,
    **dict.fromkeys(("hg", "svn", "bzr", "fossil", "jj", "cvs", "darcs"), _versions),
    "createdb": lambda command, context: [Effect("save", "makes a database", 0.85)],
    "bitcoin-cli": lambda command, context: [Effect("pay", "may move money (bitcoin-cli)", 0.7)],
    "flyway": lambda command, context: [Effect("save", "changes data (flyway)", 0.7)],
}  # fmt: skip
