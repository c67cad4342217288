"""Acts: one transaction, one record each, dense, in the order of their end."""

from datetime import UTC, datetime
from typing import Never

import pytest

from legation.accounts.actions import grant_role
from legation.base.actors import Grant, ScopeRef
from legation.integrity import queries
from legation.integrity.actions import act
from legation.integrity.models import Head, Leaf, PrivatePart, SealedPart
from legation_core.integrity import canonical, leaf, tree

AT = datetime(2024, 1, 23, 5, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def declared(person, **facts) -> None:
    """One act of a kind that exists, with its public fields."""
    with act("part_opened", by=person("ana"), at=AT) as record:
        record.about(jurisdiction="AZ", subject="test")
        record.public(**({"index": 1} | facts))


def test_the_log_of_the_demonstration_is_dense() -> None:
    indexes = list(Leaf.objects.order_by("index").values_list("index", flat=True))
    assert indexes == list(range(Head.objects.get().size))


def test_act_appends_one_leaf_that_hashes_to_its_octets(person) -> None:
    before = queries.size()
    declared(person)
    row = Leaf.objects.get(index=before)
    assert (queries.size(), bytes(row.hash)) == (before + 1, tree.leaf_hash(bytes(row.octets)))


def test_act_names_body_and_role_and_never_the_person(person) -> None:
    declared(person)
    octets = bytes(Leaf.objects.latest("index").octets)
    content = leaf.read_leaf(octets)
    assert (content.body, content.role, b'"ana"' in octets) == ("central_commission", "commission_chair", False)


def test_private_part_is_what_the_leaf_commits_to(person) -> None:
    declared(person)
    row = Leaf.objects.latest("index")
    private = PrivatePart.objects.get(leaf=row)
    part = canonical.decode(bytes(private.octets))
    assert part == {"person": "ana"}
    assert leaf.opens(leaf.read_leaf(bytes(row.octets)).private, bytes(private.salt), part)


def test_erasing_a_private_part_leaves_the_leaf_whole(person) -> None:
    declared(person)
    row = Leaf.objects.latest("index")
    PrivatePart.objects.filter(leaf=row).delete()
    assert tree.leaf_hash(bytes(row.octets)) == bytes(row.hash)


def test_a_failed_act_leaves_no_row_and_no_leaf(person) -> Never:
    before = queries.size()
    with pytest.raises(ZeroDivisionError), act("part_opened", by=person("ana"), at=AT):
        raise ZeroDivisionError
    assert (queries.size(), Leaf.objects.count()) == (before, before)


def test_an_act_inside_another_stands_after_it(person) -> None:
    before = queries.size()
    with act("part_opened", by=person("ana"), at=AT) as outer:
        outer.about(jurisdiction="AZ")
        declared(person, index=2)
        outer.public(index=1)
    rows = Leaf.objects.filter(index__gte=before).order_by("index")
    assert [leaf.read_leaf(bytes(row.octets)).public["index"] for row in rows] == [1, 2]


def test_a_hidden_failure_inside_an_act_takes_the_whole_act_with_it(person) -> Never:
    before = queries.size()
    with pytest.raises(RuntimeError), act("part_opened", by=person("ana"), at=AT) as outer:
        outer.about(jurisdiction="AZ")
        outer.public(index=1)
        with pytest.raises(ZeroDivisionError), act("part_opened", by=person("ana"), at=AT):
            raise ZeroDivisionError
    assert queries.size() == before


def test_an_act_without_its_declared_fields_is_a_bug(person) -> None:
    with pytest.raises(ValueError, match="part_opened declares"), act("part_opened", by=person("ana"), at=AT) as record:
        record.about(jurisdiction="AZ")
        record.public(index=1, more=2)


def test_an_act_of_an_unknown_kind_is_a_bug(person) -> None:
    with pytest.raises(KeyError), act("nobody_declared_this", by=person("ana"), at=AT):
        pass


def test_a_sealed_kind_shows_its_commitment_only(person, sealed_kind) -> None:
    with act(sealed_kind, by=person("ana"), at=AT) as record:
        record.about(jurisdiction="AZ")
        record.public(votes=4711)
    row = Leaf.objects.latest("index")
    content, sealed = leaf.read_leaf(bytes(row.octets)), SealedPart.objects.get(leaf=row)
    assert (content.public, b"4711" in bytes(row.octets)) == (None, False)
    assert leaf.opens(content.public_commitment, bytes(sealed.salt), {"votes": 4711})


def test_a_grant_is_a_record_that_names_no_person(person) -> None:
    before = queries.size()
    grant = Grant("auditor", "AZ", "", ScopeRef("jurisdiction", "AZ"), AT)
    grant_role(user_code="cora", grant=grant, by=person("ana"), at=AT)
    assert queries.size() == before + 1
    assert b"cora" not in bytes(Leaf.objects.latest("index").octets)
