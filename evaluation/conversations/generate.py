"""Put every conversation of a set to the assistant and keep what it said."""

from pathlib import Path

from evaluation.bench import Bench
from evaluation.conversations.sets import Conversation
from evaluation.folder import Progress
from evaluation.playing import play_set


async def generate(set_path: Path, out: Path, bench: Bench, progress: Progress) -> None:
    """Write ``generated.jsonl`` and ``config.json``; goes on and raises as ``play_set`` does."""
    await play_set("conversations", Conversation, set_path, out, bench, progress)
