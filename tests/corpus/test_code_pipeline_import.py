"""CodePipelines written by others come back from an import and an export as they were."""

import json
from pathlib import Path

import pytest

from designer.catalog.palette import KINDS
from designer.document.yaml_document import dump_document, parse_document
from designer.errors import FileRefused
from designer.graph.model import build_graph
from designer.importing.code_pipeline import import_code_pipeline
from designer.importing.code_pipeline_files import find_code_pipeline
from designer.importing.text import as_json, read_plain
from designer.workflow.lowering import lower
from exporters.codepipeline.definition import definition
from exporters.codepipeline.plan import plan_of
from exporters.codepipeline.target import TARGET
from tests.corpus.corpus import files, skip_without_corpus

pytestmark = pytest.mark.corpus
_KINDS = {kind.id: kind for kind in KINDS}
_LEAST = 25


def test_every_pipeline_comes_back_equal_by_way_of_its_own_file() -> None:
    skip_without_corpus()
    paths = [path for path in files("codepipeline") if is_single(path)]

    assert [path.name for path in paths if exported(path) != original(path)] == []
    assert len(paths) >= _LEAST


def test_every_other_file_is_refused_because_it_holds_several() -> None:
    skip_without_corpus()

    for path in files("codepipeline"):
        if not is_single(path):
            with pytest.raises(FileRefused, match="This template holds"):
                import_code_pipeline(path.read_text(encoding="utf-8"), path=path)


def test_every_pipeline_renders_whole() -> None:
    skip_without_corpus()

    for path in files("codepipeline"):
        if is_single(path):
            document = import_code_pipeline(path.read_text(encoding="utf-8"), path=path)
            rendered = TARGET.render(lower(build_graph(document, _KINDS), {}))
            assert {artifact.path for artifact in rendered} == {"pipeline.json", "template.yaml", "README.md"}


def is_single(path: Path) -> bool:
    plain = as_json(read_plain(path.read_text(encoding="utf-8"), str(path)))
    resources = plain.get("Resources") if isinstance(plain, dict) else None
    if not isinstance(resources, dict):
        return True
    types = [one.get("Type") for one in resources.values() if isinstance(one, dict)]
    return types.count("AWS::CodePipeline::Pipeline") == 1


def original(path: Path) -> object:
    """Return the pipeline of a file; where a template leaves the name to CloudFormation, it gets the file's."""
    return {"name": path.name.split(".")[0], **find_code_pipeline(path.read_text(encoding="utf-8"), str(path))}


def exported(path: Path) -> object:
    drawn = import_code_pipeline(path.read_text(encoding="utf-8"), path=path)
    document = parse_document(dump_document(drawn), path=str(path))
    return json.loads(json.dumps(definition(plan_of(lower(build_graph(document, _KINDS), {})))))
