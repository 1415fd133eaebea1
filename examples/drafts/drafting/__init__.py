"""Writes the fictional example drafts: content from text and YAML files, layout from functions.

Nothing here imports the checker, so that the examples cannot agree with it by accident.
"""
