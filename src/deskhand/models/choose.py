"""From the name that a person types after ``--model`` to a model."""

from __future__ import annotations

import difflib

from deskhand.models.interface import Model, ModelError

FORMS = "local, claude-…, openai:NAME@URL"
_KNOWN = (
    "local",
    "claude-opus-5-5",
    "claude-sonnet-5-5",
    "claude-haiku-5-5",
    "claude-fable-5-2",
    "claude-opus-5",
    "claude-sonnet-5",
    "claude-opus-4-8",
    "claude-sonnet-4-6",
    "claude-sonnet-4-5",
    "claude-haiku-4-5",
)
"""For suggestions only: any ``claude-…`` is taken, since the provider has new ones before we hear of them."""


def make_model(name: str) -> Model:
    """A model by its name; ModelError says which names there are, or what the model lacks."""
    name = name.strip()
    # Each model is imported when it is chosen: the embedded one brings ONNX Runtime, the others their SDK, and
    # together they would cost every start of the command a second.
    if name == "local":
        from deskhand.models.local.model import LocalModel

        return LocalModel()
    if name.startswith("claude-"):
        from deskhand.models.claude import ClaudeModel

        return ClaudeModel(name)
    if name.startswith("openai:"):
        raise ModelError(
            "models behind an OpenAI-compatible address come in a later version of deskhand; "
            "for now there are --model local and --model claude-…"
        )
    close = difflib.get_close_matches(name.lower(), _KNOWN, n=1, cutoff=0.5)
    hint = f" Did you mean {close[0]}?" if close else ""
    raise ModelError(f"there is no model {name!r}: the forms are {FORMS}.{hint}")
