"""Files inside the walls, on a real file system."""

from __future__ import annotations

import os
import socket
import stat
from pathlib import Path

import pytest

from deskhand.desktop import files
from deskhand.desktop.files import list_files, read_file, write_file
from deskhand.desktop.interface import DesktopError, FileInfo


def test_bytes_come_back_as_they_were_written(tmp_path: Path) -> None:
    data = bytes(range(256)) * 100
    write_file(f"{tmp_path}/new/folders/file", data)
    assert read_file(f"{tmp_path}/new/folders/file") == data
    assert [entry.name for entry in (tmp_path / "new/folders").iterdir()] == ["file"]


def test_home_is_where_relative_paths_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    write_file("notes.txt", b"a")
    assert read_file("~/notes.txt") == read_file(f"{tmp_path}/notes.txt") == b"a"
    with pytest.raises(DesktopError, match="home folder of someone"):
        read_file("~nobody-of-that-name/x")


def test_an_old_file_keeps_its_mode_and_a_new_one_gets_the_usual(tmp_path: Path) -> None:
    old = tmp_path / "run.sh"
    old.write_bytes(b"old")
    old.chmod(0o751)
    write_file(str(old), b"new")
    assert stat.S_IMODE(old.stat().st_mode) == 0o751
    mask = os.umask(0o022)
    try:
        write_file(f"{tmp_path}/fresh", b"")
    finally:
        os.umask(mask)
    assert stat.S_IMODE((tmp_path / "fresh").stat().st_mode) == 0o644


def test_a_link_stays_a_link_and_its_file_is_written(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to("real")
    (tmp_path / "dangling").symlink_to("later/made")
    write_file(f"{tmp_path}/link", b"new")
    write_file(f"{tmp_path}/dangling", b"made")
    assert (tmp_path / "link").is_symlink() and (tmp_path / "real").read_bytes() == b"new"
    assert (tmp_path / "later/made").read_bytes() == b"made"


def test_create_new_never_replaces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = f"{tmp_path}/file"
    write_file(path, b"first", create_new=True)
    with pytest.raises(DesktopError, match="exists already"):
        write_file(path, b"second", create_new=True)
    assert read_file(path) == b"first"

    def no_links(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", no_links)  # as on FAT
    write_file(f"{tmp_path}/other", b"x", create_new=True)
    assert read_file(f"{tmp_path}/other") == b"x"
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["file", "other"]


def test_a_write_that_fails_leaves_the_old_file_and_no_rubbish(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"old")
    limit = files.MAX_BYTES
    with pytest.raises(DesktopError, match="32 MiB"):
        write_file(f"{tmp_path}/file", b"x" * (limit + 1))
    (tmp_path / "folder").mkdir()
    with pytest.raises(DesktopError, match="is a folder"):
        write_file(f"{tmp_path}/folder", b"x")
    with pytest.raises(DesktopError, match="a part of the path is a file"):
        write_file(f"{tmp_path}/file/below", b"x")
    assert (tmp_path / "file").read_bytes() == b"old"
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["file", "folder"]


def test_what_is_no_file_is_refused_and_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to("loop")
    server = socket.socket(socket.AF_UNIX)
    server.bind(f"{tmp_path}/socket")
    for name in ("pipe", "socket", "loop"):
        with pytest.raises(DesktopError):
            read_file(f"{tmp_path}/{name}")
    for name in ("pipe", "socket"):
        with pytest.raises(DesktopError, match="not a file"):
            write_file(f"{tmp_path}/{name}", b"x")
    server.close()
    for path, words in (
        ("/dev/zero", "a device"),
        (str(tmp_path), "a folder"),
        (f"{tmp_path}/none", "does not exist"),
        ("", "at least one character"),
        ("a\0b", "NUL"),
        ("/" + "x" * 5000, "…"),
    ):
        with pytest.raises(DesktopError, match=words) as caught:
            read_file(path)
        assert len(str(caught.value)) < 1000


def test_size_is_capped_also_where_the_size_is_not_known(tmp_path: Path) -> None:
    assert b"processor" in read_file("/proc/cpuinfo")
    with (tmp_path / "big").open("wb") as file:
        file.truncate(files.MAX_BYTES + 1)
    with pytest.raises(DesktopError, match="larger than 32 MiB"):
        read_file(f"{tmp_path}/big")


def test_listing_is_sorted_without_hidden_entries_and_as_deep_as_asked(tmp_path: Path) -> None:
    (tmp_path / "b/inner/deep").mkdir(parents=True)
    (tmp_path / "a.txt").write_bytes(b"12345")
    (tmp_path / ".hidden").mkdir()
    (tmp_path / "b/.git").mkdir()
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "dangling").symlink_to("nowhere")
    named = [(Path(info.path).relative_to(tmp_path).as_posix(), info.kind, info.bytes) for info in list_files(
        str(tmp_path), depth=2
    )]  # fmt: skip
    assert named == [
        ("a.txt", "file", 5),
        ("b", "directory", 0),
        ("b/inner", "directory", 0),
        ("dangling", "other", 0),
        ("loop", "directory", 0),
    ]
    assert list_files(f"{tmp_path}/a.txt", depth=0) == [FileInfo(f"{tmp_path}/a.txt", "file", 5)]
    with pytest.raises(DesktopError, match="is not a folder"):
        list_files(f"{tmp_path}/a.txt")


def test_names_that_are_no_text_are_listed(tmp_path: Path) -> None:
    with open(os.fsencode(tmp_path) + b"/caf\xe9", "wb"):
        pass
    (info,) = list_files(str(tmp_path))
    assert info.path.endswith("caf\ufffd")
