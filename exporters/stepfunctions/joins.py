"""How Step Functions takes each sort of edge that it does not take as it is drawn."""

from collections.abc import Mapping

from designer.workflow.joins import Join
from designer.workflow.support import JoinSupport, Level

JOINS: Mapping[Join, JoinSupport] = {
    Join.ARTIFACT: JoinSupport(Level.IMPOSSIBLE, "Step Functions hands on no source code. Export to CodePipeline."),
}
"""Everything else is the next state, a catcher, or a variable of the machine."""
