"""Tables of seminars, a module a subject."""

from legation.training.models.planning import Module, Seminar, SeminarSession, Speaker
from legation.training.models.seats import Participant, Seat

__all__ = ["Module", "Participant", "Seat", "Seminar", "SeminarSession", "Speaker"]
