"""Reads of published answers: those an actor may read, found in any spelling and script, one with its versions."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import QuerySet

from legation.base.actors import Actor, OutOfScope, Permission
from legation.coordination.convert.knowledge import KnowledgeValue, Said, keys_of, knowledge_value
from legation.coordination.models import Inquiry, Knowledge, KnowledgeText
from legation.coordination.permissions.inquiries import acts_for_body
from legation.missions.permissions import at_home
from legation.plan.convert import ElectionValue
from legation_core.correspondence.finding import Found, Text, alike, find

MOST_SEARCHED = 5_000
"""Texts that one search looks at, the newest."""


def _visible(actor: Actor, election: ElectionValue) -> QuerySet[Knowledge]:
    """At home everything; elsewhere what is in force, for missions or for everyone."""
    rows = Knowledge.objects.filter(election=election.code)
    return rows if at_home(actor) else rows.filter(version__gt=0, withdrawn_at__isnull=True)


def _values(rows: Iterable[Knowledge]) -> list[KnowledgeValue]:
    found = list(rows)
    texts: dict[int, list[KnowledgeText]] = defaultdict(list)
    for one in KnowledgeText.objects.filter(knowledge__in=[row.pk for row in found]):
        texts[one.knowledge_id].append(one)
    return [knowledge_value(row, texts[row.pk]) for row in found]


def listed(actor: Actor, election: ElectionValue) -> list[KnowledgeValue]:
    """Every answer that the actor may read, the newest first: two queries."""
    return _values(_visible(actor, election).order_by("-pk"))


def knowledge_for(actor: Actor, election: ElectionValue, code: str) -> KnowledgeValue:
    """One answer that the actor may read; any other is out of scope."""
    found = _values(_visible(actor, election).filter(code=code))
    if not found:
        raise OutOfScope(code)
    return found[0]


def versions(knowledge: KnowledgeValue) -> list[tuple[int, dict[str, Said], str]]:
    """Every version, the newest first: its number, what it says by language, its digest."""
    found: dict[int, dict[str, Said]] = defaultdict(dict)
    digests: dict[int, str] = {}
    for one in KnowledgeText.objects.filter(knowledge=knowledge.id).order_by("-version", "language"):
        found[one.version][one.language] = Said(one.question, one.answer)
        digests[one.version] = one.digest
    return [(version, texts, digests[version]) for version, texts in found.items()]


def searched(election: ElectionValue, asked: str, audience: Iterable[str] = ("missions", "public")) -> list[Found]:
    """The published answers most like what is asked, the likest first. One query."""
    return find(keys_of(asked[:1000]), _texts(election, audience), most=20)


def like(election: ElectionValue, asked: str, audience: Iterable[str] = ("missions", "public")) -> list[Found]:
    """Those that are like enough to be offered to somebody who asks: three at the most. One query."""
    return alike(keys_of(asked[:1000]), _texts(election, audience))


def _texts(election: ElectionValue, audience: Iterable[str]) -> list[Text]:
    rows = Knowledge.objects.filter(
        election=election.code, version__gt=0, withdrawn_at__isnull=True, audience__in=list(audience)
    )
    in_force = dict(rows.values_list("pk", "version"))
    codes = dict(rows.values_list("pk", "code"))
    texts = KnowledgeText.objects.filter(knowledge__in=in_force).order_by("-pk")[:MOST_SEARCHED]
    return [
        Text(codes[one.knowledge_id], tuple(one.question_keys.split()), tuple(one.answer_keys.split()))
        for one in texts
        if one.version == in_force[one.knowledge_id]
    ]


def by_codes(actor: Actor, election: ElectionValue, codes: Iterable[str]) -> list[KnowledgeValue]:
    """Answers by their codes, in that order."""
    order = {code: at for at, code in enumerate(codes)}
    found = _values(_visible(actor, election).filter(code__in=order))
    return sorted(found, key=lambda one: order[one.code])


def from_inquiry(inquiry: int) -> str:
    """The code of the answer that came from an inquiry; empty where none did."""
    return Knowledge.objects.filter(inquiry=inquiry).order_by("-pk").values_list("code", flat=True).first() or ""


def inquiry_code(knowledge: KnowledgeValue) -> str:
    """The code of the inquiry from which an answer came."""
    return Inquiry.objects.filter(pk=knowledge.inquiry or 0).values_list("code", flat=True).first() or ""


def steps_for(actor: Actor, election: ElectionValue, one: KnowledgeValue) -> list[str]:
    """What the actor may do with an answer."""
    rules = election.rules
    writes = Permission.KNOWLEDGE_PUBLISH in actor.permissions and acts_for_body(actor, rules, one.body)
    confirms = (
        Permission.INQUIRY_APPROVE in actor.permissions
        and one.waits
        and acts_for_body(actor, rules, one.approved_by or one.body)
        and actor.person != one.proposed_by
    )
    steps = ["confirm"] if confirms else []
    if writes and one.withdrawn_at is None:
        steps += ["edit", "withdraw"]
    return steps
