"""The SNS topic that people are told by: a given one, or one that the template makes."""

from designer.catalog.naming import logical_id
from designer.catalog.needs import Topic
from designer.catalog.placed import Placed
from designer.catalog.requests import resolved
from designer.catalog.values import Deployed, Value


def topic(placed: Placed, topic_arn: str, emails: tuple[str, ...]) -> tuple[Value, tuple[Topic, ...]]:
    """Return the topic's ARN, and the topic when it has to be made."""
    if topic_arn:
        if emails:
            raise ValueError("E-mail addresses belong to a topic of the pipeline; a topic is given already.")
        return resolved(placed, topic_arn), ()
    made = Topic(logical_id=logical_id(placed.id, "Topic"), node=placed.id, emails=emails)
    return Deployed(f"{made.logical_id}Arn"), (made,)
