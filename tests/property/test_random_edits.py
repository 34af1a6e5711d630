"""Whatever is edited: the earlier document stays as it was, names lead back, and nothing dangles."""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from designer.checking.finding import Finding
from designer.checking.memory import Memory
from designer.checking.run import check
from designer.document import edits
from designer.document.bends import lead, straighten
from designer.document.fragments import fragment, paste
from designer.document.model import Document, Edge, Frame, Note, Parameter, Point
from designer.usecases.project import Project
from tests.property.documents import FILES, any_documents, sound_documents

Edit = Callable[[Document], Document]
_BUSY = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large, HealthCheck.large_base_example]
_FREE = "a-name-that-is-free"
_PLACE = Point(3.0, 4.0)


def _edits(document: Document) -> st.SearchStrategy[Edit]:
    """Draw one edit that somebody can ask for with this document before him."""
    ids = st.sampled_from(sorted(document.nodes))
    some = st.lists(ids, max_size=3, unique=True)
    keys = st.sampled_from(["script", "environment", "when", "new"])
    values = st.sampled_from(["x", "${params.Bucket}", 3, None, {"a": ["b", 1]}])
    edges = st.builds(lambda source, target: Edge(source=source, target=target), ids, ids)
    present = st.sampled_from(document.edges) if document.edges else edges
    return st.one_of(
        st.builds(lambda chosen: lambda one: edits.remove_nodes(one, chosen), some),
        st.builds(lambda chosen: lambda one: edits.heal(one, chosen), some),
        st.builds(lambda node: lambda one: edits.rename_node(one, node, _FREE), ids),
        st.builds(lambda node, x: lambda one: edits.move_nodes(one, {node: Point(x, 0.0)}), ids, st.just(7.0)),
        st.builds(lambda node, key, value: lambda one: edits.set_setting(one, node, (key,), value), ids, keys, values),
        st.builds(lambda node, key: lambda one: edits.set_setting(one, node, (key, "in"), "deep"), ids, keys),
        st.builds(lambda node, key: lambda one: edits.clear_setting(one, node, (key,)), ids, keys),
        st.builds(lambda node: lambda one: edits.put_node(one, replace(one.nodes[node], kind="wait")), ids),
        st.builds(lambda edge: lambda one: edits.connect(one, edge), edges),
        st.builds(lambda edge: lambda one: edits.disconnect(one, [edge]), present),
        st.builds(lambda edge, x: lambda one: _led(one, edge, x), present, st.just(7.0)),
        st.builds(lambda edge: lambda one: straighten(one, [edge]), present),
        st.builds(lambda value: lambda one: edits.put_parameter(one, Parameter(name="Bucket", default=value)), values),
        st.just(lambda one: edits.rename_parameter(one, "Bucket", _FREE)),
        st.just(lambda one: edits.remove_parameter(one, "Count")),
        st.builds(lambda value: lambda one: edits.set_document_setting(one, "tags", value), values),
        st.builds(lambda chosen: lambda one: edits.put_frame(one, _frame(chosen)), some),
        st.just(lambda one: edits.put_frame(one, _frame([]))),
        st.just(lambda one: edits.put_note(one, Note(id="n0", text="mind", position=_PLACE))),
        st.just(lambda one: edits.remove_note(one, "n1")),
        st.builds(lambda chosen: lambda one: paste(one, fragment(one, chosen), _PLACE)[0], some),
    )


def _led(document: Document, edge: Edge, x: float) -> Document:
    return lead(document, edge, (Point(x, 1.0),)) if edge in document.edges else document


def _frame(members: list[str]) -> Frame:
    return Frame(id="f0", title="Another", nodes=tuple(members))


