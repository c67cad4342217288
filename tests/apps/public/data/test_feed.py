"""The feed of changes: valid in form, bounded, and only its head is written anew."""

import hashlib
import json
from datetime import UTC, date, datetime

import pytest
from lxml import etree

from legation.public.routes import address, addresses
from legation.public.site import DESCRIBED, Site
from legation.publication import actions, queries
from legation.publication.convert.frozen import Frozen
from legation.stations import actions as stations

AT = datetime(2024, 1, 23, 5, tzinfo=UTC)
ATOM = "{http://www.w3.org/2005/Atom}"


def with_changes(site: Site, count: int) -> Site:
    """The same site with `count` changes of one station."""
    (one,) = [line for line in site.changes if line["reason"] == "a larger hall"]
    lines = [one | {"record": number, "after": f"{number} Bahar Street"} for number in range(count, 0, -1)]
    octets = json.dumps(lines).encode()
    digest = hashlib.sha256(octets).hexdigest()
    named = {**site.frozen.documents, "changes.json": digest}
    return Site(Frozen("az2024", b"", "0" * 64, named, lambda key: octets if key == digest else site.frozen.load(key)))


def read(site: Site, path: str) -> etree._Element:
    found = address(site, path)
    assert found is not None
    return etree.fromstring(found.render())


def links(feed: etree._Element) -> dict[str, str]:
    return {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}


def octets(site: Site) -> dict[str, bytes]:
    return {one.path: one.render() for one in addresses(site) if "changes" in one.path and "/tables/" not in one.path}


@pytest.mark.parametrize("language", ["en", "az"])
def test_a_feed_has_what_atom_asks_for(changed, language: str) -> None:
    feed = read(changed, f"{language}/changes.atom")
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == language
    for one in [feed, *feed.findall(f"{ATOM}entry")]:
        assert [len(one.findall(f"{ATOM}{name}")) for name in ("id", "title", "updated")] == [1, 1, 1]
        assert datetime.fromisoformat(one.findtext(f"{ATOM}updated")).tzinfo is not None
    assert len(feed.findall(f"{ATOM}author")) == 2
    assert links(feed) == {"self": "changes.atom", "alternate": f"../{language}/changes/"}


def test_an_entry_says_what_was_and_what_is_and_leads_to_its_station(changed) -> None:
    entry = read(changed, "en/changes.atom").find(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}title") == "Tabriz, Iran: Address"
    assert "After: =12 Bahar Street\nIn force from: Thu 25 Jan 2024\nReason: a larger hall\nRecord: " in (
        entry.findtext(f"{ATOM}content")
    )
    assert links(entry) == {"alternate": "../en/stations/tabriz/"}


@pytest.mark.parametrize(("count", "head", "closed"), [(0, 0, 0), (1, 1, 0), (99, 99, 0), (100, 50, 1), (230, 80, 3)])
def test_the_head_holds_the_newest_and_archives_the_rest(changed, count: int, head: int, closed: int) -> None:
    site = with_changes(changed, count)
    feeds = [read(site, "en/changes.atom"), *(read(site, f"en/changes/{one}.atom") for one in range(closed, 0, -1))]
    found = [entry.findtext(f"{ATOM}id").rpartition("/")[2] for feed in feeds for entry in feed.findall(f"{ATOM}entry")]
    assert found == [str(number) for number in range(count, 0, -1)]
    assert [len(feed.findall(f"{ATOM}entry")) for feed in feeds] == [head, *[50] * closed]
    assert address(site, f"en/changes/{closed + 1}.atom") is None


def test_archives_lead_back_one_by_one(changed) -> None:
    site = with_changes(changed, 230)
    assert links(read(site, "en/changes.atom"))["prev-archive"] == "../en/changes/3.atom"
    assert links(read(site, "en/changes/3.atom"))["prev-archive"] == "../../en/changes/2.atom"
    assert "prev-archive" not in links(read(site, "en/changes/1.atom"))
    assert links(read(site, "en/changes/1.atom"))["current"] == "../../en/changes.atom"


@pytest.mark.parametrize(("before", "closed"), [(230, ()), (249, ("changes/4.atom", "changes/4/", "changes/3/"))])
def test_one_more_change_rewrites_the_head_alone(changed, before: int, closed: tuple[str, ...]) -> None:
    """At the fiftieth an archive is closed, and the page before it learns where to go on."""
    old, new = octets(with_changes(changed, before)), octets(with_changes(changed, before + 1))
    named = {path for path, content in new.items() if old.get(path) != content}
    wanted = {"changes.atom", "changes/", *closed}
    assert named == {f"{language}/{name}" for language in DESCRIBED for name in wanted} | {"data/changes.json"}


def test_two_changes_of_one_second_have_a_record_each(changed, person) -> None:
    for street in ("14 Bahar Street", "16 Bahar Street"):
        change = {"address": street, "reason": "a larger hall", "effective_on": date(2024, 1, 25)}
        stations.change_address(election="az2024", station="tabriz", by=person("cora"), at=AT, **change)
    actions.freeze(election="az2024", by=person("eli"), at=AT)
    told = [one["record"] for one in Site(queries.newest("az2024")).changes[:3]]
    assert told == sorted(set(told), reverse=True)
