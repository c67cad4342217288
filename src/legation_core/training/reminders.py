"""When somebody who was asked and has not answered is reminded."""

from datetime import datetime, timedelta

from legation_core.training.states import Answer

FROM = timedelta(days=2)
"""Before the answer is wanted."""
EVERY = timedelta(days=1)


def due(answer: Answer, *, wanted: datetime, until: datetime, last: datetime | None, now: datetime) -> bool:
    """Once a day from two days before the answer is wanted until the session begins, while there is no answer."""
    if answer is not Answer.NONE or not wanted - FROM <= now < until:
        return False
    return last is None or now - last >= EVERY
