"""The networks: PP-OCR's, from the ``rapidocr`` wheel without importing its pipeline, and our own two beside this file.

Importing ``rapidocr`` itself costs over a second and 100 MB (it configures six inference engines); all that is wanted
from it is two files: ``PP-OCRv6_det_small.onnx`` (10 MB) and ``PP-OCRv6_rec_small.onnx`` (21 MB, English, Chinese and
Japanese, with its 18,708 characters in the metadata).
"""

from __future__ import annotations

import importlib.util
import os
import threading
from functools import cache
from pathlib import Path
from typing import Literal

import onnxruntime as ort

from deskhand.vision.errors import VisionError
from deskhand.vision.memory import Frugal

Network = Literal["det", "rec", "widgets", "icons"]
OURS: dict[Network, str] = {"widgets": "detector.onnx", "icons": "pictograms.onnx"}

MAX_THREADS = 4
"""Beyond this the small networks no longer gain."""


def find(network: Network) -> Path:
    """The file of a network; VisionError says how to get it."""
    if network in OURS:
        return Path(__file__).with_name(OURS[network])
    spec = importlib.util.find_spec("rapidocr")
    folders = list(spec.submodule_search_locations or ()) if spec is not None else []
    for folder in folders:
        models = Path(folder) / "models"
        named = sorted(models.glob(f"PP-OCRv*_{network}_*.onnx"))
        if named:
            return named[-1]
    raise VisionError(
        f"the text reader's network ({network}) was not found in the Python package rapidocr; "
        "reinstall it: python -m pip install --force-reinstall rapidocr"
    )


def available_threads() -> int:
    """How many threads a network may use: the CPUs this process may run on, at most four."""
    return max(1, min(MAX_THREADS, len(os.sched_getaffinity(0))))


_loading = threading.Lock()


def load(network: Network, threads: int) -> Frugal:
    """A session that computes on ``threads`` CPUs and does not spin while idle.

    One for all readers of the process: each has 90 MB of weights and workspace, a run has up to six readers (the
    model's, and those with which the guard follows windows), and a server many runs. A session may be used by several
    threads at once.
    """
    with _loading:  # two that ask for it first must not both make it
        return _session(network, threads)


@cache
def _session(network: Network, threads: int) -> Frugal:
    options = ort.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # Crops have every shape there is, and an arena keeps a place for each: ten screens took 664 MB with it, and take
    # 252 MB without, for 7 % more time.
    options.enable_cpu_mem_arena = False
    options.enable_mem_pattern = False
    # A spinning pool burns a core for 50 ms after each call: that core belongs to the desktop we watch.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    try:
        return Frugal(ort.InferenceSession(str(find(network)), options, providers=["CPUExecutionProvider"]), threads)
    except VisionError:
        raise
    except Exception as error:  # onnxruntime's errors have no common base
        raise VisionError(f"the network for reading the screen ({network}) could not be loaded: {error}") from error
