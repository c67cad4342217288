"""Publishing results, by two persons."""

import hashlib
from collections.abc import Mapping
from datetime import datetime

from legation.accounts.actions.joint import jointly
from legation.accounts.permissions.joint import Place
from legation.base.actors import Actor, Permission, require
from legation.count import queries
from legation.count.models import ResultPublication
from legation.count.permissions import scopes_of
from legation.integrity.actions import act
from legation.plan import queries as plan
from legation.plan.models import Election
from legation.plan.permissions import competent, place_of
from legation_core.integrity import canonical
from legation_core.problems import Refused
from legation_core.tabulation.publishing import check_stage


def _place(*, election: str, contest: str, by: Actor, **given: object) -> Place:
    value = plan.election_for(by, election)
    scopes = scopes_of(value.jurisdiction, election)
    return place_of(value.rules, "publish_result", scopes, election=election, subject=f"results:{contest}")


@jointly("publish_result", _place)
def publish_results(
    *,
    election: str,
    contest: str,
    stage: str,
    names: Mapping[str, str],
    source: str,
    read: str,
    by: Actor,
    at: datetime,
) -> None:
    """Publish the results of a contest as `preliminary`, `final` or `confirmed`: what stands now, whole.

    `read` is what `figures_digest` said of the figures that the first person read: others are refused (P443). Not
    before the publication rule allows it (P430). `names` are those of the options, `source` where they were read.
    """
    with act("results_published", by=by, at=at) as record:
        value = plan.election_for(by, election)
        competence = competent(by, value.rules, "publish_result")
        require(by, Permission.PUBLICATION_FREEZE, scopes_of(value.jurisdiction, election))
        Election.objects.select_for_update().get(pk=election)
        kind = contest or value.kind
        octets = queries.document(by, election, kind, stage, names, source, at)
        said = canonical.decode(octets, queries.LIMIT)
        stations = said["totals"][0]["stations"]
        missing = stations["missing"] + stations["quarantined"]
        check_stage(queries.last_stage(election, kind), stage, complete=not missing)
        if figures_digest(octets) != read:
            raise Refused("P443")
        digest = hashlib.sha256(octets).hexdigest()
        ResultPublication.objects.create(
            election_id=election, contest=kind, number=said["number"], stage=stage, at=at, digest=digest, octets=octets,
        )  # fmt: skip
        record.about(
            jurisdiction=value.jurisdiction, election=election, lawbook=value.book.digest, body=competence.body,
            subject=f"results:{kind}",
        )  # fmt: skip
        record.public(
            contest=kind, stage=stage, number=said["number"], counted=stations["counted"],
            stations=len(said["stations"]), digest=digest,
        )  # fmt: skip


def figures_digest(octets: bytes) -> str:
    """SHA-256 of the stations of a results document with all their figures: what two persons read alike."""
    said = canonical.decode(octets, queries.LIMIT)["stations"]
    return hashlib.sha256(canonical.encode(said, queries.LIMIT)).hexdigest()
