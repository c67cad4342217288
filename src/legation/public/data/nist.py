"""The stations as NIST SP 1500-100 version 2 JSON (election results reporting), for what it can say before results.

A position that is only the city's is left out, because readers of this format would put a pin on it.
"""

import json
from collections import defaultdict
from collections.abc import Mapping
from datetime import timedelta

from legation.base.wording import text_of
from legation.base.wording.countries import country_name
from legation.public.data.local import Opening, openings
from legation.public.data.moments import as_of
from legation.public.rendering import in_language
from legation.public.site import Site, Value, day

LANGUAGE = "en"
"""The language of what the format takes in one language only."""
MARK = "DEMONSTRATION"
HOME = "home"


def nist(site: Site) -> bytes:
    """A report of the state before the election: its units, no contest and no figure."""
    election = site.election
    with in_language(LANGUAGE):
        report = _of("ElectionReport") | {
            "Format": "precinct-level",
            "GeneratedDate": f"{as_of(site):%Y-%m-%dT%H:%M:%SZ}",
            "Issuer": "; ".join(text_of(one) for one in election["holders"]) or election["jurisdiction"],
            "IssuerAbbreviation": election["jurisdiction"],
            "SequenceStart": 1,
            "SequenceEnd": 1,
            "Status": "pre-election",
            "VendorApplicationId": "legation",
            "IsTest": election["demonstration"],
            "GpUnit": _units(site),
            "Election": [_election(site)],
        }
        if election["demonstration"]:
            report |= {"TestType": MARK, "Notes": MARK}
    return (json.dumps(report, ensure_ascii=False, indent=1) + "\n").encode()


def _of(name: str) -> Value:
    return {"@type": f"ElectionResults.{name}"}


def _election(site: Site) -> Value:
    days = [one["day"] for one in site.election["hours"]] or [0]
    voting = day(site.election["election_day"])
    return _of("Election") | {
        "ElectionScopeId": HOME,
        "StartDate": (voting + timedelta(days=min(days))).isoformat(),
        "EndDate": (voting + timedelta(days=max(days))).isoformat(),
        "Name": _languages(site.election["names"]),
        "Type": "other",
        "OtherType": site.election["kind"],
        "ExternalIdentifier": [_identifier("code of the election", site.election["code"])],
    }


def _units(site: Site) -> list[Value]:
    """The home country, the districts that were published, the stations: each unit names those it is composed of."""
    found = [site.station(one["code"]) for one in site.stations]
    districts: dict[str, list[Value]] = defaultdict(list)
    for one in found:
        if one["district"] is not None:
            districts[one["district"]].append(one)
    alone = [_key(one) for one in found if one["district"] is None]
    units = [_district(number, ones) for number, ones in sorted(districts.items())]
    home = _of("ReportingUnit") | {
        "@id": HOME,
        "Type": "country",
        "Name": _languages({LANGUAGE: country_name(site.election["home_country"])}),
        "ExternalIdentifier": [_identifier("ISO 3166-1", site.election["home_country"])],
        "ComposingGpUnitIds": [*(unit["@id"] for unit in units), *alone],
    }
    return [home, *units, *(_station(one) for one in found)]


def _key(one: Value) -> str:
    return f"station-{one['code']}"


def _district(number: str, ones: list[Value]) -> Value:
    return _of("ReportingUnit") | {
        "@id": f"district-{number}",
        "Type": "other",
        "OtherType": "home district",
        "Name": _languages(ones[0]["facts"]["district"]["names"]),
        "Number": number,
        "IsDistricted": True,
        "ComposingGpUnitIds": [_key(one) for one in ones],
    }


def _station(one: Value) -> Value:
    unit = _of("ReportingUnit") | {
        "@id": _key(one),
        "Type": "polling-place",
        "Name": _languages(one["names"] or one["mission_names"]),
        "ExternalIdentifier": [
            _identifier("code of the station", one["code"]),
            _identifier("code of the mission", one["mission"]),
            _identifier("ISO 3166-1 of the host country", one["country"]),
            _identifier("IANA time zone", one["zone"]),
        ],
        "ContactInformation": _contact(one),
    }
    return unit | ({"Number": str(one["number"])} if one["number"] is not None else {})


def _contact(one: Value) -> Value:
    address = one["facts"]["address"]["value"]
    place = f"{text_of(one['cities'])}, {country_name(one['country'])}"
    contact = _of("ContactInformation") | {
        "Name": text_of(one["mission_names"]),
        "AddressLine": [address, place] if address else [place],
        "Schedule": [_schedule(opening) for opening in openings(one)],
    }
    if not address:
        contact["Directions"] = _languages({LANGUAGE: "The street address is not published."})
    if one["phone"]:
        contact["Phone"] = [_of("AnnotatedString") | {"Content": one["phone"]}]
    if one["website"]:
        contact["Uri"] = [_of("AnnotatedUri") | {"Content": one["website"]}]
    if one["position"] == "building":
        where = {"Latitude": float(one["latitude"]), "Longitude": float(one["longitude"])}
        contact["LatLng"] = _of("LatLng") | where
    return contact


def _schedule(opening: Opening) -> Value:
    hours = _of("Hours") | {"StartTime": opening.starts, "EndTime": opening.ends}
    return _of("Schedule") | {"StartDate": opening.day, "EndDate": opening.day, "Hours": [hours]}


def _identifier(kind: str, value: str) -> Value:
    return _of("ExternalIdentifier") | {"Type": "other", "OtherType": kind, "Value": value}


def _languages(texts: Mapping[str, str]) -> Value:
    found = [_of("LanguageString") | {"Content": text, "Language": language} for language, text in texts.items()]
    return _of("InternationalizedText") | {"Text": found}
