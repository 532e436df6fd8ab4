"""Commands that only say what they would do: ``git push --dry-run``, ``apt-get -s upgrade``, ``make -n install``.

Only of programs that are known to mean it: a script of somebody's own may take the same option and do it all the same.
"""

from __future__ import annotations

from deskhand.guard.shell.effects import Command

_LONG = ("--dry-run", "--dryrun", "--simulate", "--just-print", "--recon", "--no-act", "--what-if", "--whatif")
_SHORT = {
    "make": ("-n",),
    "rsync": ("-n",),
    "apt-get": ("-s",),
    "apt": ("-s",),
    "aptitude": ("-s",),
    "rename": ("-n",),
    "prename": ("-n",),
    "ansible": ("-C", "--check"),
    "ansible-playbook": ("-C", "--check", "--syntax-check", "--list-tasks", "--list-hosts"),
    "stow": ("-n",),
    "logrotate": ("-d",),
    "dpkg": ("--no-act",),
    "zypper": ("-D",),
    "pacman": ("-p", "--print"),
    "duplicity": ("list-current-files",),
    "fsck": ("-N", "-n"),
    "newsyslog": ("-n",),
    "parallel": ("--dry-run",),
    "patch": ("--dry-run",),
}
_GIT = frozenset({"push", "clean", "rm", "add", "mv", "fetch", "commit", "prune", "worktree"})


def only_rehearses(command: Command) -> bool:
    """Whether an option of the command keeps it from doing anything."""
    if command.has("--help", "--version") and not command.has("-c"):
        return True
    if command.has("--dry-run=none"):
        return False
    if command.has(*_LONG):
        return True
    if command.name == "git":
        words = command.operands("-C", "-c", "--git-dir", "--work-tree")
        # For `git commit`, -n means something else.
        return bool(words) and words[0].text in _GIT - {"commit", "fetch"} and command.has("-n")
    return command.has(*_SHORT.get(command.name, ("--dry-run",)))
