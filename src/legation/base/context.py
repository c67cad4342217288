"""What every page knows: whether it is a demonstration, the languages, the checkpoint at its foot."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def page(request: HttpRequest) -> dict[str, Any]:
    return {"demonstration": settings.DEMONSTRATION, "languages": settings.LANGUAGES}
