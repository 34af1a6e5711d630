"""SageMaker pipelines written by others come back from an import and an export as they were."""

import json
from pathlib import Path

import pytest

from designer.catalog.palette import KINDS
from designer.document.yaml_document import dump_document, parse_document
from designer.graph.model import build_graph
from designer.importing.sagemaker import import_sagemaker_pipeline
from designer.workflow.lowering import lower
from exporters.sagemaker.definition import definition
from exporters.sagemaker.support import support
from exporters.sagemaker.target import TARGET
from tests.corpus.corpus import files, skip_without_corpus

pytestmark = pytest.mark.corpus
_KINDS = {kind.id: kind for kind in KINDS}
_LEAST = 39


def test_every_pipeline_comes_back_equal_by_way_of_its_own_file() -> None:
    skip_without_corpus()
    paths = files("sagemaker")

    assert [path.name for path in paths if exported(path) != json.loads(path.read_text(encoding="utf-8"))] == []
    assert len(paths) >= _LEAST


def test_every_pipeline_renders_whole() -> None:
    skip_without_corpus()

    for path in files("sagemaker"):
        document = import_sagemaker_pipeline(path.read_text(encoding="utf-8"), path=path)
        workflow = lower(build_graph(document, _KINDS), {})
        assert support(workflow)
        assert {artifact.path for artifact in TARGET.render(workflow)} >= {"pipeline.json", "template.yaml"}


def exported(path: Path) -> object:
    drawn = import_sagemaker_pipeline(path.read_text(encoding="utf-8"), path=path)
    document = parse_document(dump_document(drawn), path=str(path))
    return json.loads(json.dumps(definition(lower(build_graph(document, _KINDS), {}))))
