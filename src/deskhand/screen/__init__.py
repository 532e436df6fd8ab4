"""Pixels as plain functions: geometry, sizing, lossless PNG, what changed between two frames. No I/O."""
