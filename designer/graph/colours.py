"""The colours of a drawn pipeline, light and dark, as hexadecimal text for the window and for picture files."""

from collections.abc import Mapping
from dataclasses import dataclass

from designer.catalog.kind import Category
from designer.catalog.ports import PortType

NOTE_COLOURS = ("yellow", "blue", "green", "red", "grey")
"""The names of the colours that a note may have; the first is that of a note without one."""


@dataclass(frozen=True, slots=True)
class NoteLook:
    """The colours of a note: its ground, its border, and links in its text."""

    fill: str
    border: str
    link: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Ink:
    """One set of colours; there are two, told apart by identity."""

    dark: bool
    canvas: str
    dot: str
    card: str
    border: str
    shadow: str
    text: str
    muted: str
    flow: str
    accent: str
    on_tile: str
    error: str
    warning: str
    success: str
    notes: Mapping[str, "NoteLook"]
    frame: str
    categories: Mapping[str, str]
    ports: Mapping[str, str]

    def category(self, category: str) -> str:
        """Return the colour of a category; an unknown kind has none and is grey."""
        return self.categories.get(category, self.muted)

    def port(self, port_type: str) -> str:
        """Return the colour of what a port carries."""
        return self.ports.get(port_type, self.flow)


LIGHT = Ink(
    dark=False,
    canvas="#F5F6F8",
    dot="#D3D8E0",
    card="#FFFFFF",
    border="#D4D9E2",
    shadow="#1B2330",
    text="#1A2230",
    muted="#667085",
    flow="#8A94A6",
    accent="#2F6BFF",
    on_tile="#FFFFFF",
    error="#D92D3A",
    warning="#B86E00",
    success="#178A50",
    notes={
        "yellow": NoteLook("#FFF6D6", "#E8D9A0", "#1F54D6"),
        "blue": NoteLook("#E3EEFF", "#B7CEF5", "#1F54D6"),
        "green": NoteLook("#E2F5E9", "#B2DDC3", "#1F54D6"),
        "red": NoteLook("#FFE6E8", "#F2BFC4", "#1F54D6"),
        "grey": NoteLook("#EBEEF3", "#C9D0DB", "#1F54D6"),
    },
    frame="#5B7BD6",
    categories={
        Category.DATA: "#23936B",
        Category.TRIGGER: "#C27A12",
        Category.PREPARE: "#2587BD",
        Category.TRAIN: "#6657D2",
        Category.REGISTER: "#A54E9B",
        Category.DEPLOY: "#CF5540",
        Category.CONTROL: "#5D6A7E",
    },
    ports={
        PortType.DATASET: "#23936B",
        PortType.MODEL_ARTIFACT: "#6657D2",
        PortType.MODEL: "#8A63D6",
        PortType.MODEL_PACKAGE: "#A54E9B",
        PortType.METRICS: "#2587BD",
        PortType.IMAGE: "#CF5540",
        PortType.SOURCE: "#C27A12",
        PortType.ENDPOINT: "#C94477",
        PortType.VALUE: "#748094",
    },
)

DARK = Ink(
    dark=True,
    canvas="#14171C",
    dot="#2B313B",
    card="#1F242C",
    border="#363E4B",
    shadow="#000000",
    text="#E9ECF1",
    muted="#98A3B5",
    flow="#7C8799",
    accent="#6C96FF",
    on_tile="#FFFFFF",
    error="#FF6B6B",
    warning="#F0AE4A",
    success="#4CC38A",
    notes={
        "yellow": NoteLook("#39341F", "#5A5130", "#9DB9FF"),
        "blue": NoteLook("#1E2D47", "#35507C", "#9DB9FF"),
        "green": NoteLook("#1D3529", "#345C48", "#9DB9FF"),
        "red": NoteLook("#42242A", "#70404A", "#9DB9FF"),
        "grey": NoteLook("#2A313B", "#48525F", "#9DB9FF"),
    },
    frame="#7E9BEF",
    categories={
        Category.DATA: "#2FA47A",
        Category.TRIGGER: "#CB8A2B",
        Category.PREPARE: "#3596CB",
        Category.TRAIN: "#7A6CE3",
        Category.REGISTER: "#B562AB",
        Category.DEPLOY: "#DC6853",
        Category.CONTROL: "#6E7B90",
    },
    ports={
        PortType.DATASET: "#3FBF90",
        PortType.MODEL_ARTIFACT: "#8F83F0",
        PortType.MODEL: "#AC86F2",
        PortType.MODEL_PACKAGE: "#CC7BC1",
        PortType.METRICS: "#4FB0E5",
        PortType.IMAGE: "#F0806B",
        PortType.SOURCE: "#E0A24A",
        PortType.ENDPOINT: "#E76A99",
        PortType.VALUE: "#93A0B4",
    },
)

FRAME_COLOURS: Mapping[str, str] = {
    "blue": "#5B7BD6",
    "green": "#3B9B78",
    "amber": "#C28A2B",
    "red": "#CB6152",
    "violet": "#8467CF",
    "grey": "#7B8798",
}


def ink(*, dark: bool) -> Ink:
    """Return the light or the dark set."""
    return DARK if dark else LIGHT


def frame_colour(name: str, colours: Ink) -> str:
    """Return a frame's colour from its name or from hexadecimal text; anything else gives the usual one."""
    if len(name) == len("#RRGGBB") and name.startswith("#"):
        return name
    return FRAME_COLOURS.get(name, colours.frame)


def note_look(name: str, colours: Ink) -> NoteLook:
    """Return the colours of a note from the name of its colour; any other name gives the usual ones."""
    return colours.notes.get(name, colours.notes[NOTE_COLOURS[0]])
