"""What the strip of the demonstration says on every page: what in it is invented."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext


def demonstration(request: HttpRequest) -> dict[str, Any]:
    """The frame's `demo`. Facts of the election are sourced; these are not."""
    return {"demo": {"invented": [gettext("persons"), gettext("most numbers of registered voters")]}}
