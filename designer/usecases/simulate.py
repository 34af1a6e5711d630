"""Simulate a pipeline by the reference semantics, without an engine."""

from collections.abc import Collection, Mapping

from designer.errors import Refusal, UsageError
from designer.graph.semantics import CyclicGraphError, Outcome, run
from designer.usecases.project import Project


def simulate(project: Project, take: Mapping[str, str], fail: Collection[str]) -> Outcome:
    """Return what runs when these branches are taken and these nodes fail."""
    graph = project.graph
    for node in (*take, *fail):
        if node not in graph.nodes:
            raise UsageError(f"There is no node '{node}'.", hint=f"There are: {', '.join(graph.nodes)}.")
    for node, branch in take.items():
        branches = graph.nodes[node].branches
        if branch not in branches:
            hint = f"It has {', '.join(branches)}." if branches else "It has no branches."
            raise UsageError(f"'{node}' has no branch '{branch}'.", hint=hint)
    try:
        return run(graph, take, fail)
    except CyclicGraphError as err:
        raise Refusal(f"This cannot be simulated: {err}.", hint="Take one of the edges away.") from err
