"""Names of fields in the middle of a sentence, for records and problems that say which one was changed or differs."""

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

FIELDS: dict[str, str | Promise] = {
    "accessibility": pgettext_lazy("field", "accessibility"),
    "address": pgettext_lazy("field", "address"),
    "closes": pgettext_lazy("field", "closing"),
    "deputies": pgettext_lazy("field", "deputies"),
    "district": pgettext_lazy("field", "district"),
    "duty_phone": pgettext_lazy("field", "duty telephone"),
    "duty_phone_public": pgettext_lazy("field", "whether voters may call the duty telephone"),
    "holidays": pgettext_lazy("field", "holidays"),
    "host_note": pgettext_lazy("field", "what the host country asks"),
    "hours": pgettext_lazy("field", "hours"),
    "name": pgettext_lazy("field", "name"),
    "number": pgettext_lazy("field", "number"),
    "opens": pgettext_lazy("field", "opening"),
    "position": pgettext_lazy("field", "position"),
    "transport": pgettext_lazy("field", "the way there"),
    "website": pgettext_lazy("field", "website"),
    "working_days": pgettext_lazy("field", "working week"),
    "zone": pgettext_lazy("field", "time zone"),
}


def field_in_words(key: str) -> str:
    """The field in the reader's language; an unknown one by its key, readable."""
    return str(FIELDS.get(key, key.replace("_", " ")))
