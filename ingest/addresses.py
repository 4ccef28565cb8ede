"""Ids and addresses of records."""

import re
import unicodedata
from urllib.parse import quote

PORTAL = "https://kwalifikacje.gov.pl"
QUALIFICATION_SEARCH = f"{PORTAL}/wyszukiwarka-kwalifikacji/?search="
INSTITUTION_SEARCH = f"{PORTAL}/wyszukiwarka-instytucji/"
_ACT = re.compile(r"(Dz\. ?U\.|M\. ?P\.) (?:z )?(\d{4}) ?(?:r\. )?(?:nr \d+ )?poz\. (\d+)")
_JOURNALS = {"D": "https://dziennikustaw.gov.pl/DU", "M": "https://monitorpolski.gov.pl/MP"}


def slug(text: str, limit: int = 80) -> str:
    """Return ``text`` as ASCII words joined by hyphens, cut at a word within ``limit`` characters."""
    plain = unicodedata.normalize("NFKD", text.casefold().replace("ł", "l"))
    words = re.findall(r"[a-z0-9]+", plain.encode("ascii", "ignore").decode())
    joined = "-".join(words)
    return joined if len(joined) <= limit else joined[: limit + 1].rpartition("-")[0]


def qualification_url(register_id: int | None, words: str) -> str:
    """Return the register's short link, or the portal's search for ``words`` where no id is known."""
    return f"{PORTAL}/k?id_kw={register_id}" if register_id else QUALIFICATION_SEARCH + quote(words, safe="")


def first_address(sources: tuple[str, ...]) -> str | None:
    """Return the first whole address of the web among ``sources``."""
    whole = (source for source in sources if "shortened address" not in source)
    found = (re.search(r"https?://[^\s„”()]+", source) for source in whole)
    return next((match.group().rstrip(".,;") for match in found if match), None)


def act_url(sources: tuple[str, ...]) -> str | None:
    """Return the official journal's address of the first act named as ``Dz.U. YEAR poz. N`` or ``M.P. …``."""
    found = next((match for source in sources if (match := _ACT.search(source))), None)
    return f"{_JOURNALS[found[1][0]]}/{found[2]}/{found[3]}" if found else None
