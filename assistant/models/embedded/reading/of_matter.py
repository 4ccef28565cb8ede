"""The exam taken without school or course: of the occupation named, of the one spoken of, or by the rules alone."""

from assistant.models.embedded.asked.crafts import paper_of
from assistant.models.embedded.asked.matters import EXTERNAL, OF_CRAFTS, matter_asked, of_matter, places_of
from assistant.models.embedded.learnt.naming import naming_words
from assistant.models.embedded.person.change import is_somebody, names_somebody
from assistant.models.embedded.situation import Situation
from assistant.models.embedded.wish import Wish
from assistant.models.embedded.words.intents import Intent
from retrieval.analysis import analyse

MOST_WORDS = 60
LONGEST_NAME = 3


def of_matters(situation: Situation) -> Wish | None:
    """Return the wish of a message that asks about such an exam or another matter that has rules of its own."""
    question, memo = situation.question, situation.memo
    it = memo.it
    matter = matter_asked(question, memo.question)
    if matter in OF_CRAFTS and (_occupation(question, matter) or paper_of(memo.name_of(it))):
        return None  # the record of the trade may tell it
    if matter != EXTERNAL:
        return of_matter(question, matter) if matter else None
    about = Wish(Intent.BECOME, 1.0, question=question, asks=(question,), clause=question, unproven=True)
    if name := _occupation(question, matter):
        return about.about(name)
    if it.startswith(("kzis:", "zrk:")):
        return about.about("", targets=(it,))
    return of_matter(question, matter)


def _occupation(question: str, matter: str) -> str:
    """What somebody is called by their work in a question: «na technika informatyka», «kucharz»."""
    words = analyse(question, max_words=MOST_WORDS).words
    named = naming_words(question) - places_of(question, matter)
    people = [at for at in sorted(named) if is_somebody(words[at].surface) or names_somebody(words[at].surface)]
    if not people:
        return ""
    after = range(people[0], min(people[0] + LONGEST_NAME, len(words)))
    last = next((at for at in after if at not in named), people[0] + LONGEST_NAME)
    return " ".join(word.surface for word in words[people[0] : last])
