"""A reply on its way to the user: whole sentences go to the rails at once, repeated and endless ones are cut."""

from assistant.checking import Release
from assistant.models.growing import GrowingText
from guardrails.sentences import Piece

MOST_SENTENCES = 40
MOST_REPEATS = 2
LETTERS_A_TOKEN = 8  # no language has more; what goes beyond is no reply to the limit we set
_STOPS = frozenset('.!?…:;)]"”»')


class Listener:
    """Hears words and hands sentences to ``release``; ``hold`` keeps them all until the reply is known to be one.

    A first reply most often asks for tools: whatever it says before is not shown.
    """

    def __init__(self, release: Release, *, most_tokens: int, hold: bool) -> None:
        self._release = release
        self._growing = GrowingText()
        self._most = most_tokens * LETTERS_A_TOKEN
        self._hold = hold
        self._waiting: list[Piece] = []
        self._heard: set[str] = set()
        self._sentences = 0
        self._repeats = 0

    @property
    def taken(self) -> int:
        """How many sentences have been handed on."""
        return self._sentences

    @property
    def cut(self) -> bool:
        """Whether enough has been heard."""
        too_many = self._sentences > MOST_SENTENCES or self._repeats > MOST_REPEATS
        return too_many or len(self._growing.text) > self._most

    def hear(self, words: str) -> bool:
        """Take the next words; false when the reply goes on without an end."""
        if words:
            self._take(self._growing.add(words))
        return not self.cut

    def end(self, *, unfinished: bool) -> None:
        """Take what is left; a reply that was cut off loses the sentence it was cut off in."""
        rest = self._growing.rest()
        self._hold = False
        self._take((*self._waiting, *(rest[:-1] if unfinished and rest and not _ends(rest[-1]) else rest)))

    def _take(self, pieces: tuple[Piece, ...]) -> None:
        if self._hold:
            self._waiting += pieces
            return
        for piece in pieces:
            said = " ".join(piece.sentence.text.casefold().split())
            if said in self._heard:
                self._repeats += 1
            elif self._sentences < MOST_SENTENCES:
                self._heard.add(said)
                self._sentences += 1
                self._release.take(piece)
            else:
                self._sentences += 1


def _ends(piece: Piece) -> bool:
    return piece.sentence.text[-1:] in _STOPS
