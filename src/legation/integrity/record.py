"""The record of one act while it is being written."""

from dataclasses import dataclass, field
from datetime import datetime

from legation.base.actors import Actor
from legation.integrity.kinds import Kind, check_fields
from legation_core.problems import Fact


@dataclass(slots=True)
class Record:
    """Collects what the act says of itself; becomes one leaf when the outermost act ends."""

    kind: Kind
    by: Actor
    at: datetime
    jurisdiction: str = ""
    election: str = ""
    lawbook: str = ""
    subject: str = ""
    body: str = ""
    public_part: dict[str, Fact | None] = field(default_factory=dict)
    private_part: dict[str, Fact] = field(default_factory=dict)

    def about(
        self, *, jurisdiction: str = "", election: str = "", lawbook: str = "", subject: str = "", body: str = ""
    ) -> None:
        """Where the act belongs: its jurisdiction, election, the lawbook's digest, its subject, the body that acted."""
        self.jurisdiction = jurisdiction or self.jurisdiction
        self.election = election or self.election
        self.lawbook = lawbook or self.lawbook
        self.subject = subject or self.subject
        self.body = body or self.body

    def public(self, **facts: Fact) -> None:
        """Facts of the public part; together they must be just the fields that the kind declares."""
        self.public_part.update(facts)

    def withhold(self, **facts: Fact) -> None:
        """Facts of declared fields that nobody established: empty in the public part, committed to in the private."""
        self.public_part.update(dict.fromkeys(facts))
        self.private_part.update(facts)

    def tell(self, *, established: bool, **facts: Fact) -> None:
        """Facts of the public part where they are established; else they are withheld."""
        if established:
            self.public(**facts)
        else:
            self.withhold(**facts)

    def private(self, **facts: Fact) -> None:
        """Facts that are committed to and never published."""
        self.private_part.update(facts)

    def complete(self) -> None:
        """Called when the act ends: the declared fields are all there, the acting body is named."""
        check_fields(self.kind, self.public_part)
        self.body = self.body or self.by.body
        self.private_part.setdefault("person", self.by.person)
