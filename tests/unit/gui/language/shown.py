"""The English texts that the window may show, as far as the code and its tables name them."""

import ast
from collections.abc import Iterable, Iterator

from designer.aws.runs import RunStatus
from designer.catalog.kind import Category, Kind
from designer.catalog.palette import KINDS
from designer.catalog.pipeline_settings import PipelineSettings
from designer.catalog.ports import Port, PortType
from designer.checking.finding import Severity
from designer.document.model import Node
from designer.graph.card import make_card
from designer.gui.actions.table import ACTIONS, MENUS
from designer.gui.bridge.accounts import SANDBOX
from designer.gui.fields.choice_words import WORDS
from designer.gui.fields.spec import FieldSpec, specs_of
from designer.gui.panels.pipeline_page import OWN_SETTINGS
from designer.usecases.starters import starters
from designer.workflow.support import Level
from tests.repository.sources import ROOT, parsed, python_files

TELLING = {"tr", "said"}
CHANGES = ("Add", "Modify", "Remove")


def literals() -> Iterator[str]:
    """Yield every text that the window's code hands to `tr`."""
    for path in python_files("designer"):
        if "gui" in path.relative_to(ROOT).parts:
            yield from (text for call in ast.walk(parsed(path)) if (text := _literal(call)))


def actions() -> Iterator[str]:
    """Yield the titles of actions and of menus."""
    yield from MENUS
    for spec in ACTIONS:
        yield from (text for text in (spec.title, spec.submenu) if text)


def kinds() -> Iterator[str]:
    """Yield how kinds and their groups are called, and what they are for."""
    yield from (category.value for category in Category)
    for kind in KINDS:
        yield from (kind.title, kind.summary)


def settings() -> Iterator[str]:
    """Yield how settings and their groups are called, and what they are for."""
    for spec in _with_inner(_specs()):
        yield from (text for text in (spec.title, spec.form.group, spec.description) if text)


def pins() -> Iterator[str]:
    """Yield how pins are called, what they carry, and what they are for."""
    yield from (port_type.value.replace("_", " ") for port_type in PortType)
    for kind in KINDS:
        yield from (pin.title for pin in make_card(Node(id="node", kind=kind.id), kind).pins)
        yield from (port.help for port in _ports(kind) if port.help)


def states() -> Iterator[str]:
    """Yield the words for how far something is, how bad, how well taken, how it changes, and where it is."""
    for words in (RunStatus, Severity, Level):
        yield from (word.value for word in words)
    yield from CHANGES
    yield SANDBOX


def offered_starters() -> Iterator[str]:
    """Yield what the starters say of themselves."""
    for starter in starters():
        yield from (starter.title, starter.summary)


def choices() -> Iterator[str]:
    """Yield what choices are called in forms."""
    yield from WORDS.values()


def _specs() -> Iterator[FieldSpec]:
    yield from OWN_SETTINGS
    yield from specs_of(PipelineSettings)
    for kind in KINDS:
        yield from specs_of(kind.settings)


def _with_inner(specs: Iterable[FieldSpec]) -> Iterator[FieldSpec]:
    """Yield settings, and those of the records that they hold."""
    for spec in specs:
        yield spec
        if spec.inside is not None:
            yield from _with_inner(spec.inside.specs())


def _ports(kind: Kind) -> Iterator[Port]:
    for ports in (kind.inputs, kind.outputs, kind.inner_outputs):
        yield from ports({})


def _literal(call: ast.AST) -> str:
    if not isinstance(call, ast.Call) or not call.args:
        return ""
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    text = call.args[0]
    return text.value if name in TELLING and isinstance(text, ast.Constant) and isinstance(text.value, str) else ""


SORTS = (literals, actions, kinds, settings, pins, states, offered_starters, choices)
