"""What the system's tools make of a file in a program's stead: carried out for real, where the tools are."""

from __future__ import annotations

import shutil
import subprocess
import tarfile
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from deskhand.models.local.behind.making import Making, added, exported, packed, picture_changed, unpacked


def carried_out(making: Making | None) -> None:
    assert making is not None
    subprocess.run(["bash", "-c", making.command], check=True)


def flag(path: Path) -> Path:
    """Red above, green below; 4 wide and 2 high."""
    image = Image.new("RGB", (4, 2), "red")
    image.paste("lime", (0, 1, 4, 2))
    image.save(path)
    return path


@pytest.mark.skipif(not (shutil.which("convert") or shutil.which("magick")), reason="needs ImageMagick")
@pytest.mark.parametrize(
    "words, size, corner",
    [
        ("rotate clockwise", (2, 4), "lime"),
        ("反時計回り 回転", (2, 4), "red"),
        ("flip vertically", (4, 2), "lime"),
        ("左右 反転", (4, 2), "red"),
    ],
)
def test_a_picture_is_turned(tmp_path: Path, words: str, size: tuple[int, int], corner: str):
    path = flag(tmp_path / "a b.png")
    carried_out(picture_changed(words, str(path), str(path)))
    with Image.open(path) as image:
        told = "lime" if image.convert("RGB").getpixel((0, 0)) == (0, 255, 0) else "red"
        assert (image.size, told) == (size, corner)


@pytest.mark.skipif(not (shutil.which("convert") or shutil.which("magick")), reason="needs ImageMagick")
def test_another_size_and_another_format(tmp_path: Path):
    path, out = flag(tmp_path / "flag.png"), tmp_path / "flag.jpg"
    carried_out(picture_changed("resize image", str(path), str(path), ("30", "20")))
    carried_out(exported("export JPG", str(path), str(out)))
    with Image.open(out) as image:
        assert (image.size, image.format) == ((30, 20), "JPEG")


def test_a_format_is_not_made_over_what_is_there(tmp_path: Path):
    path, out = flag(tmp_path / "flag.png"), tmp_path / "flag.jpg"
    out.write_text("precious")
    making = exported("export JPG", str(path), str(out))
    assert making is not None and subprocess.run(["bash", "-c", making.command], check=False).returncode
    assert out.read_text() == "precious"


def test_archives_are_packed_and_unpacked(tmp_path: Path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("a")
    archive = tmp_path / "in.tar.gz"
    carried_out(packed(str(archive), str(tmp_path / "in")))
    with tarfile.open(archive) as told:
        assert "in/a.txt" in told.getnames()
    (tmp_path / "in" / "a.txt").write_text("changed")
    subprocess.run(["bash", "-c", unpacked("extract", str(archive), str(tmp_path)).command], check=False)  # type: ignore[union-attr]
    assert (tmp_path / "in" / "a.txt").read_text() == "changed"  # nothing is written over


@pytest.mark.skipif(not (shutil.which("zip") and shutil.which("unzip")), reason="needs zip and unzip")
def test_a_zip_is_added_to_and_unpacked(tmp_path: Path):
    with zipfile.ZipFile(tmp_path / "bills.zip", "w") as made:
        made.writestr("may.txt", "5")
    (tmp_path / "june.txt").write_text("6")
    carried_out(added("add files", str(tmp_path / "bills.zip"), str(tmp_path / "june.txt")))
    (tmp_path / "june.txt").unlink()
    carried_out(unpacked("展開", str(tmp_path / "bills.zip"), str(tmp_path)))
    assert (tmp_path / "may.txt").read_text() + (tmp_path / "june.txt").read_text() == "56"


def test_what_nobody_here_can_make():
    assert picture_changed("add frame", "/a.png", "/a.png") is None
    assert picture_changed("rotate clockwise", "/a.txt", "/a.txt") is None
    assert exported("export DXF", "/a.png", "/a.dxf") is None
    assert unpacked("extract", "/a.rar", "/") is None
