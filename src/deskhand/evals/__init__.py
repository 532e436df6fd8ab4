"""Tasks, scoring and benchmark runners."""
