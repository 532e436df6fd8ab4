"""MiniWoB++ as a desktop benchmark: visible Chromium inside the walls, screenshots, a real mouse and keyboard."""
