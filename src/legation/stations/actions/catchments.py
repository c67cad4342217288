"""Set who serves each country and region."""

import hashlib
from collections import Counter
from collections.abc import Mapping
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
from legation.stations.models import CatchmentPart
from legation_core.integrity import canonical
from legation_core.network.countries import is_country
from legation_core.problems import Refused


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
        row = _row(election, part, _missions(value.jurisdiction))
        own.filter(Q(region=part.region) | (~Q(region="") if not part.region else Q(region=""))).delete()
        row.save()
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
        CatchmentPart.objects.filter(election=election).delete()
        CatchmentPart.objects.bulk_create(rows.values())
        digest = hashlib.sha256(b"\n".join(canonical.encode(_listed(part)) for part in parts)).hexdigest()
        record.about(
            jurisdiction=value.jurisdiction,
            election=election,
            lawbook=value.book.digest,
            subject="catchments",
            body=competence.body,
        )
        record.public(parts=len(parts), digest=digest)


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
