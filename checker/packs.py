"""The rule base: load it, check it, and lay the chosen packs over one another.

Everything that can be wrong with a rule file is found here, once, with file and line.
After loading, a rule base is immutable and may be shared by threads.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from ..schemas.rule import (
    Choice,
    Entry,
    FactFile,
    FactSpec,
    PackFile,
    PackHead,
    Section,
    SelectionFile,
    Source,
    SourceFile,
    Template,
)
from .conditions import ConditionError
from .definitions import (
    Definition,
    define_duty,
    define_lead,
    define_remark,
    define_requirement,
    define_review,
    define_rule,
    override,
)
from .errors import InputError, PackError
from .inheritance import inherit
from .yamlio import Loaded, load_yaml

RULES = Path(__file__).resolve().parent.parent / "rules"
_TOP_KEY = re.compile(rb"^([^\s#][^:\r\n]*):", re.MULTILINE)
_ABOUT_DRAFTS = frozenset({b"documents", b"requirements", b"templates"})
ENTRY_LISTS = ("rules", "overrides", "duties", "reviews", "lead", "remarks", "requirements")
_Model = TypeVar("_Model", bound=BaseModel)


@dataclass(frozen=True)
class Located:
    """An entry and where it stands."""

    entry: Entry
    file: str
    line: int


@dataclass(frozen=True, eq=False)
class Pack:
    """One pack: its head, its entries in the order of its files, and a hash of its content."""

    head: PackHead
    files: tuple[PackFile, ...]
    templates: tuple[Template, ...]
    sha256: str

    @property
    def id(self) -> str:
        """The pack's id, which is its folder's name."""
        return self.head.id

    def entries(self, kind: str) -> list[Any]:
        """All entries of one list: ``rules``, ``duties``, ``reviews``, ..."""
        return [entry for file in self.files for entry in getattr(file, kind)]


@dataclass(frozen=True, eq=False)
class RuleBase:
    """Every pack there is, with the facts and sources that they speak of."""

    packs: Mapping[str, Pack]
    facts: Mapping[str, FactSpec]
    sources: Mapping[str, Source]
    choices: tuple[Choice, ...]
    located: Mapping[str, Located] = field(repr=False)

    def pack(self, pack_id: str) -> Pack:
        """A pack by its id.  Raises InputError naming the packs that exist."""
        try:
            return self.packs[pack_id]
        except KeyError:
            raise InputError(
                "there is no rule pack of that name.",
                mend=f"The packs are: {', '.join(sorted(self.packs))}.",
                code="input.unknown-pack",
            ) from None


@dataclass(frozen=True, eq=False)
class RuleSet:
    """The packs chosen for one case or draft, laid over one another."""

    base: RuleBase
    packs: tuple[Pack, ...]
    definitions: tuple[Definition, ...]
    sha256: str

    def entries(self, kind: str) -> list[Any]:
        """All entries of one list, pack by pack."""
        return [entry for pack in self.packs for entry in pack.entries(kind)]

    @property
    def test(self) -> PackHead:
        """The head of the pack that holds the statutory test."""
        return next(p.head for p in self.packs if p.head.kind == "statute")


def _read(path: Path, model: type[_Model], root: Path) -> tuple[_Model, Loaded, str]:
    text = path.read_bytes()
    name = path.relative_to(root.parent).as_posix()
    loaded = load_yaml(text, name=name, error=PackError)
    try:
        return model.model_validate(loaded.data), loaded, name
    except ValidationError as error:
        first = error.errors()[0]
        at = tuple(first["loc"])
        raise PackError(
            _plain(first),
            where=f"{name}:{_line(loaded, at)}",
            mend=_entry_hint(loaded, at),
        ) from None


def _plain(problem: Any) -> str:
    where = ".".join(str(step) for step in problem["loc"])
    return f"`{where}`: {problem['msg']}."


def _line(loaded: Loaded, at: tuple[Any, ...]) -> int:
    """The line of the deepest part of a path that the file has."""
    return loaded.line_of(at) or 1


def _entry_hint(loaded: Loaded, at: tuple[Any, ...]) -> str:
    if len(at) < 2:
        return ""
    try:
        entry: Any = loaded.data[at[0]][at[1]]
        return f"It is in the entry {entry['id']}."
    except (KeyError, IndexError, TypeError):
        return ""


def _is_about_drafts(text: bytes) -> bool:
    """Whether a rule file holds nothing but what a draft is checked against."""
    keys = set(_TOP_KEY.findall(text))
    return bool(keys) and keys <= _ABOUT_DRAFTS


def _load_pack(folder: Path, root: Path, drafts: bool) -> tuple[Pack, list[Located]]:
    files: list[PackFile] = []
    located: list[Located] = []
    head: PackHead | None = None
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.yaml")):
        text = path.read_bytes()
        # The hash is of the whole pack, read or not: it names the pack, not this use of it.
        digest.update(text.replace(b"\r\n", b"\n"))
        if not drafts and _is_about_drafts(text):
            continue
        content, loaded, name = _read(path, PackFile, root)
        files.append(content)
        if content.pack is not None:
            if head is not None:
                raise PackError("a pack has one head, and this is a second.", where=name)
            head = content.pack
        for kind in ENTRY_LISTS:
            for n, entry in enumerate(getattr(content, kind)):
                located.append(Located(entry, name, _line(loaded, (kind, n))))
    if head is None:
        raise PackError("no file of this pack has a `pack:` head.", where=folder.name)
    if head.id != folder.name:
        raise PackError(f"the pack {head.id} must lie in a folder of that name.", where=folder.name)
    templates = _shared([t for file in files for t in file.templates], folder.name)
    return Pack(head, tuple(files), templates, digest.hexdigest()), located


def _shared(templates: list[Template], pack: str) -> tuple[Template, ...]:
    """The templates of a pack, each section with the wordings that it has ``as_in`` another."""
    known = {(t.document, s.key): s for t in templates for s in t.sections}

    def filled(section: Section) -> Section:
        if section.as_in is None:
            return section
        like = known.get((section.as_in, section.key))
        if like is None or like.as_in is not None:
            raise PackError(
                f"the section {section.key} is to be as in {section.as_in.with_article},"
                " whose template has no such section of its own.",
                where=pack,
            )
        wordings = {
            "aliases": [*section.aliases, like.title, *like.aliases],
            "part_of": section.part_of or like.part_of,
            "words": section.words or like.words,
        }
        return section.model_copy(update=wordings)

    return tuple(
        t.model_copy(update={"sections": [filled(s) for s in t.sections]}) for t in templates
    )


@lru_cache(maxsize=8)
def load_packs(folder: Path = RULES, *, drafts: bool = True) -> RuleBase:
    """Load and check the rule base: the whole of it, unless ``drafts`` is false.

    A decision needs nothing of what drafts are checked against, which is most of the rule
    base; without ``drafts``, files that hold only that are left unread.

    Raises PackError with file, line, entry and mend for anything that is wrong with it.
    """
    facts, _, _ = _read(folder / "facts.yaml", FactFile, folder)
    sources, _, _ = _read(folder / "sources.yaml", SourceFile, folder)
    selection, _, selection_name = _read(folder / "selection.yaml", SelectionFile, folder)
    packs: dict[str, Pack] = {}
    located: dict[str, Located] = {
        choice.id: Located(choice, selection_name, 1) for choice in selection.choices
    }
    for head in sorted(folder.glob("*/*/pack.yaml")):
        pack, entries = _load_pack(head.parent, folder, drafts)
        packs[pack.id] = pack
        for one in entries:
            if one.entry.id in located:
                first = located[one.entry.id]
                raise PackError(
                    f"the id {one.entry.id} is used twice.",
                    where=f"{one.file}:{one.line}",
                    mend=f"It stands first at {first.file}:{first.line}; ids never repeat.",
                )
            located[one.entry.id] = one
    base = RuleBase(
        inherit(packs),
        {spec.id: spec for spec in facts.facts},
        {source.id: source for source in sources.sources},
        tuple(selection.choices),
        located,
    )
    from .lint import check_base  # here, because the checks need the finished base

    check_base(base)
    return base


@lru_cache(maxsize=256)
def definitions_of(pack: Pack) -> tuple[Definition, ...]:
    """Every definition that one pack gives, before any overlay.  Conditions are parsed once."""
    found = [define_rule(rule) for rule in pack.entries("rules")]
    found += [define_duty(duty) for duty in pack.entries("duties")]
    found += [define_review(trigger) for trigger in pack.entries("reviews")]
    found += [define_remark(remark) for remark in pack.entries("remarks")]
    found += [define_lead(step) for step in pack.entries("lead")]
    for requirement in pack.entries("requirements"):
        found += define_requirement(requirement)
    return tuple(found)


def located_error(base: RuleBase, entry_id: str, what: str, mend: str = "") -> PackError:
    """An error about one entry, with its file and line."""
    at = base.located.get(entry_id)
    where = f"{at.file}:{at.line}" if at else entry_id
    return PackError(f"{entry_id}: {what}", where=where, mend=mend)


def lay(base: RuleBase, pack_ids: Iterable[str]) -> RuleSet:
    """Lay packs over one another: later ones may override rules of earlier ones by id.

    Raises InputError for an unknown pack, PackError where two packs define one thing.
    """
    return _lay(base, tuple(dict.fromkeys(pack_ids)))


@lru_cache(maxsize=64)
def _lay(base: RuleBase, pack_ids: tuple[str, ...]) -> RuleSet:
    packs = tuple(base.pack(pack_id) for pack_id in pack_ids)
    by_name: dict[str, Definition] = {}
    by_id: dict[str, str] = {}
    for pack in packs:
        for definition in definitions_of(pack):
            if definition.name in by_name:
                other = by_name[definition.name].entry.id
                raise located_error(
                    base, definition.entry.id, f"defines {definition.name}, and so does {other}."
                )
            by_name[definition.name] = definition
            by_id[definition.entry.id] = definition.name
        for change in pack.entries("overrides"):
            if (name := by_id.get(change.overrides)) is not None:
                try:
                    by_name[name] = override(by_name[name], change)
                except ConditionError as error:
                    raise located_error(base, change.id, str(error)) from None
    digest = hashlib.sha256("\n".join(f"{p.id} {p.sha256}" for p in packs).encode())
    return RuleSet(base, packs, tuple(by_name.values()), digest.hexdigest())
