"""English words that say nothing of which thing on a page is meant: those that every reader of wishes leaves out.

Each of them leaves out some more of its own.
"""

from __future__ import annotations

_SAID = """
a all an and any are as at be below box button by can click do down each entry every for from get give go has have
here how i if in into is it item its just link list make me my now of on one only or out page please put set shall
show so take that the their them then there these this to up use want was what when where which will with you your
"""
IDLE = frozenset(_SAID.split())
