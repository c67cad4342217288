"""Set who serves each country and region."""

import hashlib
from datetime import datetime

from legation.base.actors import Actor, Permission, require
from legation.integrity.actions import act
from legation.missions.models import Mission
from legation.missions.permissions import scopes_of
from legation.plan import queries as plan
from legation.plan.permissions import competent
from legation.stations.convert import CatchmentValue
from legation.stations.models import CatchmentPart
from legation_core.integrity import canonical
from legation_core.network.countries import is_country
from legation_core.problems import Refused


def set_catchment(*, election: str, part: CatchmentValue, by: Actor, at: datetime) -> None:
    """Set who serves one country or region, or why nobody does."""
    with act("catchment_set", by=by, at=at) as record:
        value = plan.election_for(by, election)
        require(by, Permission.CATCHMENT_SET, scopes_of(value.jurisdiction, election=election))
        competence = competent(by, value.rules, "set_catchment")
        _keep(election, value.jurisdiction, part)
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
        CatchmentPart.objects.filter(election=election).delete()
        for part in parts:
            _keep(election, value.jurisdiction, part)
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


def _keep(election: str, jurisdiction: str, part: CatchmentValue) -> None:
    where = f"{part.country} {part.region}".strip()
    if not is_country(part.country):
        raise Refused("A058", where)
    if bool(part.mission) == bool(part.reason):
        raise Refused("A059", where)
    post = Mission.objects.filter(jurisdiction=jurisdiction, code=part.mission).first()
    if part.mission and post is None:
        raise Refused("A040", where, {"mission": part.mission})
    CatchmentPart.objects.update_or_create(
        election_id=election,
        country=part.country,
        region=part.region,
        defaults={"mission": post, "reason": part.reason, "basis": part.basis},
    )
