"""The kinds of record about stations."""

from django.utils.translation import gettext_noop as _

from legation.integrity.kinds import Kind, declare

declare(
    Kind(
        "station_created",
        title=_("Station created"),
        fields=("station", "mission", "country"),
        sentence=_("{body} created the station {station} at {mission}."),
    )
)
declare(
    Kind(
        "station_submitted",
        title=_("District submitted"),
        fields=("station", "district"),
        sentence=_("{body} submitted district {district} for the station {station}."),
        withheld=_("{body} submitted a district for the station {station}; which one is not published."),
    )
)
declare(
    Kind(
        "station_attached",
        title=_("Station attached"),
        fields=("station", "district", "basis"),
        sentence=_("{body} attached the station {station} to district {district}."),
        withheld=_("{body} attached the station {station} to a district; which one is not published."),
    )
)
declare(
    Kind(
        "station_numbered",
        title=_("Station numbered"),
        fields=("station", "district", "number", "basis"),
        sentence=_("{body} gave the station {station} the number {number} in district {district}."),
        withheld=_("{body} gave the station {station} its number; number and district are not published."),
    )
)
declare(
    Kind(
        "station_changed",
        title=_("Station changed"),
        fields=("station", "field", "before", "after", "reason", "effective_on"),
        sentence=_(
            "{body} changed {field} of the station {station} from “{before}” to “{after}”, "
            "from {effective_on}: {reason}"
        ),
        withheld=_(
            "{body} changed {field} of the station {station} to “{after}”, from {effective_on}: {reason}. "
            "What it was before is not published."
        ),
    )
)
declare(
    Kind(
        "station_closed",
        title=_("Station closed"),
        fields=("station", "reason"),
        sentence=_("{body} closed the station {station}: {reason}"),
    )
)
declare(
    Kind(
        "stations_imported",
        title=_("Stations brought in"),
        fields=("stations", "file"),
        sentence=_("{body} brought in {stations} stations from a file."),
    )
)
declare(
    Kind(
        "catchment_set",
        title=_("Catchment set"),
        fields=("country", "region", "served_by", "reason", "basis"),
        sentence=_("{body} set who serves {country} {region}: {served_by} {reason}"),
    )
)
declare(
    Kind(
        "catchments_set",
        title=_("Catchments set"),
        fields=("parts", "digest"),
        sentence=_("{body} set the catchments of the stations abroad: {parts} countries and regions."),
    )
)
