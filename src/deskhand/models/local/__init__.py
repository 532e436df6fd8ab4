"""The embedded model: a built-in planner that reads the screen. It is not a large language model."""
