"""The kinds of record about missions. Persons stand in private parts only."""

from django.utils.translation import gettext_noop as _

from legation.integrity.kinds import Kind, declare

declare(
    Kind(
        "missions_imported",
        fields=("missions", "file"),
        sentence=_("{body} registered {missions} missions from a file."),
    )
)
declare(
    Kind(
        "mission_registered",
        fields=("mission", "country", "city", "zone"),
        sentence=_("{body} registered the mission {mission} in {city} ({country})."),
    )
)
declare(
    Kind(
        "mission_changed",
        fields=("mission", "field", "before", "after"),
        sentence=_("{body} changed {field} of the mission {mission} from “{before}” to “{after}”."),
    )
)
declare(
    Kind(
        "voters_reported",
        fields=("mission", "ground", "count", "as_of", "source", "basis"),
        sentence=_("{body} reported {count} registered voters at {mission} ({ground}, as of {as_of})."),
    )
)
declare(
    Kind(
        "voters_imported",
        fields=("missions", "total", "file"),
        sentence=_("{body} reported {total} registered voters of {missions} missions from a file."),
    )
)
declare(
    Kind(
        "representative_designated",
        fields=("mission", "letter_number", "letter_date"),
        sentence=_("{body} designated the authorised representative at {mission} by letter {letter_number}."),
    )
)
