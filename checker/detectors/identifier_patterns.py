"""What postcodes, telephone numbers and other identifying numbers look like.

Written so that each begins with something rare in prose (what must not stand before it is
looked at afterwards) and no part can match the same text in two ways: a long draft costs
little, and a hostile one cannot make them slow.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from stdnum.gb import nhs

from .corpus import Corpus, Passage
from .finds import Find
from .words import folded, written

# A postcode is found from its digits, which are rare, and its area is read backwards.
_POSTCODE = re.compile(
    r"([0-9][A-Za-z0-9]?)( ?)"
    r"([0-9][ABD-HJLNP-UW-Zabd-hjlnp-uw-z]{2})(?![A-Za-z0-9])"
)
_AREA = re.compile(r"[A-Za-z]{1,2}(?![A-Za-z0-9])")
_TELEPHONE = re.compile(
    r"[+(0](?<![\w/.+-].)(?:(?<=\+)44|(?<=\()0(?=\d)|(?<=0)(?=\d))[\d ()-]{7,20}\d(?!\w|[-/]\d)"
)
_FIGURED_DATE = re.compile(r"\d{1,2}-\d{1,2}-(?:\d{4}|\d\d)\b")
_MAIL = re.compile(r"@([A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6})")
_MAIL_LOCAL = re.compile(r"[A-Za-z0-9._%+'-]{1,64}")  # read backwards from the @
_TEN_DIGITS = re.compile(r"([0-9](?<![\w/+.-].)\d\d)([ -]?)(\d{3})\2(\d{4})(?!\w|[-/]\d)")
_NI = re.compile(
    r"([A-CEGHJ-PR-TW-Z](?<![A-Za-z0-9].)[A-CEGHJ-NPR-TW-Z]) ?\d\d ?\d\d ?\d\d ?[A-D]"
    r"(?![A-Za-z0-9])"
)
_NI_NEVER = frozenset({"BG", "GB", "KN", "NK", "NT", "TN", "ZZ"})
_VEHICLE = re.compile(
    r"[A-Z](?<![A-Za-z0-9].)(?:[A-Z]\d{2} ?[A-Z]{3}|\d{1,3} ?[A-Z]{3})(?![A-Za-z0-9])"
)
_REFERENCE_OF = (
    *("crime", "custody", "incident", "case", "court", "log", "police", "cad", "storm", "urn"),
    *("occurrence", "warrant", "prison", "hospital", "exhibit"),
)
# Matched from the end of one of those words, and never tried anywhere else.
_REFERENCE_BEHIND = re.compile(
    r" (?:reference|ref\.?|number|no\.?|record|log|id)(?: (?:number|no\.?))?:? ?"
    r"(?=[A-Z0-9/-]{0,12}\d)([A-Z0-9][A-Z0-9/-]{2,24})",
    re.I,
)
_REFERENCE_SHAPE = re.compile(
    r"[0-9A-Z](?<![\w/-].)"
    r"(?:(?<=\d)\d(?:[A-Z]{2})?/\d{3,7}/\d{2}|(?<=[A-Z])[A-Z]{0,2}/\d{4,8}/\d{2,4})(?![\w/-])"
)
_A_YEAR = re.compile(r"(?:19|20)\d\d")
_PRIVATE_PLACES = re.compile(r"\b(?:lived|home|house|flat|address|moved|tenancy|resid)", re.I)
_OFFICE_REACH = 250  # characters: an office's address stands within a few lines of its name

_MOBILE = "07"


def postcodes(corpus: Corpus) -> Iterator[Find]:
    """Postcodes.  Sure in capitals and complete, unless an office's address is around them."""
    areas = folded("postcode_areas")
    for match, passage in corpus.find(_POSTCODE):
        _, space, inward = match.groups()
        before = corpus.text[max(0, match.start() - 3) : match.start()]
        backwards = _AREA.match(before[::-1])
        if backwards is None:
            continue
        area, start = backwards[0][::-1], match.start() - backwards.end()
        capital = (area + inward).isupper()
        if not capital and not space:
            continue
        if not space and area.lower() not in areas:
            continue
        sure = capital and not near_office(corpus, start, passage)
        yield Find(start, match.end(), sure, "a postcode")


def near_office(corpus: Corpus, at: int, passage: Passage) -> bool:
    """Whether an office's address, and nobody's home, is what stands around."""
    start = max(0, at - _OFFICE_REACH)
    around = corpus.text[start : at + _OFFICE_REACH].lower()
    if passage.paragraph is not None and passage.paragraph.in_table is None:
        own = corpus.text[passage.start : passage.start + len(passage.normal.text)].lower()
        around = own if len(own) > _OFFICE_REACH else around
    if _PRIVATE_PLACES.search(around):
        return False
    return any(re.search(rf"\b{re.escape(word)}\b", around) for word in written("office_words"))


