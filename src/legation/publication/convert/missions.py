"""The missions that have stations."""

from collections.abc import Sequence

from legation.publication.convert.facts import source_told, texts
from legation.stations.convert import StationValue


def missions_document(found: Sequence[StationValue]) -> list[dict[str, object]]:
    """Each mission with its stations, in the order of the stations."""
    lines: dict[str, dict[str, object]] = {}
    codes: dict[str, list[str]] = {}
    for one in found:
        post = one.mission
        codes.setdefault(post.code, []).append(one.code)
        lines[post.code] = {
            "code": post.code,
            "kind": post.kind,
            "names": texts(post.names),
            "cities": texts(post.cities),
            "country": post.country,
            "zone": post.zone,
            "latitude": post.latitude,
            "longitude": post.longitude,
            "position": post.position,
            "website": source_told(post.website),
            "phone": post.duty_phone if post.duty_phone_public else "",
            "stations": codes[post.code],
        }
    return list(lines.values())
