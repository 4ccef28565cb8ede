"""Logs on standard error, as lines for people or JSON for machines; never a message of a user."""

import json
import logging
import sys
from datetime import UTC, datetime

from ui.settings import Settings

LINE = "%(asctime)s %(levelname)s %(name)s: %(message)s"
# Libraries that log requests, prompts or addresses one level too loud for us.
QUIET = ("httpx", "httpcore", "openai", "langchain", "socketio", "engineio", "chainlit", "aiosqlite")


class JsonLine(logging.Formatter):
    """One JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the record as JSON, a traceback in its own member."""
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            line["traceback"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


def set_up_logs(settings: Settings) -> None:
    """Send every log line to standard error in the form and from the level the settings name."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLine() if settings.log_json else logging.Formatter(LINE))
    logging.basicConfig(level=settings.log_level.upper(), handlers=[handler], force=True)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
