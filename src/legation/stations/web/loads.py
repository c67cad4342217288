"""What the districts carry: voters abroad against the limit of the law, as far as their numbers were reported."""

from dataclasses import dataclass

from legation.base.wording import worded
from legation.missions import queries as missions
from legation.plan import queries as plan
from legation.plan.convert import ElectionValue
from legation.stations import queries
from legation.stations.convert import StationValue
from legation_core.network.numbering import DistrictLoad, district_loads, load_problems
from legation_core.network.splitting import split
from legation_core.values import Text


@dataclass(frozen=True, slots=True)
class Told:
    """The load of one district with its name and the sentence of what is wrong with it, if anything is."""

    load: DistrictLoad
    names: Text
    problem: str


def loads_told(election: ElectionValue) -> list[Told]:
    """Every district that may carry stations abroad; a mission's voters are divided evenly over its stations."""
    registered = {code: one.total for code, one in missions.registered(election).items() if one.total is not None}
    found = queries.stations(election)
    shares = {code: list(split(total, count)) for code, total, count in _counted(found, registered)}
    abroad = [(one.district, shares[one.mission.code].pop() if one.mission.code in shares else 0) for one in found]
    limit = election.rules.limits.get("district_voters")
    loads = {one.district: one for one in district_loads([pair for pair in abroad if pair[0]], limit)}
    wrong = {one.where: worded(one) for one in load_problems(loads.values(), election.rules.districts)}
    return [
        Told(
            loads.get(one.number) or DistrictLoad(one.number, 0, 0, 0, limit),
            one.names,
            wrong.get(f"district {one.number}", ""),
        )
        for one in plan.districts(election.code)
    ]


def _counted(found: tuple[StationValue, ...], registered: dict[str, int]) -> list[tuple[str, int, int]]:
    counts: dict[str, int] = {}
    for one in found:
        counts[one.mission.code] = counts.get(one.mission.code, 0) + 1
    return [(code, registered[code], count) for code, count in counts.items() if code in registered]
