import pytest
from hypothesis import given
from hypothesis import strategies as st

from designer.sandbox.documents import Record
from designer.sandbox.stacks.dependencies import check_references, in_order, named_in
from designer.sandbox.wire.api_error import ApiError


def test_every_form_of_reference_is_seen() -> None:
    value = {
        "A": {"Ref": "One"},
        "B": [{"Fn::GetAtt": ["Two", "Arn"]}, {"Fn::GetAtt": "Three.Arn"}],
        "C": {"Fn::Sub": "${Four}-${Five.Arn}-${!Not}"},
        "D": {"Fn::Sub": ["${Own}${Six}", {"Own": {"Ref": "Seven"}}]},
    }

    assert sorted(named_in(value)) == ["Five", "Four", "One", "Seven", "Six", "Three", "Two"]


@given(st.permutations(range(8)), st.data())
def test_each_resource_comes_after_what_it_needs(order: list[int], data: st.DataObject) -> None:
    needs = {n: data.draw(st.sets(st.integers(0, n - 1))) if n else set() for n in range(8)}
    resources: dict[str, Record] = {
        f"R{n}": {"Properties": {"Needs": [{"Ref": f"R{need}"} for need in needs[n]]}} for n in order
    }

    ordered = in_order(resources)

    assert sorted(ordered) == sorted(resources)
    for n, needed in needs.items():
        assert all(ordered.index(f"R{need}") < ordered.index(f"R{n}") for need in needed)


def test_a_circle_is_named() -> None:
    resources: dict[str, Record] = {
        "A": {"DependsOn": "B"},
        "B": {"Properties": {"X": {"Fn::Sub": "${A.Arn}"}}},
        "C": {},
    }

    with pytest.raises(ApiError, match=r"Circular dependency between resources: \[A, B\]"):
        in_order(resources)


def test_an_output_that_refers_to_nothing_is_refused() -> None:
    template = {"Resources": {"A": {"Type": "T"}}, "Outputs": {"O": {"Value": {"Ref": "Nobody"}}}}

    with pytest.raises(ApiError, match=r"\[Nobody\] in the Outputs block"):
        check_references(template)


def test_parameters_and_pseudo_parameters_may_be_referred_to() -> None:
    template = {
        "Parameters": {"P": {}},
        "Resources": {"A": {"Type": "T", "Properties": {"X": {"Fn::Sub": "${P}-${AWS::Region}"}}}},
    }

    check_references(template)
