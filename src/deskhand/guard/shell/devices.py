"""Commands that set the machine's parts: screens, keyboards, disks that are mounted, the kernel, what plays music."""

from __future__ import annotations

import re
from collections.abc import Mapping

from deskhand.guard.shell.asking import only_asks
from deskhand.guard.shell.effects import Command, Context, Effect
from deskhand.guard.shell.files import Row
from deskhand.guard.shell.verbs import Verbs


def _by_option(looks: tuple[str, ...], said: str) -> Row:
    """A program that changes settings unless an option only asks."""

    def row(command: Command, context: Context) -> list[Effect]:
        if not command.words or command.texts[0] in looks or command.has(*looks, "--help", "--version"):
            return [Effect("observe", f"looks ({command.name})", 0.9)]
        if only_asks(command) is not None:
            return [Effect("observe", f"looks ({command.name})", 0.9)]
        return [Effect("settings", said, 0.92)]

    return row


def _holds(command: Command, context: Context) -> list[Effect]:
    if command.has("-k", "--kill"):
        return [Effect("delete", "ends what holds a file; what was not saved there is lost", 0.8)]
    return [Effect("observe", "looks who holds a file", 0.95)]


def _kernel(command: Command, context: Context) -> list[Effect]:
    """`sysctl`, which tells what it is asked for, and sets what has a value."""
    if command.has("-w", "-p", "--write", "--load", "--system", "-f") or any("=" in text for text in command.texts):
        return [Effect("settings", "changes how the machine is set", 0.92)]
    return [Effect("observe", "looks how the machine is set", 0.9)]


def _card(command: Command, context: Context) -> list[Effect]:
    """`ethtool`, which tells of a network card unless a letter of its own sets something."""
    if any(
        re.match(r"-[sACGKLXUNWEpPrf]$|--(?:set|change|config|flash|reset|negotiate|identify)", t)
        for t in command.texts
    ):
        return [Effect("settings", "changes the network", 0.9)]
    return [Effect("observe", "looks at the network", 0.9)]


def _light(command: Command, context: Context) -> list[Effect]:
    """How bright the screen or a lamp of the machine is; without a value they tell."""
    words = [word.text for word in command.operands("-d", "--device", "-c", "--class")]
    looks = not words or words[0] in ("g", "get", "i", "info", "m", "max") or command.has("-G", "-get", "-l", "--list")
    return [Effect("observe", "looks how bright it is", 0.88) if looks else Effect("settings", "dims a light", 0.85)]


def _mounts(command: Command, context: Context) -> list[Effect]:
    if (command.name == "mount" and not command.words) or only_asks(command) is not None:
        return [Effect("observe", "lists what is mounted", 0.95)]
    return [Effect("settings", "changes what is mounted", 0.9)]


_PLAYER = Verbs(
    (
        ("observe", "status|metadata|position|list", "looks what is played"),
        ("edit", "play|pause|play-pause|stop|next|previous|shuffle|loop|volume|seek", "plays or stops music"),
    )
)
_SCREENS = Verbs(
    (
        ("observe", "detect|capabilities|getvcp|vcpinfo|environment|probe|interrogate", "looks at screens"),
        ("settings", "setvcp|loadvcp|scs|saveset", "changes a setting of the screen: {}"),
    )
)
_HOOKS = Verbs(
    (
        ("save", "run|sample-config", "looks over the project's files, and mends some"),
        ("install", "install|autoupdate|install-hooks|init-templatedir|try-repo", "brings in what looks over files"),
        ("delete", "clean|gc|uninstall", "removes what looks over files"),
    )
)


ROWS: Mapping[str, Row] = {
    **dict.fromkeys(("mount", "umount", "losetup", "cryptsetup", "swapon", "swapoff", "fusermount"), _mounts),
    "sysctl": _kernel,
    **dict.fromkeys(("brightnessctl", "xbacklight", "light"), _light),
    **dict.fromkeys(("insmod", "rmmod", "modprobe", "setenforce", "setsebool", "apparmor_parser",
                     "tzselect", "dpkg-reconfigure", "efibootmgr", "grub-install"),
                    _by_option(("-a", "-n", "-l"), "changes how the machine is set")),
    **dict.fromkeys(("xrandr", "xset", "xinput", "xgamma", "nitrogen", "xsetroot", "xmodmap", "setxkbmap"),
                    _by_option(("-q", "-pk", "-pm", "-pp", "-print", "-query", "q", "test"),
                               "changes a setting of the screen or keyboard")),
    "playerctl": _PLAYER,
    "ethtool": _card,
    "fuser": _holds,
    "ddcutil": _SCREENS,
    "scanimage": lambda command, context: [
        Effect("observe", "looks for scanners", 0.9)
        if command.has("-L", "-A", "-T", "--help") or only_asks(command)
        else Effect("save", "scans", 0.8)
    ],
    "pre-commit": _HOOKS,
}  # fmt: skip
