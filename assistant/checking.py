"""A draft on its way to the user: each sentence goes out once it has passed the rails, in order; nothing is taken back.

From the first sentence that fails, the later ones wait until the draft is complete: its place may be taken by a
repaired one. What a release has come to is plain data, so that the state of the turn can keep it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.answer import AnswerSentence, Citation, SentenceEvent
from assistant.citing import Citer
from guardrails.frame import Action, OutputRail, RailReport, Verdict, verify
from guardrails.output.judge import NAME as JUDGE
from guardrails.sentences import Piece, split
from register.evidence import Evidence

Emit = Callable[[SentenceEvent], None]
NAME = "repair"


@dataclass(frozen=True, slots=True)
class Held:
    """A sentence not shown yet: ``reason`` is why the rails stopped it, empty where it only waits for its turn.

    ``judged``: a judge has seen it too.
    """

    piece: Piece
    reason: str = ""
    judged: bool = False


@dataclass(frozen=True, slots=True)
class Released:
    """What has been shown so far and what waits; ``reports`` are the rails' own."""

    sentences: tuple[AnswerSentence, ...] = ()
    citations: tuple[Citation, ...] = ()
    held: tuple[Held, ...] = ()
    reports: tuple[RailReport, ...] = ()

    @property
    def failed(self) -> tuple[Held, ...]:
        """The sentences that the rails have stopped, in order."""
        return tuple(item for item in self.held if item.reason)


class Release:
    """Lets a draft out; ``emit`` shows one sentence to the user, at once and for good.

    With ``hold`` every sentence waits until the draft is complete, for a judge to read it.
    """

    def __init__(
        self,
        rails: Sequence[OutputRail],
        evidence: Mapping[str, Evidence],
        emit: Emit,
        so_far: Released | None = None,
        *,
        hold: bool = False,
    ) -> None:
        so_far = so_far or Released()
        self._hold = hold
        self._rails = rails
        self._evidence = evidence
        self._emit = emit
        self._citer = Citer(evidence, so_far.citations)
        self._sentences = list(so_far.sentences)
        self._held = list(so_far.held)
        self._reports = list(so_far.reports)

    @property
    def so_far(self) -> Released:
        """What the state of the turn keeps."""
        return Released(tuple(self._sentences), self._citer.citations, tuple(self._held), tuple(self._reports))

    def say(self, text: str) -> None:
        """Show a text of our own: it stands in the phrase book and is not judged."""
        for piece in split(text):
            self._show(piece)

    def note(self, report: RailReport) -> None:
        """Report what was added beside the draft."""
        self._reports.append(report)

    def take(self, piece: Piece) -> None:
        """Judge the next sentence of the draft; show it, or hold it."""
        judged = self._judged(piece)
        if judged.reason or self._held or self._hold:
            self._held.append(judged)
        else:
            self._show(judged.piece)

    def mend(self, texts: Mapping[int, str]) -> None:
        """Put repaired texts into the places of failed sentences, counted from 1; each is judged as any other.

        A sentence without a text, or with an empty one, has not been repaired.
        """
        failed = self.so_far.failed
        places = {id(item): texts[number] for number, item in enumerate(failed, 1) if number in texts}
        held = self._held
        self._held = []
        for item in held:
            self._held += self._mended(item, places[id(item)]) if id(item) in places else [item]
        left = sum(bool(item.reason) for item in self._held)
        self._reports.append(RailReport(NAME, Action.MASKED, f"{len(failed)} sentences asked for, {left} left out"))

    @property
    def unjudged(self) -> tuple[Held, ...]:
        """The sentences that wait, have passed the rails and have not been judged yet, in order."""
        return tuple(item for item in self._held if not item.reason and not item.judged)

    def judge(self, verdicts: Sequence[Verdict]) -> None:
        """Take the verdicts on the ``unjudged`` sentences, in their order."""
        found = {id(item): verdict for item, verdict in zip(self.unjudged, verdicts, strict=True)}
        self._held = [self._after(item, found[id(item)]) if id(item) in found else item for item in self._held]

    def _after(self, item: Held, verdict: Verdict) -> Held:
        if verdict.action is not Action.DROPPED:
            return replace(item, judged=True)
        self._reports.append(RailReport(JUDGE, verdict.action, verdict.detail))
        return replace(item, judged=True, reason=verdict.detail)

    def finish(self) -> int:
        """Show what waits, drop what failed; return how many sentences were dropped."""
        held, self._held = self._held, []
        for item in held:
            if not item.reason:
                self._show(item.piece)
        return sum(bool(item.reason) for item in held)

    def _judged(self, piece: Piece) -> Held:
        verified = verify(self._rails, piece.sentence, self._evidence)
        self._reports += verified.reports
        judged = replace(piece, sentence=verified.sentence)
        return Held(judged, "" if verified.kept else verified.reports[-1].detail or verified.reports[-1].rail)

    def _mended(self, item: Held, text: str) -> list[Held]:
        pieces = split(text)
        mended = [self._judged(piece) for piece in pieces]
        if not mended:
            return [item]
        return [replace(mended[0], piece=replace(mended[0].piece, lead=item.piece.lead)), *mended[1:]]

    def _show(self, piece: Piece) -> None:
        lead = piece.lead or ("\n\n" if self._sentences else "")
        sentence = self._citer.cite(piece.sentence, lead)
        self._sentences.append(sentence)
        sources = tuple(citation for citation in self._citer.citations if citation.n in sentence.citations)
        self._emit(SentenceEvent(text=sentence.text, citations=sentence.citations, lead=sentence.lead, sources=sources))
