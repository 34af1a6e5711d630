"""The types of Step Functions, CodePipeline, CodeBuild and their connections."""

import json

from designer.sandbox.documents import Record, Value
from designer.sandbox.types.fit import comparable
from designer.sandbox.types.resource_type import ResourceType, Work
from designer.sandbox.types.row import Row, ordinary

_DEFINITION_FORMS = ("Definition", "DefinitionString", "DefinitionS3Location", "DefinitionSubstitutions")


def _definition(work: Work, properties: Record) -> str:
    """Return the text of a state machine's definition, in whichever form it is given, with its substitutions made."""
    if "DefinitionS3Location" in properties:
        place = properties["DefinitionS3Location"]
        text = str(work.client("s3").get_object(Bucket=place["Bucket"], Key=place["Key"])["Body"].read().decode())
    else:
        text = str(properties.get("DefinitionString") or json.dumps(properties.get("Definition", {})))
    for name, value in properties.get("DefinitionSubstitutions", {}).items():
        text = text.replace("${" + name + "}", _substituted(value))
    return text


def _substituted(value: Value) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _machine_request(work: Work, properties: Record) -> Record:
    request = {name: value for name, value in properties.items() if name not in _DEFINITION_FORMS}
    if "StateMachineType" in request:
        request["type"] = request.pop("StateMachineType")
    return {**request, "definition": _definition(work, properties)}


def _machine_properties(work: Work, answer: Record) -> Record:
    found: Record = {name: answer[name] for name in ("roleArn", "loggingConfiguration") if name in answer}
    actual = json.loads(answer["definition"])
    form = next((name for name in _DEFINITION_FORMS if name in work.properties), "DefinitionString")
    same = comparable(json.loads(_definition(work, work.properties))) == comparable(actual)
    found[form] = work.properties.get(form) if same else actual
    return found


def _pipeline_request(_work: Work, properties: Record) -> Record:
    pipeline = {name: value for name, value in properties.items() if name not in {"Tags", "ArtifactStores"}}
    if "ArtifactStores" in properties:
        stores = {item["Region"]: item["ArtifactStore"] for item in properties["ArtifactStores"]}
        pipeline["ArtifactStores"] = stores
    return {"pipeline": pipeline, "tags": properties.get("Tags", [])}


STATE_MACHINE = Row(
    name="AWS::StepFunctions::StateMachine",
    service="stepfunctions",
    create="create_state_machine",
    update="update_state_machine",
    delete="delete_state_machine",
    read="describe_state_machine",
    named_by="StateMachineName",
    name_member="name",
    longest_name=80,
    physical="stateMachineArn",
    key={"stateMachineArn": "{id}"},
    attributes={"Arn": "stateMachineArn", "Name": "name"},
    adapt=_machine_request,
    restore=_machine_properties,
)
CODE_PIPELINE = Row(
    name="AWS::CodePipeline::Pipeline",
    service="codepipeline",
    create="create_pipeline",
    update="update_pipeline",
    delete="delete_pipeline",
    read="get_pipeline",
    read_root="pipeline",
    named_by="Name",
    longest_name=100,
    key={"name": "{id}"},
    update_key={},
    attributes={"Version": "version", "Arn": "arn:aws:codepipeline:us-east-1:123456789012:{id}"},
    adapt=_pipeline_request,
)
PROJECT = Row(
    name="AWS::CodeBuild::Project",
    service="codebuild",
    create="create_project",
    update="update_project",
    delete="delete_project",
    read="batch_get_projects",
    read_root="projects.0",
    named_by="Name",
    longest_name=150,
    key={"name": "{id}"},
    read_key={"names": ["{id}"]},
    attributes={"Arn": "arn", "Id": "name"},
)


def _connection(name: str) -> Row:
    return Row(
        name=name,
        service="codeconnections",
        create="create_connection",
        delete="delete_connection",
        read="get_connection",
        read_root="Connection",
        named_by="ConnectionName",
        longest_name=32,
        physical="ConnectionArn",
        key={"ConnectionArn": "{id}"},
        attributes={
            "ConnectionArn": "ConnectionArn",
            "ConnectionStatus": "ConnectionStatus",
            "OwnerAccountId": "OwnerAccountId",
        },
    )


ORCHESTRATION_TYPES: tuple[ResourceType, ...] = tuple(
    ordinary(row)
    for row in (
        STATE_MACHINE,
        CODE_PIPELINE,
        PROJECT,
        _connection("AWS::CodeConnections::Connection"),
        _connection("AWS::CodeStarConnections::Connection"),
    )
)
