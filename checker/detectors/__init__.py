"""Detectors: questions put to a draft, each a small module, found by the name rules use."""
