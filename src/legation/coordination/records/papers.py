"""The kinds of record about papers. What a paper says stays private; its digest is public."""

from django.utils.translation import gettext_noop as _

from legation.integrity.kinds import Kind, declare

declare(
    Kind(
        "paper_drafted",
        title=_("Paper drafted"),
        fields=("paper", "paper_kind", "digest"),
        sentence=_("{body} drafted a paper ({paper_kind})."),
    )
)
declare(
    Kind(
        "paper_corrected",
        title=_("Paper corrected"),
        fields=("paper", "paper_kind", "version", "digest"),
        sentence=_("{body} corrected a paper ({paper_kind}): version {version}."),
    )
)
declare(
    Kind(
        "paper_sent",
        title=_("Paper sent"),
        fields=("paper", "paper_kind", "number", "dated", "digest"),
        sentence=_("{body} signed and sent {paper_kind} {number} of {dated}."),
    )
)
declare(
    Kind(
        "submission_decided",
        title=_("Submission decided"),
        fields=("paper", "outcome", "number", "dated", "decision"),
        sentence=_("{body} decided on a submission by decision {number} of {dated}: {outcome}."),
    )
)
declare(
    Kind(
        "paper_withdrawn",
        title=_("Paper withdrawn"),
        fields=("paper", "paper_kind"),
        sentence=_("{body} withdrew a paper ({paper_kind})."),
    )
)
