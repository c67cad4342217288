"""Answers that are saved as files: never shown inline, never sniffed."""

from django.http import HttpResponse

TYPES = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "ics": "text/calendar; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "toml": "application/toml; charset=utf-8",
    "zip": "application/zip",
}


def download(content: bytes, name: str, form: str) -> HttpResponse:
    """`content` as the file `name.form`."""
    answer = HttpResponse(content, content_type=TYPES[form])
    answer["Content-Disposition"] = f'attachment; filename="{name}.{form}"'
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


def paper_download(content: bytes, name: str) -> HttpResponse:
    """A paper that somebody brought: always saved, never shown, under the letters of its name that are harmless."""
    safe = "".join(letter if letter.isascii() and (letter.isalnum() or letter in "-_.") else "-" for letter in name)
    answer = HttpResponse(content, content_type="application/octet-stream")
    answer["Content-Disposition"] = f'attachment; filename="{safe[-80:] or "paper"}"'
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
