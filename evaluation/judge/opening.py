"""Importing ragas: an extra, slow, and silent only when told so before it loads."""

import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager


class RagasMissingError(RuntimeError):
    """ragas is not installed; the message says how to get it."""


@contextmanager
def importing_ragas() -> Iterator[None]:
    """Switch its telemetry off and hush the warnings of its own imports; raises ``RagasMissingError``."""
    os.environ["RAGAS_DO_NOT_TRACK"] = "true"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except ImportError as error:
        raise RagasMissingError(f"ragas cannot be used ({error}): install the extra `eval`") from error
