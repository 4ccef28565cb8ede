"""Voivodeships by their TERYT codes."""

from collections.abc import Mapping

VOIVODESHIPS: Mapping[str, str] = {
    "02": "dolnośląskie",
    "04": "kujawsko-pomorskie",
    "06": "lubelskie",
    "08": "lubuskie",
    "10": "łódzkie",
    "12": "małopolskie",
    "14": "mazowieckie",
    "16": "opolskie",
    "18": "podkarpackie",
    "20": "podlaskie",
    "22": "pomorskie",
    "24": "śląskie",
    "26": "świętokrzyskie",
    "28": "warmińsko-mazurskie",
    "30": "wielkopolskie",
    "32": "zachodniopomorskie",
}
CODES = {name: code for code, name in VOIVODESHIPS.items()}


def territory(name: str) -> dict[str, str]:
    """Return the territory of a voivodeship's name, or of Poland; raises ``ValueError`` for another name."""
    if not name:
        return {"teryt": "00", "level": "country", "name": "kraj"}
    if name not in CODES:
        raise ValueError(f"{name!r} is no voivodeship")
    return {"teryt": CODES[name], "level": "voivodeship", "name": name}
