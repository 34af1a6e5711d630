import pytest
from pydantic import ValidationError

from designer.catalog.kinds.map_ import KIND
from designer.catalog.placed import Lowered
from designer.catalog.steps import Each
from designer.catalog.values import Item, ItemIndex, ParameterValue, StepOutput, joined
from tests.unit.catalog.kinds.placing import place


def each(lowered: Lowered) -> Each:
    (step,) = lowered.steps
    assert isinstance(step, Each)
    return step


def test_a_list_is_written_out_or_referred_to() -> None:
    assert each(place(KIND, {"items": ["a", {"name": "b"}]})).items == ["a", {"name": "b"}]
    assert each(place(KIND, {"items": "${params.Machine}"})).items == ParameterValue("Machine")


def test_a_list_may_be_joined_to_the_input() -> None:
    given = StepOutput("before", ("Payload", "regions"))

    assert each(place(KIND, {}, inputs={"items": given})).items == given


@pytest.mark.parametrize(
    "settings", [{}, {"items": ["a"], "distributed": True, "read": "csv", "read_from": "s3://b/k"}]
)
def test_the_items_are_given_in_one_way(settings: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="in one way"):
        place(KIND, settings)


def test_text_that_is_no_reference_is_no_list() -> None:
    with pytest.raises(ValidationError):
        place(KIND, {"items": "a, b"})


def test_the_item_and_its_number_are_there_inside_and_the_results_outside() -> None:
    outputs = place(KIND, {"items": ["a"]}).outputs

    assert outputs == {"results": StepOutput("node", ()), "item": Item("node"), "index": ItemIndex("node")}
    assert [port.name for port in KIND.outputs({})] == ["results"]
    assert [port.name for port in KIND.inner_outputs({})] == ["item", "index"]


def test_an_item_carries_what_the_setting_says() -> None:
    assert KIND.inner_outputs({"carries": "dataset"})[0].type == "dataset"


def test_what_only_a_distributed_map_takes_is_refused_elsewhere() -> None:
    with pytest.raises(ValueError, match="batch_items and write_to"):
        place(KIND, {"items": ["a"], "batch_items": 5, "write_to": "s3://out/here"})


def test_a_distributed_map_reads_the_lines_of_a_file() -> None:
    settings = {
        "distributed": True,
        "read": "csv",
        "read_from": "s3://data-${params.Machine}/in/list.csv",
        "reader_options": {"CSVHeaderLocation": "FIRST_ROW"},
        "write_to": "s3://results/run/",
    }

    spread = each(place(KIND, settings)).distribution

    assert spread is not None
    assert spread.reader == {
        "Action": "getObject",
        "Arguments": {"Bucket": joined("data-", ParameterValue("Machine")), "Key": "in/list.csv"},
        "ReaderConfig": {"InputType": "CSV", "CSVHeaderLocation": "FIRST_ROW"},
    }
    assert spread.writer == {"Arguments": {"Bucket": "results", "Prefix": "run/"}}


def test_a_distributed_map_goes_through_the_objects_below_a_prefix() -> None:
    spread = each(place(KIND, {"distributed": True, "read": "objects", "read_from": "s3://data/in/"})).distribution

    assert spread is not None
    assert spread.reader["Action"] == "listObjectsV2"
    assert spread.reader["Arguments"] == {"Bucket": "data", "Prefix": "in/"}


def test_an_address_that_is_not_in_s3_is_refused() -> None:
    with pytest.raises(ValueError, match="s3://bucket/key"):
        place(KIND, {"distributed": True, "read": "json", "read_from": "https://example.org/list.json"})
