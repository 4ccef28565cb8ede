"""What can go wrong with a questionnaire; the words for people are phrases ``interests.error.<reason>``."""

from enum import StrEnum


class Reason(StrEnum):
    """Why something was refused."""

    BAD_ANSWER = "bad_answer"
    FINISHED = "finished"
    NOT_FINISHED = "not_finished"
    PAUSED = "paused"
    NOT_PAUSED = "not_paused"
    AT_START = "at_start"
    ALREADY_FULL = "already_full"
    UNREADABLE = "unreadable"
    OTHER_BANK = "other_bank"
    BAD_CHOICE = "bad_choice"
    TOO_YOUNG = "too_young"


class InterestsError(ValueError):
    """A request that cannot be done; ``str()`` is one clear English line, ``phrase`` the key of the text for people."""

    def __init__(self, reason: Reason, message: str) -> None:
        super().__init__(message)
        self.reason = reason

    @property
    def phrase(self) -> str:
        """The key of the text for people."""
        return f"interests.error.{self.reason.value}"


class FormulaError(ValueError):
    """Numbers or letters a formula is not defined for."""