@settings(max_examples=60, suppress_health_check=_BUSY)
@given(data=st.data(), document=any_documents())
def test_every_earlier_document_stays_as_it_was(data: st.DataObject, document: Document) -> None:
    history = [document]
    memory = [deepcopy(document)]

    for _ in range(4):
        if not history[-1].nodes:
            break
        edit = data.draw(_edits(history[-1]))
        try:
            history.append(edit(history[-1]))
        except KeyError:  # the free name is taken by now, or the parameter has gone
            continue
        memory.append(deepcopy(history[-1]))

    assert history == memory


@settings(max_examples=50, suppress_health_check=_BUSY)
@given(data=st.data(), document=any_documents())
def test_an_edit_made_twice_gives_the_same_document(data: st.DataObject, document: Document) -> None:
    edit = data.draw(_edits(document))

    assert edit(document) == edit(document)


@settings(max_examples=50, suppress_health_check=_BUSY)
@given(data=st.data(), document=any_documents() | sound_documents())
def test_a_node_renamed_there_and_back_is_what_it_was(data: st.DataObject, document: Document) -> None:
    node = data.draw(st.sampled_from(sorted(document.nodes)))

    back = edits.rename_node(edits.rename_node(document, node, _FREE), _FREE, node)

    assert back == document
    assert list(back.nodes) == list(document.nodes)


@settings(max_examples=50, suppress_health_check=_BUSY)
@given(data=st.data(), document=any_documents() | sound_documents())
def test_a_parameter_renamed_there_and_back_is_what_it_was(data: st.DataObject, document: Document) -> None:
    name = data.draw(st.sampled_from(sorted(document.parameters)))

    back = edits.rename_parameter(edits.rename_parameter(document, name, _FREE), _FREE, name)

    assert back == document
    assert list(back.parameters) == list(document.parameters)


@settings(max_examples=50, suppress_health_check=_BUSY)
@given(data=st.data(), document=any_documents() | sound_documents())
def test_nothing_leads_to_a_removed_node(data: st.DataObject, document: Document) -> None:
    gone = set(data.draw(st.lists(st.sampled_from(sorted(document.nodes)), unique=True)))

    for after in (edits.remove_nodes(document, gone), edits.heal(document, sorted(gone))):
        assert after.nodes.keys() == document.nodes.keys() - gone
        assert not [edge for edge in after.edges if {edge.source, edge.target} & gone]
        assert not [frame for frame in after.frames if set(frame.nodes) & gone]


@settings(max_examples=50, suppress_health_check=_BUSY)
@given(data=st.data(), document=any_documents() | sound_documents())
def test_what_is_pasted_and_removed_again_leaves_the_document_as_it_was(
    data: st.DataObject, document: Document
) -> None:
    copied = fragment(document, data.draw(st.lists(st.sampled_from(sorted(document.nodes)), unique=True)))

    pasted, ids = paste(document, copied, _PLACE)

    assert len(ids) == len(copied.nodes)
    assert not {*ids} & document.nodes.keys()
    assert edits.remove_nodes(pasted, ids) == document


def _told(found: tuple[Finding, ...]) -> list[Finding]:
    return [replace(one, fix=None) for one in found]


@settings(max_examples=60, suppress_health_check=_BUSY)
@given(data=st.data(), document=st.one_of(any_documents(), sound_documents()))
def test_what_is_known_of_the_document_before_changes_nothing_in_what_is_found(
    data: st.DataObject, document: Document
) -> None:
    known, memory = Project(document=document, files=FILES).lowered, Memory()
    check(known.graph, known, memory=memory)
    for _ in range(3):
        document = data.draw(_edits(document))(document) if document.nodes else document
        anew = Project(document=document, files=FILES)
        after = Project(document=document, files=FILES, known=known)
        known, memory = after.lowered, Memory(memory)

        assert known.graph == anew.graph
        assert known.workflow == anew.lowered.workflow
        assert set(known.problems) == set(anew.lowered.problems)
        told = _told(check(known.graph, known, memory=memory))
        assert sorted(map(str, told)) == sorted(map(str, _told(check(anew.graph, anew.lowered))))
