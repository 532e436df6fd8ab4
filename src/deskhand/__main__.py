"""``python -m deskhand``: the command, where its script is not on the path."""

import sys

from deskhand.cli import main

sys.exit(main())
