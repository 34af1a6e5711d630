from designer.catalog.kinds.approval import KIND
from designer.catalog.needs import Topic
from designer.catalog.steps import Approval
from designer.catalog.values import Deployed, ExecutionValue, Joined
from tests.unit.catalog.kinds.placing import place


def test_a_question_may_hold_references() -> None:
    (step,) = place(KIND, {"message": "Deploy ${execution.id}?", "timeout_hours": 2}).steps

    assert isinstance(step, Approval)
    assert step.message == Joined(("Deploy ", ExecutionValue("id"), "?"))
    assert (step.timeout_seconds, step.topic_arn) == (7200, "")


def test_people_are_told_through_a_topic_of_the_pipeline() -> None:
    lowered = place(KIND, {"emails": ["ml@example.com"]})

    assert lowered.needs == (Topic(logical_id="NodeTopic", node="node", emails=("ml@example.com",)),)
    assert isinstance(lowered.steps[0], Approval)
    assert lowered.steps[0].topic_arn == Deployed("NodeTopicArn")


def test_a_topic_that_exists_is_not_made() -> None:
    lowered = place(KIND, {"topic_arn": "arn:aws:sns:eu-west-1:123456789012:ml"})

    assert lowered.needs == ()
