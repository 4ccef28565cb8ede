"""Which tools a turn offers to a model: the core always, the others where the conversation calls for them.

All schemas together cost more tokens than the rest of a usual prompt. The choice is by the words of the user in this
conversation and by what its notebook holds, so it is the same for the same conversation and only grows within it: the
beginning of the prompt stays in the server's cache. A model that misses a tool asks for its group with ``more_tools``.
"""

import re
from collections.abc import Iterable, Mapping

from langchain_core.messages import AIMessage, HumanMessage
from pydantic import BaseModel

from assistant.notebook import Notebook, read_notebook
from assistant.state import TurnState
from assistant.toolbox import ToolBox
from assistant.tools.more_tools import GROUPS, NAME
from register.vocabulary import Audience

CORE = frozenset({"search_qualifications", "get_qualification", "explain_system", "search_occupations", NAME})
_WORD = re.compile(r"\w+")
_WORDS: Mapping[str, str] = {
    "places": ("gdzie instytucj izb komisj urz ośrod where institut chamber board office де куди установ палат комісі"),
    "market": (
        "zarob zarab płac pensj wynagr rynek rynk rynku bezrob zapotrzeb ofert salar pay paid wage earn market demand "
        "unemploy vacanc зарплат зарпл зароб ринок ринк безроб попит ваканс"
    ),
    "advice": (
        "polec porad dorad propon pasuj wybra wybor wybór lubi interesuj dlaczego podobn przebranż recommend advi "
        "suggest suit choose like interest why similar порад порек пропон підход вибра вибір любл подоба чому схож"
    ),
    "way": ("zosta drog ścież krok plan dojść zdoby uzyska become path route step plan way стат шлях крок план здобу"),
    "person": (
        "mam umiem potraf jestem pracow ukończ skończ profil notat zapamięt usuń popraw brak cv ogłosz test kwestion "
        "ankiet zainteres have worked finished profile note remember delete correct missing resume questionnaire quiz "
        "маю вмію працю закінч профіл нотат запам видал виправ браку резюме анкет тест"
    ),
    "compare": ("porówn różni różnic lepsz zestaw compar differ versus better порівн різн краще відрізн"),
    "school": (
        "szkoł szkół szkol uczeń ucznia uczni techniku branżow klas rodzic córk syn dzieck school pupil parent child "
        "daughter школ учен учн дитин доньк син батьк"
    ),
}
_STEMS = {group: tuple(words.split()) for group, words in _WORDS.items()}


def chosen(state: TurnState, toolbox: ToolBox) -> list[type[BaseModel]]:
    """Return the tools to offer in this turn, in the order of the tool box."""
    groups = _by_words(state) | _by_notes(read_notebook(state.get("notebook"))) | _asked_for(state)
    if state["audience"] == Audience.YOUTH:
        groups.add("school")
    names = CORE.union(*(GROUPS[group] for group in groups))
    return [tool for name, tool in toolbox.arguments.items() if name in names]


def _by_words(state: TurnState) -> set[str]:
    earlier = (str(said.content) for said in state.get("history", []) if isinstance(said, HumanMessage))
    words = {word for text in (*earlier, state["message"]) for word in _WORD.findall(text.casefold())}
    return {group for group, stems in _STEMS.items() if any(word.startswith(stems) for word in words)}


def _by_notes(notebook: Notebook) -> set[str]:
    """A questionnaire that has begun, a profile or a recommendation may be gone on with in any words."""
    groups: set[str] = set()
    if notebook.interests or notebook.profile.entries:
        groups.add("person")
    if notebook.recommended:
        groups.add("advice")
    if notebook.plan:
        groups.add("way")
    return groups


def _asked_for(state: TurnState) -> set[str]:
    """The groups asked for in this turn; what a model writes for a name is looked up, never trusted."""
    calls: Iterable[AIMessage] = (message for message in state["work"] if isinstance(message, AIMessage))
    asked = {str(call["args"].get("group")) for message in calls for call in message.tool_calls if call["name"] == NAME}
    return asked & GROUPS.keys()
