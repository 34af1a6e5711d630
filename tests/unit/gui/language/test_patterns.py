"""Sentences with values in them are found, and the values come through as they are."""

import pytest

from designer.gui.language.patterns import Patterns
from designer.gui.language.words import read_words
from tests.stopwatch import quickest

PATTERNS = Patterns(
    {
        "The setting {0} is missing.": "Le réglage {0} manque.",
        "The setting {0} is missing in {1}.": "Dans {1}, il manque le réglage {0}.",
        "There is no node '{0}'; did you mean '{1}'?": "Pas de nœud « {0} » ; vouliez-vous dire « {1} » ?",
        "'{0}' takes {words1}.": "« {0} » prend : {words1}.",
        "model": "modèle",
        "{0}: {sentence}": "{0} : {sentence}",
        "Write ${params.{0}} instead.": "Écrivez plutôt ${params.{0}}.",
        "Nothing is wrong.": "Tout va bien.",
    }
)


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("Nothing is wrong.", "Tout va bien."),
        ("The setting uri is missing.", "Le réglage uri manque."),
        ("The setting a is missing in b.", "Dans b, il manque le réglage a."),
        ("There is no node 'a'b'; did you mean 'ab'?", "Pas de nœud « a'b » ; vouliez-vous dire « ab » ?"),
        ("The setting {1} \\1 ${x} is missing.", "Le réglage {1} \\1 ${x} manque."),
        ("The setting a\nb is missing.", "Le réglage a\nb manque."),
        ("Write ${params.Depth} instead.", "Écrivez plutôt ${params.Depth}."),
    ],
)
def test_values_come_through_unharmed(english: str, french: str) -> None:
    assert PATTERNS.said(english) == french


def test_our_own_words_in_a_sentence_are_said_too() -> None:
    assert PATTERNS.said("'train' takes model.") == "« train » prend : modèle."


def test_a_name_that_is_also_a_word_of_ours_stays_a_name() -> None:
    assert PATTERNS.said("The setting model is missing.") == "Le réglage model manque."


def test_a_sentence_inside_a_sentence_is_said_too() -> None:
    assert PATTERNS.said("train: The setting uri is missing.") == "train : Le réglage uri manque."


@pytest.mark.parametrize("sentence", ["AWS: Rate exceeded", "Somebody else's sentence.", "The setting"])
def test_what_nobody_has_written_stays_as_it_is(sentence: str) -> None:
    assert PATTERNS.said(sentence) == sentence


def test_hundreds_of_sentences_are_said_at_once() -> None:
    words = read_words("fr")
    sentences = [f"'{number}' takes one edge, and {number} end there; take all but one away." for number in range(500)]
    told: list[str] = []

    def say() -> None:
        told[:] = map(Patterns(words).said, sentences)

    assert quickest(say) < 0.3
    assert told[7].replace("\N{NO-BREAK SPACE}", " ") == (
        "« 7 » prend un seul lien, et 7 y arrivent ; retirez tous les autres."
    )
