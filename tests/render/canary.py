"""A record with a name in every field that could hold one, to see that none comes out."""

from __future__ import annotations

from typing import Any

CANARY = "Zebulah"
"""Stands in every field whose text an output must never carry."""


def named_record(**more: Any) -> dict[str, Any]:
    """A case whose names and free text are all canaries; roles and CSPs are ordinary."""
    name = f"{CANARY} Quixby"
    return {
        "reference": "CSP-2024-77",
        "dates": {"death": "2024-03-07", "csp_aware": "2024-03-08", "decision": "2024-03-29"},
        "notified_by": "professional",
        "deceased": {
            "born": "1990-02-01",
            "manner": "violence",
            "cause_found": name,
            "care_and_support_needs": True,
            "religion": CANARY,
            "ethnicity": CANARY,
            "names": [name],
            "pseudonym": CANARY,
            "residences": [
                {
                    "csp": "Ashcombe Community Safety Partnership",
                    "area": "Ashcombe",
                    "nation": "england",
                    "settled": "settled",
                    "placed_by": CANARY,
                }
            ],
        },
        "alleged_perpetrators": [
            {
                "ref": "P1",
                "names": [name],
                "pseudonym": CANARY,
                "links": [{"kind": "dating", "occasions": 2}],
                "part": "inflicted-violence",
                "abuse": [{"kind": "physical", "known_to": [CANARY]}],
                "mental_health_services": True,
            }
        ],
        "children": [{"ref": "C1", "age": 4, "outcome": "seriously-harmed"}],
        "agencies": [
            {"name": CANARY, "kind": "gp", "concern_basis": name, "contact_with": ["deceased"]}
        ],
        "safeguarding_boards": [{"name": CANARY, "kind": "adults"}],
        "working_together_concern": True,
        "weapon": {"place": CANARY},
        "review": {
            "chair": {
                "name": name,
                "names": [name],
                "employment": [{"employer": CANARY, "role": CANARY}],
            },
            "panel": [{"name": name, "role": CANARY, "agency": CANARY}],
        },
        "judgements": [
            {
                "on": "person.intimate",
                "about": "P1",
                "answer": "yes",
                "by": "CSP chair",
                "date": "2024-03-29",
                "reason": name,
            }
        ],
        "decisions": [{"what": "hold-review", "by": "CSP chair", "reason": name}],
        "reasons_given": ["no-agency-contact"],
        **more,
    }
