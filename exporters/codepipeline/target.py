"""CodePipeline as a target."""

from designer.workflow.targets import Target
from exporters.codepipeline.joins import JOINS
from exporters.codepipeline.render import DEFINITION, render
from exporters.codepipeline.resource import ID, TYPE
from exporters.codepipeline.support import support

TARGET = Target(
    id=ID,
    title="CodePipeline",
    definition=DEFINITION,
    resource_type=TYPE,
    support=support,
    render=render,
    joins=JOINS,
)
