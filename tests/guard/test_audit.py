"""A trail that was tampered with shows it, whatever was done to it."""

from __future__ import annotations

import itertools
import json
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from deskhand.guard import anchors
from deskhand.guard.audit import FILE, AuditError, Trail, canonical, digest
from deskhand.guard.audit_check import read, trail_file, verify

_fresh = itertools.count()
_several = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def written(folder: Path, count: int = 6) -> Path:
    """A trail of ``count`` records in a run's folder of its own."""
    run = folder / f"run-{next(_fresh)}"
    run.mkdir()
    trail = Trail.open(run)
    trail.add("begin", {"run": run.name, "task": "order «tea» お茶"})
    for number in range(count - 2):
        trail.add("decided", {"call": f"toolu_{number}", "allowed": number % 2 == 0, "reason": "x" * number})
    trail.add("end", {"status": "done", "seconds": 1.5})
    trail.close()
    return run / FILE


def lines(path: Path) -> list[bytes]:
    return path.read_bytes().splitlines(keepends=True)


def test_a_trail_reads_as_it_was_written(tmp_path: Path):
    path = written(tmp_path)
    verdict = verify(path)
    records = read(path)
    assert verdict.whole and verdict.anchored and verdict.records == 6
    assert [record.seq for record in records] == [1, 2, 3, 4, 5, 6] and verdict.head == records[-1].hash
    assert records[0].data["task"] == "order «tea» お茶"


def test_a_resumed_run_goes_on_with_its_chain(tmp_path: Path):
    path = written(tmp_path, 3)
    trail = Trail.open(path.parent)
    trail.add("resumed", {"step": 2})
    trail.close()
    assert verify(path).whole and [record.seq for record in read(path)] == [1, 2, 3, 4]
    assert read(path)[3].previous == read(path)[2].hash


@_several
@given(at=st.integers(0, 3000), flip=st.integers(1, 255))
def test_any_changed_byte_shows(tmp_path: Path, at: int, flip: int):
    path = written(tmp_path)
    whole = bytearray(path.read_bytes())
    whole[at % len(whole)] ^= flip
    path.write_bytes(whole)
    assert not verify(path).whole


@_several
@given(start=st.integers(0, 5), stop=st.integers(1, 6))
def test_any_cut_shows_and_is_named(tmp_path: Path, start: int, stop: int):
    assume(start < stop)
    path = written(tmp_path)
    kept = lines(path)
    del kept[start:stop]
    path.write_bytes(b"".join(kept))
    verdict = verify(path)
    assert not verdict.whole
    told = verdict.faults[0].sentence
    if kept and stop < 6:
        assert f"{start + 1}" in told and "cut out" in told
    elif kept:
        assert "cut off the end" in told and "6" in told


@_several
@given(cut=st.integers(1, 10_000))
def test_any_cut_at_the_end_shows(tmp_path: Path, cut: int):
    path = written(tmp_path)
    whole = path.read_bytes()
    path.write_bytes(whole[: max(0, len(whole) - cut)])
    assert not verify(path).whole


@_several
@given(order=st.permutations(range(6)))
def test_any_other_order_shows(tmp_path: Path, order: list[int]):
    assume(order != sorted(order))
    path = written(tmp_path)
    kept = lines(path)
    path.write_bytes(b"".join(kept[index] for index in order))
    assert not verify(path).whole


@_several
@given(source=st.integers(0, 5), at=st.integers(0, 6))
def test_any_record_put_in_shows(tmp_path: Path, source: int, at: int):
    """Also one of another trail, which has a right hash of its own."""
    path, other = written(tmp_path), written(tmp_path)
    for foreign in (lines(path)[source], lines(other)[source]):
        kept = lines(path)
        kept.insert(at, foreign)
        copy = path.with_name("copy.jsonl")
        copy.write_bytes(b"".join(kept))
        assert not verify(copy).whole


@_several
@given(first=st.integers(2, 6))
def test_a_trail_written_anew_with_right_hashes_shows(tmp_path: Path, first: int):
    """Whoever can compute SHA-256 can make a chain that holds; what this machine noted does not follow it."""
    path = written(tmp_path)
    kept = lines(path)[: first - 1]
    previous = json.loads(kept[-1])["hash"]
    for seq in range(first, 7):
        data = {"call": "toolu_0", "allowed": True}
        value = digest(seq, 1.0, "decided", data, previous)
        record = {"seq": seq, "time": 1.0, "kind": "decided", "data": data, "previous": previous, "hash": value}
        kept.append(canonical(record) + b"\n")
        previous = value
    path.write_bytes(b"".join(kept))
    verdict = verify(path)
    assert [fault.line for fault in verdict.faults] == [first]
    assert f"record {first} is not the one that was written" in verdict.faults[0].sentence


def test_a_trail_in_the_place_of_another_shows(tmp_path: Path):
    path = written(tmp_path)
    path.unlink()
    shutil.copytree(anchors.folder(), tmp_path / "noted")
    trail = Trail.open(path.parent)  # with a name and heads of its own
    trail.add("begin", {"run": path.parent.name})
    trail.close()
    own = anchors.folder() / f"{path.parent.name}.{trail.name}"
    own.unlink()
    verdict = verify(path)
    assert not verdict.whole and "another trail of this run" in verdict.faults[0].sentence


def test_a_noted_hash_stands_for_the_end_on_another_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
):
    path = written(tmp_path)
    head = read(path)[-1].hash
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("elsewhere")))
    assert verify(path, head=head).whole and not verify(path).anchored
    path.write_bytes(b"".join(lines(path)[:-1]))
    assert verify(path).whole, "nothing here can know"
    assert not verify(path, head=head).whole


def test_a_record_cut_in_half_is_gone_on_after_and_shows(tmp_path: Path):
    path = written(tmp_path)
    path.write_bytes(path.read_bytes()[:-40])
    trail = Trail.open(path.parent)
    trail.add("resumed", {"step": 1})
    trail.close()
    verdict = verify(path)
    assert not verdict.whole and "record 6 was changed" in verdict.faults[0].sentence
    assert read(path)[-1].kind == "resumed"


def test_no_trail_is_a_sentence(tmp_path: Path):
    with pytest.raises(AuditError, match="holds no audit trail"):
        trail_file(tmp_path)
