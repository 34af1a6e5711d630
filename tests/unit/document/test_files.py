"""Documents in files: strict reading, small differences, whole saves."""

import contextlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designer.document.edits import connect, move_nodes, rename_node, set_setting
from designer.document.files import read_document, save_document
from designer.document.model import Document, Edge, Node, Point
from designer.document.yaml_document import dump_document, parse_document
from designer.errors import FileRefused

TEXT = """\
# churn, weekly
format: 1
name: churn   # the name
nodes:
  prepare:
    kind: processing   # sklearn
    settings: {flag: no, account: 012, rate: 1e3, at: 12:30:00, day: 2024-01-01}
  train: {kind: training}
edges:
- prepare.train -> train.train # keep me
layout:
  prepare: [10, 20.5]
owner: {team: growth}
"""


def test_yaml_1_1_traps_do_not_change_a_value() -> None:
    settings = parse_document(TEXT, path="churn.yaml").nodes["prepare"].settings

    assert settings == {"flag": "no", "account": "012", "rate": 1000.0, "at": "12:30:00", "day": "2024-01-01"}


def test_comments_and_key_order_stay_on_save() -> None:
    document = rename_node(parse_document(TEXT, path="churn.yaml"), "train", "fit")

    text = dump_document(document, original_text=TEXT)

    assert "# churn, weekly" in text
    assert "name: churn   # the name" in text
    assert "kind: processing   # sklearn" in text
    assert "prepare.train -> fit.train" in text
    assert text.index("edges:") < text.index("layout:") < text.index("owner:")


def test_a_document_that_was_not_changed_is_written_back_byte_for_byte() -> None:
    assert dump_document(parse_document(TEXT, path="churn.yaml"), original_text=TEXT) == TEXT


def test_unknown_kinds_and_keys_survive() -> None:
    text = "name: a\nnodes:\n  x:\n    kind: from-the-future\n    colour: teal\nwhatever: [1, 2]\n"

    again = parse_document(dump_document(parse_document(text, path="a")), path="a")

    assert again.nodes["x"].kind == "from-the-future"
    assert again.nodes["x"].extras == {"colour": "teal"}
    assert again.extras == {"whatever": [1, 2]}


def test_an_edge_takes_one_line() -> None:
    document = parse_document(TEXT, path="churn.yaml")

    text = dump_document(connect(document, Edge(source="prepare", target="train")))

    assert "- prepare.train -> train.train\n- prepare -> train\n" in text


def test_ids_with_dots_and_arrows_come_back_as_they_were() -> None:
    nodes = {name: Node(id=name, kind="state") for name in ("a.b", "c -> d", " e")}
    document = Document(name="odd", nodes=nodes, edges=(Edge(source="a.b", source_port="next", target="c -> d"),))

    assert parse_document(dump_document(document), path="odd") == document


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("name: a\nnodes: [\n", 3, "not readable YAML"),
        ("name: a\nname: b\n", 2, "second time"),
        ("a: 1\n", 1, "not a pipeline"),
        ("name: a\nnodes: []\n", 2, "'nodes' must hold names"),
        ("name: a\nnodes:\n  x:\n    settings: {}\n", 4, "has no kind"),
        ("name: a\nedges:\n- a => b\n", 3, "An edge is written"),
        ("name: a\nnodes: {}\nlayout:\n  x: [1]\n", 4, "two numbers"),
        ("name: a\nnodes: {}\nlayout:\n  x: [1e400, 0]\n", 4, "no farther from the middle than 10,000,000"),
        ("name: a\nnodes: {}\nlayout:\n  x: [0, -10000001]\n", 4, "no farther from the middle than 10,000,000"),
        ("name: a\nformat: 9\n", 2, "newer version"),
        ("name: a\nparameters:\n  P: {type: Text}\n", 3, "one of String"),
    ],
)
def test_a_broken_file_is_refused_with_its_line(text: str, line: int, words: str) -> None:
    with pytest.raises(FileRefused, match=words) as refused:
        parse_document(text, path="broken.yaml")

    assert refused.value.line == line
    assert refused.value.exit_code == 3


def test_a_folder_a_binary_and_a_missing_file_are_refused_in_words(tmp_path: Path) -> None:
    binary = tmp_path / "binary.yaml"
    binary.write_bytes(b"\x89PNG\r\n\x1a\n\xff")

    for path, words in ((tmp_path, "folder"), (binary, "not text"), (tmp_path / "none.yaml", "no such file")):
        with pytest.raises(FileRefused, match=words):
            read_document(path)


