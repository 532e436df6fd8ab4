"""Tasks, scoring, and how often a model succeeds."""
