"""Read a Word file as it is: all its text, each piece once, each with its place.

:func:`read_document` is the only way in.  It needs neither Word nor a network, opens
nothing but the file it is given and writes nothing.
"""

from __future__ import annotations

from .limits import DEFAULT, Limits
from .model import Document, Place, Story
from .reader import read_document

__all__ = ["DEFAULT", "Document", "Limits", "Place", "Story", "read_document"]
