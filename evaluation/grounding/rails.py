"""The output rails as a turn has them: with the names and gender pairs of the register's snapshot, and its hedges."""

from functools import cache

from assistant.naming import Known
from guardrails.frame import OutputRail
from guardrails.output import output_rails
from guardrails.output.hedges import Hedges
from ingest import snapshot


@cache
def road_rails() -> tuple[OutputRail, ...]:
    """Return the rails for the answers of a server's model, less those that need its prompts; read once a process.

    Sets give no language for each sentence and no prompt, so drift of language and leaks are not among them.
    """
    known = Known.of(snapshot.load())
    return (Hedges(), *output_rails(names=known.names, pairs=known.pairs))
