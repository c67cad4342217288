"""The files in the formats of others, what each is, and what its words cannot say."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from legation.public.data.fields import Words
from legation.public.data.nist import nist
from legation.public.data.vip import vip
from legation.public.site import Site

FOLDER = "standards"


@dataclass(frozen=True)
class Standard:
    """One file: its format, where that is described, what it leaves unsaid."""

    name: str
    title: str
    media: str
    where: str
    make: Callable[[Site], bytes]
    unsaid: tuple[Words, ...]


UNSAID: tuple[Words, ...] = (
    _("the position, where it is only that of the city: a pin would stand at a wrong place"),
    _("why a value is missing: a number or district that is not published is simply not there"),
    _("which countries a station serves, and the calendar of the law"),
    _("what was before, and the record on which a fact rests"),
)
STANDARDS = {
    one.name: one
    for one in (
        Standard(
            "vip.xml",
            "Voting Information Project 6",
            "application/xml",
            "https://github.com/votinginfoproject/vip-specification",
            vip,
            (
                _("a country abroad: the home country stands as “State”, the host country as “Locality”"),
                _("an address that is not published: the mission and its city stand instead, and “Directions” says so"),
                _("the time zone: the hours carry their distance from UTC"),
                _("names in more than one language, but for the election"),
                *UNSAID,
            ),
        ),
        Standard(
            "nist.json",
            "NIST SP 1500-100 2.0",
            "application/json",
            "https://www.nist.gov/itl/voting/interoperability",
            nist,
            (
                _("a station before results: the report has the state “pre-election”, no contest and no figure"),
                _("addresses in more than one language"),
                *UNSAID,
            ),
        ),
    )
}


def octets(site: Site, name: str) -> bytes:
    """The file `name`, made once for a site."""
    return site.once(f"{FOLDER}/{name}", lambda: STANDARDS[name].make(site))
