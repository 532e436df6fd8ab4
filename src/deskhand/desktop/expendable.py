"""Programs go before the desktop: when memory runs out, the kernel is to end what fills it, not what shows it.

Its choice is by size and by ``oom_score_adj``, which children inherit. Everything behind the walls has 500, so that it
goes before the host's programs; with no more than that the guest could be chosen among many small programs, and then
everything would end. A program sets its own score before it begins: set from outside, it might have children by then.
"""

from __future__ import annotations

SCORE = 800
_BEGIN = f'{{ echo {SCORE} >/proc/self/oom_score_adj; }} 2>/dev/null; exec "$@"'


def expendable(*command: str) -> tuple[str, ...]:
    """The command that starts this one so; in the same process, 0.3 ms later."""
    return ("/bin/sh", "-c", _BEGIN, "sh", *command)
