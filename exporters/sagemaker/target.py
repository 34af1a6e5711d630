"""SageMaker Pipelines as a target."""

from designer.workflow.targets import Target
from exporters.sagemaker.joins import JOINS
from exporters.sagemaker.render import DEFINITION, render
from exporters.sagemaker.resource import ID, TYPE
from exporters.sagemaker.support import support

TARGET = Target(
    id=ID,
    title="SageMaker Pipelines",
    definition=DEFINITION,
    resource_type=TYPE,
    support=support,
    render=render,
    joins=JOINS,
)
