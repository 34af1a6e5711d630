"""What an Athena query touches: Athena works with the permissions of whoever starts it.

Source: Step Functions Developer Guide, "IAM policies for calling Amazon Athena"; Athena User Guide, "Identity and access
management in Athena".
"""

from collections.abc import Mapping

from designer.catalog.needs import Statement
from designer.catalog.steps import Call
from designer.workflow.arn_patterns import bucket_of, objects_at, pattern_of

_GLUE = "arn:${Partition}:glue:${Region}:${AccountId}:"
_CATALOG = "arn:${Partition}:athena:${Region}:${AccountId}:datacatalog/"
_LOOKUPS = (
    "GetDatabase",
    "GetDatabases",
    "GetTable",
    "GetTables",
    "GetPartition",
    "GetPartitions",
    "BatchGetPartition",
)
_DEFAULT_DATABASE = "default"
_DEFAULT_CATALOG = "AwsDataCatalog"


def query_statements(call: Call) -> tuple[Statement, ...]:
    """Return what starting this query takes beside the query itself; nothing for other calls."""
    if (call.service, call.operation) != ("athena", "StartQueryExecution"):
        return ()
    context, result = _member(call.request, "QueryExecutionContext"), _member(call.request, "ResultConfiguration")
    catalog = pattern_of(context.get("Catalog", _DEFAULT_CATALOG))
    database = pattern_of(context.get("Database", ""))
    return (
        Statement(
            actions=("athena:GetDataCatalog",),
            resources=(f"{_CATALOG}{catalog}",),
            reason=f"{call.node}: look the query's catalog up",
        ),
        Statement(
            actions=tuple(f"glue:{one}" for one in _LOOKUPS),
            resources=tuple(f"{_GLUE}{one}" for one in _tables(database)),
            reason=f"{call.node}: look the query's tables up",
        ),
        *_result(call, pattern_of(result.get("OutputLocation", ""))),
        *_data(call),
        Statement(
            actions=("lakeformation:GetDataAccess",),
            resources=("*",),
            reason=f"{call.node}: read tables that Lake Formation guards; this action knows no resource",
        ),
    )


def _member(request: Mapping[str, object], name: str) -> Mapping[str, object]:
    found = request.get(name)
    return found if isinstance(found, Mapping) else {}


def _tables(database: str) -> tuple[str, ...]:
    """Return what a query looks up: Athena asks for the default database too; any where none is named."""
    names = tuple(dict.fromkeys((database, _DEFAULT_DATABASE))) if database not in {"", "*"} else ("*",)
    return ("catalog", *(f"database/{name}" for name in names), *(f"table/{name}/*" for name in names))


def _result(call: Call, location: str) -> tuple[Statement, ...]:
    if not location.startswith("s3://"):
        return ()
    return (
        Statement(
            actions=("s3:GetObject", "s3:PutObject", "s3:AbortMultipartUpload", "s3:ListMultipartUploadParts"),
            resources=(objects_at(location),),
            reason=f"{call.node}: write the result of the query",
        ),
        Statement(
            actions=("s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"),
            resources=(bucket_of(location),),
            reason=f"{call.node}: find the place for the result of the query",
        ),
    )


def _data(call: Call) -> tuple[Statement, ...]:
    places = [found for found in map(pattern_of, call.reads) if found.startswith("s3://")]
    if not places:
        return ()
    return (
        Statement(
            actions=("s3:GetObject",),
            resources=tuple(dict.fromkeys(map(objects_at, places))),
            reason=f"{call.node}: read the data of the tables",
        ),
        Statement(
            actions=("s3:GetBucketLocation", "s3:ListBucket"),
            resources=tuple(dict.fromkeys(map(bucket_of, places))),
            reason=f"{call.node}: find the data of the tables",
        ),
    )
