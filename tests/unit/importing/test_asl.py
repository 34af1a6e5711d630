"""A state machine becomes a document that keeps every state."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designer.errors import FileRefused
from designer.importing.asl import import_state_machine

_LAUGHS = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12))
MACHINE = {
    "StartAt": "A",
    "States": {
        "A": {"Type": "Task", "Resource": "arn:x", "Catch": [{"ErrorEquals": ["E"], "Next": "B"}], "Next": "C"},
        "C": {"Type": "Choice", "Choices": [{"Condition": "{% true %}", "Next": "B"}], "Default": "A"},
        "B": {"Type": "Pass", "End": True},
    },
}


def test_every_way_on_becomes_an_edge_with_its_branch() -> None:
    document = import_state_machine(json.dumps(MACHINE), path="folder/loop.asl.json")

    assert [str(edge) for edge in document.edges] == [
        "A.next -> C",
        "A.catch_1 -> B",
        "C.default -> A",
        "C.choice_1 -> B",
    ]
    assert document.name == "loop"


def test_a_state_is_kept_without_the_names_that_the_edges_hold() -> None:
    document = import_state_machine(json.dumps(MACHINE), path="loop.asl.json")

    assert document.nodes["A"].settings == {
        "definition": {"Type": "Task", "Resource": "arn:x", "Catch": [{"ErrorEquals": ["E"]}]}
    }
    assert document.nodes["B"].settings == {"definition": {"Type": "Pass", "End": True}}


def test_what_stands_beside_the_states_is_kept() -> None:
    machine = MACHINE | {"Comment": "Loops.", "QueryLanguage": "JSONata", "TimeoutSeconds": 5}

    document = import_state_machine(json.dumps(machine), path="loop.asl.json")

    assert document.settings == {
        "state_machine": {"StartAt": "A", "Comment": "Loops.", "QueryLanguage": "JSONata", "TimeoutSeconds": 5}
    }
    assert document.description == "Loops."


def test_states_stand_from_left_to_right_and_never_on_each_other() -> None:
    document = import_state_machine(json.dumps(MACHINE), path="loop.asl.json")

    places = [node.position for node in document.nodes.values()]

    assert len(set(places)) == len(places)
    assert {node.id for node in document.nodes.values() if node.position and node.position.x == 0} == {"A"}


def test_yaml_is_read_and_dates_stay_text() -> None:
    text = "StartAt: A\nStates:\n  A:\n    Type: Wait\n    Timestamp: 2026-01-02T03:04:05Z\n    End: true\n"

    document = import_state_machine(text, path="wait.asl.yaml")

    assert document.nodes["A"].settings["definition"] == {
        "Type": "Wait",
        "Timestamp": "2026-01-02T03:04:05Z",
        "End": True,
    }


@pytest.mark.parametrize(
    "properties",
    [
        {"Definition": MACHINE},
        {"DefinitionString": json.dumps(MACHINE)},
        {"DefinitionString": {"Fn::Sub": json.dumps(MACHINE)}},
        {"DefinitionString": {"Fn::Sub": [json.dumps(MACHINE), {"X": 1}]}},
        {"DefinitionString": {"Fn::Join": ["", json.dumps(MACHINE).partition(":")]}},
    ],
)
def test_the_one_state_machine_of_a_template_is_read(properties: object) -> None:
    resource = {"Type": "AWS::StepFunctions::StateMachine", "Properties": properties}
    template = json.dumps({"Resources": {"Machine": resource, "Bucket": {"Type": "AWS::S3::Bucket"}}})

    document = import_state_machine(template, path="template.json")

    assert set(document.nodes) == {"A", "B", "C"}


def test_short_forms_in_a_yaml_template_are_read() -> None:
    text = (
        "Resources:\n  M:\n    Type: AWS::StepFunctions::StateMachine\n    Properties:\n"
        "      DefinitionString: !Sub |\n"
        '        {"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "${F.Arn}", "End": true}}}\n'
    )

    document = import_state_machine(text, path="template.yaml")

    assert document.nodes["A"].settings["definition"] == {"Type": "Task", "Resource": "${F.Arn}", "End": True}


def test_broken_json_is_refused_with_line_and_column() -> None:
    with pytest.raises(FileRefused) as refusal:
        import_state_machine('{\n  "StartAt": ,\n}', path="broken.asl.json")

    assert (refusal.value.line, refusal.value.column) == (2, 14)
    assert refusal.value.hint


def test_broken_yaml_is_refused_with_its_line() -> None:
    with pytest.raises(FileRefused) as refusal:
        import_state_machine("StartAt: A\nStates: [\n", path="broken.yaml")

    assert refusal.value.line >= 2


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{}", "no state machine"),
        ("[]", "no state machine"),
        ('{"States": {}}', "no States"),
        ('{"States": {"A": {}}}', "has no Type"),
        ('{"States": {"A": {"Type": "Pass", "Next": 5}}}', "does not say by name"),
        ('{"Resources": {}}', "no state machine"),
        ("[" * 100_000, "nested too deeply"),
        ("&a [*a]", "nested too deeply"),
        ("States: &a {A: *a}", "nested too deeply"),
        (_LAUGHS, "too large"),
    ],
)
def test_what_is_no_state_machine_is_refused_with_the_reason(text: str, reason: str) -> None:
    with pytest.raises(FileRefused, match=reason):
        import_state_machine(text, path="odd.asl.json" if text[0] in "{[" else "odd.yaml")


@given(
    st.text()
    | st.recursive(
        st.none() | st.text() | st.integers(),
        lambda x: (
            st.lists(x)
            | st.dictionaries(
                st.sampled_from(["States", "StartAt", "Type", "Next", "Choices", "Catch", "Default", "Resources", "A"]),
                x,
            )
        ),
    ).map(json.dumps)
)
def test_any_text_is_read_or_refused(text: str) -> None:
    for path in ("a.json", "a.yaml"):
        try:
            document = import_state_machine(text, path=path)
        except FileRefused:
            continue
        assert document.nodes
