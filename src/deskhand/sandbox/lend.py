"""Lends a folder of root to the user inside, where the file system can show no other owner than there is.

An overlay, the root of most containers, cannot map ids; and giving the user inside root's own id is out of the
question. So the folder, and what root owns in it, changes hands for as long as the sandbox lives, and back when it
ends; `sweep` gives it back for a launcher that was killed.
"""

from __future__ import annotations

import os
import stat

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from deskhand.sandbox.plan import Loan


def lend(loan: Loan) -> None:
    _hand_over(loan["path"], loan["owner"][0], loan["borrower"], loan["borrower"])


def give_back(loan: Loan) -> None:
    """Everything that is the borrower's becomes the owner's, what was made meanwhile included."""
    _hand_over(loan["path"], loan["borrower"], *loan["owner"])


def _hand_over(top: str, whose: int, uid: int, gid: int) -> None:
    for name, folder in _entries(top):
        status = os.stat(name, dir_fd=folder, follow_symlinks=False)
        # A change of owner strips set-id bits: a file that has them stays whose it is.
        if status.st_uid == whose and not (stat.S_ISREG(status.st_mode) and status.st_mode & 0o6000):
            os.chown(name, uid, gid, dir_fd=folder, follow_symlinks=False)
    os.chown(top, uid, gid)


def _entries(top: str) -> Iterator[tuple[str, int]]:
    """All names below ``top`` with a descriptor of their folder: links are not followed, on whatever they point to."""
    for _path, folders, files, descriptor in os.fwalk(top, topdown=False, follow_symlinks=False):
        for name in [*folders, *files]:
            yield name, descriptor
