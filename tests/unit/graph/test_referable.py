from designer.catalog.palette import KINDS
from designer.document.reading import document_from_plain
from designer.graph.referable import referable


def test_parameters_the_execution_and_what_may_run_before_can_be_referred_to() -> None:
    document = document_from_plain(
        {
            "name": "x",
            "parameters": {"Rounds": {"type": "Integer"}},
            "nodes": {
                "data": {"kind": "s3_data", "settings": {"uri": "s3://b/x"}},
                "train": {"kind": "training"},
                "model": {"kind": "create_model"},
                "beside": {"kind": "processing"},
            },
            "edges": ["data.dataset -> train.train", "train.model -> model.model"],
        }
    )

    found = referable(document, {kind.id: kind for kind in KINDS}, "train")

    assert found == (
        "params.Rounds",
        "execution.id",
        "execution.start",
        "execution.name",
        "data.dataset",
        "beside.output",
    )
