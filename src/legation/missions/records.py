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
declare(
    Kind(
        "host_rule_set",
        title=_("Rule of a host entered"),
        fields=("country", "inside", "outside", "lead_days", "source"),
        sentence=_("{body} entered what {country} asks: at missions {inside}, elsewhere {outside} (source: {source})."),
    )
)
declare(
    Kind(
        "host_consent_settled",
        title=_("What a host asks settled"),
        fields=("country", "premises", "state"),
        sentence=_("{body} settled what {country} asks for this election: {state}."),
    )
)
declare(
    Kind(
        "host_notified",
        title=_("Host notified"),
        fields=("country", "premises", "mission", "note_number", "note_date", "file"),
        sentence=_("{body} notified {country} by note verbale {note_number} of {note_date}."),
    )
)
declare(
    Kind(
        "host_consent_asked",
        title=_("Host asked for its consent"),
        fields=("country", "premises", "mission", "note_number", "note_date", "file"),
        sentence=_("{body} asked {country} for its consent by note verbale {note_number} of {note_date}."),
    )
)
declare(
    Kind(
        "host_consent_granted",
        title=_("Consent of a host"),
        fields=(
            "country",
            "premises",
            "note_number",
            "note_date",
            "stations",
            "mission_premises_only",
            "valid_until",
            "file",
        ),
        sentence=_("{body} entered the consent of {country}, note {note_number} of {note_date}."),
    )
)
declare(
    Kind(
        "host_consent_refused",
        title=_("Refusal of a host"),
        fields=("country", "premises", "note_number", "note_date", "file"),
        sentence=_("{body} entered the refusal of {country}, note {note_number} of {note_date}."),
    )
)
declare(
    Kind(
        "host_consent_withdrawn",
        title=_("Consent withdrawn by a host"),
        fields=("country", "premises", "note_number", "note_date", "file"),
        sentence=_("{body} entered that {country} withdrew its consent, note {note_number} of {note_date}."),
    )
)
