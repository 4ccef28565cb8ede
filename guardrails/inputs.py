"""The input rails in the order in which they look at a message."""

from pathlib import Path

from guardrails.abuse import Abuse
from guardrails.crisis import Crisis
from guardrails.frame import InputRail
from guardrails.hygiene import Characters, Length
from guardrails.injection import Injection
from guardrails.personal import PersonalData
from guardrails.scope import Scope
from guardrails.switch import Switch


def input_rails(*, max_chars: int, data_dir: Path | None = None) -> tuple[InputRail, ...]:
    """Return the rails; with ``data_dir`` the operator's switch is the first of them.

    Personal data is masked before anything may end the turn, so that a log of an ended turn holds none.
    """
    switch: tuple[InputRail, ...] = (Switch(data_dir),) if data_dir else ()
    return (
        *switch,
        Characters(),
        Length(max_chars),
        PersonalData(),
        Crisis(),
        Injection(),
        Abuse(),
        Scope(),
    )
