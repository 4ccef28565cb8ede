"""Putting Chainlit on our application: its folder is ours, its doors are the few the page needs."""

import os
import shutil
from importlib.metadata import version
from pathlib import Path

from fastapi import FastAPI
from starlette.routing import Mount

from register.vocabulary import Language
from ui.page.gate import Gate
from ui.page.language import LOCALES
from ui.page.routes import router
from ui.settings import Settings
from ui.texts import text

HERE = Path(__file__).parent
CALLBACKS = HERE / "callbacks.py"


def mount_page(app: FastAPI, settings: Settings) -> None:
    """Serve the page at ``/``; works once a process, because Chainlit keeps its state in its modules."""
    prepare(settings.data_dir / "page")
    from chainlit.utils import mount_chainlit  # noqa: PLC0415 - reads its folder when it is imported

    app.include_router(router)
    mount_chainlit(app=app, target=str(CALLBACKS), path="/")
    mounted = app.routes[-1]
    if not isinstance(mounted, Mount):
        raise TypeError(f"chainlit {version('chainlit')} mounts in another way than this page expects")
    mounted.app = Gate(mounted.app)


def prepare(folder: Path) -> None:
    """Fill Chainlit's folder and point Chainlit to it, so that nothing is written where the server was started."""
    shutil.copytree(HERE / "root", folder, dirs_exist_ok=True)
    shutil.copytree(HERE / "translations", folder / ".chainlit" / "translations", dirs_exist_ok=True)
    for language in Language:
        readme = folder / f"chainlit_{LOCALES[language]}.md"
        readme.write_text(text("page.readme", language), encoding="utf-8")
    shutil.copyfile(folder / f"chainlit_{LOCALES[Language.PL]}.md", folder / "chainlit.md")
    os.environ["CHAINLIT_APP_ROOT"] = str(folder)
    # Chainlit would load a `.env` of the working folder into the environment; our settings have read it already.
    os.environ["CHAINLIT_ENV_FILE"] = os.devnull
