"""What is copied out of a folder that anybody inside could write to: plain files, and nothing they point at."""

from __future__ import annotations

import os
import socket
from pathlib import Path

from deskhand.agent.shared_folder import contents, copy_changes


def test_only_what_is_new_or_changed_is_copied(tmp_path: Path):
    share, kept = tmp_path / "share", tmp_path / "kept"
    (share / "sub").mkdir(parents=True)
    (share / "same.txt").write_text("same")
    (share / "sub/changed.txt").write_text("old")
    before = contents(share)
    (share / "sub/changed.txt").write_text("new")
    (share / "新しい.txt").write_bytes(b"\0\xff")
    copied = copy_changes(share, before, kept)
    assert copied.names == ("sub/changed.txt", "新しい.txt") and copied.skipped == ()
    assert (kept / "sub/changed.txt").read_text() == "new"
    assert (kept / "新しい.txt").read_bytes() == b"\0\xff"
    assert not (kept / "same.txt").exists()


def test_links_pipes_and_sockets_are_left_alone(tmp_path: Path):
    share, kept, secret = tmp_path / "share", tmp_path / "kept", tmp_path / "secret"
    share.mkdir()
    (secret / "below").mkdir(parents=True)
    (secret / "key").write_text("secret")
    (share / "link").symlink_to(secret / "key")
    (share / "folder").symlink_to(secret)
    (share / "dangling").symlink_to("/nowhere")
    os.mkfifo(share / "pipe")
    listening = socket.socket(socket.AF_UNIX)
    listening.bind(str(share / "socket"))
    (share / "plain").write_text("plain")
    copied = copy_changes(share, {}, kept)
    listening.close()
    assert copied.names == ("plain",)
    assert {reason.split(" ")[0] for reason in copied.skipped} == {"link", "folder", "dangling", "pipe", "socket"}
    assert [path.name for path in kept.rglob("*")] == ["plain"]


def test_a_file_that_claims_terabytes_is_not_copied(tmp_path: Path):
    share, kept = tmp_path / "share", tmp_path / "kept"
    share.mkdir()
    (share / "a").write_bytes(b"x" * 600)
    (share / "b").write_bytes(b"x" * 600)
    with (share / "huge").open("wb") as file:
        file.truncate(1 << 40)
    copied = copy_changes(share, {}, kept, most=1000)
    assert copied.names == ("a",) and len(copied.skipped) == 2
    assert [path.name for path in kept.iterdir()] == ["a"]
