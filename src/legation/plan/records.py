"""The kinds of record about the law and the election."""

from django.utils.translation import gettext_noop as _

from legation.integrity.kinds import Kind, declare

declare(
    Kind(
        "lawbook_proposed",
        title=_("Lawbook proposed"),
        fields=("version", "digest"),
        sentence=_("{body} proposed version {version} of the lawbook."),
    )
)
declare(
    Kind(
        "lawbook_adopted",
        title=_("Lawbook adopted"),
        fields=("version", "digest", "decision"),
        sentence=_("{body} adopted version {version} of the lawbook, by {decision}."),
    )
)
declare(
    Kind(
        "election_opened",
        title=_("Election opened"),
        fields=("kind", "called_on", "day_set_on", "election_day"),
        sentence=_("{body} opened the election, called on {called_on}, and set its day: {election_day}."),
    )
)
declare(
    Kind(
        "election_day_moved",
        title=_("Election day moved"),
        fields=("before", "after", "reason"),
        sentence=_("{body} moved the election day from {before} to {after}: {reason}"),
    )
)
declare(
    Kind(
        "refusal_overruled",
        title=_("Refusal overruled"),
        fields=("refusal", "mission", "decision", "reason"),
        sentence=_("{body} overruled the refusal {refusal} for {mission}, by {decision}: {reason}"),
    )
)
