"""How people say each act: read by `matcher`, and what the instructions for the learned reader are made of."""
