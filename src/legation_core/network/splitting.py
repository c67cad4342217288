"""How the voters of a mission divide over its stations."""

from legation_core.problems import Refused


def split(voters: int, stations: int) -> tuple[int, ...]:
    """`voters` over `stations` as evenly as whole persons allow, the larger shares first.

    Shares differ by one at most and add up to `voters`. Refuses (N104) fewer than one station or a negative count.
    """
    if stations < 1 or voters < 0:
        raise Refused("N104", facts={"voters": voters, "stations": stations})
    share, over = divmod(voters, stations)
    return (share + 1,) * over + (share,) * (stations - over)
