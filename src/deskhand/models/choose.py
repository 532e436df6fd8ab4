"""From the name that a person types after ``--model`` to a model."""

from __future__ import annotations

import difflib

from deskhand.models.interface import Model, ModelError

FORMS = (
    "local, local+elements, local-shell, claude-…, claude-…@URL, bedrock:NAME, vertex:NAME, "
    "openai:NAME, openai:NAME@URL"
)
_KNOWN = (
    "local",
    "local+elements",
    "local-shell",
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
    if name in ("local", "local+elements", "local-shell"):
        from deskhand.models.local.model import LocalModel

        return LocalModel(elements=name == "local+elements", shell=name != "local-shell")
    if name.startswith(("claude-", "bedrock:", "vertex:")):
        from deskhand.models.claude_hosts import make_claude

        return make_claude(name)
    if name.startswith("openai:"):
        return _openai(name)
    close = difflib.get_close_matches(name.lower(), _KNOWN, n=1, cutoff=0.5)
    hint = f" Did you mean {close[0]}?" if close else ""
    raise ModelError(f"there is no model {name!r}: the forms are {FORMS}.{hint}")


def _openai(name: str) -> Model:
    from deskhand.models.address import parse_address

    address = parse_address(name)
    match address.dialect:
        case "none" if address.api == "responses":
            from deskhand.models.openai_responses import OpenAIResponses

            return OpenAIResponses(address)
        case "none":
            from deskhand.models.openai_chat import OpenAIChat

            return OpenAIChat(address)
        case "gemini":
            from deskhand.models.gemini_chat import GeminiChat

            return GeminiChat(address)
        case dialect:
            from deskhand.models.dialects import qwen, ui_tars
            from deskhand.models.spoken import SpokenModel

            spoken = (ui_tars.UI_TARS_1_0, ui_tars.UI_TARS_1_5, qwen.QWEN_2_5_VL, qwen.QWEN_3_VL)
            return SpokenModel(address, next(each for each in spoken if each.name == dialect))
