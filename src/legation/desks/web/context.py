"""What the frame of every page under an election shows: its name, its clock, the way around."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy

from legation.accounts.queries.grants import places_of
from legation.accounts.web.context import acting
from legation.base.actors import Actor, OutOfScope, Permission
from legation.base.wording import text_of
from legation.base.wording.instants import Clock
from legation.desks import handbook
from legation.integrity import queries as log
from legation.missions import queries as missions
from legation.plan import queries as plan
from legation.plan.convert import ElectionValue
from legation.plan.permissions import acts_for

PLACES = (
    ("desks:election", gettext_lazy("Desk"), Permission.ELECTION_READ),
    ("inbox:inbox", gettext_lazy("Inbox"), Permission.BROADCAST_READ),
    ("desks:calendar", gettext_lazy("Calendar"), Permission.ELECTION_READ),
    ("tasks:board", gettext_lazy("Action plan"), Permission.TASK_READ),
    ("desks:gates", gettext_lazy("Readiness"), Permission.MISSION_READ),
    ("stations:stations", gettext_lazy("Stations"), Permission.STATION_READ),
    ("stations:day", gettext_lazy("Rolling day"), Permission.STATION_READ),
    ("desks:missions", gettext_lazy("Missions"), Permission.MISSION_READ),
    ("stations:catchments", gettext_lazy("Countries"), Permission.STATION_READ),
    ("desks:consents", gettext_lazy("Host consent"), Permission.MISSION_READ),
    ("headquarters:overview", gettext_lazy("Headquarters"), Permission.HEADQUARTERS_READ),
    ("matters:matters", gettext_lazy("Matters"), Permission.MATTER_READ),
    ("inquiries:inquiries", gettext_lazy("Inquiries"), Permission.INQUIRY_READ),
    ("knowledge:answers", gettext_lazy("Answers"), Permission.KNOWLEDGE_READ),
    ("complaints:complaints", gettext_lazy("Complaints"), Permission.COMPLAINT_READ),
    ("broadcasts:broadcasts", gettext_lazy("Broadcasts"), Permission.BROADCAST_READ),
    ("seminars:seminars", gettext_lazy("Seminars"), Permission.SEMINAR_READ),
    ("papers:papers", gettext_lazy("Papers"), Permission.PAPER_READ),
    ("publication:history", gettext_lazy("Earlier elections"), Permission.PUBLICATION_FREEZE),
)
"""Pages of an election, each for the roles that hold its power."""
ANYWHERE = (
    ("lawbooks:lawbooks", gettext_lazy("Law"), None),
    ("integrity:log", gettext_lazy("Log"), None),
    ("accounts:joint_acts", gettext_lazy("Two persons"), Permission.JOINT_READ),
    ("accounts:people", gettext_lazy("People"), Permission.PEOPLE_READ),
)
"""Pages beside every election; for everybody where no power is named."""
ROW = 7
"""So many pages are read at a glance; more stand in groups."""
GROUPS: tuple[tuple[str | Promise, tuple[str, ...]], ...] = (
    (
        gettext_lazy("Election"),
        ("desks:election", "inbox:inbox", "desks:calendar", "tasks:board", "desks:gates"),
    ),
    (
        gettext_lazy("Stations"),
        ("stations:stations", "stations:day", "desks:missions", "stations:catchments", "desks:consents"),
    ),
    (gettext_lazy("Daily work"), ()),
    (gettext_lazy("Law and log"), ("lawbooks:lawbooks", "integrity:log", "publication:history")),
    (gettext_lazy("People"), ("accounts:people", "accounts:joint_acts")),
)
"""Groups of pages by the names of their addresses; what no other group names is daily work."""


def election(request: HttpRequest) -> dict[str, Any]:
    """The frame's part of the context; nothing for strangers and outside an election."""
    actor = getattr(request, "actor", None)
    if actor is None:
        return {}
    match = request.resolver_match
    shown: dict[str, Any] = {
        "acting_place": _place(actor),
        "handbook_url": reverse("handbook:own"),
        "help_url": _help(actor, match.view_name if match else ""),
    }
    if Permission.LOG_READ in actor.permissions:
        shown["checkpoint"] = _checkpoint()
    if Permission.HEALTH_READ in actor.permissions:
        current = request.path.startswith(reverse("health"))
        shown["navigation"] = [{"url": reverse("health"), "text": gettext("Health"), "current": current}]
    code = match.kwargs.get("election", "") if match else request.GET.get("election", "")
    if not code:
        found = plan.elections_for(actor)
        code = found[0].code if found else ""
    if not code or Permission.ELECTION_READ not in actor.permissions:
        return shown
    try:
        value = plan.election_for(actor, code)
    except OutOfScope:
        return shown
    return shown | {
        "acting": _acting(request, value),
        "home": Clock(value.home_zone),
        "year": value.election_day.year,
        "election_name": text_of(value.names),
        "navigation": _navigation(request, code),
    }


def _help(actor: Actor, page: str) -> str:
    """Where the handbook helps on the page of this name: its task, else its beginning. Nothing inside the handbook."""
    if page.startswith("handbook:"):
        return ""
    task = handbook.task_of(page, actor.permissions)
    return reverse("handbook:own") + (f"#{task}" if task else "")


def _place(actor: Actor) -> str:
    """Where the acting role holds: the city of the mission or station, the district; nothing where everywhere."""
    kind, code = actor.grant.scope.kind, actor.grant.scope.code.rpartition("/")[2]
    if kind == "mission":
        try:
            return text_of(missions.mission(actor.grant.jurisdiction, code).cities)
        except OutOfScope:
            return code
    if kind == "station":
        return places_of([actor.grant.scope])[actor.grant.scope]
    return gettext("district %(number)s") % {"number": code} if kind == "district" else ""


def _acting(request: HttpRequest, value: ElectionValue) -> dict[str, Any]:
    """The acting role with the body for which it acts, as the lawbook names it."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    body = next((one for key, one in value.book.bodies.items() if acts_for(actor, value.rules, key)), None)
    shown: dict[str, Any] = acting(request)["acting"]
    title = text_of(body.short) or text_of(body.name) if body and shown["side"] != "mission" else ""
    return shown | {"body": title}


def _navigation(request: HttpRequest, code: str) -> list[dict[str, object]]:
    """The way around: the pages in their groups, or in one row where they are few."""
    held = request.actor.permissions  # type: ignore[attr-defined]
    links = {name: (reverse(name, args=[code]), str(text)) for name, text, needed in PLACES if needed in held}
    links |= {name: (reverse(name), str(text)) for name, text, needed in ANYWHERE if needed is None or needed in held}
    best = max((url for url, _text in links.values() if request.path.startswith(url)), key=len, default="")
    pages: dict[str, dict[str, object]] = {
        name: {"url": url, "text": text, "current": url == best} for name, (url, text) in links.items()
    }
    if len(pages) <= ROW:
        return list(pages.values())
    grouped = {name for _title, names in GROUPS for name in names}
    rest = tuple(name for name in pages if name not in grouped)
    groups = [(title, [pages[name] for name in names or rest if name in pages]) for title, names in GROUPS]
    return [_group(str(title), found) for title, found in groups if found]


def _group(title: str, pages: list[dict[str, object]]) -> dict[str, object]:
    """Several pages under one name, which leads to the first of them; one page stands for itself."""
    if len(pages) == 1:
        return pages[0]
    return {"url": pages[0]["url"], "text": title, "current": any(page["current"] for page in pages), "pages": pages}


def _checkpoint() -> dict[str, object] | None:
    row = log.last_signed()
    return {"size": row[0], "at": row[1]} if row else None
