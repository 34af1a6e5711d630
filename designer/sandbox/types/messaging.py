"""The types of SNS and SQS."""

import json

from designer.sandbox.documents import Record, Value
from designer.sandbox.types.names import generated_name
from designer.sandbox.types.resource_type import ResourceType, Work

_TOPIC_ATTRIBUTES = ("DisplayName", "KmsMasterKeyId", "FifoTopic", "ContentBasedDeduplication", "TracingConfig")
_QUEUE_ATTRIBUTES = (
    "DelaySeconds", "MaximumMessageSize", "MessageRetentionPeriod", "ReceiveMessageWaitTimeSeconds", "RedrivePolicy",
    "VisibilityTimeout", "KmsMasterKeyId", "KmsDataKeyReusePeriodSeconds", "SqsManagedSseEnabled", "FifoQueue",
    "ContentBasedDeduplication", "RedriveAllowPolicy",
)  # fmt: skip


def _text(value: Value) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return value if isinstance(value, str) else json.dumps(value)


def _chosen(properties: Record, names: tuple[str, ...]) -> dict[str, str]:
    return {name: _text(properties[name]) for name in names if name in properties}


def _create_topic(work: Work) -> str:
    properties, client = work.properties, work.client("sns")
    name = properties.get("TopicName") or generated_name(work.stack_name, work.logical_id, longest=256)
    arn = str(client.create_topic(
        Name=name, Attributes=_chosen(properties, _TOPIC_ATTRIBUTES), Tags=properties.get("Tags", [])
    )["TopicArn"])  # fmt: skip
    _subscribe(work.with_physical_id(arn))
    return arn


def _subscribe(work: Work) -> None:
    client, arn = work.client("sns"), work.physical_id
    wanted = {(item["Protocol"], item.get("Endpoint", "")) for item in work.properties.get("Subscription", [])}
    before = {(item["Protocol"], item.get("Endpoint", "")) for item in work.before.get("Subscription", [])}
    for protocol, endpoint in sorted(wanted - before):
        client.subscribe(TopicArn=arn, Protocol=protocol, Endpoint=endpoint)
    for item in client.list_subscriptions_by_topic(TopicArn=arn)["Subscriptions"]:
        if (item["Protocol"], item["Endpoint"]) in before - wanted:
            client.unsubscribe(SubscriptionArn=item["SubscriptionArn"])


def _update_topic(work: Work) -> None:
    client = work.client("sns")
    for name, value in _chosen(work.properties, ("DisplayName", "KmsMasterKeyId", "TracingConfig")).items():
        client.set_topic_attributes(TopicArn=work.physical_id, AttributeName=name, AttributeValue=value)
    if work.properties.get("Tags"):
        client.tag_resource(ResourceArn=work.physical_id, Tags=work.properties["Tags"])
    _subscribe(work)


def _actual_topic(work: Work) -> Record:
    found: Record = work.client("sns").get_topic_attributes(TopicArn=work.physical_id)["Attributes"]
    return {"TopicName": work.physical_id.rsplit(":", 1)[-1], "DisplayName": found.get("DisplayName", "")}


def _create_topic_policy(work: Work) -> str:
    _put_topic_policy(work)
    return generated_name(work.stack_name, work.logical_id)


def _put_topic_policy(work: Work) -> None:
    for arn in work.properties["Topics"]:
        work.client("sns").set_topic_attributes(
            TopicArn=arn, AttributeName="Policy", AttributeValue=_text(work.properties["PolicyDocument"])
        )


def _drop_topic_policy(work: Work) -> None:
    for arn in work.properties["Topics"]:
        work.client("sns").set_topic_attributes(
            TopicArn=arn, AttributeName="Policy", AttributeValue='{"Version":"2012-10-17","Statement":[]}'
        )


def _actual_topic_policy(work: Work) -> Record:
    found = [
        work.client("sns").get_topic_attributes(TopicArn=arn)["Attributes"].get("Policy", "{}")
        for arn in work.properties["Topics"]
    ]
    return {"PolicyDocument": json.loads(found[0])} if found else {}


