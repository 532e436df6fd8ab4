"""A run as something to look at."""

from deskhand.report.write import REPORT_FILE, render, write

__all__ = ["REPORT_FILE", "render", "write"]
