"""The action plan of an election: its tasks, and the steps of each."""

from django.db import models
from django.db.models import Q

from legation.missions.models import Mission
from legation.plan.models import Election
from legation_core.tasks.states import State


class ActionPlan(models.Model):
    """That an election has a plan: who approved it when, under which number. Tasks that come later join it."""

    election = models.OneToOneField(Election, on_delete=models.PROTECT, related_name="+", primary_key=True)
    approved_at = models.DateTimeField()
    body = models.CharField(max_length=64)
    number = models.CharField(max_length=80, blank=True)


class Task(models.Model):
    """One piece of work at one place. States: docs/states/task.md. Its words stand in the lawbook."""

    election = models.ForeignKey(Election, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=110)
    """The key, and of a mission its code: `host_told-rome`."""
    key = models.CharField(max_length=60)
    mission = models.ForeignKey(Mission, on_delete=models.PROTECT, null=True, related_name="+")
    area = models.CharField(max_length=20)
    owner = models.CharField(max_length=64)
    accepted_by = models.CharField(max_length=64, blank=True)
    """The body of which a second person accepts it; empty where nobody is asked."""
    lead = models.PositiveSmallIntegerField()
    begins_by = models.DateField()
    """The latest day on which it can begin and endanger nothing."""
    due_on = models.DateField()
    due_at = models.DateTimeField()
    """From this instant it is late."""
    superior_at = models.DateTimeField(null=True)
    headquarters_at = models.DateTimeField(null=True)
    """The instants from which others know of a late task, by the working days of its place; null without a rule."""
    told = models.PositiveSmallIntegerField(null=True)
    """How far it has been told that it is late (`Level`); null while nobody was told."""
    told_at = models.DateTimeField(null=True)
    state = models.CharField(max_length=10, default=State.OPEN)
    finished = models.BooleanField(default=False)
    """Nothing is left to do: accepted, dropped, or done where nobody is asked to accept it."""
    doer = models.CharField(max_length=40, blank=True)
    """Code of the person who does it; empty until somebody takes it."""
    reported_by = models.CharField(max_length=40, blank=True)
    done_at = models.DateTimeField(null=True)
    done_on = models.DateField(null=True)
    """The day by the clock of the place."""
    sorting = models.CharField(max_length=600)
    """Folded words of the task and its mission: what search uses."""

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["election", "code"], name="task_once"),
            models.CheckConstraint(
                condition=Q(state__in=["open", "started", "done", "accepted", "returned", "dropped"]),
                name="task_state_known",
            ),
            models.CheckConstraint(
                condition=Q(finished=True, state__in=["accepted", "dropped"])
                | Q(finished=True, state="done", accepted_by="")
                | Q(finished=False, state__in=["open", "started", "returned"])
                | (Q(finished=False, state="done") & ~Q(accepted_by="")),
                name="task_finished_as_its_state_says",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["done", "accepted"], done_at__isnull=False, done_on__isnull=False)
                | Q(state__in=["open", "started", "returned", "dropped"], done_at__isnull=True, done_on__isnull=True),
                name="task_done_at_an_instant",
            ),
            models.CheckConstraint(
                condition=Q(superior_at__isnull=True, headquarters_at__isnull=True)
                | Q(superior_at__isnull=False, headquarters_at__gte=models.F("superior_at")),
                name="task_told_on_in_order",
            ),
            models.CheckConstraint(
                condition=Q(told__isnull=True, told_at__isnull=True) | Q(told__lte=2, told_at__isnull=False),
                name="task_told_at_an_instant",
            ),
        ]
        indexes = [
            models.Index(fields=["election", "finished", "due_at"], name="tasks_by_due"),
            models.Index(fields=["election", "key"], name="tasks_by_key"),
            models.Index(fields=["mission", "finished"], name="tasks_of_a_mission"),
        ]


class TaskStep(models.Model):
    """One step of a task, never altered."""

    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="+")
    step = models.CharField(max_length=12)
    state = models.CharField(max_length=10)
    at = models.DateTimeField()
    body = models.CharField(max_length=64)
    person = models.CharField(max_length=40)
    text = models.CharField(max_length=500, blank=True)
    """The evidence, or the reason."""
    due_on = models.DateField(null=True)
    """The day it was due before, where the step moved it."""

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(step__in=["return", "reschedule", "drop"]) | ~Q(text=""), name="task_step_has_its_reason"
            )
        ]
        indexes = [models.Index(fields=["task", "at"], name="steps_of_a_task")]
