"""deskhand gives a model a hand at a desk."""

__version__ = "0.1.0"
