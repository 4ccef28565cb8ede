"""The institution a question names and asks about: «a gdzie ma siedzibę UDT?», «a Syntea co certyfikuje?»."""

from assistant.models.embedded.planning.fit import names_of
from assistant.models.embedded.reading.subject import names_something
from assistant.models.embedded.situation import Situation
from assistant.models.embedded.wish import Wish
from assistant.models.embedded.words import lexicon
from assistant.models.embedded.words.intents import intent_reader
from assistant.models.embedded.words.overlap import overlap
from assistant.models.embedded.words.places import place_words
from register.evidence import Evidence
from register.vocabulary import RecordType
from retrieval.analysis import analyse


def named_institution(wish: Wish, situation: Situation) -> Evidence | None:
    """Return the institution found whose name stands whole in a question that names nothing else; else ``None``."""
    if not wish.institution:
        return None
    found = [one.evidence for one in situation.found(RecordType.INSTITUTION)]
    words = analyse(wish.question).words
    places = place_words(words)  # a place is in the names of many
    said = " ".join(word.surface for place, word in enumerate(words) if place not in places)
    named = {one.record_id: _words_said(said, one) for one in found}
    best = max(found, key=lambda one: named[one.record_id], default=None)
    if best is None or not named[best.record_id] or sum(n == named[best.record_id] for n in named.values()) > 1:
        return None
    return None if names_something(_beside(wish.question, best)) else best


def _words_said(question: str, institution: Evidence) -> int:
    """How many words of the question the longest name has that stands whole in it; of kinds of institution none."""
    kinds = lexicon.words("institutions")
    own = (name for name in names_of(institution) if any(kinds.isdisjoint(w.lemmas) for w in analyse(name).content))
    return max((overlap(question, name).contained for name in own), default=0)


def _beside(question: str, institution: Evidence) -> str:
    """The words of the question that are neither of the institution's names nor ask with."""
    idle = intent_reader().asking | lexicon.words("where") | lexicon.words("institutions")
    left = (
        word
        for word in analyse(question).words
        if not word.stop
        and idle.isdisjoint((*word.lemmas, word.folded))
        and not word.folded.startswith(lexicon.in_order("of_institution"))
    )
    names = " ".join(names_of(institution))
    return " ".join(word.surface for word in left if not overlap(word.surface, names).there)
