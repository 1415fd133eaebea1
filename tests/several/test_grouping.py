"""Which drafts belong to one review."""

from __future__ import annotations

import pytest
from dhr_checker.checker.grouping import How, Member, grouped
from dhr_checker.schemas.documents import DocumentKind as Kind

IMR, CHRONOLOGY = Kind.MANAGEMENT_REVIEW, Kind.CHRONOLOGY


def members(*told: tuple[str, Kind]) -> list[Member]:
    return [Member(number, folder, kind) for number, (folder, kind) in enumerate(told, 1)]


def numbers(groups: object) -> list[list[int]]:
    return [[one.number for one in group.members] for group in groups]  # type: ignore[attr-defined]


def test_one_folder_with_one_of_each_kind_is_one_review() -> None:
    found = grouped(
        members(("a", Kind.OVERVIEW), ("a", Kind.SUMMARY), ("a", Kind.PLAN), ("a", Kind.TERMS)),
        How.TOLD,
    )
    assert numbers(found) == [[1, 2, 3, 4]]
    assert found[0].together
    assert "one folder" in found[0].because


def test_a_review_may_have_any_number_of_management_reviews_and_chronologies() -> None:
    told = [("a", Kind.OVERVIEW), *[("a", IMR)] * 5, *[("a", CHRONOLOGY)] * 5]
    assert numbers(grouped(members(*told), How.TOLD)) == [list(range(1, 12))]


@pytest.mark.parametrize("kind", [Kind.OVERVIEW, Kind.SUMMARY, Kind.PLAN, Kind.TERMS])
def test_two_of_a_kind_of_which_there_is_one_stand_apart(kind: Kind) -> None:
    found = grouped(members(("a", kind), ("a", IMR), ("a", kind)), How.TOLD)
    assert numbers(found) == [[1], [2], [3]]
    assert not any(group.together for group in found)
    assert kind.named in found[0].because


def test_folders_are_reviews_in_the_order_given() -> None:
    told = members(("b", Kind.PLAN), ("a", Kind.OVERVIEW), ("b", Kind.OVERVIEW), ("c", IMR))
    assert numbers(grouped(told, How.TOLD)) == [[1, 3], [2], [4]]


def test_what_the_user_says_goes_before_folders() -> None:
    told = members(("a", Kind.OVERVIEW), ("b", Kind.SUMMARY))
    assert numbers(grouped(told, How.TOGETHER)) == [[1, 2]]
    same = members(("a", Kind.OVERVIEW), ("a", Kind.SUMMARY))
    assert numbers(grouped(same, How.APART)) == [[1], [2]]
    assert grouped([], How.TOGETHER) == ()


def test_one_case_record_makes_one_review_of_several_folders() -> None:
    told = members(("a", Kind.OVERVIEW), ("b", Kind.SUMMARY))
    (group,) = grouped(told, How.TOLD, one_case=True)
    assert group.together
    assert "case record" in group.because
    twice = members(("a", Kind.OVERVIEW), ("b", Kind.OVERVIEW))
    assert numbers(grouped(twice, How.TOLD, one_case=True)) == [[1], [2]]
