"""Where deskhand keeps what outlives a run: the person's settings and answers, and what it must remember itself.

The places that the XDG base directory specification names, so that a backup or a move of a home folder takes them
along. Nothing here is made before something is written into it.
"""

from __future__ import annotations

import os
from pathlib import Path


def config_folder() -> Path:
    """What a person decided: the policy, the consent. ``$XDG_CONFIG_HOME/deskhand``."""
    return _base("XDG_CONFIG_HOME", ".config") / "deskhand"


def state_folder() -> Path:
    """What must not be lost and is nobody's setting: the heads of audit trails. ``$XDG_STATE_HOME/deskhand``."""
    return _base("XDG_STATE_HOME", ".local/state") / "deskhand"


def data_folder() -> Path:
    """What a person made and would miss: templates of tasks. ``$XDG_DATA_HOME/deskhand``."""
    return _base("XDG_DATA_HOME", ".local/share") / "deskhand"


def _base(variable: str, usual: str) -> Path:
    given = Path(os.environ.get(variable, ""))
    return given if given.is_absolute() else Path.home() / usual
