"""What people say about answers: one JSON object a line, with the length of a comment but not its words."""

import json
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from pydantic import Field

from assistant.answer import AnswerModel, ThreadId

MOST_COMMENT = 2_000
FILE = "feedback.jsonl"
Reason = Literal["wrong", "not_helpful", "not_clear", "no_source", "other"]


class Feedback(AnswerModel):
    """A thumb for one turn, perhaps with a reason of a closed list and a comment."""

    thread_id: ThreadId
    turn: int = Field(ge=1, le=100_000)
    rating: Literal["up", "down"]
    reason: Reason | None = None
    comment: str | None = Field(None, max_length=MOST_COMMENT)


class FeedbackFile:
    """Appends to ``feedback.jsonl``; a line is written at once, so several workers may share the file."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE

    def keep(self, feedback: Feedback) -> None:
        """Append one line; raises ``OSError``. A comment may hold personal data, so only its length is kept."""
        said = feedback.model_dump(mode="json", exclude={"comment"}, exclude_none=True)
        line = {
            "at": datetime.now(UTC).isoformat(timespec="seconds"),
            **said,
            "comment_chars": len(feedback.comment or ""),
        }
        data = f"{json.dumps(line)}\n".encode()
        file = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        try:
            os.write(file, data)
        finally:
            os.close(file)
