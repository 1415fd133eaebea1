"""The errors that reach a user: what is wrong, where, and what to do.

Every error says three things, because its reader is a council officer or an
author, not a programmer.  None ever quotes a value of the case record or of a
draft: those hold names, and errors are pasted into e-mails and tickets.
"""

from __future__ import annotations


class DhrError(Exception):
    """Base of every error this program raises on purpose.

    Attributes
    ----------
    what: what is wrong, one sentence.
    where: the file, line or field; empty when there is only one place it can be.
    mend: what the reader can do about it, one sentence; may be empty.
    code: a stable short id for machines, e.g. ``document.not-a-zip``.
    """

    code = "error"

    def __init__(self, what: str, *, where: str = "", mend: str = "", code: str = "") -> None:
        self.what, self.where, self.mend = what, where, mend
        if code:
            self.code = code
        super().__init__(str(self))

    def __str__(self) -> str:
        head = f"{self.where}: {self.what}" if self.where else self.what
        return f"{head} {self.mend}".rstrip()


CORRECT = "Correct this in the record, and run the command again."
"""What to do about a case record whose faults have been told one by one."""


class InputError(DhrError):
    """What the user handed in cannot be used: a file, a case record, an option."""

    code = "input"


class RecordError(InputError):
    """A case record that cannot be read or that contradicts itself.

    ``problems`` holds one ``(where, what)`` a fault, so that all are shown at once.
    """

    code = "record"

    def __init__(
        self, problems: list[tuple[str, str]], *, where: str = "", mend: str = "", code: str = ""
    ) -> None:
        self.problems = problems
        listed = "; ".join(f"{at}: {what}" if at else what for at, what in problems)
        super().__init__(f"{listed}.", where=where, mend=mend, code=code)


class DocumentError(InputError):
    """A draft that cannot be read.  ``code`` names the kind, e.g. ``document.password``."""

    code = "document"


class PackError(DhrError):
    """A rule file that is broken: gives file, line, rule and mend."""

    code = "pack"


_REPORT = "This is a fault in the program: tell whoever looks after it."


class EngineError(DhrError):
    """The inference engine failed, or the two engines disagreed.  Never a user's fault."""

    code = "engine"

    def __init__(self, what: str, *, where: str = "", mend: str = "", code: str = "") -> None:
        super().__init__(what, where=where, mend=mend or _REPORT, code=code)


class RuleConflict(DhrError):
    """Two rules (or a recorded judgement and a fact) prove opposite things."""

    code = "conflict"
