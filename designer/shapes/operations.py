"""Find an API action by its name, in boto3's spelling or in that of Step Functions' SDK integrations."""

import difflib
import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from designer.errors import Refusal
from designer.shapes.models import ServiceModel, service_model, service_names
from designer.shapes.prose import first_sentence

# Services whose folder in botocore is not their service id; every other folder is the id with hyphens put in.
_SERVICE_IDS = {
    "applicationdiscoveryservice": "discovery",
    "cloudwatchlogs": "logs",
    "cognitoidentityprovider": "cognito-idp",
    "config": "config",
    "configservice": "config",
    "costandusagereportservice": "cur",
    "costexplorer": "ce",
    "databasemigrationservice": "dms",
    "directoryservice": "ds",
    "directoryservicedata": "ds-data",
    "elasticloadbalancing": "elb",
    "elasticloadbalancingv2": "elbv2",
    "elasticsearchservice": "es",
    "eventbridge": "events",
    "iotdataplane": "iot-data",
    "iotjobsdataplane": "iot-jobs-data",
    "lexmodelbuildingservice": "lex-models",
    "lexmodelsv2": "lexv2-models",
    "lexruntimeservice": "lex-runtime",
    "lexruntimev2": "lexv2-runtime",
    "marketplaceentitlementservice": "marketplace-entitlement",
    "marketplacemetering": "meteringmarketplace",
    "migrationhub": "mgh",
    "serverlessapplicationrepository": "serverlessrepo",
    "sfn": "stepfunctions",
    "simpledb": "sdb",
}


class UnknownOperation(Refusal):
    """AWS has no such service or action; `nearest` is the one most like it, or empty."""

    def __init__(self, message: str, *, nearest: str = "") -> None:
        super().__init__(message, hint=f"Did you mean {nearest}?" if nearest else "")
        self.nearest = nearest


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One API action: `input_shape` and `output_shape` are names of shapes, empty where there is nothing."""

    service: str
    name: str
    title: str  # the service as people call it
    input_shape: str
    output_shape: str
    help: str


def services() -> tuple[str, ...]:
    """Every service in boto3's spelling, sorted."""
    return service_names()


def operations(service: str) -> tuple[str, ...]:
    """Return the names of a service's actions, sorted."""
    return _model(service).operation_names


@functools.cache
def operation(service: str, name: str) -> Operation:
    """Return the action of that exact name; `UnknownOperation` where there is none."""
    model = _model(service)
    raw = model.operation(name)
    if raw is None:
        message = f"{model.title} has no action {name!r}."
        raise UnknownOperation(message, nearest=_nearest(name, model.operation_names))
    return Operation(
        service=service,
        name=name,
        title=model.title,
        input_shape=_shape_name(raw.get("input")),
        output_shape=_shape_name(raw.get("output")),
        help=first_sentence(str(raw.get("documentation", ""))),
    )


@functools.cache
def integration_operation(resource: str) -> Operation:
    """Return the action behind `aws-sdk:<service id>:<action>`, with or without an ARN around it and `.sync`."""
    name = resource.partition("aws-sdk:")[2] or resource
    identifier, _, action = name.partition(":")
    service = service_of_integration(identifier)
    action = action.partition(".")[0]
    by_lower = {each.lower(): each for each in operations(service)}
    return operation(service, by_lower.get(action.lower(), action))


def service_of_integration(identifier: str) -> str:
    """boto3's name for the service id that Step Functions writes, such as "sfn" for stepfunctions."""
    plain = _plain(identifier)
    by_plain = _services_by_plain_name()
    found = _SERVICE_IDS.get(plain) or by_plain.get(plain)
    if found is None:
        message = f"AWS has no service {identifier!r} for SDK integrations."
        raise UnknownOperation(message, nearest=_nearest(plain, (*_SERVICE_IDS, *by_plain)))
    return found


@functools.cache
def _services_by_plain_name() -> Mapping[str, str]:
    named_otherwise = set(_SERVICE_IDS.values())
    return {_plain(name): name for name in service_names() if name not in named_otherwise}


def _model(service: str) -> ServiceModel:
    model = service_model(service)
    if model is None:
        raise UnknownOperation(f"AWS has no service {service!r}.", nearest=_nearest(service, service_names()))
    return model


def _shape_name(raw: object) -> str:
    return str(cast("Mapping[str, object]", raw)["shape"]) if raw is not None else ""


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())


def _nearest(name: str, candidates: tuple[str, ...]) -> str:
    return next(iter(difflib.get_close_matches(name, candidates, n=1)), "")
