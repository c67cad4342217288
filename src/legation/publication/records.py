"""The kind of record about publication."""

from django.utils.translation import gettext_noop as _

from legation.integrity.kinds import Kind, declare

declare(
    Kind(
        "documents_frozen",
        title=_("Documents frozen"),
        fields=("number", "manifest", "documents", "changed"),
        sentence=_(
            "{body} froze what is public: {documents} documents, {changed} of them new or changed. "
            "The manifest is {manifest}."
        ),
    )
)
declare(
    Kind(
        "history_kept",
        title=_("Earlier elections kept"),
        fields=("elections", "figures", "file"),
        sentence=_("{body} kept {figures} figures of {elections} earlier elections, as sources give them."),
    )
)
