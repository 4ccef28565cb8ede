"""One thing that was looked at, as a line a person can read."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at; what is not ``good`` keeps the assistant from working as it is set up."""

    topic: str
    what: str
    good: bool = True

    def __str__(self) -> str:
        return f"{'ok ' if self.good else 'BAD'}  {self.topic:<9} {self.what}"
