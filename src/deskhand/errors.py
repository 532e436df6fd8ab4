"""What everything that deskhand raises on purpose has in common: a text that says what was wrong and what to do."""


class DeskhandError(Exception):
    """Catch this to catch them all. What is raised besides is a defect."""
