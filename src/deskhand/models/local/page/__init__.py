"""Doing what a page itself asks for, where the task says that it is to be done."""
