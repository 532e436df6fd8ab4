"""May this happen? Asked before the act, never after."""
