"""The built page belongs to its sources, holds nothing of other hosts, and carries the licences of what it bundles."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
WEB = ROOT / "web"
PAGE = ROOT / "src" / "deskhand" / "server" / "page"
BESIDE = (".npmrc", "index.html", "package-lock.json", "package.json", "tsconfig.json", "vite.config.ts")


def test_the_built_page_was_made_from_these_sources():
    names = [*BESIDE, *_files_in("src"), *_files_in("public")]
    made = hashlib.sha256()
    for name in sorted(names):
        body = (WEB / name).read_bytes()
        made.update(f"{name}\n{len(body)}\n".encode() + body)
    stamp = json.loads((PAGE / "stamp.json").read_text())
    assert stamp["sources"] == made.hexdigest(), "the page is older than web/: run `make page` and commit what it made"


def test_what_the_page_loads_is_in_the_package():
    index = (PAGE / "index.html").read_text()
    loaded = re.findall(r'(?:src|href)="([^"]+)"', index)
    assert loaded and all(name.startswith("/") for name in loaded)
    for name in loaded:
        assert (PAGE / name[1:]).is_file()
    assert "<style" not in index and not re.search(r"<script(?![^>]*\bsrc=)", index), "nothing inline"
    for sheet in PAGE.glob("assets/*.css"):
        assert not re.search(r"@import|url\((?!#)", sheet.read_text())


def test_the_licences_of_what_is_bundled_come_along():
    locked = json.loads((WEB / "package-lock.json").read_text())["packages"]
    bundled = [name.removeprefix("node_modules/") for name, about in locked.items() if name and not about.get("dev")]
    notice = (PAGE / "NOTICE.txt").read_text()
    for name in bundled:
        version = locked[f"node_modules/{name}"]["version"]
        assert f"\n{name} {version} (" in notice
    assert "Mozilla Public License Version 2.0" in notice


def test_no_registry_is_named():
    for path in (WEB / "package-lock.json", *PAGE.rglob("*.*")):
        assert not re.search(rb"registry\.|\"resolved\"", path.read_bytes()), path


def _files_in(folder: str) -> list[str]:
    return [path.relative_to(WEB).as_posix() for path in (WEB / folder).rglob("*") if path.is_file()]
