"""The file of models: what it may say, and how a mistake in it is told."""

from pathlib import Path

import pytest

from assistant.models.description import ToolCalling
from assistant.models.registry import ModelFileError, read_models

FILE = """
models:
  - name: inside
    url: http://127.0.0.1:8000/v1
    model: a-model-on-the-server
    tools: json_schema
    languages: Polish first
  - name: hosted
    url: https://models.example/v1
    key_variable: HOSTED_KEY
    price: {prompt: 1.5, completion: 6, currency: EUR, source: made up for this test}
fallback: [hosted, inside, embedded]
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "models.yaml"
    path.write_text(text, "utf-8")
    return path


def test_models_come_in_the_order_of_fallback(tmp_path: Path) -> None:
    first, second = read_models(written(tmp_path, FILE))
    assert (first.name, first.on_server, first.tools) == ("hosted", "hosted", ToolCalling.NATIVE)
    assert (second.name, second.on_server, second.tools) == ("inside", "a-model-on-the-server", ToolCalling.JSON_SCHEMA)
    with pytest.raises(ValueError, match="frozen"):
        first.name = "other"  # type: ignore[misc]


WRONG = [
    ("models: [", "no YAML"),
    ("models: 3", "models"),
    ("models: [{name: a, url: ftp://x}]", "http://"),
    ("models: [{name: a, url: 'https://ja:haslo@x/v1'}]", "user name or password"),
    ("models: [{name: embedded, url: 'http://x/v1'}]", "built-in"),
    ("models: [{name: a, url: 'http://x/v1', key: tajne}]", "key"),
    ("models: [{name: a, url: 'http://x/v1', key_variable: sk-tajne}]", "key_variable"),
    ("models: [{name: a, url: 'http://x/v1'}, {name: a, url: 'http://y/v1'}]", "one name"),
    ("models: [{name: a, url: 'http://x/v1'}]\nfallback: [b]", "fallback names b"),
]


@pytest.mark.parametrize(("text", "said"), WRONG)
def test_a_mistake_is_one_line_that_names_it(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ModelFileError) as refusal:
        read_models(written(tmp_path, text))
    assert said in str(refusal.value)
    assert "\n" not in str(refusal.value)
    assert "tajne" not in str(refusal.value)
    assert "haslo" not in str(refusal.value)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ModelFileError, match="cannot be read"):
        read_models(tmp_path / "nothing.yaml")
