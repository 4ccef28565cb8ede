"""The steps of the questionnaire: ask, answer, skip, go back, pause, resume, lengthen, score, keep and take up."""

from pydantic import ValidationError

from assistant.advice.interests.bank import Item, ItemBank, load_bank
from assistant.advice.interests.errors import InterestsError, Reason
from assistant.advice.interests.scoring import HIGHEST, LOWEST, Response, Result, score
from assistant.advice.interests.session import (
    EARLIEST_END,
    LARGEST_JSON,
    SHORT_ROUNDS,
    TYPICAL_LENGTH,
    Form,
    Length,
    Progress,
    Session,
)
from assistant.advice.interests.stopping import settled


class Questionnaire:
    """Rules over one item bank; every step returns a new ``Session`` and raises ``InterestsError`` when refused."""

    def __init__(self, bank: ItemBank | None = None) -> None:
        self.bank = bank or load_bank()
        self._forms = {
            Form.SHORT: self.bank.sequence(SHORT_ROUNDS),
            Form.FULL: self.bank.sequence(self.bank.rounds),
        }

    def start(self, form: Form = Form.SHORT) -> Session:
        """Begin."""
        return Session(bank=self.bank.id, form=form)

    def items(self, form: Form) -> tuple[Item, ...]:
        """Return the items of a form in the order they are asked."""
        return self._forms[form]

    def question(self, session: Session) -> Item | None:
        """Return the item to ask now, or ``None`` at the end."""
        items = self.items(session.form)
        asked = len(session.responses)
        if asked >= len(items):
            return None
        early = session.form is Form.SHORT and settled(session.responses, items)
        return None if early else items[asked]

    def answer(self, session: Session, value: int) -> Session:
        """Record 1-5 for the question asked now."""
        if type(value) is not int or not LOWEST <= value <= HIGHEST:
            raise InterestsError(Reason.BAD_ANSWER, f"an answer is a whole number from {LOWEST} to {HIGHEST}")
        return self._respond(session, value)

    def skip(self, session: Session) -> Session:
        """Leave the question asked now without an answer."""
        return self._respond(session, None)

    def back(self, session: Session) -> Session:
        """Take the last response away, so that its question is asked again."""
        self._must_run(session)
        if not session.responses:
            raise InterestsError(Reason.AT_START, "there is no question before the first")
        return session.model_copy(update={"responses": session.responses[:-1]})

    def pause(self, session: Session) -> Session:
        """Stop asking until ``resume``."""
        self._must_run(session)
        if self.question(session) is None:
            raise InterestsError(Reason.FINISHED, "the questionnaire is finished, there is nothing to pause")
        return session.model_copy(update={"paused": True})

    def resume(self, session: Session) -> Session:
        """Go on after ``pause``."""
        if not session.paused:
            raise InterestsError(Reason.NOT_PAUSED, "the questionnaire is not paused")
        return session.model_copy(update={"paused": False})

    def lengthen(self, session: Session) -> Session:
        """Go on from a finished short form to the full one, keeping the answers."""
        self._must_run(session)
        if session.form is Form.FULL:
            raise InterestsError(Reason.ALREADY_FULL, "this is the full form already")
        if self.question(session) is not None:
            raise InterestsError(Reason.NOT_FINISHED, "finish the short form first")
        return session.model_copy(update={"form": Form.FULL})

    def progress(self, session: Session) -> Progress:
        """Say how far the session is."""
        asked, items = len(session.responses), len(self.items(session.form))
        if self.question(session) is None:
            return Progress(number=asked, total=asked, length=Length.FINISHED)
        if session.form is Form.FULL:
            return Progress(number=asked + 1, total=items, length=Length.EXACT)
        if asked < EARLIEST_END:
            return Progress(number=asked + 1, total=TYPICAL_LENGTH, length=Length.ABOUT)
        return Progress(number=asked + 1, total=items, length=Length.AT_MOST)

    def result(self, session: Session) -> Result:
        """Score what has been answered so far; before the end it is usually ``incomplete``."""
        return score(session.responses, self.items(session.form))

    def dump(self, session: Session) -> str:
        """Return the session as JSON."""
        return session.model_dump_json()

    def load(self, text: str) -> Session:
        """Take up a session kept as JSON; refuses whatever these steps could not have made."""
        if len(text) > LARGEST_JSON:
            raise InterestsError(Reason.UNREADABLE, f"a session is at most {LARGEST_JSON} characters")
        try:
            session = Session.model_validate_json(text)
        except ValidationError as error:
            raise InterestsError(Reason.UNREADABLE, f"not a session: {error.error_count()} faults") from error
        if session.bank != self.bank.id:
            raise InterestsError(Reason.OTHER_BANK, "the session was begun with another version of the questions")
        self._replay(session)
        return session

    def _replay(self, session: Session) -> None:
        """Refuse responses out of order, or a pause or answers after the end."""
        past = session.model_copy(update={"responses": (), "paused": False})
        for response in session.responses:
            item = self.question(past)
            if item is None or item.id != response.item:
                raise InterestsError(Reason.UNREADABLE, "the answers do not follow the order of the questions")
            past = self._respond(past, response.value)
        if session.paused:
            self.pause(past)

    def _respond(self, session: Session, value: int | None) -> Session:
        self._must_run(session)
        item = self.question(session)
        if item is None:
            raise InterestsError(Reason.FINISHED, "the questionnaire is finished")
        return session.model_copy(update={"responses": (*session.responses, Response(item=item.id, value=value))})

    def _must_run(self, session: Session) -> None:
        if session.paused:
            raise InterestsError(Reason.PAUSED, "the questionnaire is paused; resume it first")
