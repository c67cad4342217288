"""Registers the app, its kinds of record, its names in sentences and its timed work."""

from datetime import timedelta

from django.apps import AppConfig


class TrainingConfig(AppConfig):
    name = "legation.training"
    label = "training"

    def ready(self) -> None:
        from legation.base import queue
        from legation.base.jobs import TimedJob, register
        from legation.base.wording.codes import name_codes
        from legation.base.wording.facts import name_facts
        from legation.training import jobs, records  # noqa: F401 its kinds of record
        from legation.training.permissions import wording
        from legation.training.queries import seminars

        name_codes("seminar", seminars.names)
        name_facts(("seminar_state", "wanted_seminar"), wording.states_in_words)
        name_facts(("answer",), wording.answer_in_words)
        name_facts(("part",), wording.part_in_words)
        queue.handle("training.invitation", jobs.mail_invitation)
        queue.handle("training.open_room", jobs.open_room)
        queue.handle("training.end_room", jobs.end_room)
        register(TimedJob("training.remind", timedelta(minutes=10), jobs.remind))
