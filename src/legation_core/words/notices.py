"""Sentences of codes B1##: broadcasts, and mails that tell of what waits."""

SENTENCES: dict[str, str] = {
    "B101": "A broadcast needs a title and a text. Enter what is missing.",
    "B102": "Nobody who signs in belongs to this audience. Choose another, or invite its people first.",
    "B103": "{given} has passed already. Enter until when everybody should have read it.",
    "B104": "{zone} is no time zone. Write a name of the table, such as Asia/Baku.",
    "B105": "Write what was said on the telephone, and to whom: the office, not the name.",
}
