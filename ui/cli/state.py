"""What the commands share."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.settings import Settings


@dataclass(frozen=True, slots=True)
class State:
    """The options given before the command."""

    debug: bool = False

    def settings(self, **overrides: object) -> "Settings":
        """Read the settings; raises ``SettingsError``."""
        from ui.configuration import ENV_FILE, load_settings  # noqa: PLC0415 - help needs no settings

        return load_settings(ENV_FILE, **overrides)
