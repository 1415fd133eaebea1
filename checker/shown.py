"""What was found in a draft, put into words that may be shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property

from ..schemas.compliance import CheckOutcome, Finding, SectionSeen, Spot
from .citing import citations_under
from .detectors.base import Hit, Look, Which
from .detectors.corpus import FILE_PLACE, corpus_of
from .detectors.reading import reading
from .detectors.terms import find, plain, sentences
from .document.model import Document
from .file_names import masked_file_name
from .fingerprints import Fingerprints, Print
from .layout import SectionFound
from .masking import Masker, masker_for
from .packs import RuleSet
from .parts import Part
from .requirements import Verdict
from .set_aside import Entry, entry_for
from .settings import NONE, InForce
from .wording import sentence

_PLACES = {CheckOutcome.PASS: 2, CheckOutcome.NOT_APPLICABLE: 0}
_MOST_PLACES = 12
_MOST_COMPARED = 48
"""Further places of one finding that are told only by their fingerprints: each has to be masked,
which takes longer than finding it."""
_PRAISE = (
    *("content", "wording", "action-plan", "structure"),
    *("consistency", "identity", "housekeeping"),
)
"""What a letter praises first: the family and the work, before order and the file."""
_DENIAL = ("<negation>",)


_OPEN = (CheckOutcome.FAIL, CheckOutcome.REVIEW)


@dataclass
class _Found:
    """The places of one finding."""

    listed: list[Spot] = field(default_factory=list[Spot])
    aside: list[Spot] = field(default_factory=list[Spot])
    more: int = 0
    more_prints: list[str] = field(default_factory=list[str])

    @property
    def all_aside(self) -> bool:
        """Whether there were places, and every one of them was set aside."""
        return bool(self.aside) and not self.listed and not self.more


class Shown:
    """Findings and sections with whatever the draft says in them masked."""

    def __init__(
        self, look: Look, ruleset: RuleSet, *, masked: bool, settings: InForce = NONE
    ) -> None:
        self.masker, self.ruleset = masker_for(look, active=masked), ruleset
        self._look, self._masked, self._settings = look, masked, settings
        self._prints = Fingerprints(look.kind.value)
        self.answered: set[int] = set()
        """The numbers of the entries in the settings by which something was set aside."""
        self._headings: dict[str, str] = {}
        self._others: dict[Which, Masker] = {}
        self.titles = {s.key: s.title for s in look.template.sections} if look.template else {}

    def finding(self, verdict: Verdict, part: Part | None = None) -> Finding:
        """One requirement and its outcome; ``part``: the part of the draft that it was put to."""
        requirement, outcome, told = verdict.requirement, verdict.outcome, verdict.told
        found = self._places(verdict)
        whole = self._prints.of(requirement.id)
        open_ = outcome in _OPEN
        entry = self._set_aside(requirement.id, whole, lambda: [verdict.why]) if open_ else None
        was = CheckOutcome.FAIL if verdict.eased else None
        if open_ and (found.all_aside or (entry and not verdict.hits)):
            was, outcome = was or outcome, CheckOutcome.SET_ASIDE
        by_hand, reason, where = (told.done, told.reason, told.by) if told else ("", "", "")
        if entry and not verdict.hits:
            by_hand, reason, where = "set-aside", entry[1].reason, self._settings.said_in
        return Finding(
            rule=requirement.id,
            title=requirement.title,
            group=requirement.group,
            level=requirement.level.value,
            section=requirement.section,
            section_title=self._title(requirement.section, part),
            outcome=outcome,
            why=self.masker.mask(verdict.why),  # a detector may count up words of the draft
            depends_on=verdict.depends_on,
            places=tuple(found.listed),
            more_places=found.more,
            advice=sentence(requirement.advice),
            look_for=sentence(requirement.look_for),
            human=requirement.when is None,
            citations=citations_under(self.ruleset, requirement),
            fingerprint=whole.content,
            more_fingerprints=tuple(found.more_prints),
            gives_away=requirement.gives_away,
            set_aside=tuple(found.aside),
            set_by_hand=by_hand,
            reason=self.masker.mask(reason),
            set_where=self.masker.mask(where),
            was=was,
            eased=verdict.eased and outcome is CheckOutcome.REVIEW,
        )

    def _title(self, section: str, part: Part | None) -> str:
        if part is None or part.look.template is None:
            return self.titles.get(section, "")
        own = {one.key: one.title for one in part.look.template.sections}
        named = own.get(section, "")
        headed = part.kind.headed
        return headed if named in ("", headed) else f"{headed}, {named}"

    def _places(self, verdict: Verdict) -> _Found:
        """The places of a finding: those to list, those set aside, and how many more there are."""
        rule, found = verdict.requirement.id, _Found()
        most = _PLACES.get(verdict.outcome, _MOST_PLACES)
        if verdict.outcome not in _OPEN:
            found.listed = [self._with_print(rule, hit)[0] for hit in verdict.hits[:most]]
            found.more = max(0, len(verdict.hits) - most) if most else 0
            return found
        some = len(verdict.hits) if self._settings.set_aside(rule) else most + _MOST_COMPARED
        for hit in verdict.hits[:some]:
            spot, made = self._with_print(rule, hit)
            if entry := self._set_aside(rule, made, lambda hit=hit: self._said(hit)):
                why = self.masker.mask(entry[1].reason)
                where = self.masker.mask(self._settings.said_in)
                found.aside.append(spot.model_copy(update={"reason": why, "set_where": where}))
            elif len(found.listed) < most:
                found.listed.append(spot)
            elif len(found.more_prints) < _MOST_COMPARED:
                found.more_prints.append(made.words)
        found.more = len(verdict.hits) - len(found.listed) - len(found.aside)
        return found

    def _with_print(self, rule: str, hit: Hit) -> tuple[Spot, Print]:
        """A place with its fingerprints.

        They are those of the masked place, so that they are the same in clear.
        """
        spot = self.spot(hit)
        hidden = spot if self._masked else self._hidden.spot(hit)
        made = self._prints.of(rule, hidden)
        prints = {"fingerprint": made.content, "words_fingerprint": made.words}
        return spot.model_copy(update=prints), made

    def _said(self, hit: Hit) -> list[str]:
        """The sentence that a find stands in and what is remarkable there, in clear and masked.

        No more than the sentence: a quotation may show two finds, and only one be set aside.
        """
        look = self._look if hit.within is None else self._look.other(hit.within)
        said = _sentence(hit, (look or self._look).document)
        hidden = self._hidden if not self._masked else self
        masker = hidden.masker if hit.within is None else hidden._masker_of(hit.within)
        return [text for one in (said, hit.note) for text in (one, masker.mask(one))]

    @cached_property
    def _hidden(self) -> Shown:
        """The same draft as it is shown masked."""
        return Shown(self._look, self.ruleset, masked=True)

    def _set_aside(self, rule: str, made: Print, said: Callable[[], Iterable[str]]) -> Entry | None:
        entry = entry_for(self._settings.set_aside(rule), made, said)
        if entry is not None:
            self.answered.add(entry[0])
        return entry

    def file_name(self) -> str:
        """What the draft's own file may be called."""
        name = self._look.document.name
        return self.masker.mask(masked_file_name(name, masked=self._masked, printed=self._printed))

    def _printed(self, word: str) -> bool:
        """Whether the draft's own text has the word with a capital, as it has a county's name."""
        corpus = corpus_of(self._look)
        return any(
            corpus.passage_at(corpus.starts[at]).paragraph is not None
            for at in corpus.capitals.get(word, ())
        )

    def spot(self, hit: Hit) -> Spot:
        """One place, with whatever the draft says there masked."""
        note = self.masker.mask(hit.note)
        if hit.within is not None:
            return self._spot_elsewhere(hit, hit.within)
        place = hit.place
        if place is None:
            return Spot(where="the document", excerpt=self.masker.show(hit), note=note)
        return Spot(
            where=place.describe(self._heading),
            excerpt=self.file_name() if place == FILE_PLACE else self.masker.show(hit),
            note=note,
            part=self.masker.mask(place.part),
            paragraph=place.paragraph,
            start=hit.start,
            end=hit.end,
            headings=tuple(map(self._heading, place.heading_path)),
            number=self.masker.mask(place.cited),
        )

    def _spot_elsewhere(self, hit: Hit, which: Which) -> Spot:
        """A place in another document: told in words, for it has none in this file."""
        masker = self._masker_of(which)
        there = hit.place.describe(masker.mask) if hit.place else "the document"
        shown = self.masker.mask(masker.show(hit))
        note = self.masker.mask(masker.mask(hit.note))
        return Spot(where=f"in {which.definite}: {there}", excerpt=shown, note=note)

    def _masker_of(self, which: Which) -> Masker:
        """The masker of another document: it hides the names that only that one gives away."""
        if which not in self._others:
            other = self._look.other(which)
            self._others[which] = masker_for(other or self._look, active=self._masked)
        return self._others[which]

    def _heading(self, printed: str) -> str:
        """A heading as it may be shown; masked once, however many places stand under it."""
        if printed not in self._headings:
            self._headings[printed] = self.masker.mask(printed)
        return self._headings[printed]

    def sections(self, look: Look) -> tuple[SectionSeen, ...]:
        """Where each section of the template was found; optional ones only if they were."""
        if look.template is None:
            return ()
        read = reading(look)
        return tuple(
            self._section(one, read.words_in(one.paragraphs))
            for one in read.layout
            if one.headings or not one.section.optional
        )

    def _section(self, one: SectionFound, words: int) -> SectionSeen:
        main = one.main
        others = [k for k in main.match.keys if k != one.section.key] if main else []
        return SectionSeen(
            key=one.section.key,
            title=one.section.title,
            found=one.found.value,
            heading=self.masker.mask(main.heading.numbered_title) if main else "",
            where=main.heading.place.describe(self.masker.mask) if main else "",
            shared_with=tuple(self.titles[key] for key in others),
            words=words,
        )


def strengths(found: Iterable[Verdict], document: Document) -> tuple[str, ...]:
    """What to praise, each once: the strengths of what was met.

    Praise rests on words, and "the family did not meet the panel" has the same words as its
    opposite.  So nothing is praised where every sentence that it rests on denies something.
    """
    praised = (
        sentence(one.requirement.strength)
        for one in sorted(found, key=lambda one: _PRAISE.index(one.requirement.group))
        if one.outcome is CheckOutcome.PASS
        and one.requirement.strength
        and not _denied(one.hits, document)
    )
    return tuple(dict.fromkeys(praised))


def _denied(hits: Iterable[Hit], document: Document) -> bool:
    said = [plain(_sentence(hit, document)) for hit in hits]
    return bool(said) and all(find(_DENIAL, text) for text in said)


def _sentence(hit: Hit, document: Document) -> str:
    """The sentence that a hit stands in; its excerpt if it is no stretch of one paragraph."""
    if hit.place is None or hit.place.paragraph < 0 or hit.start < 0:
        return hit.excerpt
    text = document.paragraphs[hit.place.paragraph].text
    cut = (text[a:b] for a, b in sentences(text) if a <= hit.start < b)
    return next(cut, hit.excerpt)
