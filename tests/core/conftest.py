"""What holds for every test of the core: the pinned zones govern, and hypothesis knows its profiles."""

import zoneinfo

from hypothesis import settings

zoneinfo.reset_tzpath(to=())

settings.register_profile("soak", max_examples=5000, deadline=None)
settings.register_profile("usual", deadline=None)
settings.load_profile("usual")
