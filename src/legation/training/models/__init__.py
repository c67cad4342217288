"""Tables of seminars, a module a subject."""

from legation.training.models.holding import Attendance, RoomEvent, SeminarQuestion
from legation.training.models.learning import Certificate, ModuleQuestion, ModuleResult
from legation.training.models.planning import Module, Seminar, SeminarSession, Speaker
from legation.training.models.seats import Participant, Seat

__all__ = [
    "Attendance",
    "Certificate",
    "Module",
    "ModuleQuestion",
    "ModuleResult",
    "Participant",
    "RoomEvent",
    "Seat",
    "Seminar",
    "SeminarQuestion",
    "SeminarSession",
    "Speaker",
]
