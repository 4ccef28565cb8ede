"""From which fit on something counts; found on the development questions (``evaluation/answers/data/dev.jsonl``)."""

from assistant.models.embedded.words.intents import Intent
from register.vocabulary import RecordType

RECORDS = (RecordType.OCCUPATION, RecordType.QUALIFICATION)
# A rule comes near; it answers: where nothing else does, in place of the one just quoted, half, well, for sure; and by
# how much it must lead a record.
FACT_NEAR = 0.24
FACT_FAIR = 0.38
FACT_INSTEAD = 0.45
FACT_HALF = 0.5
FACT_GOOD = 0.6
FACT_SURE = 0.72
FACT_LEAD = 0.05
# A record is meant: below the first it is called only the nearest, from the second on it is it.
NEAR_ENOUGH = 0.8
EXACT = 0.95
# A record is listed; less is enough where a list was asked for. ALIKE is the share of the best one's fit,
# FALL what each place down the search's list costs.
LISTED = 0.48
LISTED_WHEN_ASKED = 0.4
ALIKE = 0.7
FALL = 0.92

OF_OCCUPATIONS = frozenset(
    {Intent.BECOME, Intent.TASKS, Intent.PAY, Intent.JOBS, Intent.SCHOOLS, Intent.PARTS, Intent.ABOUT}
)
OF_RECORDS = frozenset({Intent.BECOME, Intent.TASKS, Intent.OUTCOMES, Intent.PARTS, Intent.SCHOOLS})
STRICT = frozenset({Intent.BECOME, Intent.TASKS})
OF_SOMETHING = OF_RECORDS | {
    Intent.ABOUT,
    Intent.LEVEL,
    Intent.VALIDITY,
    Intent.DURATION,
    Intent.ENTRY,
    Intent.SIMILAR,
}
PLAIN = frozenset({Intent.LEVEL, Intent.VALIDITY, Intent.WHO_AWARDS, Intent.ENTRY, Intent.DURATION})
NOT_HELD = {Intent.PAY: "pay", Intent.PRICE: "price", Intent.JOBS: "jobs"}
