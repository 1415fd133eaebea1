"""The drafts of notices as they stand in ``templates/notices``: read, and checked when read.

A template is sentences, one a line, with fields in curly brackets and a few conditions; what
fills the fields and decides the conditions is in ``notice_fields``.  Nothing in a template is
ever an address, a name or a number: those come from the record, from an option, or from the
person who sends the letter.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError, model_validator

from ..schemas.common import Strict
from ..schemas.rule import Cite
from .errors import PackError
from .notice_words import FIELDS, FLAGS
from .yamlio import load_yaml

FOLDER = Path(__file__).resolve().parent / "templates" / "notices"
ORDER = (
    "home-office-yes",
    "home-office-no",
    "family-yes",
    "family-no",
    "agencies",
    "coroner",
    "referrer",
    "safeguarding-adults",
    "safeguarding-children",
)
"""The notices in the order in which they are listed."""

FIELD = re.compile(r"\{([a-z_]+)\}")
TABLES = ("limbs", "reviews", "people", "triggers")


class Part(Strict):
    """One paragraph, heading, list or table of a letter, and when it stands there."""

    say: tuple[str, ...] = ()
    heading: str = ""
    points: tuple[str, ...] = Field(default=(), alias="list")
    table: str = ""
    pairs: str = ""
    strong: bool = False
    when: str = ""
    unless: str = ""

    @model_validator(mode="after")
    def _one_thing(self) -> Part:
        given = [x for x in (self.say, self.heading, self.points, self.table, self.pairs) if x]
        if len(given) != 1:
            raise ValueError("give exactly one of say, heading, list, table, pairs")
        if self.table and self.table not in TABLES:
            raise ValueError(f"there is no such table; there are {', '.join(TABLES)}")
        for flag in (self.when, self.unless):
            if flag and flag not in FLAGS:
                raise ValueError(f"there is no such condition; there are {', '.join(FLAGS)}")
        return self


class Template(Strict):
    """One notice: whom it goes to, which decision it tells, and what it says."""

    id: str
    file: str = Field(pattern=r"^[a-z-]+\.docx$")
    title: str
    about: str
    told: str = Field(pattern="^(yes|no|either)$")
    """The decision that it tells; ``either`` where it goes out whatever is decided."""
    to: str
    reviews: tuple[str, ...] = ()
    """Reviews one of which has to be set off, or not yet ruled out."""
    cites: tuple[Cite, ...] = Field(min_length=1)
    """What asks for this notice."""
    check: tuple[str, ...] = Field(min_length=1)
    """What the sender has to see to first."""
    enclose: tuple[str, ...] = ()
    letter: tuple[Part, ...]

    @model_validator(mode="after")
    def _known_fields(self) -> Template:
        unknown = {name for text in self.texts() for name in FIELD.findall(text)} - set(FIELDS)
        if unknown:
            raise ValueError(f"there is no such field: {', '.join(sorted(unknown))}")
        return self

    def texts(self) -> list[str]:
        """Everything in it that a reader sees, sentence by sentence."""
        said = [self.to, *self.check, *self.enclose]
        for part in self.letter:
            said += [*part.say, *part.points, part.heading]
        return [one for one in said if one]


@lru_cache(maxsize=1)
def templates() -> tuple[Template, ...]:
    """Every notice.  Raises PackError, naming the file, where one is broken."""
    return tuple(_read(FOLDER / f"{name}.yaml") for name in ORDER)


def _read(path: Path) -> Template:
    loaded = load_yaml(path.read_bytes(), name=path.name, error=PackError)
    data: Any = loaded.data
    try:
        return Template.model_validate(data)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(one) for one in first["loc"])
        raise PackError(
            f"{where}: {first['msg']}.", where=path.name, code="notice.template"
        ) from None
