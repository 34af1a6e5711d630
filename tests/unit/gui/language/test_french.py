"""The French words: there for everything that is shown, of use, and of the same make as the English."""

import ast
import json
import re
from functools import cache

import pytest

from designer.gui.language.words import read_words
from designer.resources import resource_text
from tests.repository.sources import ROOT, parsed, python_files
from tests.unit.gui.language import shown

WORDS = read_words("fr")
# Places of formats and of patterns, but not the references that a text speaks of.
PLACE = re.compile(r"(?<!\$)\{\w*\}")
# pydantic's own sentences, which reach people as they are.
OF_PYDANTIC = ("Input should", "String should", "List should")
BREAKING = re.compile(r" [:;?!»](?:\s|$)|« ")


def texts(sort: str) -> list[str]:
    """Return the English texts of one sort, each once."""
    found: dict[str, None] = dict.fromkeys(getattr(shown, sort)())
    return list(found)


@cache
def written_in_the_code() -> tuple[str, ...]:
    """Return every piece of text in the code, the longest first."""
    pieces = {
        node.value.strip().lower()
        for path in python_files("designer", "exporters")
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    return tuple(sorted((piece for piece in pieces if len(piece) > 2), key=len, reverse=True))


def words_left(english: str) -> list[str]:
    """Return the words of a text that stand nowhere in the code."""
    left = PLACE.sub("\n", english).lower()
    for piece in written_in_the_code():
        if piece in left:
            left = left.replace(piece, "\n")
    return [word for word in re.findall(r"\w+", left) if len(word) > 3]


@pytest.mark.parametrize(
    "sort", ["literals", "actions", "kinds", "settings", "pins", "states", "offered_starters", "choices"]
)
def test_what_is_shown_has_a_french_text(sort: str) -> None:
    assert [text for text in texts(sort) if text not in WORDS] == []


def test_no_text_is_there_that_nobody_shows() -> None:
    known = {text for sort in shown.SORTS for text in sort()}
    others = [english for english in WORDS if english not in known and not english.startswith(OF_PYDANTIC)]

    assert {english: words_left(english) for english in others if words_left(english)} == {}


def test_the_places_for_values_are_the_same() -> None:
    differing = [
        english for english, french in WORDS.items() if sorted(PLACE.findall(english)) != sorted(PLACE.findall(french))
    ]

    assert differing == []


def test_keys_to_choose_by_and_dots_are_the_same() -> None:
    differing = [
        english
        for english, french in WORDS.items()
        if english.count("&") != french.count("&") or english.endswith("…") != french.endswith("…")
    ]

    assert differing == []


def test_a_sentence_stays_a_sentence() -> None:
    assert [english for english, french in WORDS.items() if english.endswith(".") != french.endswith(".")] == []


def test_no_line_breaks_before_a_sign() -> None:
    assert [french for french in WORDS.values() if BREAKING.search(french)] == []


def test_the_file_is_sorted_with_one_text_a_line() -> None:
    assert (
        resource_text("words", "fr.json")
        == json.dumps(dict(sorted(WORDS.items())), ensure_ascii=False, indent=2) + "\n"
    )


def test_the_words_lie_in_the_resources() -> None:
    assert (ROOT / "resources" / "words" / "fr.json").is_file()
