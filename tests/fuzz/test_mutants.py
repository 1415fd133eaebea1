"""Whatever is done to a Word file: it is read whole or refused with a reason, and in time.

500 mutants by default; ``DHR_MUTANTS=10000 pytest tests/fuzz`` for the long run.  A failure
names its seed: ``make(seed)`` gives the file again.
"""

from __future__ import annotations

import os
import time
import zipfile
from collections import Counter
from io import BytesIO

import pytest
from dhr_checker.checker.document import read_document
from dhr_checker.checker.document.model import Document
from dhr_checker.checker.document.refusals import REFUSALS
from dhr_checker.checker.errors import DocumentError
from lxml import etree

from .mutants import WML, fingerprint, make

COUNT = int(os.environ.get("DHR_MUTANTS", "500"))
BATCH = 100
SECONDS = 5
KNOWN = {"read", *(f"document.{reason}" for reason in REFUSALS if reason != "internal")}


def missing_text(data: bytes, document: Document) -> list[str]:
    """Texts (``w:t``) of the main part that are nowhere in the document."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        root = etree.fromstring(archive.read(document.file.main_part))
    everything = "\n".join(text for text, _ in document.all_text())
    texts = [t.text or "" for t in root.iter(f"{{{WML}}}t")]
    return [t for t in texts if t.strip() and t.replace("\n", " ").strip() not in everything]


def outcome(data: bytes) -> tuple[Document | None, str]:
    """The document, or the code of its refusal; any other exception is a failure."""
    try:
        return read_document(data), "read"
    except DocumentError as error:
        return None, error.code


@pytest.mark.parametrize("first", range(0, COUNT, BATCH))
def test_a_mutant_is_read_or_refused(first: int) -> None:
    outcomes: Counter[str] = Counter()
    for seed in range(first, min(first + BATCH, COUNT)):
        mutant = make(seed)
        begun = time.perf_counter()
        document, code = outcome(mutant.data)
        outcomes[code] += 1
        assert code in KNOWN, (seed, code, mutant.history)
        if document is not None:
            assert [p.index for p in document.paragraphs] == list(range(len(document.paragraphs)))
            assert not missing_text(mutant.data, document), (seed, mutant.history)
            assert len(document.sections()) == len(document.outline())
            for _, place in document.all_text():
                assert place.describe()
        assert time.perf_counter() - begun < SECONDS, (seed, mutant.history)
    assert outcomes["read"] >= BATCH // 4  # else the mutants prove nothing
    assert len(outcomes) > 2


def test_a_seed_gives_the_same_mutant() -> None:
    assert [fingerprint(make(seed)) for seed in range(20)] == [
        fingerprint(make(seed)) for seed in range(20)
    ]
