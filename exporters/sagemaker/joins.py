"""How SageMaker Pipelines takes each sort of edge that it does not take as it is drawn."""

from collections.abc import Mapping

from designer.workflow.joins import Join
from designer.workflow.support import JoinSupport, Level

JOINS: Mapping[Join, JoinSupport] = {
    Join.WAY_BACK: JoinSupport(Level.IMPOSSIBLE, "A SageMaker pipeline has no loops. Export to Step Functions."),
    Join.ARTIFACT: JoinSupport(
        Level.IMPOSSIBLE, "SageMaker Pipelines hands on no source code. Export to CodePipeline."
    ),
}
"""Everything else is a reference to what a step gave, or an order of steps, in the definition as it is drawn."""
