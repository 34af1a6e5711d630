"""Which integrations Step Functions has, and how each can be waited for.

Source: the table of optimised integrations in the Step Functions developer guide
(https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html); all other actions of AWS go by
`aws-sdk:<service id>:<action>`, which can wait for a token and never for a job.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from designer.shapes.operations import Operation, UnknownOperation, integration_operation, operation, operations
from designer.shapes.spelling import nearest_name

_SYNC = ".sync"
_SYNC_2 = ".sync:2"
_TOKEN = ".waitForTaskToken"  # noqa: S105 - the end of a resource's name
_ENDINGS = (_SYNC_2, _SYNC, _TOKEN)
# Service as a resource names it: its actions, and how each can end beside at once.
_OPTIMISED: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "apigateway": {"invoke": (_TOKEN,)},
    "athena": {
        "startQueryExecution": (_SYNC,),
        "stopQueryExecution": (),
        "getQueryExecution": (),
        "getQueryResults": (),
    },
    "batch": {"submitJob": (_SYNC,)},
    "bedrock": {"invokeModel": (_TOKEN,), "createModelCustomizationJob": (_SYNC,)},
    "codebuild": {
        "startBuild": (_SYNC,),
        "startBuildBatch": (_SYNC,),
        "retryBuildBatch": (_SYNC,),
        "stopBuild": (),
        "stopBuildBatch": (),
        "batchDeleteBuilds": (),
        "batchGetReports": (),
        "deleteBuildBatch": (),
    },
    "databrew": {"startJobRun": (_SYNC,)},
    "dynamodb": {"getItem": (), "putItem": (), "updateItem": (), "deleteItem": ()},
    "ecs": {"runTask": (_SYNC, _TOKEN)},
    "eks": {
        "runJob": (_SYNC,),
        "call": (),
        "createCluster": (_SYNC,),
        "deleteCluster": (_SYNC,),
        "createFargateProfile": (_SYNC,),
        "deleteFargateProfile": (_SYNC,),
        "createNodegroup": (_SYNC,),
        "deleteNodegroup": (_SYNC,),
    },
    "elasticmapreduce": {
        "createCluster": (_SYNC,),
        "addStep": (_SYNC,),
        "terminateCluster": (_SYNC,),
        "cancelStep": (),
        "setClusterTerminationProtection": (),
        "modifyInstanceFleetByName": (),
        "modifyInstanceGroupByName": (),
    },
    "emr-containers": {"createVirtualCluster": (), "startJobRun": (_SYNC,), "deleteVirtualCluster": (_SYNC,)},
    "emr-serverless": {
        "createApplication": (_SYNC,),
        "startApplication": (_SYNC,),
        "stopApplication": (_SYNC,),
        "deleteApplication": (_SYNC,),
        "startJobRun": (_SYNC,),
        "cancelJobRun": (_SYNC,),
    },
    "events": {"putEvents": (_TOKEN,)},
    "glue": {"startJobRun": (_SYNC,)},
    "http": {"invoke": ()},
    "lambda": {"invoke": (_TOKEN,)},
    "mediaconvert": {"createJob": (_SYNC,)},
    "sagemaker": {
        "createTrainingJob": (_SYNC,),
        "createProcessingJob": (_SYNC,),
        "createTransformJob": (_SYNC,),
        "createHyperParameterTuningJob": (_SYNC,),
        "createLabelingJob": (_SYNC,),
        "createModel": (),
        "createEndpointConfig": (),
        "createEndpoint": (),
        "updateEndpoint": (),
    },
    "sns": {"publish": (_TOKEN,)},
    "sqs": {"sendMessage": (_TOKEN,)},
    "states": {"startExecution": (_SYNC, _SYNC_2, _TOKEN)},
}
_SERVICES = {"states": "stepfunctions"}
# Their arguments are not those of an API action.
_OWN_ARGUMENTS = frozenset({"apigateway", "bedrock", "eks", "elasticmapreduce", "http"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Integration:
    """What a resource names: `operation` is the API action, None where the integration's arguments are its own."""

    operation: Operation | None
    ending: str


class UnknownIntegration(ValueError):
    """Step Functions has no such integration; the message says what there is."""


def integration_of(resource: str) -> Integration | None:
    """Return the integration that a resource names; None for a function, an activity and what is filled in later.

    Raise `UnknownIntegration` with a sentence where there is none of that name.
    """
    if not resource.startswith("arn:") or ":states:::" not in resource or "${" in resource:
        return None
    name = resource.partition(":states:::")[2]
    ending = next((one for one in _ENDINGS if name.endswith(one)), "")
    service, _, action = name.removesuffix(ending).partition(":")
    return _sdk(action, ending) if service == "aws-sdk" else _optimised(service, action, ending)


def _sdk(name: str, ending: str) -> Integration:
    try:
        found = integration_operation(name)
    except UnknownOperation as err:
        raise UnknownIntegration(f"{err.message} {err.hint}".strip()) from err
    if ending in (_SYNC, _SYNC_2):
        raise UnknownIntegration(f"An SDK integration cannot wait for a job to end: leave out {ending}.")
    return Integration(operation=found, ending=ending)


def _optimised(service: str, action: str, ending: str) -> Integration:
    actions = _OPTIMISED.get(service)
    if actions is None:
        raise UnknownIntegration(
            f"Step Functions has no integration for '{service}'{_meant(service, tuple(_OPTIMISED))}. "
            "Every API action goes by aws-sdk:<service>:<action>."
        )
    if action not in actions:
        raise UnknownIntegration(
            f"Step Functions has no integration {service}:{action}{_meant(action, tuple(actions))}. "
            "Every API action goes by aws-sdk:<service>:<action>."
        )
    if ending and ending not in actions[action]:
        endings = " or ".join(actions[action]) or "nothing"
        raise UnknownIntegration(f"{service}:{action} cannot end by {ending}; it takes {endings} there.")
    return Integration(operation=_operation(service, action), ending=ending)


def _operation(service: str, action: str) -> Operation | None:
    if service in _OWN_ARGUMENTS:
        return None
    boto_name = _SERVICES.get(service, service)
    name = action[:1].upper() + action[1:]
    return operation(boto_name, name) if name in operations(boto_name) else None


def _meant(name: str, choices: tuple[str, ...]) -> str:
    near = nearest_name(name, choices)
    return f"; did you mean '{near}'" if near and near != name else ""
