"""«A po tym mogę być weterynarzem?»: whether what was spoken of is enough for another occupation than it is."""

from pathlib import Path
from typing import Any

from assistant.models.embedded.dialogue.memo import Memo
from assistant.models.embedded.dialogue.onward import occupation_of
from assistant.models.embedded.wish import Wish
from assistant.models.embedded.words.intents import Intent
from assistant.models.embedded.words.phrase_file import PhraseFile
from retrieval.analysis import analyse, fold

_PHRASES = PhraseFile(Path(__file__).with_name("further_goal.yaml"))
MOST_WORDS, LONGEST_GOAL = 12, 3


def further_goal(question: str, memo: Memo) -> Wish | None:
    """Return the wish for what comes after the occupation spoken of, with the goal that was named; else ``None``.

    A technician is looked for by name: the two may share qualifications.
    """
    words = analyse(question, max_words=MOST_WORDS + 1).words
    said = [fold(word.surface) for word in words]
    occupation = occupation_of(memo.it)
    if not occupation or len(memo.chosen_from) > 1 or len(said) > MOST_WORDS or _PHRASES.says(said, "else"):
        return None
    becomes = [at + size for at, size in _PHRASES.spans(said, "becomes")]
    if not becomes or not _PHRASES.says(said, "then"):
        return None
    then = _PHRASES.places(said, "then")
    goal = [words[at].surface for at in range(max(becomes), len(words)) if at not in then and not words[at].stop]
    if not 0 < len(goal) <= LONGEST_GOAL:
        return None
    asked: dict[str, Any] = {"question": question, "asks": (question,), "clause": question}
    return Wish(Intent.SCHOOLS, 1.0, targets=(occupation,), onward=True, goal=" ".join(goal), **asked)
