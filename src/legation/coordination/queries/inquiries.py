"""Reads of inquiries: those an actor may read, filtered and paged in the database; one with its thread."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Case, Count, Q, QuerySet, When

from legation.base.actors import Actor, OutOfScope, Permission
from legation.base.wording import text_of
from legation.coordination.convert.inquiries import (
    SEEN_BY_ASKER,
    EntryValue,
    InquiryValue,
    entry_value,
    inquiry_value,
)
from legation.coordination.models import Inquiry, InquiryEntry
from legation.coordination.permissions.inquiries import acts_for_body, may_read
from legation.missions.permissions import at_home, own_mission
from legation.plan.convert import ElectionValue
from legation_core.correspondence.inquiries import IN_HAND, OPEN, State, steps_from
from legation_core.register.folding import fold

SORTS = {
    "due": ("due_at", "pk"),
    "number": ("number",),
    "asked": ("asked_at", "pk"),
    "subject": ("subject", "pk"),
    "mission": ("mission__sorting", "pk"),
    "state": ("state", "due_at", "pk"),
}
FILTERS = ("state", "category", "urgency", "body")


@dataclass(frozen=True, slots=True)
class Step:
    """A step that the actor may take now."""

    key: str
    first: bool = False


def _visible(actor: Actor, election: ElectionValue) -> QuerySet[Inquiry]:
    rows = Inquiry.objects.filter(election=election.code).select_related("mission")
    if at_home(actor):
        return rows
    return rows.filter(mission__code=own_mission(actor) or "-", mission__jurisdiction=election.jurisdiction)


def _asked(rows: QuerySet[Inquiry], asked: Mapping[str, str], now: datetime) -> QuerySet[Inquiry]:
    for name in FILTERS:
        if asked.get(name):
            rows = rows.filter(**{name: asked[name]})
    if asked.get("mission"):
        rows = rows.filter(mission__code=asked["mission"])
    if asked.get("open") == "yes":
        rows = rows.filter(state__in=OPEN)
    if asked.get("late") == "yes":
        rows = rows.filter(state__in=OPEN, due_at__lte=now)
    for word in fold(asked.get("q", "")[:80]).split():
        rows = rows.filter(sorting__contains=word)
    return rows


def listed(actor: Actor, election: ElectionValue, asked: Mapping[str, str], now: datetime) -> QuerySet[Inquiry]:
    """The inquiries that the actor may read and the filters let through, in their order: open ones first by due."""
    rows = _asked(_visible(actor, election), asked, now)
    sort = asked.get("sort", "due")
    order = SORTS.get(sort.removeprefix("-"), SORTS["due"])
    if "sort" not in asked:
        rows = rows.annotate(settled=Case(When(state__in=OPEN, then=0), default=1))
        return rows.order_by("settled", "due_at", "pk")
    return rows.order_by(*(f"-{one}" for one in order) if sort.startswith("-") else order)


def values(rows: QuerySet[Inquiry] | list[Inquiry]) -> list[InquiryValue]:
    return [inquiry_value(row) for row in rows]


def counts(actor: Actor, election: ElectionValue, now: datetime) -> dict[str, dict[str, int]]:
    """How many inquiries the actor reads by state, category and urgency, and how many are late: four queries."""
    rows = _visible(actor, election)
    found = {
        name: dict(rows.values_list(name).annotate(Count("pk")).order_by(name))
        for name in ("state", "category", "urgency")
    }
    return found | {"late": {"yes": rows.filter(state__in=OPEN, due_at__lte=now).count()}}


def inquiry_for(actor: Actor, election: ElectionValue, code: str) -> InquiryValue:
    """One inquiry that the actor may read; any other is out of scope."""
    row = Inquiry.objects.filter(election=election.code, code=code).select_related("mission").first()
    if row is None or not may_read(actor, row.mission.code if row.mission else ""):
        raise OutOfScope(code)
    return inquiry_value(row)


def thread(actor: Actor, inquiry: InquiryValue) -> tuple[EntryValue, ...]:
    """What was said, the oldest first; whoever asked does not read drafts."""
    rows = InquiryEntry.objects.filter(inquiry=inquiry.id).order_by("at", "pk")
    return tuple(entry_value(row) for row in rows if at_home(actor) or row.kind in SEEN_BY_ASKER)


def draft_of(inquiry: InquiryValue) -> str:
    """The newest draft of the answer; empty where there is none."""
    row = InquiryEntry.objects.filter(inquiry=inquiry.id, kind="draft").order_by("-at", "-pk").first()
    return row.text if row else ""


def answer_of(inquiry: InquiryValue) -> EntryValue | None:
    """The answer in force: its own, or the one that answered it together with others."""
    rows = InquiryEntry.objects.filter(inquiry=inquiry.id, kind__in=("answer", "merged")).order_by("-at", "-pk")
    row = rows.first()
    return entry_value(row) if row else None


def answers_to(codes: Iterable[str]) -> dict[str, str]:
    """The answers in force to those of these inquiries that are answered, by their code: one query."""
    rows = InquiryEntry.objects.filter(inquiry__code__in=list(codes), kind__in=("answer", "merged"))
    return dict(rows.order_by("at", "pk").values_list("inquiry__code", "text"))


def one_of(inquiry: InquiryValue) -> InquiryValue | None:
    """The inquiry by whose answer this one was answered."""
    if inquiry.merged_into is None:
        return None
    row = Inquiry.objects.filter(pk=inquiry.merged_into).select_related("mission").first()
    return inquiry_value(row) if row else None


def settled_with(inquiry: InquiryValue) -> tuple[InquiryValue, ...]:
    """The inquiries that its answer settled too."""
    rows = Inquiry.objects.filter(merged_into=inquiry.id).select_related("mission").order_by("number")
    return tuple(inquiry_value(row) for row in rows)


def mergeable(election: ElectionValue, inquiry: InquiryValue) -> tuple[InquiryValue, ...]:
    """Open inquiries of the same body that the answer to this one could settle, those of its category first."""
    rows = Inquiry.objects.filter(election=election.code, body=inquiry.body, state__in=IN_HAND)
    rows = rows.exclude(pk=inquiry.id).filter(Q(approved_by="") | Q(approved_by=inquiry.approved_by))
    found = [inquiry_value(row) for row in rows.select_related("mission").order_by("number")[:200]]
    return tuple(sorted(found, key=lambda one: one.category != inquiry.category))


def steps_for(actor: Actor, election: ElectionValue, one: InquiryValue) -> list[Step]:
    """The steps that the state allows and the actor may take, the one that comes next first."""
    rules, held = election.rules, actor.permissions
    answers = Permission.INQUIRY_ANSWER in held and acts_for_body(actor, rules, one.body)
    asks = Permission.INQUIRY_ASK in held and (own_mission(actor) == one.mission if one.mission else at_home(actor))
    approves = (
        Permission.INQUIRY_APPROVE in held
        and bool(one.approved_by)
        and acts_for_body(actor, rules, one.approved_by)
        and actor.person != one.drafted_by
    )
    may = {
        "assign": answers,
        "refer": answers,
        "draft": answers,
        "submit": answers,
        "approve": approves,
        "return": approves,
        "answer": answers,
        "merge": False,
        "add": asks or answers,
        "reopen": asks or answers,
        "close": asks or answers,
    }
    steps = [step for step in steps_from(one.state, approval=bool(one.approved_by)) if may[step]]
    if answers and one.answered:
        steps.append("settle")
    main = next((step for step in MAIN if step in steps), "")
    return [Step(step, first=step == main) for step in sorted(steps, key=lambda step: step != main)]


MAIN = ("approve", "submit", "answer", "draft", "settle", "add")
"""Which step comes next, where several are possible."""


def waiting_for(actor: Actor, election: ElectionValue) -> dict[str, list[InquiryValue]]:
    """What waits for this actor to approve and to answer, each by what is due first. One query; none at a mission."""
    found: dict[str, list[InquiryValue]] = {"approve": [], "answer": []}
    rules, held = election.rules, actor.permissions
    bodies = [key for key in rules.book.bodies if acts_for_body(actor, rules, key)]
    if not bodies or not {Permission.INQUIRY_ANSWER, Permission.INQUIRY_APPROVE} & held:
        return found
    wanted = Q(state=State.AWAITING, approved_by__in=bodies) | Q(state__in=IN_HAND, body__in=bodies)
    rows = Inquiry.objects.filter(wanted, election=election.code).select_related("mission")
    for one in values(rows.order_by("due_at", "pk")):
        if one.state is not State.AWAITING:
            found["answer"] += [one] * (Permission.INQUIRY_ANSWER in held)
        elif one.drafted_by != actor.person:
            found["approve"] += [one] * (Permission.INQUIRY_APPROVE in held)
    return found


def open_ones() -> QuerySet[Inquiry]:
    """Every open inquiry of every election that is not yet called to mind as loudly as can be."""
    return Inquiry.objects.filter(state__in=OPEN, reminded__lt=3).order_by("pk")


def all_of(election: ElectionValue) -> QuerySet[Inquiry]:
    """Every inquiry of an election, for what is counted over all of them."""
    return Inquiry.objects.filter(election=election.code).select_related("mission")


def open_ones_of(election: ElectionValue) -> QuerySet[Inquiry]:
    """The open inquiries of an election."""
    return all_of(election).filter(state__in=OPEN)


def inquiry_row(election: ElectionValue, one: InquiryValue) -> dict[str, object]:
    """An inquiry as a flat row of names and plain values; nothing that was asked or answered but its subject."""
    category = election.rules.inquiry_categories.get(one.category)
    return {
        "inquiry": one.code,
        "number": one.number,
        "subject": one.subject,
        "category": one.category,
        "category_in_words": text_of(category.text) if category else one.category,
        "urgency": one.urgency,
        "language": one.language,
        "asker": one.asker,
        "mission": one.mission,
        "body": one.body,
        "approved_by": one.approved_by,
        "state": str(one.state),
        "asked_at": f"{one.asked_at:%Y-%m-%dT%H:%M:%SZ}",
        "due_at": f"{one.due_at:%Y-%m-%dT%H:%M:%SZ}",
        "answered_at": f"{one.answered_at:%Y-%m-%dT%H:%M:%SZ}" if one.answered_at else "",
    }
