"""What a shell command would do, found by reading it as a shell does and running nothing."""

from deskhand.guard.shell.effects import Context as Context
from deskhand.guard.shell.effects import Effect as Effect
from deskhand.guard.shell.reading import effects_of as effects_of
