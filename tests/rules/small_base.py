"""A rule base of three rules, to break in every way that there is."""

from __future__ import annotations

from pathlib import Path

from dhr_checker.checker.packs import RULES

FACTS = (RULES / "facts.yaml").read_text(encoding="utf-8")
"""The real ones: the functions that work facts out are registered for them."""
SOURCES = """\
sources:
  - {id: an-act, title: An Act, publisher: legislation, date: "2004", checked: read}
"""
SELECTION = """\
choices:
  - {id: TEST-ONE, key: test, choose: a-test, title: The test, when: always, say: It is the one.,
     cites: [{source: an-act, at: s.1, checked: primary}]}
  - {id: EDITION-ONE, key: edition, choose: a-guide, title: The guide, when: always, say: So it is.,
     cites: [{source: an-act, at: s.1, checked: primary}]}
  - {id: NATION-ONE, key: nation, choose: england, title: England, when: always, say: So it is.,
     cites: [{source: an-act, at: s.1, checked: primary}]}
  - {id: OVERLAY-NONE, key: overlay, choose: null, title: None, when: always, say: None.,
     cites: [{source: an-act, at: s.1, checked: primary}]}
"""
TEST = """\
pack: {id: a-test, title: A test, kind: statute, version: 1.0.0, status: in-force,
       definition: definition.met}
rules:
  - id: MET
    title: It is met
    cites: [{source: an-act, at: s.1, checked: primary}]
    concludes: definition.met
    when: {all: [case.grown, {any_of: alleged_perpetrators, holds: person.gone}]}
    examples: [{given: {case.grown: no}, then: no}, {given: {}, then: open},
               {given: {case.grown: yes, any_of alleged_perpetrators: yes}, then: yes}]
  - id: GROWN
    title: Grown up
    cites: [{source: an-act, at: s.2, checked: primary}]
    concludes: case.grown
    when: {fact: deceased.age_at_death, at_least: 16}
    examples:
      - {given: {deceased.age_at_death: 16}, then: yes}
      - {given: {deceased.age_at_death: 15}, then: no}
      - {given: {}, then: open}
  - id: GONE
    scope: person
    title: Gone
    cites: [{source: an-act, at: s.3, checked: primary}]
    concludes: person.gone
    judgement: {question: "Is {person} gone?"}
    settled_yes: {fact: person.died, is: true}
    settled_no: {fact: deceased.manner, is: suicide}
    examples: [{given: {person.died: yes, deceased.manner: violence}, then: yes},
               {given: {deceased.manner: suicide}, then: no}, {given: {}, then: open}]
"""
GUIDE = """\
pack: {id: a-guide, title: A guide, kind: guidance, version: 1.0.0, status: in-force}
overrides:
  - id: NOT-AT-ONCE
    title: Not at once
    overrides: GROWN
    cites: [{source: an-act, at: s.4, checked: secondary}]
    unless: {fact: death.date, before: "2011-04-13"}
    examples: [{given: {death.date: "2011-04-12", deceased.age_at_death: 20}, then: no}]
duties:
  - id: DECIDE
    title: Decide
    cites: [{source: an-act, at: s.5, checked: primary}]
    applies_when: always
    who: the CSP
    what: Decide
    start: death.date
    limit: {months: 1}
"""

FILES = {
    "facts.yaml": FACTS,
    "sources.yaml": SOURCES,
    "selection.yaml": SELECTION,
    "statute/a-test/pack.yaml": TEST,
    "guidance/a-guide/pack.yaml": GUIDE,
}


def write_base(folder: Path, name: str = "", old: str = "", new: str = "") -> Path:
    """The small base in ``folder``, with ``old`` put otherwise in one file."""
    rules = folder / "rules"
    for path, text in FILES.items():
        content = text
        if path == name:
            assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
            content = text.replace(old, new)
        target = rules / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(content, encoding="utf-8")
    return rules
