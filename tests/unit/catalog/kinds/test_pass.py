import pytest

from designer.catalog.kinds.pass_ import KIND
from designer.catalog.values import ParameterValue, joined
from exporters.codepipeline.target import TARGET as CODEPIPELINE
from exporters.sagemaker.target import TARGET as SAGEMAKER
from exporters.stepfunctions.target import TARGET as STEP_FUNCTIONS
from tests.unit.catalog.kinds.placing import place
from tests.unit.exporters.drawing import drawn


def test_values_have_names_and_nothing_runs() -> None:
    lowered = place(KIND, {"values": {"where": "s3://${params.Machine}/in", "n": 3}})

    assert lowered.steps == ()
    assert lowered.outputs == {"where": joined("s3://", ParameterValue("Machine", "String"), "/in"), "n": 3}


@pytest.mark.parametrize("target", [SAGEMAKER, STEP_FUNCTIONS, CODEPIPELINE])
def test_every_engine_takes_what_reads_them(target: object) -> None:
    names = {"kind": "pass", "settings": {"values": {"where": "s3://lake/in"}}}
    call = {"kind": "lambda", "settings": {"function": "tell", "payload": {"at": "${names.where}"}}}

    files = target.render(drawn({"names": names, "call": call}))  # type: ignore[attr-defined]

    assert any(b"s3://lake/in" in one.content for one in files)
