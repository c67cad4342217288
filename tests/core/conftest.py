"""What holds for every test of the core: the pinned zones govern, and hypothesis knows its profiles."""

import zoneinfo

from hypothesis import settings

from tests.core import standards

zoneinfo.reset_tzpath(to=())

settings.register_profile("soak", max_examples=5000, deadline=None)
settings.register_profile("usual", deadline=None)
settings.load_profile("usual")


def pytest_report_header() -> list[str]:
    return [f"MISSING test data: {path} (name their folder in STANDARDS_DIR)" for path in standards.missing()]
