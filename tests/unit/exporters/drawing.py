"""Draws pipelines of real kinds for tests of the exporters, and lowers them."""

import json
from collections.abc import Mapping

from designer.catalog.palette import KINDS
from designer.document.reading import document_from_plain
from designer.graph.model import Graph, build_graph
from designer.workflow.lowering import lower
from designer.workflow.model import Workflow


def graph_of(nodes: Mapping[str, object], *edges: str, **more: object) -> Graph:
    """Return the pipeline `churn` with these nodes and edges, as they stand in a file; every edge must join."""
    plain = json.dumps({"name": "churn", "nodes": dict(nodes), "edges": list(edges), **more})
    graph = build_graph(document_from_plain(json.loads(plain)), {kind.id: kind for kind in KINDS})
    assert graph.loose_edges == ()
    assert graph.misplaced == ()
    return graph


def drawn(nodes: Mapping[str, object], *edges: str, **more: object) -> Workflow:
    """Return what these nodes and edges mean."""
    return lower(graph_of(nodes, *edges, **more), {})
