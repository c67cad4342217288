"""What waits for a person in one place: broadcasts to read, acts to confirm, complaints, matters and inquiries."""

from dataclasses import dataclass, field
from datetime import datetime
from operator import attrgetter

from legation.accounts.queries import joint
from legation.base.actors import Actor
from legation.coordination.convert.notices import choice_value
from legation.coordination.models import MailChoice
from legation.coordination.queries import broadcasts, complaints, inquiries, matters, telling
from legation.plan.convert import ElectionValue
from legation_core.correspondence.notices import Choice, Waiting


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that waits: its kind and code, its title where it has one, since when, until when."""

    kind: str
    code: str
    title: str
    since: datetime
    due: datetime | None = None
    urgent: bool = field(default=False)

    @property
    def waiting(self) -> Waiting:
        return Waiting(self.since, self.urgent)


def items(actor: Actor, election: ElectionValue, now: datetime) -> tuple[Item, ...]:
    """What waits for the actor in an election, the urgent in front, then what is due first."""
    found = [
        Item("broadcast", one.code, one.title, one.sent_at, one.read_by, one.urgent)
        for one, receipt in broadcasts.mine(actor, election)
        if receipt.read_at is None
    ]
    found += [
        Item("joint", one.code, one.act, one.proposed_at, one.due)
        for one in joint.waiting_ones(actor, now, election.code)
        if joint.may_second(actor, one)
    ]
    found += [
        Item("complaint", str(one.number), "", one.current.since, one.current.due, one.current.at_once)
        for one in complaints.owed(actor, election)
    ]
    found += [Item("matter", one.code, one.title, one.since, one.due) for one in matters.owed(actor, election)]
    asked = {one.code: one for rows in inquiries.waiting_for(actor, election).values() for one in rows}
    found += [Item("inquiry", one.code, one.subject, one.asked_at, one.due_at) for one in asked.values()]
    count, last = telling.told(actor, election)
    if last:
        found.append(Item("late_tasks", "", str(count), last))
    latest = sorted(found, key=lambda one: one.due or now)
    return tuple(sorted(latest, key=attrgetter("urgent"), reverse=True))


def choice_of(person: str) -> tuple[str, Choice, datetime | None] | None:
    """Where to and how a person is told by mail, and when the last one went; `None` where they chose nothing."""
    row = MailChoice.objects.filter(person=person).first()
    return (row.mail, choice_value(row), row.told_at) if row else None


def mailed() -> tuple[tuple[str, str, Choice, datetime | None], ...]:
    """Everybody who wants mails: person, address, choice, when the last one went."""
    rows = MailChoice.objects.exclude(mail="").exclude(how="never").order_by("person")
    return tuple((row.person, row.mail, choice_value(row), row.told_at) for row in rows)
