"""Which features each engine has and what draws them, as tables for the reference pages."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import yaml

from designer.catalog.palette import KINDS
from designer.catalog.pipeline_settings import PipelineSettings

_FILE = Path(__file__).with_name("features.yaml")
_PIPELINE = "pipeline"


def features(engine: str) -> Mapping[str, Mapping[str, Mapping[str, object]]]:
    """Return the features of an engine by section and name; each has `by`, `note`, or both."""
    found: Mapping[str, Mapping[str, Mapping[str, Mapping[str, object]]]] = yaml.safe_load(_FILE.read_text("utf-8"))
    return found[engine]


def feature_lines(engine: str) -> Iterator[str]:
    """Yield the lines of the tables of an engine; `ValueError` for a kind or setting that does not exist."""
    for section, rows in features(engine).items():
        yield from ("", f"### {section}", "", "| the engine has | drawn by | |", "|---|---|---|")
        for name, row in rows.items():
            drawn = _names(row)
            for one in drawn:
                _refuse_unknown(one, f"{engine}, {section}, {name}")
            yield f"| {name} | {', '.join(f'`{one}`' for one in drawn)} | {row.get('note', '')} |"


def _names(row: Mapping[str, object]) -> Iterable[str]:
    by = row.get("by", [])
    return [str(one) for one in by] if isinstance(by, list) else []


def _refuse_unknown(drawn: str, where: str) -> None:
    owner, _, setting = drawn.partition(".")
    fields = {kind.id: kind.settings.model_fields for kind in KINDS} | {_PIPELINE: PipelineSettings.model_fields}
    if owner not in fields or (setting and setting not in fields[owner]):
        raise ValueError(f"{where}: there is no '{drawn}'.")
