"""A fixed slice of a set: every n-th line, so that a build can afford to ask and two builds ask the same."""

from itertools import islice
from pathlib import Path

from evaluation.lines import SetError


def sliced(path: Path, every: int, folder: Path) -> Path:
    """Write the lines 1, 1 + every, 1 + 2·every … of a set below ``folder``; 1 gives the set itself.

    Raises ``SetError`` where the set cannot be read.
    """
    if every == 1:
        return path
    folder.mkdir(parents=True, exist_ok=True)
    part = folder / f"{path.stem}-every-{every}.jsonl"
    try:
        with path.open("rb") as lines, part.open("wb") as file:
            file.writelines(islice((line for line in lines if line.strip()), 0, None, every))
    except OSError as error:
        raise SetError(f"{path} cannot be sliced: {error.strerror or error}") from error
    return part
