"""Answers that are saved as files: never shown inline, never sniffed."""

from django.http import HttpResponse

TYPES = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ics": "text/calendar; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "toml": "application/toml; charset=utf-8",
}


def download(content: bytes, name: str, form: str) -> HttpResponse:
    """`content` as the file `name.form`."""
    answer = HttpResponse(content, content_type=TYPES[form])
    answer["Content-Disposition"] = f'attachment; filename="{name}.{form}"'
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
