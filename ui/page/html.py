"""The page's HTML: Chainlit's, in the visitor's language, with every address of another server taken out."""

import base64
import hashlib
import json
import re
from html import escape

from register.vocabulary import Language
from ui.texts import text

_FOREIGN = re.compile(r'<link\b[^>]*?href="(?:https?:)?//[^>]*?>\s*', re.DOTALL)
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_BUTTONS = {
    "new-chat-button": "navigation.newChat.button",
    "readme-button": "navigation.header.readme",
    "chat-submit": "chat.input.actions.send",
    "stop-button": "chat.input.actions.stop",
    "chat-settings-open-modal": "chat.settings.title",
}
# Buttons that have a picture and no name, by the class of the picture.
_ICONS = {
    "lucide-thumbs-up": "chat.messages.feedback.positive",
    "lucide-thumbs-down": "chat.messages.feedback.negative",
}
_OWN_ICONS = {
    "lucide-copy": "page.copy",
    "lucide-x": "page.close",
    "lucide-arrow-left": "page.close",
    "lucide-arrow-down": "page.down",
    "lucide-sun": "page.theme",
    "lucide-moon": "page.theme",
}
POLICY = (
    "default-src 'self'; script-src 'self' {hashes}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; "
    "frame-ancestors 'none'"
)


def page_html(template: str, language: Language, translation: dict[str, object]) -> str:
    """Return the page made from Chainlit's ``template``; the words for ``page.js`` are data in it, not script."""
    html = _FOREIGN.sub("", template)
    html = re.sub(r"<html lang=\"[^\"]*\"", f'<html lang="{language.value}"', html, count=1)
    html = re.sub(r"<title>.*?</title>", f"<title>{escape(text('page.title', language))}</title>", html, count=1)
    description = escape(text("page.description", language), quote=True)
    html = re.sub(r'(<meta (?:name="|property="og:)description" content=")"', rf'\g<1>{description}"', html)
    words = json.dumps(_words(language, translation), ensure_ascii=False).replace("<", "\\u003c")
    data = f'<script type="application/json" id="zeterka-words">{words}</script>'
    return html.replace("</head>", f"{data}</head>", 1)


def policy_for(html: str) -> str:
    """Return the content security policy that lets just the inline scripts of ``html`` run."""
    digests = (hashlib.sha256(script.encode()).digest() for script in _SCRIPT.findall(html))
    hashes = " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)
    return POLICY.format(hashes=hashes)


def _words(language: Language, translation: dict[str, object]) -> dict[str, object]:
    return {
        "skip": text("page.skip", language),
        "citation": text("page.citation", language, n="{n}"),
        "input": _at(translation, "chat.input.placeholder"),
        "notice": text("page.warning", language),
        "buttons": {button: _at(translation, key) for button, key in _BUTTONS.items()},
        "icons": {icon: _at(translation, key) for icon, key in _ICONS.items()}
        | {icon: text(key, language) for icon, key in _OWN_ICONS.items()},
    }


def _at(tree: object, path: str) -> str:
    for name in path.split("."):
        tree = tree[name] if isinstance(tree, dict) else ""
    return str(tree)
