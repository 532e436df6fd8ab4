"""Where a Claude model is reached: the Anthropic API, any address that speaks like it, Bedrock, Vertex.

The SDK's own clients sign the requests of the clouds; what they need beyond this package is named when it is missing.
"""

from __future__ import annotations

import importlib.util
import os

import anthropic

from deskhand.models.claude import RETRIES, TIMEOUT, ClaudeModel
from deskhand.models.interface import ModelError


def make_claude(name: str) -> ClaudeModel:
    """``claude-…``, ``claude-…@URL``, ``bedrock:…`` or ``vertex:…``. Raises `ModelError` with what is missing."""
    cloud, colon, model = name.partition(":")
    if colon and cloud == "bedrock":
        return ClaudeModel(name, model=_named(model, name), client=_bedrock())
    if colon and cloud == "vertex":
        return ClaudeModel(name, model=_named(model, name), client=_vertex())
    model, at, url = name.partition("@http")
    if not at:
        return ClaudeModel(name)
    # Anthropic's key is sent to no other address because of a URL in the model's name: that one's own, or none.
    key = os.environ.get("DESKHAND_API_KEY") or "none"
    client = anthropic.AsyncAnthropic(
        api_key=key, base_url=f"http{url}".removesuffix("/v1"), max_retries=RETRIES, timeout=TIMEOUT
    )
    return ClaudeModel(name, client=client, model=model)


def _named(model: str, name: str) -> str:
    if not model:
        raise ModelError(f"{name!r} names no model: write bedrock:anthropic.claude-… or vertex:claude-…")
    return model


def _bedrock() -> anthropic.AsyncAnthropicBedrock:
    _need("boto3", "bedrock", "bedrock:…")
    try:
        return anthropic.AsyncAnthropicBedrock(max_retries=RETRIES, timeout=TIMEOUT)
    except (anthropic.AnthropicError, ValueError) as error:
        raise ModelError(f"Bedrock cannot be used: {error}") from None


def _vertex() -> anthropic.AsyncAnthropicVertex:
    _need("google.auth", "vertex", "vertex:…")
    if not os.environ.get("CLOUD_ML_REGION"):
        raise ModelError("Vertex needs a region: set CLOUD_ML_REGION, and ANTHROPIC_VERTEX_PROJECT_ID for the project")
    try:
        return anthropic.AsyncAnthropicVertex(max_retries=RETRIES, timeout=TIMEOUT)
    except (anthropic.AnthropicError, ValueError) as error:
        raise ModelError(f"Vertex cannot be used: {error}") from None


def _need(module: str, extra: str, form: str) -> None:
    try:
        found = importlib.util.find_spec(module)
    except ModuleNotFoundError:
        found = None
    if found is None:
        raise ModelError(f"--model {form} needs more packages: pip install 'anthropic[{extra}]'")
