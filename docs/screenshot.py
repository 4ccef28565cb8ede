"""Take the picture of the README: ``python docs/screenshot.py`` with a server running at http://127.0.0.1:8000."""

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

PICTURE = Path(__file__).parent / "images" / "chat.png"
QUESTION = "Jak zostać technikiem programistą?"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def main(address: str = "http://127.0.0.1:8000") -> None:
    """Ask a question on the page, open its first source, keep the picture."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        page = browser.new_page(locale="pl-PL", viewport={"width": 1200, "height": 760}, reduced_motion="reduce")
        page.goto(address)
        page.locator("#chat-settings-open-modal").wait_for()
        page.locator("#chat-input").fill(QUESTION)
        page.locator("#chat-submit:enabled").click()
        page.get_by_role("button", name="Usuń tę rozmowę").wait_for()
        page.get_by_role("link", name="Źródło 2").first.click()
        page.get_by_text("Źródła pól").wait_for()
        page.locator(".ai-message a").first.scroll_into_view_if_needed()
        page.wait_for_timeout(1_500)  # the panel slides in
        PICTURE.parent.mkdir(exist_ok=True)
        page.screenshot(path=PICTURE)
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
