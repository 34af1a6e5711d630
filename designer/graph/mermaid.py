"""A pipeline as a Mermaid flowchart, for a README that draws it itself."""

from designer.graph.model import Graph


def mermaid(graph: Graph) -> str:
    """Return a flowchart, left to right; data edges are solid, flow edges dotted."""
    names = {node_id: f"n{number}" for number, node_id in enumerate(graph.nodes)}
    lines = ["flowchart LR"]
    for node in graph.nodes.values():
        opening, closing = ("{{", "}}") if node.branches else ("[", "]")
        text = f"{node.id}<br/><small>{node.kind.title}</small>".replace('"', "#quot;")
        lines.append(f'  {names[node.id]}{opening}"{text}"{closing}')
    for link in graph.links:
        arrow = "-->" if link.data else "-.->"
        label = f"|{link.source_port}|" if link.source_port else ""
        lines.append(f"  {names[link.source]} {arrow}{label} {names[link.target]}")
    return "\n".join(lines) + "\n"
