"""What a message says is liked: «lubię gotować», «I love dogs», «мені подобається малювати»."""

import re

from assistant.models.embedded.person.dislikes import without_dislikes

_LEADS = (
    r"(?:lubi(?:ę|e|ł[ae]?m|my)|uwielbia(?:m|my)|kocha(?:m|my)|pasjonuj\w+\s+mnie|kręc\w+\s+mnie|jara\s+mnie|"
    r"fascynuj\w+\s+mnie|interesuj\w+\s+mnie|podoba\s+mi\s+się|interesuję\s+się|interesuje\s+sie)|"
    r"i\s+(?:really\s+|just\s+)?(?:like|love|enjoy|adore)|i['’]?m\s+(?:really\s+)?(?:into|keen\s+on|fond\s+of)|"
    r"i\s+am\s+(?:into|keen\s+on|fond\s+of)|"
    r"люблю|обожнюю|(?:мені\s+)?подоба(?:ється|ються)(?:\s+мені)?|(?:мене\s+)?цікав(?:ить|лять)(?:\s+мене)?|"
    r"захоплююс[яь]|цікавлюс[яь]|кохаюс[яь]"
)
_LIKED = re.compile(
    rf"\b(?:{_LEADS})\s+(?:też\s+|tez\s+|bardzo\s+|too\s+|also\s+|дуже\s+|ще\s+)?([^.,;:!?\n]+)", re.IGNORECASE
)


def liked(text: str) -> str:
    """Return what ``text`` says is liked, in its own words, one liking after the other; nothing where it says none."""
    return ", ".join(found.strip() for found in _LIKED.findall(without_dislikes(text)))
