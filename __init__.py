"""Criteria decisions and Quality Assurance readiness for domestic homicide reviews."""

__version__ = "0.1.0"
