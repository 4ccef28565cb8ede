"""The chat page in a real Chromium: a conversation, sources, keyboard, phone, languages, nothing foreign."""

import json
import os
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from ui_server import serving

from ui.page.routes import TRANSLATIONS
from ui.settings import Settings

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
)
DESK, PHONE = {"width": 1200, "height": 800}, {"width": 390, "height": 800}
PATIENCE = 10_000

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not CHROMIUM.exists() and os.environ.get("CI") != "true", reason=f"there is no {CHROMIUM} to drive"
    ),
]


class Visitor:
    """A person at the page: says things, looks, presses keys."""

    def __init__(self, context: BrowserContext, url: str) -> None:
        self.page: Page = context.new_page()
        self.page.set_default_timeout(PATIENCE)
        self.url, self.foreign, self.faults = url, [], []
        self.page.on("request", lambda request: self._look(request.url))
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("console", lambda line: self._hear(line.type, line.text))
        self._turns = 0

    def open(self, path: str = "/") -> None:
        """Open the page and wait for its settings, which come over the socket: then it can talk."""
        self.page.goto(f"{self.url}{path}")
        expect(self.page.locator("#chat-settings-open-modal")).to_be_visible(timeout=PATIENCE)

    @property
    def box(self) -> object:
        return self.page.locator("#chat-input")

    @property
    def answers(self) -> object:
        return self.page.locator(".ai-message")

    def ask(self, message: str) -> str:
        self.send(message)
        return self.read()

    def send(self, message: str) -> None:
        self.box.fill(message)
        self.ready()
        self.page.keyboard.press("Enter")

    def ready(self) -> None:
        """Wait until a message may be sent: the socket is open and no other answer is under way."""
        expect(self.page.locator("#chat-submit")).to_be_enabled(timeout=PATIENCE)

    def read(self) -> str:
        """Wait for the next answer to be whole, which its buttons show, and read it."""
        self._turns += 1
        expect(self.page.get_by_role("button", name="Usuń tę rozmowę")).to_have_count(self._turns, timeout=PATIENCE)
        return self.answers.last.inner_text()

    def _look(self, address: str) -> None:
        if urlsplit(address).hostname not in ("127.0.0.1", None):
            self.foreign.append(address)

    def _hear(self, kind: str, line: str) -> None:
        # Chainlit's own drawer lacks a title, which Radix complains about; what our policy blocks must not occur.
        if kind == "error" and "DialogTitle" not in line:
            self.faults.append(line)


@pytest.fixture(scope="module")
def page_url(data_dir: Path) -> Iterator[str]:
    with serving(Settings(data_dir=data_dir, rate_per_minute=0)) as url:
        yield url


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium for this module only: while it is open, Playwright keeps the event loop of the thread."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield chromium
        chromium.close()


@pytest.fixture
def visitor(browser: Browser, page_url: str) -> Iterator[Visitor]:
    context = browser.new_context(locale="pl-PL", viewport=DESK)
    someone = Visitor(context, page_url)
    yield someone
    context.close()
    assert someone.foreign == []
    assert someone.faults == []


def test_a_conversation_of_five_turns_keeps_its_thread(visitor: Visitor, data_dir: Path) -> None:
    visitor.open()
    assert "INF.03" in visitor.ask("Jak zostać technikiem programistą?")
    assert "INF.03" in visitor.ask("Co to jest INF.03?")
    level = visitor.ask("a jaki ma poziom?")
    assert "poziom" in level.lower()
    assert "[1]" in level
    assert "INF.04" in visitor.ask("a INF.04?")
    visitor.ask("ile to trwa?")
    expect(visitor.page.locator(".ai-message")).to_have_count(5)
    # The thumb of the last answer names the fifth turn of one thread: nothing was forgotten in between.
    visitor.page.get_by_role("button", name="Pomocna odpowiedź", exact=True).last.click()
    visitor.page.get_by_role("button", name="Wyślij ocenę").click()
    expect(visitor.page.get_by_text("Ocena zapisana").first).to_be_visible(timeout=PATIENCE)
    kept = json.loads((data_dir / "feedback.jsonl").read_text("utf-8").splitlines()[-1])
    assert (kept["turn"], kept["rating"]) == (5, "up")
    exported = httpx.get(f"{visitor.url}/api/v1/threads/{kept['thread_id']}").json()
    assert exported["turns"] == 5


