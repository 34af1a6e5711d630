from designer.document.model import Document, Node
from designer.document.search import nodes_with

TITLES = {"training": "Training"}
DOCUMENT = Document(
    name="x",
    nodes={
        "fit": Node(id="fit", kind="training", settings={"hyperparameters": {"max_depth": 5}, "tags": ["Gold"]}),
        "tell": Node(id="tell", kind="notify", settings={"message": "Depth is fine"}),
    },
)


def test_names_kinds_and_their_titles_are_searched() -> None:
    assert nodes_with(DOCUMENT, "fit", TITLES) == ("fit",)
    assert nodes_with(DOCUMENT, "notify", TITLES) == ("tell",)
    assert nodes_with(DOCUMENT, "train", TITLES) == ("fit",)


def test_every_setting_is_searched_by_name_and_value_however_deep() -> None:
    assert nodes_with(DOCUMENT, "max_depth", TITLES) == ("fit",)
    assert nodes_with(DOCUMENT, "gold", TITLES) == ("fit",)
    assert nodes_with(DOCUMENT, "depth", TITLES) == ("fit", "tell")


def test_every_word_must_stand_somewhere() -> None:
    assert nodes_with(DOCUMENT, "depth fine", TITLES) == ("tell",)
    assert nodes_with(DOCUMENT, "depth nowhere", TITLES) == ()
    assert nodes_with(DOCUMENT, "  ", TITLES) == ()
