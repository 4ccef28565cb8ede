"""What the sources of job offers share: a count that makes sense, and the figure made of it."""

from ingest.sources.labour.figures import Origin, StrangeError, figure, sane, serves
from ingest.sources.labour.rationed import Read
from ingest.sources.labour.regions import CODES
from ingest.sources.labour.source import Asking, Told
from register.vocabulary import LabourTopic, MatchedBy

_MOST_OFFERS = 10_000_000


def counted(number: object) -> int:
    """Return a number of offers; raises ``StrangeError`` for one that cannot be."""
    total = sane(number, _MOST_OFFERS)
    if total != int(total):
        raise StrangeError(f"{total} offers")
    return int(total)


def told(origin_of: tuple[str, str], read: Read, question: Asking, matched_by: MatchedBy, region: str = "") -> Told:
    """Return the count a source gave as a figure; ``origin_of`` are the source's key and the address asked.

    ``region`` is the voivodeship counted in, empty for Poland. The figure serves a week, with a warning a month.
    """
    key, address = origin_of
    day = read.fetched.date()
    made = figure(
        Origin(key, address, day, day.isoformat()),
        f"{key}-{question.code or 'text'}-{CODES.get(region, '00')}",
        "offers",
        detail=(question.names or (question.field,))[0].strip(),
        topic=LabourTopic.OFFERS,
        value=read.content["total"],
        region=region,
        occupation=question.occupation,
        matched_by=matched_by,
        period=day.isoformat(),
        use_by=serves(day, 7, 30),
    )
    return Told((made,), (read.trouble,) if read.trouble else ())
