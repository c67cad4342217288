"""Registers the app and its kinds of record."""

from django.apps import AppConfig


class CoordinationConfig(AppConfig):
    name = "legation.coordination"
    label = "coordination"

    def ready(self) -> None:
        from datetime import timedelta

        from legation.base import jobs, queue
        from legation.base.wording import complaints as complaint_words
        from legation.base.wording import matters as matter_words
        from legation.base.wording.bodies import body_name
        from legation.base.wording.codes import name_codes
        from legation.base.wording.facts import name_facts
        from legation.coordination import actions, records  # noqa: F401 its joint acts and its kinds of record
        from legation.coordination.jobs import call_inquiries_to_mind, mail, mail_notices, tell_late_tasks
        from legation.coordination.queries.inquiry_words import state_in_words
        from legation.coordination.queries.matters import titles
        from legation.coordination.queries.tasks import task_names
        from legation.plan import queries as plan

        name_facts(("inquiry_state", "wanted_inquiry"), state_in_words)
        name_codes("category", plan.named_in_lawbook("inquiry_categories"))
        name_codes("matter", titles)
        name_facts(("complaint_state", "wanted_complaint"), complaint_words.state_in_words)
        name_facts(("result",), complaint_words.outcome_in_words)
        name_facts(("channel",), complaint_words.channel_in_words)
        name_facts(("against", "instance"), body_name)
        name_codes("task", task_names)
        name_facts(("matter_state", "wanted_matter"), matter_words.state_in_words)
        jobs.register(jobs.TimedJob("coordination.notices", timedelta(minutes=1), mail_notices))
        jobs.register(jobs.TimedJob("coordination.inquiries", timedelta(minutes=5), call_inquiries_to_mind))
        jobs.register(jobs.TimedJob("coordination.tasks", timedelta(minutes=5), tell_late_tasks))
        jobs.register(jobs.TimedJob("coordination.mail", timedelta(minutes=1), mail.fetch))
        queue.handle("coordination.tell", mail.tell)
