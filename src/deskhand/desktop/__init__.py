"""The machine itself, as it is inside the walls, and the one interface through which tools use it."""
