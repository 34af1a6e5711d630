"""How CodePipeline takes each sort of edge that it does not take as it is drawn."""

from collections.abc import Mapping

from designer.workflow.joins import Join
from designer.workflow.support import JoinSupport, Level

JOINS: Mapping[Join, JoinSupport] = {
    Join.BRANCH: JoinSupport(
        Level.LOWERED,
        "What follows looks at what the build of the condition said, or stands in a stage that is skipped.",
    ),
    Join.FAILURE: JoinSupport(
        Level.IMPOSSIBLE, "In CodePipeline a failure ends the pipeline. Export to Step Functions or SageMaker."
    ),
    Join.WAY_BACK: JoinSupport(Level.IMPOSSIBLE, "CodePipeline has no loops. Export to Step Functions."),
    Join.VALUE: JoinSupport(
        Level.LOWERED, "The action before gives it as a variable of text, 1000 characters at most."
    ),
    Join.ITEM: JoinSupport(
        Level.IMPOSSIBLE, "CodePipeline cannot go through a list of items. Export to Step Functions."
    ),
}
"""Everything else is an order of actions, or an artifact."""
