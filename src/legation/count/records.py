"""The kinds of record about protocols and results. No figure of any protocol is in a record."""

from django.utils.translation import gettext_noop as _

from legation.integrity.kinds import Kind, PublicFrom, declare

declare(
    Kind(
        "protocols_imported",
        title=_("Protocols brought in from files"),
        fields=("contest", "stations", "later_versions", "digest"),
        sentence=_(
            "{body} brought in the protocols of {stations} stations from published files (SHA-256 {digest}), "
            "{later_versions} of them in a later version: {contest}."
        ),
    )
)


def _led(name: str, title: str, sentence: str) -> None:
    """A step of a protocol. Its public part opens with the publication; until then it is committed to."""
    fields = ("station", "contest", "version")
    declare(Kind(name, title=title, fields=fields, sentence=sentence, public_from=PublicFrom.WITH_PUBLICATION))


_led(
    "protocol_not_coming",
    _("Protocol that will not come"),
    _("{body} said that no protocol of station {station} will come: {contest}."),
)
_led(
    "protocol_claimed",
    _("Protocol taken to be read"),
    _("{body} took version {version} of the protocol of station {station} to read it: {contest}."),
)
_led(
    "protocol_released",
    _("Protocol given back unread"),
    _("{body} gave version {version} of the protocol of station {station} back unread: {contest}."),
)
_led(
    "protocol_entered",
    _("Protocol read from its paper"),
    _("{body} read version {version} of the protocol of station {station} from its paper: {contest}."),
)
_led(
    "protocol_settled",
    _("Differences between readings settled"),
    _("{body} settled what differed in version {version} of the protocol of station {station}: {contest}."),
)
_led(
    "protocol_accepted",
    _("Protocol accepted"),
    _("{body} accepted version {version} of the protocol of station {station}: {contest}."),
)
_led(
    "protocol_returned",
    _("Protocol returned to the station"),
    _("{body} returned version {version} of its protocol to station {station}: {contest}."),
)
_led(
    "protocol_quarantined",
    _("Protocol put in quarantine"),
    _("{body} put version {version} of the protocol of station {station} in quarantine: {contest}."),
)
_led(
    "protocol_finalised",
    _("Protocol made final"),
    _("{body} made version {version} of the protocol of station {station} final: {contest}."),
)
_led(
    "protocol_superseded",
    _("New version of a protocol begun"),
    _("{body} began the version after version {version} of the protocol of station {station}: {contest}."),
)
_led(
    "protocol_invalidated",
    _("Protocol invalidated"),
    _("{body} invalidated version {version} of the protocol of station {station} by decision: {contest}."),
)
declare(
    Kind(
        "results_published",
        title=_("Results published"),
        fields=("contest", "stage", "number", "counted", "stations", "digest"),
        sentence=_(
            "{body} published results ({contest}, {stage}, publication {number}): {counted} of {stations} stations are "
            "counted. The document has the SHA-256 {digest}."
        ),
    )
)
