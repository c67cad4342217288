"""The stations as VIP 6 XML (Voting Information Project), for what it can say.

It was made for one country's own polling places: what stands where its words do not fit is told on the page of the open
data. A position that is only the city's is left out, because readers of this format would put a pin on it.
"""

from collections.abc import Mapping
from xml.etree.ElementTree import Element, SubElement, tostring  # nosec B405: nothing is parsed

from legation.base.wording import text_of
from legation.base.wording.countries import country_name
from legation.public.data.local import Opening, openings
from legation.public.data.moments import as_of
from legation.public.rendering import in_language
from legation.public.site import Site, Value

LANGUAGE = "en"
"""The language of what the format takes in one language only."""
MARK = "DEMONSTRATION"
HOME = "home"


def vip(site: Site) -> bytes:
    """One feed: source, election, and for each station its hours, its place and its precinct."""
    root = Element("VipObject", {"schemaVersion": "6.0"})
    with in_language(LANGUAGE):
        _source(root, site)
        _election(root, site)
        home = _identified(root, "State", HOME)
        _text(home, "Name", country_name(site.election["home_country"]))
        for country in sorted({one["country"] for one in site.stations}):
            _locality(root, country)
        found = [site.station(one["code"]) for one in site.stations]
        for number, names in sorted(_districts(found).items()):
            _district(root, number, names)
        for one in found:
            _station(root, one)
    return tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"


def _source(root: Element, site: Site) -> None:
    source = _identified(root, "Source", "source")
    _text(source, "DateTime", f"{as_of(site):%Y-%m-%dT%H:%M:%SZ}")
    if site.election["demonstration"]:
        _languages(source, "Description", {LANGUAGE: MARK})
    _text(source, "Name", "; ".join(text_of(one) for one in site.election["holders"]) or site.election["jurisdiction"])
    if site.election["licence"]:
        _text(source, "TermsOfUseUri", site.election["licence"]["path"])
    _text(source, "VipId", site.election["code"])


def _election(root: Element, site: Site) -> None:
    election = _identified(root, "Election", "election")
    _text(election, "Date", site.election["election_day"])
    _languages(election, "ElectionType", {LANGUAGE: site.election["kind"]})
    _languages(election, "Name", site.election["names"])
    _text(election, "StateId", HOME)


def _locality(root: Element, country: str) -> None:
    locality = _identified(root, "Locality", f"country-{country}")
    _text(locality, "Name", country_name(country))
    _text(locality, "StateId", HOME)
    _text(locality, "Type", "other")
    _text(locality, "OtherType", "host country")


def _districts(found: list[Value]) -> dict[str, Value]:
    """The districts that were published, by number."""
    facts = [one["facts"]["district"] for one in found]
    return {fact["value"]: fact["names"] for fact in facts if fact["value"] is not None}


def _district(root: Element, number: str, names: Value) -> None:
    district = _identified(root, "ElectoralDistrict", f"district-{number}")
    _text(district, "Name", text_of(names))
    if number.isdecimal():
        _text(district, "Number", number)
    _text(district, "Type", "other")
    _text(district, "OtherType", "home district")


def _station(root: Element, one: Value) -> None:
    hours = _identified(root, "HoursOpen", f"hours-{one['code']}")
    for opening in openings(one):
        _schedule(hours, opening)
    place = _identified(root, "PollingLocation", f"place-{one['code']}")
    address = one["facts"]["address"]["value"]
    for line in [address] if address else [text_of(one["mission_names"])]:
        _text(place, "AddressLine", line)
    _text(place, "AddressLine", f"{text_of(one['cities'])}, {country_name(one['country'])}")
    if not address:
        _languages(place, "Directions", {LANGUAGE: "The street address is not published."})
    _text(place, "HoursOpenId", f"hours-{one['code']}")
    if one["position"] == "building":
        where = SubElement(place, "LatLng")
        _text(where, "Latitude", one["latitude"])
        _text(where, "Longitude", one["longitude"])
    _text(place, "Name", text_of(one["names"]) or text_of(one["mission_names"]))
    _precinct(root, one)


def _precinct(root: Element, one: Value) -> None:
    precinct = _identified(root, "Precinct", f"station-{one['code']}")
    if one["district"] is not None:
        _text(precinct, "ElectoralDistrictIds", f"district-{one['district']}")
    outside = SubElement(SubElement(precinct, "ExternalIdentifiers"), "ExternalIdentifier")
    _text(outside, "Type", "other")
    _text(outside, "OtherType", "code of the station")
    _text(outside, "Value", one["code"])
    _text(precinct, "LocalityId", f"country-{one['country']}")
    _text(precinct, "Name", text_of(one["names"]) or text_of(one["mission_names"]))
    if one["number"] is not None:
        _text(precinct, "Number", str(one["number"]))
    _text(precinct, "PollingLocationIds", f"place-{one['code']}")


def _schedule(hours: Element, opening: Opening) -> None:
    schedule = SubElement(hours, "Schedule")
    span = SubElement(schedule, "Hours")
    _text(span, "StartTime", opening.starts)
    _text(span, "EndTime", opening.ends)
    _text(schedule, "StartDate", opening.day)
    _text(schedule, "EndDate", opening.day)


def _identified(root: Element, name: str, key: str) -> Element:
    return SubElement(root, name, {"id": key})


def _languages(parent: Element, name: str, texts: Mapping[str, str]) -> None:
    element = SubElement(parent, name)
    for language, text in texts.items():
        SubElement(element, "Text", {"language": language}).text = text


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = text
