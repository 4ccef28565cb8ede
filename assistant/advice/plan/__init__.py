"""The plan: what a conversation came to, as a document with sources, reasons, date and a notice of what it is not."""

from assistant.advice.plan.document import MEDIA_TYPES, Document, Format, PlanLine, PlanSource, Section
from assistant.advice.plan.files import write

__all__ = ["MEDIA_TYPES", "Document", "Format", "PlanLine", "PlanSource", "Section", "write"]
