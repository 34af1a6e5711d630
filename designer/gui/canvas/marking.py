"""The badges of nodes: what the checks found, how the target takes them, how far the run came."""

from collections import Counter
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from designer.checking.finding import Finding, Severity
from designer.gui.canvas.looks import NO_MARKS, Marks, RunMark, SupportMark
from designer.gui.canvas.scene import CanvasScene
from designer.workflow.support import Level, Support

_SUPPORT = {Level.LOWERED: SupportMark.LOWERED, Level.IMPOSSIBLE: SupportMark.IMPOSSIBLE}
_NO_REASONS: Mapping[str, str] = MappingProxyType({})


class Marking:
    """Show badges on the nodes of a scene; what is not said about a node takes its badge away."""

    def __init__(self, scene: CanvasScene) -> None:
        self._scene = scene
        self._errors: Counter[str] = Counter()
        self._warnings: Counter[str] = Counter()
        self._support: dict[str, Support] = {}
        self._run: dict[str, RunMark] = {}
        self._run_reasons: dict[str, str] = {}

    def show_findings(self, findings: Iterable[Finding]) -> None:
        """Show how many errors and warnings each node has."""
        listed = tuple(findings)
        self._errors = Counter(one.node for one in listed if one.severity is Severity.ERROR)
        self._warnings = Counter(one.node for one in listed if one.severity is Severity.WARNING)
        self.refresh()

    def show_support(self, support: Iterable[Support]) -> None:
        """Show which nodes the chosen target takes by a detour, or not at all."""
        self._support = {one.node: one for one in support if one.level in _SUPPORT}
        self.refresh()

    def show_run(self, run: Mapping[str, RunMark], reasons: Mapping[str, str] = _NO_REASONS) -> None:
        """Show how far each node's step came, and why no farther; an empty mapping shows no run."""
        self._run, self._run_reasons = dict(run), dict(reasons)
        self.refresh()

    def refresh(self) -> None:
        """Give the badges to the items that there are now."""
        marked = self._errors.keys() | self._warnings.keys() | self._support.keys() | self._run.keys()
        for node_id, item in self._scene.nodes.items():
            marks = self._marks(node_id) if node_id in marked else NO_MARKS
            if marks is not item.look.marks and marks != item.look.marks:
                item.set_look(item.look._replace(marks=marks))

    def _marks(self, node_id: str) -> Marks:
        support = self._support.get(node_id)
        return Marks(
            errors=self._errors[node_id],
            warnings=self._warnings[node_id],
            support=_SUPPORT[support.level] if support else SupportMark.NONE,
            support_reason=support.reason if support else "",
            run=self._run.get(node_id, RunMark.NONE),
            run_reason=self._run_reasons.get(node_id, ""),
        )
