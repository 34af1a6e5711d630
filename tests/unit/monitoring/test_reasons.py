import pytest

from designer.monitoring.reasons import short_reason


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        (
            'ValueError: {"errorMessage": "No rows.", "errorType": "ValueError", "stackTrace": ["x"]}',
            "ValueError: No rows.",
        ),
        ('States.TaskFailed: {"JobName": "a", "FailureReason": "Exit code 1"}', "States.TaskFailed: Exit code 1"),
        ('States.TaskFailed: {"JobName": "a"}', 'States.TaskFailed: {"JobName": "a"}'),
        ("The model {churn} is not there.", "The model {churn} is not there."),
        ("", ""),
    ],
)
def test_a_reason_is_the_sentence_in_the_answer_of_a_service(reason: str, expected: str) -> None:
    assert short_reason(reason) == expected
