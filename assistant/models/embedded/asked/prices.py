"""Which rules speak of the price asked for: of a vocational exam, of one without a school, of a course (KKZ).

And of who helps to pay it.
"""

from assistant.models.embedded.wish import Wish
from assistant.models.embedded.words.attributes import named_in
from retrieval.analysis import analyse

_RULES = {
    "course": ("course_price",),
    "external": ("external_price",),
    "exam": ("exam_price", "exam_payer"),
    "funding": ("funding",),
}
OF_SCHOOLS = _RULES["exam"]
"""The rules for the exams of an occupation or qualification that schools teach, where nothing else is named."""


def priced(wish: Wish) -> tuple[str, ...]:
    """Return what a price is asked for: ``course``, ``external``, ``exam``, help to pay (``funding``) or ``other``."""
    if wish.unproven:  # of a paper for what is done at work already
        return ("external",)
    return named_in("priced", analyse(" ".join(wish.asks) or wish.question, max_words=100).words)


def price_rules(wish: Wish) -> tuple[str, ...]:
    """Return the keys of the rules on that price, those of a school's exams where no other is named."""
    named = tuple(key for kind in priced(wish) for key in _RULES.get(kind, ()))
    return named or OF_SCHOOLS


def speaks_of_price(text: str) -> bool:
    """Tell whether a rule called ``text`` is about something of whose price rules speak."""
    return not {*_RULES}.isdisjoint(named_in("priced", analyse(text, max_words=100).words))
