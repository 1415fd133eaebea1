"""Renderers: pure functions from a result to text, JSON or a file."""
