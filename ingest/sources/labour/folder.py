"""Where labour-market figures outside the index are kept."""

from pathlib import Path


def labour_folder(data_dir: Path) -> Path:
    """Return the folder of the files that were dropped in and of what live sources have answered."""
    return data_dir / "labour"
