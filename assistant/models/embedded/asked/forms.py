"""Wishes that the form of a message tells by itself, before anything learnt is asked: lists and figures by name."""

from assistant.models.embedded.asked.branches import (
    ANY,
    asked_again,
    branches_followed,
    branches_listed,
    school_listed,
)
from assistant.models.embedded.asked.figures import figures_asked
from assistant.models.embedded.asked.lists import Listed, category_named, list_asked, list_narrowed
from assistant.models.embedded.asked.parts import field_of_it
from assistant.models.embedded.dialogue.memo import Memo
from assistant.models.embedded.person.inclined import inclined
from assistant.models.embedded.wish import Wish
from assistant.models.embedded.words.intents import Intent
from assistant.models.embedded.words.plain import plainly
from retrieval.analysis import analyse

MOST_WORDS = 60
_OF_OCCUPATIONS = frozenset({Intent.PARTS.value, Intent.SCHOOLS.value, Intent.TASKS.value})


def by_form(question: str, memo: Memo) -> Wish | None:
    """Return the wish for a list of a branch, of what qualifications have in common, or for figures; else ``None``."""
    if (asked := list_narrowed(question, memo.question)) and asked.field:
        return Wish(Intent.FIND, 1.0, listed=asked, question=asked.in_words)  # a field named after it narrows the list
    if branches := branches_listed(question):
        return Wish(Intent.FIND, 1.0, branches=branches, question=question)
    if branches := branches_followed(question, memo.question):
        return Wish(Intent.FIND, 1.0, branches=branches, question=asked_again(branches, question, memo.question))
    if of_school := school_listed(question, memo.question):
        return Wish(Intent.FIND, 1.0, branches=(ANY,), question=of_school)
    if asked := list_asked(question) or list_narrowed(question, memo.question) or _of_liking(question):
        return Wish(Intent.FIND, 1.0, listed=asked, question=asked.in_words)
    if figures := figures_asked(plainly(question), memo):
        return Wish(figures.intent, 1.0, figures=figures, question=figures.text, region=figures.region)
    if (field := field_of_it(question)) in _OF_OCCUPATIONS and memo.it.startswith("kzis:"):
        return Wish(Intent(field), 1.0, targets=(memo.it,), question=question)
    return None


def _of_liking(question: str) -> Listed | None:
    """«Jakie wolnorynkowe dla kogoś, kto lubi kwiaty?»: of one category, what the search finds for the liking."""
    category = category_named(analyse(question, max_words=MOST_WORDS).words)
    wanted = inclined(question).wanted if category else ()
    return Listed(category=category, field=", ".join(wanted)) if wanted else None
