import pytest

from designer.catalog.kinds.s3_data import KIND
from designer.catalog.needs import Asset
from designer.catalog.values import Deployed, Joined, ParameterValue
from tests.unit.catalog.kinds.placing import place


def test_an_address_is_given_on_and_may_be_read() -> None:
    lowered = place(KIND, {"uri": "s3://my-data/in/"})

    assert lowered.outputs == {"dataset": "s3://my-data/in/"}
    assert [statement.actions[0] for statement in lowered.statements] == ["s3:GetObject", "s3:ListBucket"]
    assert lowered.statements[0].resources == (Joined(("arn:", Deployed("Partition"), ":s3:::my-data/in/*")),)


def test_a_parameter_needs_the_bucket_to_be_named_for_the_permission() -> None:
    without = place(KIND, {"uri": "${params.Machine}"})
    named = place(KIND, {"uri": "${params.Machine}", "bucket": "my-data"})

    assert without.outputs == {"dataset": ParameterValue("Machine")}
    assert without.statements == ()
    assert named.statements[0].resources == (Joined(("arn:", Deployed("Partition"), ":s3:::my-data/*")),)


def test_a_file_beside_the_document_is_uploaded() -> None:
    lowered = place(KIND, {"file": "data/rows.csv"}, files={"data/rows.csv": b"1,2"})

    (asset,) = lowered.needs
    assert isinstance(asset, Asset)
    assert asset.content == b"1,2"
    assert lowered.outputs == {"dataset": Joined(("s3://", Deployed("AssetsBucket"), f"/{asset.key}"))}


@pytest.mark.parametrize("settings", [{}, {"uri": "s3://a/b", "file": "rows.csv"}])
def test_address_and_file_exclude_each_other(settings: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="either the address"):
        place(KIND, settings)
