"""Sentences with values in them: found among the patterns of a language, and said with the same values.

The core layers write English sentences and know nothing of languages. `The setting {0} is missing.` stands for each of
them that differs in `{0}` alone, and what stands there is left as it is. A place called `{words}` holds words that are ours,
which are said too where they are known; one called `{sentence}` holds a sentence that must be known. A number may follow.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

_PLACE = re.compile(r"(?<!\$)\{(\w+)\}")
_WORD = re.compile(r"[\w'-]+")
_WORDS, _SENTENCE = "words", "sentence"
_MOST_REMEMBERED = 4096


@dataclass(frozen=True, slots=True)
class Pattern:
    """A sentence with places; `longest` is the longest text that stands in each sentence of the pattern."""

    english: str
    other: str
    first: str
    longest: str
    fixed: int

    def values(self, sentence: str) -> dict[str, str] | None:
        """Return the values of a sentence by their places, or None where it is another sentence."""
        found = _expression(self.english).fullmatch(sentence) if self.longest in sentence else None
        return {name[1:]: value for name, value in found.groupdict().items()} if found else None


class Patterns:
    """The patterns of one language, in order of their first words, those that say most by themselves first."""

    def __init__(self, words: Mapping[str, str]) -> None:
        self._words = words
        self._by_first: dict[str, list[Pattern]] = {}
        for pattern in sorted(_patterns(words), key=lambda one: -one.fixed):
            self._by_first.setdefault(pattern.first, []).append(pattern)
        self._remembered = lru_cache(_MOST_REMEMBERED)(self._find)

    def said(self, sentence: str) -> str:
        """Return a sentence in the other language, or as it is where nobody has written it."""
        told = self._remembered(sentence)
        return sentence if told is None else told

    def _find(self, sentence: str) -> str | None:
        if sentence in self._words:
            return self._words[sentence]
        for pattern in (*self._by_first.get(_first_word(sentence), ()), *self._by_first.get("", ())):
            values = pattern.values(sentence)
            told = None if values is None else self._filled(pattern.other, values)
            if told is not None:
                return told
        return None

    def _filled(self, other: str, values: Mapping[str, str]) -> str | None:
        """Return the sentence with its values, or None where a place for a sentence holds another text."""
        told = {name: self._value(name.rstrip("0123456789"), value) for name, value in values.items()}
        return None if None in told.values() else _PLACE.sub(lambda place: told[place.group(1)] or "", other)

    def _value(self, place: str, value: str) -> str | None:
        if place == _SENTENCE:
            return self._find(value) if " " in value else None
        return (self._find(value) or value) if place == _WORDS else value


def places(text: str) -> tuple[str, ...]:
    """Return the names of the places of a text, in their order."""
    return tuple(_PLACE.findall(text))


def _patterns(words: Mapping[str, str]) -> Iterator[Pattern]:
    for english, other in words.items():
        if _PLACE.search(english):
            yield _pattern(english, other)


def _pattern(english: str, other: str) -> Pattern:
    fixed = _PLACE.split(english)[::2]
    first = _first_word(fixed[0])
    return Pattern(
        english=english,
        other=other,
        # A word that ends where a place begins may go on in the sentence.
        first=first if first != fixed[0] else "",
        longest=max(fixed, key=len),
        fixed=sum(map(len, fixed)),
    )


@cache
def _expression(english: str) -> re.Pattern[str]:
    """Return what finds the sentences of a pattern; made when it is first needed, for there are hundreds."""
    pieces = _PLACE.split(english)
    seen: set[str] = set()
    written = [re.escape(pieces[0])]
    for name, text in zip(pieces[1::2], pieces[2::2], strict=True):
        # A sentence may hold what stands behind its place; anything else ends as soon as it can.
        some = ".*" if name.startswith(_SENTENCE) else ".*?"
        written.append(f"(?P=_{name})" if name in seen else f"(?P<_{name}>{some})")
        written.append(re.escape(text))
        seen.add(name)
    return re.compile("".join(written), re.DOTALL)


def _first_word(text: str) -> str:
    found = _WORD.match(text)
    return found.group() if found else ""