def test_a_citation_opens_its_record_at_the_side(visitor: Visitor) -> None:
    visitor.open()
    visitor.ask("Co to jest INF.03?")
    visitor.page.get_by_role("link", name="Źródło 1").first.click()
    side = visitor.page.locator("#side-view-content, aside, [role=dialog]").last
    expect(side.get_by_text("Źródła pól")).to_be_visible(timeout=PATIENCE)
    link = side.get_by_role("link", name="W rejestrze")
    assert str(link.get_attribute("href")).startswith("https://kwalifikacje.gov.pl/")


def test_suggestions_ask_and_the_conversation_can_be_deleted(visitor: Visitor) -> None:
    visitor.open()
    visitor.ask("Jak zostać technikiem programistą?")
    visitor.page.get_by_role("button", name=re.compile("INF.03")).first.click()
    assert "INF.03" in visitor.read()
    visitor.page.get_by_role("button", name="Usuń tę rozmowę").last.click()
    expect(visitor.page.get_by_text("Rozmowa została usunięta")).to_be_visible(timeout=PATIENCE)


def test_starters_and_the_notice_are_on_the_first_screen(visitor: Visitor) -> None:
    visitor.open()
    expect(visitor.page.locator("#zeterka-notice")).to_contain_text("to automat")
    starters = visitor.page.locator("#starters button")
    expect(starters).to_have_count(6)
    starters.nth(2).click()
    assert "INF.03" in visitor.read()
    expect(visitor.page.locator(".watermark")).to_contain_text("może się mylić")


@pytest.mark.parametrize("viewport", [PHONE, {"width": 320, "height": 640}])
def test_a_phone_has_nothing_to_scroll_sideways(visitor: Visitor, viewport: dict[str, int]) -> None:
    visitor.page.set_viewport_size(viewport)  # type: ignore[arg-type]
    visitor.open()
    assert visitor.page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
    for starter in visitor.page.locator("#starters button").all():
        box = starter.bounding_box()
        assert box is not None
        assert box["x"] >= 0, "the beginning of a first question is cut off"
        assert box["x"] + box["width"] <= viewport["width"]
    visitor.ask("Jak zostać technikiem programistą?")
    assert visitor.page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
    header = visitor.page.locator("#header").evaluate("one => one.scrollWidth <= one.clientWidth + 1")
    assert header, "the header is wider than the screen"


def test_the_keyboard_alone_is_enough(visitor: Visitor) -> None:
    """GIVEN no mouse, WHEN one skips to the box, asks, and opens a source, THEN it opens."""
    visitor.open()
    visitor.page.evaluate("document.activeElement.blur()")
    visitor.page.locator(".zeterka-skip").focus()
    visitor.page.keyboard.press("Enter")
    expect(visitor.box).to_be_focused()
    visitor.page.keyboard.type("Co to jest INF.03?")
    visitor.ready()
    visitor.page.keyboard.press("Enter")
    visitor.read()
    for _ in range(60):
        visitor.page.keyboard.press("Tab")
        if visitor.page.evaluate("document.activeElement.getAttribute('aria-label')") == "Źródło 1":
            break
    visitor.page.keyboard.press("Enter")
    expect(visitor.page.get_by_text("Źródła pól").last).to_be_visible(timeout=PATIENCE)