def telephones(corpus: Corpus) -> Iterator[Find]:
    """Telephone numbers.  A mobile's is sure; an office's may be meant; a helpline's is none."""
    public = tuple(written("public_telephones"))
    at = 0
    while (match := _TELEPHONE.search(corpus.text, at)) is not None:
        shown = match.group()
        number = _national(shown)
        while len(number) > 11 and " " in shown:
            shown = shown[: shown.rindex(" ")]
            number = _national(shown)
        at = match.start() + len(shown)  # another number may follow
        if len(number) not in (10, 11) or number[0] != "0" or number.startswith(public):
            continue
        if not _FIGURED_DATE.match(shown):
            mobile = number.startswith(_MOBILE) and len(number) == 11
            yield Find(match.start(), match.start() + len(shown), mobile, "a telephone number")


def _national(shown: str) -> str:
    """The digits, beginning with 0."""
    digits = re.sub(r"\D", "", shown.replace("(0)", ""))
    for prefix in ("0044", "44"):
        if digits.startswith(prefix) and (prefix == "0044" or shown.lstrip().startswith("+")):
            return "0" + digits[len(prefix) :]
    return digits


def mail_addresses(corpus: Corpus) -> Iterator[Find]:
    """Electronic addresses.  Sure where the provider serves private people."""
    private = tuple(f"{provider}." for provider in written("private_mail"))
    for match, _ in corpus.find(_MAIL):
        before = corpus.text[max(0, match.start() - 64) : match.start()]
        local = _MAIL_LOCAL.match(before[::-1])
        if local is not None:
            start = match.start() - len(local[0])
            # A file's ending may stand behind it: anna@gmail.com.png.
            sure = f"{match[1].lower().rstrip('-')}.".startswith(private)
            yield Find(start, match.end(), sure, "an e-mail address")


def nhs_numbers(corpus: Corpus) -> Iterator[Find]:
    """NHS numbers with a right check digit.  Sure if written 3-3-4 or said to be one."""
    for match, _ in corpus.find(_TEN_DIGITS):
        number = "".join((match[1], match[3], match[4]))
        if not nhs.is_valid(number) or number.startswith("0"):
            continue
        said = "nhs" in corpus.text[max(0, match.start() - 40) : match.start()].lower()
        yield Find(match.start(), match.end(), said or bool(match[2]), "an NHS number")


def ni_numbers(corpus: Corpus) -> Iterator[Find]:
    """National Insurance numbers."""
    for match, _ in corpus.find(_NI):
        if match[1] not in _NI_NEVER:
            yield Find(match.start(), match.end(), True, "a National Insurance number")


def vehicles(corpus: Corpus) -> Iterator[Find]:
    """What could be the registration of a vehicle; never sure."""
    for match, _ in corpus.find(_VEHICLE):
        modern = match.group()[:2].isalpha()
        near = corpus.text[max(0, match.start() - 60) : match.end() + 20].lower()
        if modern or "registration" in near or "vehicle" in near:
            yield Find(match.start(), match.end(), False, "perhaps a vehicle's registration")


def references(corpus: Corpus) -> Iterator[Find]:
    """Numbers of crimes, custody records and logs; never sure."""
    for at in (at for word in _REFERENCE_OF for at in corpus.index.get(word, ())):
        match = _REFERENCE_BEHIND.match(corpus.text, corpus.ends[at])
        if match is not None and not _A_YEAR.fullmatch(match[1]):
            yield Find(match.start(1), match.end(1), False, "perhaps a case or crime reference")
    for match, _ in corpus.find(_REFERENCE_SHAPE):
        yield Find(match.start(), match.end(), False, "perhaps a case or crime reference")


_STREET = re.compile(
    r"[0-9](?<![\w/.,-].)\d{0,3}[A-Za-z]?,? "
    r"(?:[A-Z][a-z'-]{1,20} ){1,3}([A-Z][a-z]{1,12})\b"
)


_DWELLING = re.compile(r"(?:Flat|Apartment|Unit|Number|No\.?) \Z")


def street_addresses(corpus: Corpus) -> Iterator[Find]:
    """A house number with a road's name; never sure."""
    roads = folded("roads")
    for match, passage in corpus.find(_STREET):
        if match[1].lower() in roads and not near_office(corpus, match.start(), passage):
            before = _DWELLING.search(corpus.text[max(0, match.start() - 10) : match.start()])
            start = match.start() - (len(before[0]) if before else 0)
            yield Find(start, match.end(), False, "perhaps a street address")


PATTERNS: dict[str, Callable[[Corpus], Iterator[Find]]] = {
    "postcode": postcodes,
    "telephone": telephones,
    "e-mail": mail_addresses,
    "nhs-number": nhs_numbers,
    "ni-number": ni_numbers,
    "vehicle": vehicles,
    "reference": references,
    "street-address": street_addresses,
}
"""Kind -> what finds it."""
