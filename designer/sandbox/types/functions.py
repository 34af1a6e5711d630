"""Lambda's types."""

import io
import zipfile
from collections.abc import Mapping

from designer.sandbox.documents import Record, Value
from designer.sandbox.types.fit import fitted_call
from designer.sandbox.types.names import generated_name
from designer.sandbox.types.resource_type import ResourceType, Work

_LONGEST_NAME = 64
_CODE_KEYS = ("S3Bucket", "S3Key", "S3ObjectVersion", "ImageUri")


def _zipped(source: str, runtime: str) -> bytes:
    """Pack inline source as CloudFormation does: into a file called index."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("index.js" if runtime.startswith("nodejs") else "index.py", source)
    return packed.getvalue()


def _code(properties: Record) -> Record:
    code = properties["Code"]
    if "ZipFile" in code:
        return {"ZipFile": _zipped(code["ZipFile"], str(properties.get("Runtime", "python")))}
    return {name: code[name] for name in _CODE_KEYS if name in code}


def _create(work: Work) -> str:
    properties = work.properties
    name = str(
        properties.get("FunctionName") or generated_name(work.stack_name, work.logical_id, longest=_LONGEST_NAME)
    )
    client = work.client("lambda")
    fitted_call(client, "create_function", {**_configuration(properties), "FunctionName": name,
                                            "Code": _code(properties), "Tags": properties.get("Tags", [])})  # fmt: skip
    return name


def _configuration(properties: Record) -> Record:
    return {name: value for name, value in properties.items() if name not in {"Code", "Tags", "FunctionName"}}


def _update(work: Work) -> None:
    client, name = work.client("lambda"), work.physical_id
    if work.properties["Code"] != work.before.get("Code"):
        client.update_function_code(FunctionName=name, **_code(work.properties))
    fitted_call(client, "update_function_configuration", {**_configuration(work.properties), "FunctionName": name})
    _retag(client, _arn(work), work.before.get("Tags", []), work.properties.get("Tags", []))


def _retag(client: Value, arn: str, before: list[Record], after: list[Record]) -> None:
    kept = {tag["Key"]: tag["Value"] for tag in after}
    dropped = [tag["Key"] for tag in before if tag["Key"] not in kept]
    if dropped:
        client.untag_resource(Resource=arn, TagKeys=dropped)
    if kept:
        client.tag_resource(Resource=arn, Tags=kept)


def _arn(work: Work) -> str:
    return str(work.client("lambda").get_function(FunctionName=work.physical_id)["Configuration"]["FunctionArn"])


def _actual(work: Work) -> Record:
    found: Record = work.client("lambda").get_function(FunctionName=work.physical_id)["Configuration"]
    told = ("Handler", "Runtime", "Role", "Timeout", "MemorySize", "Description", "Environment", "FunctionName")
    return {name: found[name] for name in told if name in found}


def _statement(work: Work) -> Mapping[str, str]:
    names = ("Action", "Principal", "SourceArn", "SourceAccount", "EventSourceToken", "PrincipalOrgID")
    return {name: work.properties[name] for name in names if name in work.properties}


def _permit(work: Work) -> str:
    statement_id = generated_name(work.stack_name, work.logical_id, longest=100)
    work.client("lambda").add_permission(
        FunctionName=work.properties["FunctionName"], StatementId=statement_id, **_statement(work)
    )
    return statement_id


def _forbid(work: Work) -> None:
    work.client("lambda").remove_permission(FunctionName=work.properties["FunctionName"], StatementId=work.physical_id)


def _actual_permission(work: Work) -> Record:
    policy = work.client("lambda").get_policy(FunctionName=work.properties["FunctionName"])["Policy"]
    if work.physical_id not in policy:
        raise LookupError(f"statement {work.physical_id} was not found")
    return {}


def _nothing(_work: Work) -> None:
    """Every property of a permission replaces it, so nothing is left to change."""


FUNCTION_TYPES: tuple[ResourceType, ...] = (
    ResourceType(
        name="AWS::Lambda::Function",
        create=_create,
        update=_update,
        delete=lambda work: work.client("lambda").delete_function(FunctionName=work.physical_id),
        attributes=lambda work: {"Arn": _arn(work)},
        actual=_actual,
        named_by="FunctionName",
    ),
    ResourceType(
        name="AWS::Lambda::Permission",
        create=_permit,
        update=_nothing,
        delete=_forbid,
        attributes=lambda work: {"Id": work.physical_id},
        actual=_actual_permission,
    ),
)
