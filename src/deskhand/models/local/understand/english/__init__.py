"""English instructions to frames."""
