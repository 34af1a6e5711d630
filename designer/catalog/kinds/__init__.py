"""The kinds of node that there are, in the order of the palette."""

from designer.catalog.kind import Kind
from designer.catalog.kinds import (
    condition,
    create_model,
    deploy_endpoint,
    evaluation,
    lambda_,
    processing,
    register_model,
    s3_data,
    training,
)

KINDS: tuple[Kind, ...] = (
    s3_data.KIND,
    processing.KIND,
    lambda_.KIND,
    training.KIND,
    evaluation.KIND,
    create_model.KIND,
    register_model.KIND,
    deploy_endpoint.KIND,
    condition.KIND,
)
