"""Step Functions as a target."""

from designer.workflow.targets import Target
from exporters.stepfunctions.joins import JOINS
from exporters.stepfunctions.render import DEFINITION, render
from exporters.stepfunctions.resource import ID, TYPE
from exporters.stepfunctions.support import support

TARGET = Target(
    id=ID,
    title="Step Functions",
    definition=DEFINITION,
    resource_type=TYPE,
    support=support,
    render=render,
    joins=JOINS,
)