def test_saving_leaves_the_comments_of_the_file_and_no_temporary_file(tmp_path: Path) -> None:
    path = tmp_path / "churn.yaml"
    path.write_text(TEXT)
    document = set_setting(read_document(path), "train", ("instance_type",), "ml.m5.large")

    save_document(document, path)

    assert read_document(path) == document
    assert "# keep me" in path.read_text()
    assert [one.name for one in tmp_path.iterdir()] == ["churn.yaml"]


def test_a_file_that_cannot_be_written_keeps_what_it_held(tmp_path: Path) -> None:
    missing = tmp_path / "no-such-folder" / "churn.yaml"

    with pytest.raises(FileRefused, match="cannot be written"):
        save_document(parse_document(TEXT, path="churn.yaml"), missing)


def test_moving_a_node_changes_the_layout_and_nothing_else() -> None:
    document = parse_document(TEXT, path="churn.yaml")

    before, after = TEXT, dump_document(move_nodes(document, {"prepare": Point(30, 40)}), original_text=TEXT)

    changed = [(old, new) for old, new in zip(before.splitlines(), after.splitlines(), strict=True) if old != new]
    assert changed == [("  prepare: [10, 20.5]", "  prepare: [30, 40]")]


@given(st.binary(max_size=200))
def test_any_bytes_give_a_document_or_a_refusal(content: bytes) -> None:
    text = content.decode("utf-8", errors="replace")

    with contextlib.suppress(FileRefused):
        assert isinstance(parse_document(text, path="bytes"), Document)


_SETTINGS = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**9), 10**9)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(min_size=1), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.text(min_size=1, max_size=8), _SETTINGS, max_size=4))
def test_any_settings_come_back_as_they_were(settings: dict[str, object]) -> None:
    document = Document(name="any", nodes={"n": Node(id="n", kind="k", settings=settings)})

    assert parse_document(dump_document(document), path="any") == document


def test_a_device_without_end_is_refused() -> None:
    with pytest.raises(FileRefused, match="larger than 64 MB"):
        read_document(Path("/dev/zero"))


def test_text_in_another_encoding_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "churn.yaml"
    path.write_bytes("format: 1\nname: café\n".encode("cp1252"))

    with pytest.raises(FileRefused, match=r"in line 2, is not text.*UTF-8"):
        read_document(path)


def test_nothing_is_written_alike_in_files_with_comments_and_without() -> None:
    text = "format: 1\nname: a\nnodes:\n  b:\n    kind: c\n    settings:\n      d: null # why\n"

    assert dump_document(parse_document(text, path="a.yaml"), original_text=text) == text


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("name: x\nnodes: !!set {a}\n", 2, "'set' has no meaning"),
        ("name: x\ndescription: !secret a\n", 2, "'!secret' has no meaning"),
        ("name: x\nsettings: {a: !!int 'b'}\n", 2, "'b' is no int"),
        ("name: x\nsettings:\n  1: a\n  '1': b\n", 4, "a second time"),
        ("name: x\n---\nname: y\n", 2, "second document"),
        ("name: x\nsettings:\n  a: *b\n", 3, "Nothing above is called '&b'"),
        ("name: x\nsettings: &a\n  b: *a\n", 3, "Nothing above is called '&a'"),
        ("name: x\nsettings:\n  a: &b 1\n  c: &b 2\n", 4, "'&b' stands here a second time"),
        ("name: x\nsettings:\n  ? [a]\n  : b\n", 3, "A key must be text"),
    ],
)
def test_what_has_no_meaning_in_a_pipeline_is_refused_with_its_line(text: str, line: int, words: str) -> None:
    with pytest.raises(FileRefused, match=words) as caught:
        parse_document(text, path="p.yaml")

    assert f"line {line}" in str(caught.value)


def test_what_is_repeated_by_an_alias_is_a_value_of_its_own() -> None:
    text = "name: a\nnodes:\n  b: {kind: c, settings: &s {d: [1]}}\n  e: {kind: c, settings: *s}\n"
    document = parse_document(text, path="a.yaml")

    written = dump_document(set_setting(document, "e", ("d",), [2]), original_text=text)

    again = parse_document(written, path="a.yaml")
    assert again.nodes["b"].settings == {"d": [1]}
    assert again.nodes["e"].settings == {"d": [2]}


def test_aliases_that_multiply_without_end_are_refused() -> None:
    lines = ["name: a", "settings:", "  a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"  a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]

    with pytest.raises(FileRefused, match="would grow beyond any pipeline"):
        parse_document("\n".join(lines), path="a.yaml")
