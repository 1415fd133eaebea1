"""All faults of the corpus, by name."""

from __future__ import annotations

from . import (
    faults_between,
    faults_consistency,
    faults_content,
    faults_housekeeping,
    faults_identity,
    faults_plan,
    faults_structure,
    faults_wording,
)
from .faults import Fault

FAULTS: list[Fault] = [
    *faults_structure.FAULTS.found,
    *faults_identity.FAULTS.found,
    *faults_content.FAULTS.found,
    *faults_consistency.FAULTS.found,
    *faults_between.FAULTS.found,
    *faults_plan.FAULTS.found,
    *faults_wording.FAULTS.found,
    *faults_housekeeping.FAULTS.found,
]
