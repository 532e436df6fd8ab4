"""Japanese instructions to frames."""
