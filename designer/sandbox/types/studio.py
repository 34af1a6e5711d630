"""The types of SageMaker Studio: domains, and what belongs to one person in them."""

from dataclasses import replace

from designer.sandbox.documents import Record, Value
from designer.sandbox.types.fit import fitted_call
from designer.sandbox.types.names import generated_name
from designer.sandbox.types.resource_type import NotChangeable, ResourceType, Work
from designer.sandbox.types.row import Row, last_part, ordinary

_BETWEEN = "|"


DOMAIN = Row(
    name="AWS::SageMaker::Domain",
    service="sagemaker",
    create="create_domain",
    delete="delete_domain",
    read="describe_domain",
    key={"DomainId": "{id}"},
    attributes={"DomainId": "DomainId", "DomainArn": "DomainArn", "Url": "Url"},
)


def _create_domain(work: Work) -> str:
    name = str(work.properties.get("DomainName") or generated_name(work.stack_name, work.logical_id, longest=63))
    answer = fitted_call(work.client("sagemaker"), "create_domain", {**work.properties, "DomainName": name})
    return last_part(str(answer["DomainArn"]))


def _of_a_person(type_name: str, noun: str, named_by: str) -> ResourceType:
    """Return a type whose resources are named inside a domain; its physical id joins the two names."""

    def key(work: Work) -> dict[str, Value]:
        domain, name = work.physical_id.split(_BETWEEN)
        return {"DomainId": domain, named_by: name}

    def create(work: Work) -> str:
        fitted_call(work.client("sagemaker"), f"create_{noun}", work.properties)
        return _BETWEEN.join((str(work.properties["DomainId"]), str(work.properties[named_by])))

    def update(work: Work) -> None:
        fixed = ("DomainId", named_by, "OwnershipSettings", "SpaceSharingSettings")
        if any(work.before.get(name) != work.properties.get(name) for name in fixed):
            raise NotChangeable(f"The sandbox cannot change a resource of type {type_name} in place.")
        wanted = {name: value for name, value in work.properties.items() if name not in (*fixed, "Tags")}
        fitted_call(work.client("sagemaker"), f"update_{noun}", {**wanted, **key(work)})

    def read(work: Work) -> Record:
        found: Record = getattr(work.client("sagemaker"), f"describe_{noun}")(**key(work))
        return found

    return ResourceType(
        name=type_name,
        create=create,
        update=update,
        delete=lambda work: getattr(work.client("sagemaker"), f"delete_{noun}")(**key(work)),
        attributes=read,
        actual=read,
        named_by=named_by,
    )


STUDIO_TYPES: tuple[ResourceType, ...] = (
    replace(ordinary(DOMAIN), create=_create_domain),
    _of_a_person("AWS::SageMaker::UserProfile", "user_profile", "UserProfileName"),
    _of_a_person("AWS::SageMaker::Space", "space", "SpaceName"),
)
