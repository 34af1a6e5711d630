"""The types of ECR, ECS and EKS."""

import json

from designer.sandbox.documents import Record, Value
from designer.sandbox.types.fit import fitted_call
from designer.sandbox.types.names import generated_name
from designer.sandbox.types.resource_type import ResourceType, Work
from designer.sandbox.types.row import Row, ordinary

_DEFAULT_MEMORY_MIB = 512


def _create_repository(work: Work) -> str:
    name = str(work.properties.get("RepositoryName") or generated_name(work.stack_name, work.logical_id, lower=True))
    fitted_call(work.client("ecr"), "create_repository", {**work.properties, "repositoryName": name})
    created = work.with_physical_id(name)
    _put_policies(created)
    return name


def _put_policies(work: Work) -> None:
    client, name = work.client("ecr"), work.physical_id
    lifecycle = work.properties.get("LifecyclePolicy", {}).get("LifecyclePolicyText")
    if lifecycle:
        client.put_lifecycle_policy(repositoryName=name, lifecyclePolicyText=_text(lifecycle))
    elif work.before.get("LifecyclePolicy"):
        client.delete_lifecycle_policy(repositoryName=name)
    policy = work.properties.get("RepositoryPolicyText")
    if policy:
        client.set_repository_policy(repositoryName=name, policyText=_text(policy))
    elif work.before.get("RepositoryPolicyText"):
        client.delete_repository_policy(repositoryName=name)


def _text(value: Value) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def _update_repository(work: Work) -> None:
    client, name = work.client("ecr"), work.physical_id
    for operation in ("put_image_tag_mutability", "put_image_scanning_configuration"):
        member = "ImageTagMutability" if "mutability" in operation else "ImageScanningConfiguration"
        if member in work.properties:
            fitted_call(client, operation, {**work.properties, "repositoryName": name})
    _put_policies(work)


def _repository(work: Work) -> Record:
    found: Record = work.client("ecr").describe_repositories(repositoryNames=[work.physical_id])["repositories"][0]
    return found


def _delete_repository(work: Work) -> None:
    force = str(work.properties.get("EmptyOnDelete", "")).lower() == "true"
    work.client("ecr").delete_repository(repositoryName=work.physical_id, force=force)


def _repository_attributes(work: Work) -> Record:
    found = _repository(work)
    return {"Arn": found["repositoryArn"], "RepositoryUri": found["repositoryUri"]}


def _task_request(_work: Work, properties: Record) -> Record:
    """Give containers the figures that ECS would leave open but moto asks for."""
    task_memory = properties.get("Memory", _DEFAULT_MEMORY_MIB)
    containers = [
        {"Cpu": 0, "Memory": item.get("MemoryReservation", task_memory), **item}
        for item in properties.get("ContainerDefinitions", [])
    ]
    return {**properties, "ContainerDefinitions": containers}


def _service_request(_work: Work, properties: Record) -> Record:
    network = properties.get("NetworkConfiguration", {}).get("AwsvpcConfiguration")
    if network is None:
        return properties
    return {**properties, "NetworkConfiguration": {"AwsvpcConfiguration": {"SecurityGroups": [], **network}}}


def _living(_work: Work, answer: Record) -> Record:
    if answer.get("status") == "INACTIVE":
        raise LookupError("it is inactive")
    return answer


def _cluster_request(_work: Work, properties: Record) -> Record:
    # The shapes of logging differ, and moto has no logs of clusters to keep.
    return {name: value for name, value in properties.items() if name != "Logging"}


ECS_CLUSTER = Row(
    name="AWS::ECS::Cluster", service="ecs", create="create_cluster", update="update_cluster", delete="delete_cluster",
    read="describe_clusters", read_root="clusters.0", named_by="ClusterName", longest_name=255,
    key={"cluster": "{id}"}, read_key={"clusters": ["{id}"]}, attributes={"Arn": "clusterArn"}, restore=_living,
)  # fmt: skip
TASK_DEFINITION = Row(
    name="AWS::ECS::TaskDefinition", service="ecs", create="register_task_definition",
    delete="deregister_task_definition", read="describe_task_definition", read_root="taskDefinition",
    named_by="Family", longest_name=255, physical="taskDefinition.taskDefinitionArn", key={"taskDefinition": "{id}"},
    attributes={"TaskDefinitionArn": "taskDefinitionArn"}, adapt=_task_request, restore=_living,
)  # fmt: skip
ECS_SERVICE = Row(
    name="AWS::ECS::Service", service="ecs", create="create_service", update="update_service", delete="delete_service",
    read="describe_services", read_root="services.0", named_by="ServiceName", longest_name=255,
    physical="service.serviceArn", key={"cluster": "{parent}", "service": "{name}", "force": True},
    update_key={"cluster": "{parent}", "service": "{name}"},
    read_key={"cluster": "{parent}", "services": ["{name}"]},
    attributes={"Name": "serviceName", "ServiceArn": "serviceArn"}, adapt=_service_request, restore=_living,
)  # fmt: skip
EKS_CLUSTER = Row(
    name="AWS::EKS::Cluster", service="eks", create="create_cluster", delete="delete_cluster", read="describe_cluster",
    read_root="cluster", named_by="Name", longest_name=100, key={"name": "{id}"},
    attributes={
        "Arn": "arn", "Endpoint": "endpoint", "CertificateAuthorityData": "certificateAuthority.data",
        "OpenIdConnectIssuerUrl": "identity.oidc.issuer",
        "ClusterSecurityGroupId": "resourcesVpcConfig.clusterSecurityGroupId",
    },
    adapt=_cluster_request,
)  # fmt: skip

CONTAINER_TYPES: tuple[ResourceType, ...] = (
    ResourceType(
        name="AWS::ECR::Repository",
        create=_create_repository,
        update=_update_repository,
        delete=_delete_repository,
        attributes=_repository_attributes,
        actual=_repository,
        named_by="RepositoryName",
    ),
    *(ordinary(row) for row in (ECS_CLUSTER, TASK_DEFINITION, ECS_SERVICE, EKS_CLUSTER)),
)
