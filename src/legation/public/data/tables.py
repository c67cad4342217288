"""The tables of the open data, every column with what it means. A new column is a line here and one in `rows`."""

from django.utils.translation import gettext_lazy as _

from legation.public.data import results, rows
from legation.public.data.changes import FIELDS
from legation.public.data.fields import Field, Table

ELECTION = Field("election", _("Election"), _("Code of the election; it never changes."), required=True)
MARKING = Field(
    "marking",
    _("Marking"),
    _("DEMONSTRATION where the row comes from a demonstration; empty where an institution publishes it."),
    enum=(rows.MARKED,),
)
STATION = Field(
    "station", _("Station"), _("Code of the station: its stable identifier, also in addresses."), required=True
)
MISSION = Field("mission", _("Mission"), _("Code of the mission: its stable identifier."))
KIND = Field("mission_kind", _("Kind of mission"), _("Embassy, consulate general and so on, as a word."))
MISSION_NAME = Field("mission_name", _("Name of the mission"), spoken=True)
CITY = Field("city", _("City"), spoken=True)
COUNTRY = Field(
    "country",
    _("Country"),
    _("Country or territory by its ISO 3166-1 code of two letters."),
    required=True,
    limits={"pattern": "[A-Z]{2}"},
)
COUNTRY_NAME = Field("country_name", _("Name of the country"), _("As Unicode CLDR gives it."), spoken=True)
ZONE = Field("zone", _("Time zone"), _("By its IANA name."))
OPENS = Field("opens", _("Opens"), _("Instant in UTC."), "datetime", "%Y-%m-%dT%H:%MZ")
CLOSES = Field("closes", _("Closes"), _("Instant in UTC."), "datetime", "%Y-%m-%dT%H:%MZ")
WEBSITE = Field("website", _("Website"), _("Of the mission."))
PHONE = Field("phone", _("Telephone"), _("Of the mission, where it is marked public."))
PLACED = (
    Field("latitude", _("Latitude"), _("Degrees north, WGS 84."), "number", limits={"minimum": -90, "maximum": 90}),
    Field("longitude", _("Longitude"), _("Degrees east, WGS 84."), "number", limits={"minimum": -180, "maximum": 180}),
    Field(
        "position",
        _("What the position stands for"),
        _("“city”: the city, not the building. No route can be made from it. “building”: the building itself."),
        enum=("city", "building"),
    ),
)
ADVISED = _("As the mission advises its voters.")
RECORD = Field(
    "record", _("Record"), _("Index of the record in the log on which this rests."), "integer", limits={"minimum": 0}
)

