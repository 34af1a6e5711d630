"""Registries, topics and connections: resources without roles of their own."""

from designer.catalog.needs import GitTrigger, Need, PackageGroup, Repository, Topic
from exporters.cloudformation.intrinsics import ref
from exporters.cloudformation.resource import Resource, resource, stateful

_CONNECTION_NAME_CHARACTERS = 32


def named_resources(need: Need) -> dict[str, Resource]:
    """Return the resources of one need, none where it has none of this sort."""
    if isinstance(need, PackageGroup):
        return {need.logical_id: _package_group(need)}
    if isinstance(need, Repository):
        return {need.logical_id: _repository(need)}
    if isinstance(need, Topic):
        return _topic(need)
    if isinstance(need, GitTrigger) and need.provider == "connection" and not need.connection_arn:
        return {need.logical_id: _connection(need)}
    return {}


def group_condition(group: PackageGroup) -> str:
    """Return the name of the condition, and of the parameter behind it, that makes a model package group."""
    return f"Make{group.logical_id}"


def _package_group(group: PackageGroup) -> Resource:
    properties = {
        "ModelPackageGroupName": group.name,
        "ModelPackageGroupDescription": f"Models registered by {group.node}",
    }
    return resource("AWS::SageMaker::ModelPackageGroup", properties, condition=f"{group_condition(group)}Wanted")


def _repository(repository: Repository) -> Resource:
    properties = {
        "RepositoryName": repository.name,
        "ImageScanningConfiguration": {"ScanOnPush": True},
        "EncryptionConfiguration": {"EncryptionType": "AES256"},
        "EmptyOnDelete": True,
    }
    return stateful("AWS::ECR::Repository", properties)


def _topic(topic: Topic) -> dict[str, Resource]:
    made = {topic.logical_id: resource("AWS::SNS::Topic", {"KmsMasterKeyId": "alias/aws/sns"})}
    for number, address in enumerate(topic.emails, start=1):
        properties = {"TopicArn": ref(topic.logical_id), "Protocol": "email", "Endpoint": address}
        made[f"{topic.logical_id}Email{number}"] = resource("AWS::SNS::Subscription", properties)
    return made


def _connection(trigger: GitTrigger) -> Resource:
    properties = {
        "ConnectionName": trigger.logical_id[:_CONNECTION_NAME_CHARACTERS],
        "ProviderType": trigger.connection_provider,
    }
    return resource("AWS::CodeConnections::Connection", properties)