def test_a_screen_reader_finds_names_language_and_live_region(visitor: Visitor) -> None:
    visitor.open()
    visitor.ask("Co to jest INF.03?")
    page = visitor.page
    assert page.locator("html").get_attribute("lang") == "pl"
    assert page.title() == "ZeteRka – kwalifikacje i zawody"
    live = page.locator("#zeterka-live")
    assert live.get_attribute("aria-live") == "polite"
    expect(live).to_contain_text("INF.03", timeout=PATIENCE)
    assert page.get_by_role("main").count() == 1
    assert page.get_by_role("textbox", name="Zapytaj o kwalifikację albo zawód…").count() == 1
    nameless = page.eval_on_selector_all(
        "button, a[href], input, textarea, [role=button]",
        """all => all.filter(one => one.checkVisibility() && !one.innerText?.trim() && !one.ariaLabel
            && !one.title && !one.labels?.length && !one.getAttribute('aria-labelledby')).map(one => one.outerHTML)""",
    )
    assert nameless == []
    assert page.eval_on_selector_all("img:not([alt])", "all => all.length") == 0


CONTRAST = """all => all.filter(one => one.checkVisibility() && one.childElementCount === 0 && one.textContent.trim())
  .map(one => {
    const rgb = (text) => (text.match(/[\\d.]+/g) || [0, 0, 0, 0]).map(Number);
    const light = ([r, g, b]) => [r, g, b].map((v) => v / 255)
      .map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
      .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
    let behind = one;
    const clear = (seen) => (rgb(getComputedStyle(seen).backgroundColor)[3] ?? 1) === 0;
    while (behind.parentElement && clear(behind)) behind = behind.parentElement;
    const a = light(rgb(getComputedStyle(one).color)), b = light(rgb(getComputedStyle(behind).backgroundColor));
    return [one.textContent.trim().slice(0, 40), (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)];
  }).filter(([, ratio]) => ratio < 4.5)"""


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_stands_out_from_its_background(visitor: Visitor, theme: str) -> None:
    """WCAG 2.2 AA: a ratio of 4.5 to 1, by its formula, for each leaf of text on the page."""
    visitor.page.add_init_script(f"localStorage.setItem('vite-ui-theme', '{theme}')")
    visitor.open()
    visitor.ask("Co to jest INF.03?")
    assert visitor.page.eval_on_selector_all("#root p, #root a, #root button, #root span, #root li", CONTRAST) == []


def test_the_page_speaks_the_language_one_chooses(visitor: Visitor) -> None:
    visitor.open("/?lang=uk")
    assert visitor.page.locator("html").get_attribute("lang") == "uk"
    expect(visitor.page.locator("#starters")).to_contain_text("Що таке INF.03?")
    visitor.open()
    assert visitor.page.locator("html").get_attribute("lang") == "uk", "the choice is remembered"
    visitor.open("/?lang=en")
    assert visitor.page.get_by_role("textbox", name="Ask about a qualification or an occupation…").count() == 1
    visitor.open("/?lang=pl")
    expect(visitor.page.locator("#starters")).to_contain_text("Co to jest INF.03?")


def test_what_one_writes_is_text_and_not_page(visitor: Visitor) -> None:
    visitor.open()
    visitor.ask("<img src=x onerror=document.title='zhakowana'> [odnośnik](javascript:alert(1)) INF.03")
    assert visitor.page.title() == "ZeteRka – kwalifikacje i zawody"
    assert visitor.page.locator("a[href^='javascript']").count() == 0
    assert visitor.page.locator("#root img[src=x]").count() == 0


def test_the_answer_follows_the_settings(visitor: Visitor) -> None:
    visitor.open()
    visitor.page.locator("#chat-settings-open-modal").click()
    visitor.page.locator("#language").click()
    visitor.page.get_by_role("option", name="angielski").click()
    visitor.page.get_by_role("button", name="Potwierdź").click()
    visitor.send("Co to jest INF.03?")
    expect(visitor.page.get_by_role("button", name="Delete this conversation")).to_be_visible(timeout=PATIENCE)


CLOSED = [
    ("GET", "/login"),
    ("GET", "/project/thread/x"),
    ("POST", "/project/file?session_id=x"),
    ("POST", "/project/action"),
    ("POST", "/mcp"),
    ("POST", "/login"),
    ("PUT", "/project/element"),
    ("DELETE", "/project/thread"),
    ("GET", "/assets/index-B2u6IBgX.js.map"),
    ("GET", "/public/../config.toml"),
    ("GET", "/public/%2e%2e/.chainlit/config.toml"),
    ("GET", "/.chainlit/config.toml"),
]