def _create_subscription(work: Work) -> str:
    answer = work.client("sns").subscribe(
        TopicArn=work.properties["TopicArn"],
        Protocol=work.properties["Protocol"],
        Endpoint=work.properties.get("Endpoint", ""),
        ReturnSubscriptionArn=True,
    )
    return str(answer["SubscriptionArn"])


def _update_subscription(work: Work) -> None:
    for name in ("FilterPolicy", "RawMessageDelivery", "RedrivePolicy"):
        if name in work.properties:
            work.client("sns").set_subscription_attributes(
                SubscriptionArn=work.physical_id, AttributeName=name, AttributeValue=_text(work.properties[name])
            )


def _actual_subscription(work: Work) -> Record:
    client = work.client("sns")
    found: Record = client.get_subscription_attributes(SubscriptionArn=work.physical_id)["Attributes"]
    return found


def _create_queue(work: Work) -> str:
    properties = work.properties
    name = properties.get("QueueName") or generated_name(work.stack_name, work.logical_id, longest=80)
    tags = {tag["Key"]: tag["Value"] for tag in properties.get("Tags", [])}
    answer = work.client("sqs").create_queue(
        QueueName=name, Attributes=_chosen(properties, _QUEUE_ATTRIBUTES), **({"tags": tags} if tags else {})
    )
    return str(answer["QueueUrl"])


def _update_queue(work: Work) -> None:
    attributes = _chosen(work.properties, _QUEUE_ATTRIBUTES)
    if attributes:
        work.client("sqs").set_queue_attributes(QueueUrl=work.physical_id, Attributes=attributes)


def _queue(work: Work) -> Record:
    found: Record = work.client("sqs").get_queue_attributes(QueueUrl=work.physical_id, AttributeNames=["All"])[
        "Attributes"
    ]
    return found


def _queue_attributes(work: Work) -> Record:
    name = work.physical_id.rsplit("/", 1)[-1]
    return {"Arn": _queue(work)["QueueArn"], "QueueName": name, "QueueUrl": work.physical_id}


def _put_queue_policy(work: Work) -> None:
    for url in work.properties["Queues"]:
        work.client("sqs").set_queue_attributes(
            QueueUrl=url, Attributes={"Policy": _text(work.properties["PolicyDocument"])}
        )


def _create_queue_policy(work: Work) -> str:
    _put_queue_policy(work)
    return generated_name(work.stack_name, work.logical_id)


def _drop_queue_policy(work: Work) -> None:
    for url in work.properties["Queues"]:
        work.client("sqs").set_queue_attributes(QueueUrl=url, Attributes={"Policy": ""})


MESSAGING_TYPES: tuple[ResourceType, ...] = (
    ResourceType(
        name="AWS::SNS::Topic", create=_create_topic, update=_update_topic,
        delete=lambda work: work.client("sns").delete_topic(TopicArn=work.physical_id),
        attributes=lambda work: {"TopicArn": work.physical_id, "TopicName": work.physical_id.rsplit(":", 1)[-1]},
        actual=_actual_topic, named_by="TopicName",
    ),
    ResourceType(
        name="AWS::SNS::TopicPolicy", create=_create_topic_policy, update=_put_topic_policy, delete=_drop_topic_policy,
        attributes=lambda work: {"Id": work.physical_id}, actual=_actual_topic_policy,
    ),
    ResourceType(
        name="AWS::SNS::Subscription", create=_create_subscription, update=_update_subscription,
        delete=lambda work: work.client("sns").unsubscribe(SubscriptionArn=work.physical_id),
        attributes=lambda work: {"Arn": work.physical_id},
        actual=_actual_subscription,
    ),
    ResourceType(
        name="AWS::SQS::Queue", create=_create_queue, update=_update_queue,
        delete=lambda work: work.client("sqs").delete_queue(QueueUrl=work.physical_id),
        attributes=_queue_attributes, actual=_queue, named_by="QueueName",
    ),
    ResourceType(
        name="AWS::SQS::QueuePolicy", create=_create_queue_policy, update=_put_queue_policy, delete=_drop_queue_policy,
        attributes=lambda work: {"Id": work.physical_id}, actual=lambda _work: {},
    ),
)  # fmt: skip
