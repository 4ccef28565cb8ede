"""The file that a run reads: sets joined, and of them every n-th line, so that two builds ask the same."""

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from evaluation.lines import SetError


def taken(paths: Sequence[Path], every: int, folder: Path) -> Path:
    """Write the lines 1, 1 + every, 1 + 2·every … of the joined sets below ``folder``; one whole set is taken as it is.

    The file is named after the sets. Raises ``SetError`` where one cannot be read.
    """
    if every == 1 and len(paths) == 1:
        return paths[0]
    folder.mkdir(parents=True, exist_ok=True)
    name = "+".join(path.stem for path in paths)
    part = folder / (f"{name}-every-{every}.jsonl" if every > 1 else f"{name}.jsonl")
    with part.open("wb") as file:
        file.writelines(islice(_lines(paths), 0, None, every))
    return part


def _lines(paths: Sequence[Path]) -> Iterator[bytes]:
    for path in paths:
        try:
            with path.open("rb") as lines:
                yield from (line.rstrip(b"\r\n") + b"\n" for line in lines if line.strip())
        except OSError as error:
            raise SetError(f"{path} cannot be read: {error.strerror or error}") from error
