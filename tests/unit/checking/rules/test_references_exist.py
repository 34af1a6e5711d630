from dataclasses import replace

import pytest

from designer.checking.rules.references_exist import RULE
from designer.document.model import Parameter
from tests.unit.checking.subjects import document, spots

NODES = {"prepare": "job", "use": "free"}
PARAMETERS = (Parameter(name="Rounds"),)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("${params.Round}", "there is no parameter 'Round'; did you mean 'Rounds'"),
        ("${prepar.out}", "there is no node 'prepar'; did you mean 'prepare'"),
        ("${prepare.output}", "'prepare' has no output 'output' (it gives out)"),
        ("${use.out}", "a node cannot refer to itself"),
        ("${execution.end}", "an execution has id, start, name"),
        ("${HOME}", "for the text itself write $${HOME}"),
    ],
)
def test_a_reference_that_leads_nowhere_is_found_at_its_setting(text: str, said: str) -> None:
    settings = {"use": {"table": {"key": f"before {text} after"}}}

    found = spots(RULE, document(NODES, settings=settings, parameters=PARAMETERS))

    assert [(spot.node, spot.setting) for spot in found] == [("use", "table.key")]
    assert said in found[0].message


@pytest.mark.parametrize("text", ["${params.Rounds}", "${prepare.out}", "${execution.id}", "$${HOME}", "$HOME"])
def test_a_reference_that_leads_somewhere_stays_silent(text: str) -> None:
    assert spots(RULE, document(NODES, settings={"use": {"text": text}}, parameters=PARAMETERS)) == []


def test_braces_in_an_imported_state_are_the_states_own() -> None:
    settings = {"kept": {"text": "${TrainFunctionArn}"}}

    assert spots(RULE, document({"kept": "state"}, settings=settings)) == []


def test_braces_in_code_are_the_codes_own() -> None:
    settings = {"use": {"code": "echo ${HOME} ${CODEBUILD_SRC_DIR}"}}

    assert spots(RULE, document(NODES, settings=settings)) == []


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"tags": {"team": "${params.Round}"}}, "did you mean 'Rounds'"),
        ({"tags": {"team": "${prepare.out}"}}, "only refer to parameters and to the execution"),
        ({"kms_key": "alias/${params.Rounds}"}, "write the value itself"),
    ],
)
def test_what_concerns_the_whole_pipeline_is_looked_at_too(settings: dict[str, object], said: str) -> None:
    drawn = replace(document(NODES, parameters=PARAMETERS), settings=settings)

    (found,) = spots(RULE, drawn)

    assert found.setting.startswith("settings.")
    assert said in found.message


def test_a_tag_may_name_a_parameter() -> None:
    drawn = replace(document(NODES, parameters=PARAMETERS), settings={"tags": {"rounds": "${params.Rounds}"}})

    assert spots(RULE, drawn) == []


@pytest.mark.parametrize("name", ["state_machine", "sagemaker_pipeline", "code_pipeline"])
def test_what_an_import_keeps_beside_its_nodes_is_the_template_s_own(name: str) -> None:
    drawn = replace(document(NODES, parameters=PARAMETERS), settings={name: {"roleArn": "${Role}"}})

    assert spots(RULE, drawn) == []
