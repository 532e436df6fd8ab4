"""Commands that bring in software, or take it away."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace as with_

from deskhand.guard.shell.effects import Command, Context, Effect
from deskhand.guard.shell.files import Row
from deskhand.guard.shell.verbs import Verbs

_PACKAGES = Verbs(
    (
        ("install", "install|reinstall|add|in|i|upgrade|update|full-upgrade|dist-upgrade|dup|up|build-dep|get|"
         "groupinstall|refresh|source|tap|cask|sync|inject|develop|bundle", "installs or updates software: {}"),
        ("install", "remove|purge|uninstall|autoremove|erase|rm|un|unlink|del|delete|reset", "removes software: {}"),
        ("install", "audit fix|env create", "installs or updates software: {}"),
        ("observe", "list|ls|audit signatures|search|show|info|policy|depends|rdepends|freeze|check|outdated|view|"
         "provides|query|deps|"
         "inspect|cache|config list|audit|why|doctor|leaves|help|madison|files|hash|home|version|tree|showpkg|env list|"
         "explain|ll|fund|dependencies|dependency:tree|template|tasks", "lists software"),
        ("delete", "clean|autoclean|cache clean|cache purge", "empties the store of downloaded software"),
        ("settings", "config|config set|set|hold|unhold|mark|edit-sources|link|pin|repo|remote|override", "changes "
         "settings of software: {}"),
        ("send", "publish|push|upload|deprecate|unpublish|owner|yank|dist-tag", "publishes software: {}"),
        ("sign_in", "login|adduser|logout|token|whoami --token", "signs in"),
        ("install", "exec|x|dlx|create|init-from|download|fetch|self-update|tool", "fetches and runs software: {}"),
        ("save", "init|new|lock|version-bump|pack|wheel|build|compile|venv|export|shell|prune|dedupe|fmt|fix|doc",
         "writes files of the project"),
        ("save", "package|verify|assemble|compile|testCompile|javadoc|site|jar|war", "builds what the project defines"),
        ("send", "deploy|release", "publishes software: {}"),
        ("edit", "run|test|start|t|task|dev|serve|bench|lint|run-script|watch|vet|clippy|tidy|mod", "runs what the "
         "project defines: {}"),
    ),
    options_with_value=("-C", "--prefix", "-p", "--registry", "-i", "--index-url", "-c", "-t", "-n", "--name", "-o"),
)  # fmt: skip


def _pip(command: Command, context: Context) -> list[Effect]:
    if command.name == "uv" and command.texts[:1] == ("pip",):
        command = with_(command, words=command.words[1:])
    remote = command.texts[1:2] and re.match(r"[\w-]+\.\w+/|.*@", command.texts[1])
    if command.name == "go" and command.texts[:1] == ("run",) and remote:
        return [Effect("install", "fetches a program and runs it", 0.93)]
    if command.name == "go" and command.texts[:1] == ("env",):
        writes = command.has("-w", "-u")
        return [Effect("settings", "changes Go's settings", 0.9) if writes else Effect("observe", "looks", 0.93)]
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


def _pipx(command: Command, context: Context) -> list[Effect]:
    """Unlike its like, ``pipx run`` runs nothing of the project: it fetches the program first."""
    words = command.operands()
    return _runs_foreign(command, context) if words and words[0].text == "run" else _pip(command, context)


_GOES_OUT = re.compile(r"(?:deploy|publish|release|upload|push)(?!\w)")
"""A script's name by which a project carries out what it makes."""


def _npm(command: Command, context: Context) -> list[Effect]:
    if command.name in ("yarn", "bun", "pnpm") and not command.operands():
        return [Effect("install", "installs what the project needs", 0.93)]
    words = [word.text for word in command.operands("-w", "--workspace", "--prefix", "-C")]
    if words[:1] in (["run"], ["run-script"]) and words[1:] and _GOES_OUT.match(words[1]):
        return [Effect("send", f"does what the project calls {words[1]}", 0.8)]
    if command.texts[:1] in (("ci",), ("install-test",)):
        return [Effect("install", "installs what the project needs", 0.95)]
    return _PACKAGES(command, context)


ROWS: Mapping[str, Row] = {
    **dict.fromkeys(("apt", "apt-get", "aptitude", "dnf", "yum", "zypper", "apk", "snap", "flatpak", "brew", "pip",
                     "pip3", "uv", "poetry", "pdm", "cargo", "gem", "go", "composer", "bundle", "mix", "nix",
                     "dotnet", "mvn", "gradle", "rustup", "luarocks", "cpan", "cpanm", "opam", "stack", "cabal",
                     "port", "emerge", "xbps-install", "rpm-ostree", "add-apt-repository", "twine", "ansible-galaxy",
                     "code-install", "helm", "krew", "asdf", "nvm", "sdk", "pyenv"), _pip),
    "pipx": _pipx,
    **dict.fromkeys(("npm", "yarn", "pnpm", "bun"), _npm),
    **dict.fromkeys(("npx", "bunx", "uvx", "pkgx", "deno-run"), _runs_foreign),
    **dict.fromkeys(("conda", "mamba", "micromamba"), _conda),
    **dict.fromkeys(("pacman", "yay", "paru"), _pacman),
    **dict.fromkeys(("dpkg", "rpm", "gdebi"), _dpkg),
}  # fmt: skip
