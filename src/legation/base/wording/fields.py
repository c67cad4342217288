"""Names of fields in the middle of a sentence, for records and problems that say which one was changed or differs."""

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

FIELDS: dict[str, str | Promise] = {
    "address": pgettext_lazy("field", "address"),
    "closes": pgettext_lazy("field", "closing"),
    "deputies": pgettext_lazy("field", "deputies"),
    "district": pgettext_lazy("field", "district"),
    "duty_phone": pgettext_lazy("field", "duty telephone"),
    "holidays": pgettext_lazy("field", "holidays"),
    "hours": pgettext_lazy("field", "hours"),
    "name": pgettext_lazy("field", "name"),
    "number": pgettext_lazy("field", "number"),
    "opens": pgettext_lazy("field", "opening"),
    "website": pgettext_lazy("field", "website"),
    "working_days": pgettext_lazy("field", "working week"),
    "zone": pgettext_lazy("field", "time zone"),
}


def field_in_words(key: str) -> str:
    """The field in the reader's language; an unknown one by its key, readable."""
    return str(FIELDS.get(key, key.replace("_", " ")))