@pytest.mark.parametrize(("method", "path"), CLOSED)
def test_what_the_page_does_not_need_is_closed(page_url: str, method: str, path: str) -> None:
    assert httpx.request(method, f"{page_url}{path}").status_code in (404, 405)


def test_the_page_is_guarded(page_url: str) -> None:
    response = httpx.get(page_url)
    policy = response.headers["content-security-policy"]
    assert "unsafe-eval" not in policy
    assert "frame-ancestors 'none'" in policy
    assert not re.search(r'(?:href|src)="(?:https?:)?//', response.text)
    assert httpx.get(
        page_url, headers={"cookie": "zeterka_lang=xx", "accept-language": "de,uk;q=0.5,en;q=x"}
    ).text.count('lang="uk"')
    assert httpx.get(f"{page_url}/page/card", params={"id": "zrk:INF.99"}).status_code == 404
    assert "INF.03" in httpx.get(f"{page_url}/page/card", params={"id": "zrk:INF.03", "language": "uk"}).text


def test_nothing_is_written_where_the_server_was_started(page_url: str) -> None:
    assert list(Path.cwd().iterdir()) == []
    assert httpx.get(f"{page_url}/healthz").status_code == 200


def test_every_word_of_the_page_is_translated(page_url: str) -> None:
    def keys(tree: dict[str, object], path: str = "") -> set[str]:
        return {
            name
            for key, value in tree.items()
            for name in (keys(value, f"{path}{key}.") if isinstance(value, dict) else {f"{path}{key}"})
        }

    theirs = keys(json.loads((files("chainlit") / "translations" / "en-US.json").read_text("utf-8")))
    for locale in ("pl-PL", "uk-UA", "en-US"):
        ours = json.loads((TRANSLATIONS / f"{locale}.json").read_text("utf-8"))
        assert keys(ours) == theirs
    words = httpx.get(f"{page_url}/project/translations", headers={"accept-language": "pl"}).json()["translation"]
    assert re.search(r"dane wczytane \d{4}-\d{2}-\d{2}", words["chat"]["watermark"])


def test_a_pupil_is_advised_from_the_first_word_to_the_plan_on_a_phone(visitor: Visitor) -> None:
    """GIVEN a phone, WHEN a pupil asks, answers questions, chooses a school, THEN there is a way and a plan to keep."""
    visitor.page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    visitor.open()
    assert "3 minuty" in visitor.ask("mam 14 lat i nie wiem co wybrać")
    assert "Pytanie 1 z około 15" in visitor.ask("tak")
    for number in ("5", "1"):
        visitor.page.get_by_role("button", name=number, exact=True).last.click()
        said = visitor.read()
    assert "Pytanie 3 z około 15" in said
    assert "Pytanie 2 z około 15" in visitor.ask("wróć")
    assert "odpowiedzi są zachowane" in visitor.ask("zróbmy przerwę")
    schools = visitor.ask("Jaką szkołę wybrać po podstawówce, jeśli lubię komputery?")
    assert schools.index("technik informatyk") < schools.index("technik teleinformatyk")
    assert schools.count("Po technikum można zdawać maturę") == 1
    way = visitor.ask("Jaka jest droga do technika informatyka po podstawówce?")
    assert "Krok 1: Technikum w zawodzie technik informatyk, 5 lat" in way
    picture = visitor.page.get_by_role("link", name=re.compile("^Rysunek dróg")).last
    assert "pathways.svg" in str(picture.get_attribute("href"))
    plan = visitor.ask("zrób plan")
    assert "Krok 1: Technikum" in plan
    assert "Decyzja należy do Ciebie" in plan
    file = visitor.page.get_by_role("link", name="PDF").last.get_attribute("href")
    assert httpx.get(f"{visitor.url}{file}").content.startswith(b"%PDF-")
    assert visitor.page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
