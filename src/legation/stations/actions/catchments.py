"""Set who serves each country and region."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db.models import Q

from legation.base.actors import Actor, Permission, require
from legation.integrity.actions import act
from legation.missions.models import Mission
from legation.missions.permissions import scopes_of
from legation.plan import queries as plan
from legation.plan.actions import hold_election
from legation.plan.permissions import competent
from legation.stations.convert import CatchmentValue, catchment_value
from legation.stations.models import CatchmentMove, CatchmentPart
from legation_core.integrity import canonical
from legation_core.network.countries import is_country
from legation_core.network.telling import Served, moved
from legation_core.problems import Refused
from legation_core.values import ESTABLISHED


def set_catchment(*, election: str, part: CatchmentValue, by: Actor, at: datetime) -> None:
    """Set who serves one country or region, or why nobody does.

    What is said of a whole country replaces what was said of its regions; a region replaces the whole country.
    """
    with act("catchment_set", by=by, at=at) as record:
        value = plan.election_for(by, election)
        require(by, Permission.CATCHMENT_SET, scopes_of(value.jurisdiction, election=election))
        competence = competent(by, value.rules, "set_catchment")
        hold_election(election)
        own = CatchmentPart.objects.filter(election=election, country=part.country)
        standing = [catchment_value(row) for row in own.select_related("mission").order_by("region")]
        if part in standing:
            raise Refused("A053", _where(part))
        posts = _missions(value.jurisdiction)
        row = _row(election, part, posts)
        row.since = at
        own.filter(Q(region=part.region) | (~Q(region="") if not part.region else Q(region=""))).delete()
        row.save()
        now = [catchment_value(row) for row in own.select_related("mission").order_by("region")]
        _keep_moves(election, standing, now, posts, at)
        record.about(
            jurisdiction=value.jurisdiction,
            election=election,
            lawbook=value.book.digest,
            subject=f"country:{part.country}",
            body=competence.body,
        )
        record.public(
            country=part.country, region=part.region, served_by=part.mission, reason=part.reason, basis=part.basis
        )


def set_catchments(*, election: str, parts: tuple[CatchmentValue, ...], by: Actor, at: datetime) -> None:
    """Set the catchments of the whole world at once, all or none; what was set before is replaced."""
    with act("catchments_set", by=by, at=at) as record:
        value = plan.election_for(by, election)
        require(by, Permission.CATCHMENT_SET, scopes_of(value.jurisdiction, election=election))
        competence = competent(by, value.rules, "set_catchment")
        hold_election(election)
        posts = _missions(value.jurisdiction)
        rows = {(part.country, part.region): _row(election, part, posts) for part in parts}
        if len(rows) < len(parts):
            (country, region), _times = Counter((part.country, part.region) for part in parts).most_common(1)[0]
            raise Refused("A063", facts={"country": country, "region": region})
        own = CatchmentPart.objects.filter(election=election).select_related("mission")
        standing = {(one.country, one.region): one for one in map(catchment_value, own)}
        for part in parts:
            same = standing.get((part.country, part.region))
            rows[part.country, part.region].since = same.since if same == part else at
        own.delete()
        CatchmentPart.objects.bulk_create(rows.values())
        _keep_moves(election, standing.values(), parts, posts, at)
        digest = hashlib.sha256(b"\n".join(canonical.encode(_listed(part)) for part in parts)).hexdigest()
        record.about(
            jurisdiction=value.jurisdiction,
            election=election,
            lawbook=value.book.digest,
            subject="catchments",
            body=competence.body,
        )
        record.public(parts=len(parts), digest=digest)


def _keep_moves(
    election: str,
    before: Iterable[CatchmentValue],
    after: Iterable[CatchmentValue],
    posts: Mapping[str, Mission],
    at: datetime,
) -> None:
    """Keep which mission lost and which gained a country or region, as far as it was established who served it."""
    CatchmentMove.objects.bulk_create(
        CatchmentMove(
            election_id=election, mission=posts[mission], country=country, region=region, gained=gained, at=at
        )
        for (mission, country, region), gained in moved(_served(before), _served(after))
    )


def _served(parts: Iterable[CatchmentValue]) -> list[Served]:
    return [(part.mission, part.country, part.region) for part in parts if part.mission and part.basis in ESTABLISHED]


def _listed(part: CatchmentValue) -> list[str]:
    return [part.country, part.region, part.mission, part.reason, part.basis]


def _where(part: CatchmentValue) -> str:
    return f"{part.country} {part.region}".strip()


def _missions(jurisdiction: str) -> dict[str, Mission]:
    return {post.code: post for post in Mission.objects.filter(jurisdiction=jurisdiction)}


def _row(election: str, part: CatchmentValue, posts: Mapping[str, Mission]) -> CatchmentPart:
    if not is_country(part.country):
        raise Refused("A058", _where(part))
    if bool(part.mission) == bool(part.reason.strip()):
        raise Refused("A059", _where(part))
    if part.mission and part.mission not in posts:
        raise Refused("A040", _where(part), {"mission": part.mission[:60]})
    return CatchmentPart(
        election_id=election,
        country=part.country,
        region=part.region,
        mission=posts.get(part.mission),
        reason=part.reason.strip(),
        basis=part.basis,
    )
