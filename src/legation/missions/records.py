"""The kinds of record about missions. Persons stand in private parts only."""

from django.utils.translation import gettext_noop as _

from legation.integrity.kinds import Kind, declare

declare(
    Kind(
        "missions_imported",
        title=_("Missions brought in"),
        fields=("missions", "file"),
        sentence=_("{body} registered {missions} missions from a file."),
    )
)
declare(
    Kind(
        "mission_registered",
        title=_("Mission registered"),
        fields=("mission", "country", "city", "zone"),
        sentence=_("{body} registered the mission {mission} in {city} ({country})."),
    )
)
declare(
    Kind(
        "mission_changed",
        title=_("Mission changed"),
        fields=("mission", "field", "before", "after"),
        sentence=_("{body} changed {field} of the mission {mission} from “{before}” to “{after}”."),
    )
)
declare(
    Kind(
        "voters_reported",
        title=_("Registered voters reported"),
        fields=("mission", "ground", "count", "as_of", "source", "basis"),
        sentence=_("{body} reported {count} registered voters at {mission} ({ground}, as of {as_of})."),
    )
)
declare(
    Kind(
        "voters_imported",
        title=_("Registered voters brought in"),
        fields=("missions", "total", "file"),
        sentence=_("{body} reported {total} registered voters of {missions} missions from a file."),
    )
)
declare(
    Kind(
        "representative_designated",
        title=_("Representative designated"),
        fields=("mission", "letter_number", "letter_date"),
        sentence=_("{body} designated the authorised representative at {mission} by letter {letter_number}."),
    )
)
