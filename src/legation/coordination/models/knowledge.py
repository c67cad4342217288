"""Answers that more than one may read: published to the missions or to everyone, in versions and languages."""

from django.db import models
from django.db.models import Q

from legation.coordination.models.inquiries import Inquiry
from legation.plan.models import Election, Jurisdiction


class Knowledge(models.Model):
    """An answered question. States: docs/states/knowledge.md. What it says stands in its versions."""

    jurisdiction = models.ForeignKey(Jurisdiction, on_delete=models.PROTECT, related_name="+")
    election = models.ForeignKey(Election, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=16, unique=True)
    category = models.CharField(max_length=60)
    body = models.CharField(max_length=64)
    """Key of the body that answers."""
    approved_by = models.CharField(max_length=64, blank=True)
    """Key of the body that confirms each version; empty where none has to."""
    audience = models.CharField(max_length=8)
    """`missions` or `public`."""
    inquiry = models.ForeignKey(Inquiry, on_delete=models.PROTECT, null=True, related_name="+")
    """The inquiry from which it came; seen by those who may read that."""
    version = models.PositiveSmallIntegerField(default=0)
    """The version in force; 0 before the first is."""
    withdrawn_at = models.DateTimeField(null=True)
    proposed_by = models.CharField(max_length=40, blank=True)
    """Person who wrote the newest version: never the one who confirms it."""

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(audience__in=["missions", "public"]), name="knowledge_audience_known"),
        ]
        indexes = [models.Index(fields=["election", "audience"], name="knowledge_by_audience")]


class KnowledgeText(models.Model):
    """What a version says in one language. Never altered."""

    knowledge = models.ForeignKey(Knowledge, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveSmallIntegerField()
    language = models.CharField(max_length=12)
    question = models.CharField(max_length=300)
    answer = models.TextField()
    question_keys = models.TextField()
    answer_keys = models.TextField()
    """Rough words, by which it is found in any spelling and script."""
    digest = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["knowledge", "version", "language"], name="knowledge_text_once"),
            models.CheckConstraint(condition=~Q(question="") & ~Q(answer=""), name="knowledge_text_whole"),
        ]