STATIONS = Table(
    "stations",
    _("Stations"),
    _("Every station of the election, those that were closed for good at the end."),
    (
        ELECTION, MARKING, STATION, MISSION, KIND,
        Field("name", _("Own name"), _("Where the station has one beside its mission's."), spoken=True),
        MISSION_NAME, CITY, COUNTRY, COUNTRY_NAME, ZONE,
        Field("opens", _("First opening"), OPENS.about, "datetime", OPENS.form),
        Field("closes", _("Last closing"), CLOSES.about, "datetime", CLOSES.form),
        Field("address", _("Address"), _("Where the station is, as published.")),
        Field("district", _("District"), _("Number of the home district to which the station belongs.")),
        Field(
            "number", _("Number"), _("Number of the station inside its district; unique only there."), "integer",
            limits={"minimum": 1},
        ),
        Field("address_since", _("Address since"), kind="date"),
        Field("district_since", _("District since"), kind="date"),
        Field("number_since", _("Number since"), kind="date"),
        Field("hours_since", _("Hours since"), kind="date"),
        Field("phone_since", _("Telephone since"), kind="date"),
        Field("website_since", _("Website since"), kind="date"),
        Field(
            "source", _("Source"), _("Where address, number or district were read, outside this system."), form="uri"
        ),
        Field("transport", FIELDS["transport"], ADVISED, spoken=True),
        Field("accessibility", FIELDS["accessibility"], ADVISED, spoken=True),
        Field("host_note", FIELDS["host_note"], ADVISED, spoken=True),
        WEBSITE, PHONE, *PLACED,
        Field("state", _("State"), _("“closed”: this station will not open."), enum=("standing", "closed")),
        Field("closed_at", _("Closed at"), OPENS.about, "datetime", OPENS.form),
        Field("close_reason", _("Reason of closing")),
        RECORD,
        Field("document", _("Document"), _("The frozen document of the station, beside the description of the data.")),
        Field("page", _("Page"), _("Its page, below the folder of each language.")),
    ),
    ("station",),
    rows.stations,
    placed=True,
    refers={"mission": ("missions", "mission")},
)  # fmt: skip
HOURS = Table(
    "hours",
    _("Hours"),
    _("Every opening of every station, by its own clock and in UTC."),
    (
        ELECTION, MARKING, STATION,
        Field("window", _("Opening"), _("Counted from 1 for each station."), "integer", required=True),
        ZONE,
        Field("day", _("Day"), _("By the clock of the station."), "date"),
        Field("opens_local", _("Opens, local"), _("By the clock of the station."), "time", "%H:%M"),
        Field(
            "closes_local", _("Closes, local"), _("By the clock of the station; 24:00 is the end of the day."),
            limits={"pattern": "[0-2][0-9]:[0-5][0-9]"},
        ),
        OPENS, CLOSES,
    ),
    ("station", "window"),
    rows.hours,
    refers={"station": ("stations", "station")},
)  # fmt: skip
MISSIONS = Table(
    "missions",
    _("Missions"),
    _("Every mission that has a station."),
    (
        ELECTION, MARKING, Field("mission", MISSION.title, MISSION.about, required=True), KIND, MISSION_NAME, CITY,
        COUNTRY, COUNTRY_NAME, ZONE, WEBSITE, PHONE, *PLACED,
        Field("stations", _("Stations"), _("Codes of its stations, separated by spaces.")),
    ),
    ("mission",),
    rows.missions,
    placed=True,
)  # fmt: skip
CATCHMENTS = Table(
    "catchments",
    _("Who votes where"),
    _("Every country and territory, and which mission serves it or a region of it."),
    (
        ELECTION, MARKING, COUNTRY, COUNTRY_NAME,
        Field("part", _("Part"), _("Counted from 1 for each country."), "integer", required=True),
        Field("region", _("Region"), _("Empty: the whole country.")),
        Field("mission", MISSION.title, _("Code of the mission that serves it; empty: none.")),
        Field("stations", _("Stations"), _("Codes of the stations at that mission, separated by spaces.")),
        Field(
            "basis", _("How it is known"),
            _("“published”; “follows”: not published, it follows from where the missions are; “not_published”."),
            required=True, enum=("published", "follows", "not_published"),
        ),
        Field("since", _("Since"), _("The day from which it is so, where it was published."), "date"),
        Field("reason", _("Reason"), _("Why nobody serves it, as a word.")),
        Field(
            "distance_km", _("Distance"), _("Kilometres in a straight line, in tens."), "integer", limits={"minimum": 0}
        ),
        Field("distance_from", _("Distance from"), _("The place of the time zone table from which it is measured.")),
    ),
    ("country", "part"),
    rows.catchments,
)  # fmt: skip
CALENDAR = Table(
    "calendar",
    _("Calendar"),
    _("Every deadline of the law as an instant."),
    (
        ELECTION, MARKING,
        Field("entry", _("Entry"), _("Key of the entry in the lawbook: its stable identifier."), required=True),
        Field("text", _("What"), spoken=True),
        Field("owner", _("Body"), _("Key of the body in the lawbook.")),
        Field("owner_name", _("Name of the body"), spoken=True),
        Field("rule", _("Rule"), _("“by”: until then; “from”: from then on; “on”: at that time."), required=True),
        Field("on", _("Day"), _("The day that the law names; the first, where places differ."), "date", required=True),
        Field("last_on", _("Last day"), _("The last day, where places differ."), "date", required=True),
        Field("due", _("Due"), OPENS.about, "datetime", OPENS.form, required=True),
        Field("last_due", _("Last due"), OPENS.about, "datetime", OPENS.form, required=True),
        Field("whole_day", _("Whole day"), _("True where the law names a day and no time of it."), "boolean"),
        Field("each", _("For each"), _("“mission” or “station”: the entry holds for each of them.")),
        Field("zone", ZONE.title, _("The zone that governs it; empty where several do.")),
        Field("source", _("Article"), _("Article of the law; “assumed” where nobody read one."), required=True),
    ),
    ("entry",),
    rows.calendar,
)  # fmt: skip
CHANGES = Table(
    "changes",
    _("Changes"),
    _("Every public change of a station, the oldest first."),
    (
        ELECTION, MARKING,
        Field(
            "change", _("Change"), _("Counted from 1; it never changes."), "integer", required=True,
            limits={"minimum": 1},
        ),
        STATION, CITY, COUNTRY, COUNTRY_NAME,
        Field(
            "field", _("What changed"), _("“closed”: the station will not open."), required=True,
            enum=tuple(FIELDS),
        ),
        Field("before", _("Before"), _("Empty where nothing was, or where nobody had established it.")),
        Field("after", _("After")),
        Field("reason", _("Reason")),
        Field("effective_on", _("In force from"), kind="date", required=True),
        Field("at", _("Recorded at"), OPENS.about, "datetime", OPENS.form, required=True),
        RECORD,
    ),
    ("change",),
    rows.changes,
    refers={"station": ("stations", "station")},
)  # fmt: skip
CONTEST = Field("contest", _("Contest"), _("Key of the contest; what is not published yet has no row."), required=True)
FIELD = Field("field", _("Figure"), _("Key of the line of the form, with the option behind a slash."), required=True)
VALUE = Field("value", _("Value"), kind="integer", required=True, limits={"minimum": 0})
VERSION = Field("version", _("Version"), _("0: there is no protocol."), "integer", required=True, limits={"minimum": 0})
PROTOCOLS = Table(
    "protocols",
    _("Protocols"),
    _("Every version of every station's protocol, once results are published."),
    (
        ELECTION, MARKING, CONTEST,
        Field("stage", _("Stage"), required=True, enum=("preliminary", "final", "confirmed")),
        STATION, COUNTRY, MISSION,
        Field("district", _("District"), _("Number of the home district to which the station belongs.")),
        VERSION,
        Field("stands", _("Stands"), _("False where a later version stands in its place."), "boolean", required=True),
        Field(
            "standing", _("How it counts"), required=True,
            enum=("counted", "quarantined", "missing", "not_held", "invalidated", "superseded"),
        ),
        Field("reason", _("Reason"), _("Why it took the place of the version before.")),
        Field("findings", _("Findings"), _("Codes of the relations that do not hold, separated by spaces.")),
    ),
    ("contest", "station", "version"),
    results.protocols,
    refers={"station": ("stations", "station")},
)  # fmt: skip
FIGURES = Table(
    "figures",
    _("Figures of the protocols"),
    _("Every figure of every version, once results are published."),
    (ELECTION, MARKING, CONTEST, STATION, VERSION, FIELD, VALUE),
    ("contest", "station", "version", "field"),
    results.figures,
    refers={"station": ("stations", "station")},
)
TOTALS = Table(
    "totals",
    _("Totals"),
    _("Sums over the stations that count and how many stations stand how, once results are published."),
    (
        ELECTION, MARKING, CONTEST,
        Field("by", _("Summed by"), required=True, enum=("world", "country", "district", "mission")),
        Field("group", _("Group"), _("Code of the country or mission, number of the district."), required=True),
        FIELD, VALUE,
    ),
    ("contest", "by", "group", "field"),
    results.totals,
)  # fmt: skip
TABLES = {
    one.name: one for one in (STATIONS, HOURS, MISSIONS, CATCHMENTS, CALENDAR, CHANGES, PROTOCOLS, FIGURES, TOTALS)
}
