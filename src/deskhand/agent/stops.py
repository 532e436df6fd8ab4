"""Every way a run can end, each an exception with a name: the loop is `while True`, and one of these leaves it."""

from __future__ import annotations

from deskhand.agent.events import Status


class Stop(Exception):
    """The run ends. ``str()`` is the answer, or why there is none, in sentences for a person."""

    status: Status = "failed"

    def __init__(self, answer: str) -> None:
        super().__init__(answer)
        self.answer = answer


class TaskDone(Stop):
    """The model finished."""

    status: Status = "done"


class ModelAsks(Stop):
    """The model asks the person something, or says that it cannot or will not do it.

    A refusal by the provider's safety classifier ends here too: in each case it is a person's turn now.
    """

    status: Status = "asks"


class LimitReached(Stop):
    """Steps, time or money ran out, or the conversation no longer fits the model's window."""

    status: Status = "limit"


class Refused(Stop):
    """A person or the policy refused an action, and without it the run does not go on."""

    status: Status = "refused"


class Interrupted(Stop):
    """A person stopped the run."""

    status: Status = "interrupted"


class Failed(Stop):
    """Anything else: the desktop died, the model cannot be reached, a defect."""

    status: Status = "failed"
