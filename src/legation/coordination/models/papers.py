"""Papers between bodies, their versions, and what they bring about."""

from django.db import models
from django.db.models import Q

from legation.missions.models import Mission
from legation.plan.models import Election, Jurisdiction


class Paper(models.Model):
    """A decision, an order, a letter, a note verbale or a submission. States: docs/states/paper.md."""

    jurisdiction = models.ForeignKey(Jurisdiction, on_delete=models.PROTECT, related_name="+")
    election = models.ForeignKey(Election, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=16, unique=True)
    kind = models.CharField(max_length=16)
    body = models.CharField(max_length=64)
    """Key of the body that writes, by the lawbook."""
    mission = models.ForeignKey(Mission, on_delete=models.PROTECT, null=True, related_name="+")
    author = models.CharField(max_length=120)
    """The body, and of a mission its code: numbers are unique for an author and a year."""
    addressee_body = models.CharField(max_length=64, blank=True)
    state = models.CharField(max_length=12)
    year = models.PositiveSmallIntegerField(null=True)
    number = models.CharField(max_length=40, blank=True)
    dated = models.DateField(null=True)
    answers = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")
    """The submission that this decision decides on."""
    version = models.PositiveSmallIntegerField(default=1)
    drafted_at = models.DateTimeField()
    sorting = models.TextField(blank=True)
    """Folded number, title, addressee and text of the version in force: what search uses."""

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["jurisdiction", "author", "year", "number"], condition=~Q(number=""), name="paper_number_once"
            ),
            models.UniqueConstraint(
                fields=["answers"], condition=Q(answers__isnull=False), name="submission_decided_once"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["drafted", "sent", "granted", "partly", "refused", "withdrawn"]),
                name="paper_state_known",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["decision", "order", "letter", "note_verbale", "submission"]),
                name="paper_kind_known",
            ),
            models.CheckConstraint(
                condition=Q(number="", year__isnull=True, dated__isnull=True)
                | (~Q(number="") & Q(year__isnull=False, dated__isnull=False)),
                name="paper_numbered_whole",
            ),
            models.CheckConstraint(
                condition=Q(state="withdrawn") | Q(state="drafted", number="") | (~Q(state="drafted") & ~Q(number="")),
                name="paper_sent_with_a_number",
            ),
            models.CheckConstraint(
                condition=Q(kind="submission") | ~Q(state__in=["granted", "partly", "refused"]),
                name="only_submissions_are_decided",
            ),
        ]
        indexes = [models.Index(fields=["election", "drafted_at"], name="papers_of_an_election")]


class PaperVersion(models.Model):
    """What a paper says, from an instant on. Never altered: a correction is the next one."""

    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=300)
    addressee = models.CharField(max_length=300, blank=True)
    text = models.TextField(blank=True)
    table = models.JSONField(default=list)
    """Rows of the table, the first its heads; generated, never typed."""
    language = models.CharField(max_length=12)
    template = models.CharField(max_length=64, blank=True)
    file = models.CharField(max_length=64, blank=True)
    digest = models.CharField(max_length=64)
    """SHA-256 over all of it: what the log holds of it."""
    reason = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["paper", "version"], name="paper_version_once"),
            models.CheckConstraint(condition=Q(version=1) | ~Q(reason=""), name="paper_corrected_for_a_reason"),
        ]


class PaperLink(models.Model):
    """What a paper is about or brings about: a record by its number, a station, a mission, a host, a lawbook."""

    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8)
    code = models.CharField(max_length=80)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["paper", "kind", "code"], name="paper_link_once"),
            models.CheckConstraint(
                condition=Q(kind__in=["record", "station", "mission", "host", "lawbook"]), name="paper_link_kind_known"
            ),
        ]
