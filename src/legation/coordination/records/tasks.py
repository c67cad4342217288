"""The kinds of record about the action plan. Who did a task and what shows it stay private."""

from django.utils.translation import gettext_noop as _

from legation.integrity.kinds import Kind, declare

declare(
    Kind(
        "plan_approved",
        title=_("Action plan approved"),
        fields=("tasks", "missions"),
        sentence=_("{body} approved the action plan: {tasks} tasks, in {missions} missions and at home."),
    )
)
for name, title, sentence in (
    ("task_taken", _("Task taken"), _("{body} took a task: {task}.")),
    ("task_started", _("Task started"), _("{body} started a task: {task}.")),
    ("task_reported", _("Task reported done"), _("{body} reported a task done: {task}.")),
    ("task_accepted", _("Task accepted"), _("{body} accepted a task: {task}.")),
    ("task_returned", _("Task returned"), _("{body} returned a task to be done again: {task}.")),
    ("task_reassigned", _("Task given to another person"), _("{body} gave a task to another person: {task}.")),
    ("task_dropped", _("Task dropped"), _("{body} dropped a task: {task}.")),
):
    declare(Kind(name, title=title, fields=("task",), sentence=sentence))
declare(
    Kind(
        "task_rescheduled",
        title=_("Task moved to another day"),
        fields=("task", "before", "after"),
        sentence=_("{body} moved a task from {before} to {after}: {task}."),
    )
)
declare(
    Kind(
        "tasks_told_on",
        title=_("Late tasks told on"),
        fields=("told_owners", "told_superiors", "told_headquarters"),
        sentence=_(
            "Late tasks were told on: {told_owners} to whoever owes them, {told_superiors} to the superior, "
            "{told_headquarters} to both headquarters."
        ),
    )
)
declare(
    Kind(
        "tasks_reported",
        title=_("Tasks of missions reported done"),
        fields=("task", "missions"),
        sentence=_("{body} reported a task done in {missions} missions: {task}."),
    )
)
declare(
    Kind(
        "tasks_accepted",
        title=_("Tasks of missions accepted"),
        fields=("task", "missions"),
        sentence=_("{body} accepted a task of {missions} missions: {task}."),
    )
)
