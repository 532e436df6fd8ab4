"""Pages of a document, asked for as one of their own."""

import pytest

from deskhand.models.local.plan import plan
from deskhand.models.local.steps import OpenProgram, Plan, Target, UseCommand


@pytest.mark.parametrize(
    ("wish", "step"),
    [
        (
            "Extract pages 2 to 3 of report.pdf into part.pdf with PDF Mix Tool.",
            UseCommand("extract", (("name", "part.pdf"),), Target("pages 2 to 3")),
        ),
        (
            "Save only page 3 of report.pdf as third.pdf in the shared folder with PDF Mix Tool.",
            UseCommand("extract", (("name", "/home/user/Shared/third.pdf"),), Target("page 3")),
        ),
        (
            "Extract only plan.txt from docs.zip into the shared folder with Xarchiver.",
            UseCommand("extract", (("", "/home/user/Shared"),), Target("plan.txt", "file")),
        ),
    ],
)
def test_pages_are_no_limit_that_nobody_keeps(wish: str, step: UseCommand) -> None:
    found = plan(wish)
    assert isinstance(found, Plan)
    assert isinstance(found.steps[0], OpenProgram)
    assert found.steps[1:] == (step,)
