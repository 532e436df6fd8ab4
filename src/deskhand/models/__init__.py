"""Who decides the next action. All speak in the blocks of ``deskhand.messages``."""
