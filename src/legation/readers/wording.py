"""The few words that templates are made of, by language. They are also how a help sheet is known again."""

from types import MappingProxyType

from legation_core.values import Text

HELP_SHEET = Text({"en": "Help", "az": "Kömək"})
HELP_HEADINGS = (
    Text({"en": "Column", "az": "Sütun"}),
    Text({"en": "Required", "az": "Məcburi"}),
    Text({"en": "What to write", "az": "Nə yazılmalıdır"}),
    Text({"en": "Allowed values", "az": "İcazə verilən qiymətlər"}),
    Text({"en": "Example", "az": "Nümunə"}),
)
YES = Text({"en": "yes", "az": "bəli"})
NO = Text({"en": "no", "az": "xeyr"})
KINDS = MappingProxyType(
    {
        "text": Text({"en": "Text", "az": "Mətn"}),
        "int": Text({"en": "A whole number, digits only", "az": "Tam ədəd, yalnız rəqəmlər"}),
        "decimal": Text({"en": "A number with a full stop", "az": "Nöqtə ilə yazılan ədəd"}),
        "date": Text({"en": "A date: year-month-day", "az": "Tarix: il-ay-gün"}),
        "time": Text({"en": "A time of day: 08:00", "az": "Saat: 08:00"}),
        "zone": Text({"en": "An IANA time zone: Asia/Baku", "az": "IANA saat qurşağı: Asia/Baku"}),
        "country": Text({"en": "Two letters of ISO 3166: AZ", "az": "ISO 3166 üzrə iki hərf: AZ"}),
        "choice": Text({"en": "One of the allowed values", "az": "İcazə verilən qiymətlərdən biri"}),
    }
)
