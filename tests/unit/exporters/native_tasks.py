"""Tasks of Step Functions alone, one after the other."""

from designer.workflow.model import Workflow
from tests.unit.exporters.drawing import drawn

_CONNECTION = "arn:aws:events:us-east-1:123456789012:connection/crm/1"


def tasks_of_the_engine() -> Workflow:
    """Return a workflow with a request to the internet, one to an API, and a job that reads what came back."""
    rule = {"errors": ["States.Http.StatusCode.503"], "attempts": 2}
    web = {"url": "https://api.example.com/v1", "method": "POST", "connection_arn": _CONNECTION, "body": {"n": 3}}
    job = {
        "cluster": "main",
        "endpoint": "https://x.eks.amazonaws.com",
        "certificate_authority": "YWJj",
        "image": "a:1",
    }
    api = {
        "api_id": "a1b2",
        "stage": "live",
        "path": "/models",
        "query": {"of": "${web.good}"},
        "answers": {"id": "text"},
    }
    return drawn(
        {
            "web": {"kind": "http_request", "settings": {**web, "answers": {"good": "flag"}, "retry_rules": [rule]}},
            "api": {"kind": "api_request", "settings": api},
            "job": {"kind": "eks_job", "settings": {**job, "environment": {"ID": "${api.id}"}}},
            "stop": {"kind": "fail"},
        },
        "web.error -> stop",
    )
