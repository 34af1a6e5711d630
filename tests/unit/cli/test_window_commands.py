import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from tests.unit.cli.conftest import Ask


def test_a_picture_is_an_svg_that_names_every_node(ask: Ask, starter: Path, tmp_path: Path) -> None:
    out = tmp_path / "churn.svg"

    answer = ask("picture", starter, "--out", out)

    shown = "".join(ET.fromstring(out.read_text()).itertext())  # noqa: S314 - our own file
    assert answer.code == 0
    assert all(name in shown for name in ("prepare", "train", "good-enough", "register"))


def test_a_picture_is_drawn_on_a_dark_ground_too(ask: Ask, starter: Path, tmp_path: Path) -> None:
    ask("picture", starter, "--out", tmp_path / "light.svg")
    ask("picture", starter, "--out", tmp_path / "dark.svg", "--dark")

    assert (tmp_path / "light.svg").read_text() != (tmp_path / "dark.svg").read_text()


def test_a_flowchart_has_a_line_for_each_node_and_edge(ask: Ask, starter: Path, tmp_path: Path) -> None:
    out = tmp_path / "churn.mmd"

    ask("picture", starter, "--out", out)

    lines = out.read_text().splitlines()
    assert lines[0] == "flowchart LR"
    assert sum("-->" in line or "-.->" in line for line in lines) >= 10
    assert sum('"train<br/>' in line for line in lines) == 1


@pytest.mark.parametrize("name", ["churn.jpg", "churn"])
def test_a_format_that_cannot_be_drawn_is_wrong_usage(ask: Ask, starter: Path, tmp_path: Path, name: str) -> None:
    answer = ask("picture", starter, "--out", tmp_path / name)

    assert answer.code == 2
    assert ".svg, .png or .mmd" in answer.err
