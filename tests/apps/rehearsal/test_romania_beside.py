"""Two elections side by side: 835 stations of 2019 stand finished, and people of one meet nothing of the other."""

from collections.abc import Callable

import pytest
from django.test import Client

from legation.accounts import queries as accounts
from legation.base.actors import OutOfScope
from legation.count import queries as count
from legation.integrity.models import Leaf
from legation.plan import queries as plan
from legation.rehearsal import actions
from legation.rehearsal.models import PlayedScene
from legation.rehearsal.script import az2024
from legation.stations import queries


def test_both_stand_beside_each_other_and_neither_sees_the_other(emptied: Callable[[], None]) -> None:
    actions.load(until=az2024.OPENS_AT, script=actions.BOTH)

    counts = {code: queries.counts(queries.stations(plan.election(code))) for code in ("az2024", "ro2019")}
    assert {code: (one.stations, one.countries) for code, one in counts.items()} == {
        "az2024": (49, 37),
        "ro2019": (835, 98),
    }
    assert PlayedScene.objects.exclude(passed_over=[]).count() == 0
    assert set(Leaf.objects.exclude(election="").values_list("election", "jurisdiction").distinct()) == {
        ("az2024", "AZ"),
        ("ro2019", "RO"),
    }
    found = count.results(accounts.actor_by_code("ioana", az2024.OPENS_AT), "ro2019", "", "country", az2024.OPENS_AT)
    assert (found.groups[""].counted, found.groups[""].complete, found.later_versions) == (835, True, 228)
    assert (len(found.groups) - 1, found.groups[""].figures["valid"]) == (98, 646_608)
    with pytest.raises(OutOfScope):
        count.results(accounts.actor_by_code("ana", az2024.OPENS_AT), "ro2019", "", "", az2024.OPENS_AT)
    for person, own, other in (("ana", "az2024", "ro2019"), ("ioana", "ro2019", "az2024")):
        client = Client()
        client.force_login(accounts.user(person))
        pages = ("", "stations/", "missions/", "calendar/", "day/", "countries/")
        assert [client.get(f"/{own}/{page}").status_code for page in pages] == [200] * len(pages)
        assert [client.get(f"/{other}/{page}").status_code for page in pages] == [404] * len(pages)
