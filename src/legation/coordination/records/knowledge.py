"""The kinds of record about published answers: that there is a version, for whom; what it says stands on its page."""

from django.utils.translation import gettext_noop as _

from legation.integrity.kinds import Kind, declare

declare(
    Kind(
        "knowledge_proposed",
        title=_("Answer proposed for publication"),
        fields=("knowledge", "category", "audience", "version"),
        sentence=_("{body} proposed to publish an answer ({category}), version {version}."),
    )
)
declare(
    Kind(
        "knowledge_published",
        title=_("Answer published"),
        fields=("knowledge", "category", "audience", "version"),
        sentence=_("{body} published an answer ({category}), version {version}."),
    )
)
declare(
    Kind(
        "knowledge_withdrawn",
        title=_("Published answer withdrawn"),
        fields=("knowledge", "category"),
        sentence=_("{body} withdrew a published answer ({category})."),
    )
)
