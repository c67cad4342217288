"""The tables of the daily work of the two institutions, a module a subject."""

from legation.coordination.models.complaints import Complaint, ComplaintParty, ComplaintStage
from legation.coordination.models.inquiries import Inquiry, InquiryEntry
from legation.coordination.models.knowledge import Knowledge, KnowledgeText
from legation.coordination.models.mail import IncomingMail, MailAddress
from legation.coordination.models.matters import (
    Matter,
    MatterEffect,
    MatterOption,
    MatterOwner,
    MatterRemark,
    Minutes,
)
from legation.coordination.models.notices import Broadcast, BroadcastReceipt, MailChoice
from legation.coordination.models.papers import Paper, PaperLink, PaperVersion
from legation.coordination.models.tasks import ActionPlan, Task, TaskStep

__all__ = [
    "ActionPlan",
    "Broadcast",
    "BroadcastReceipt",
    "Complaint",
    "ComplaintParty",
    "ComplaintStage",
    "IncomingMail",
    "Inquiry",
    "InquiryEntry",
    "Knowledge",
    "KnowledgeText",
    "MailAddress",
    "MailChoice",
    "Matter",
    "MatterEffect",
    "MatterOption",
    "MatterOwner",
    "MatterRemark",
    "Minutes",
    "Paper",
    "PaperLink",
    "PaperVersion",
    "Task",
    "TaskStep",
]
