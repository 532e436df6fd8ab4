"""``python -m deskhand.evals.safety``: the same as ``deskhand eval safety``."""

import sys

from deskhand.evals.safety.run import main

sys.exit(main(sys.argv[1:]))
