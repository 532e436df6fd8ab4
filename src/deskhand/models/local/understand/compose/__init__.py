"""Frames to steps."""
