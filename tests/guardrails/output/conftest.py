"""A way to ask the grounding rail about one sentence."""

from collections.abc import Callable

import pytest
from output_desk import DESK

from guardrails.frame import Sentence, Verdict, handles_of
from guardrails.output import Grounding


@pytest.fixture(scope="session")
def ask() -> Callable[[str], Verdict]:
    """Ask the rail about one sentence over the whole desk."""
    rail = Grounding()
    return lambda text: rail(Sentence(text, handles_of(text)), DESK)
