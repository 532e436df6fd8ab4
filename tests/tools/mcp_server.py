"""An MCP server over stdio for the tests: ``python mcp_server.py``."""

from __future__ import annotations

import base64
import os
import time

from mcp.server import MCPServer
from mcp_types import ImageContent, TextContent

server = MCPServer("Test server!")
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a49444154789c63680000008200811dd6e2b70000"
    "000049454e44ae426082"
)


@server.tool()
def add(a: int, b: int) -> str:
    """Add two numbers."""
    return str(a + b)


@server.tool()
def picture() -> list[TextContent | ImageContent]:
    """Show a picture."""
    data = base64.b64encode(PNG).decode()
    return [
        TextContent(type="text", text="Here:"),
        ImageContent(type="image", data=data, mime_type="image/png"),
        ImageContent(type="image", data="####", mime_type="image/png"),
        ImageContent(type="image", data=data, mime_type="image/tiff"),
    ]


@server.tool()
def flood() -> str:
    """Say a lot."""
    return "x" * 1_000_000


@server.tool()
def fail() -> str:
    """Fail."""
    raise ValueError("no such thing")


@server.tool()
def hang() -> str:
    """Take for ever."""
    time.sleep(60)
    return "late"


@server.tool()
def crash() -> str:
    """End the server."""
    os._exit(3)


@server.tool()
def environment() -> str:
    """Tell the names of the environment."""
    return " ".join(sorted(os.environ))


if __name__ == "__main__":
    server.run()
