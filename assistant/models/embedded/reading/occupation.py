"""An occupation named as one in a statement: «interesuje mnie zawód kucharza» asks what it is, not what else suits."""

from assistant.models.embedded.person.change import names_somebody
from assistant.models.embedded.reading.subject import named_as_a_kind
from assistant.models.embedded.situation import Situation
from assistant.models.embedded.wish import Wish
from assistant.models.embedded.words import lexicon
from assistant.models.embedded.words.intents import Intent
from retrieval.analysis import analyse

MOST_WORDS = 7
_OCCUPATION = "zawod"


def of_an_occupation(situation: Situation) -> Wish | None:
    """Read a statement that names an occupation after the word for one and says little else."""
    question = situation.question
    words = analyse(question, max_words=MOST_WORDS + 1).words
    if "?" in question or len(words) > MOST_WORDS or not any(_OCCUPATION in word.lemmas for word in words):
        return None
    if any(word.folded in lexicon.words("asking") | lexicon.words("negation") for word in words):
        return None
    named = named_as_a_kind(question)
    name = " ".join(word.surface for word in named)
    if not names_somebody(name) or named[-1].surface != words[-1].surface:
        return None
    return Wish(Intent.ABOUT, 1.0, subject=name, subjects=(name,), question=question, asks=(question,))
