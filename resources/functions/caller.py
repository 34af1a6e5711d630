"""Makes a call to AWS on behalf of a step of a SageMaker pipeline, and waits for the end of what the call began.

The event names the call (`service`, `operation`), the `request` as JSON and what is wanted of the answer (`answers`: paths by
name, as JSON). In the request `{"$value": "v1"}` stands for the member `v1` of the event, and `{"$json": {...}}` for the
text of an object. `wait` says, as JSON, which operation tells how the thing stands.
"""

import json
import time

import boto3
from botocore import xform_name

SECONDS_LEFT_FOR_AN_ANSWER = 15


def handler(event, context):
    """Make the call and return what is wanted of its answer."""
    client = boto3.client(event["service"])
    request = filled(json.loads(event["request"]), event)
    answer = getattr(client, xform_name(event["operation"]))(**request)
    wait = json.loads(event.get("wait") or "null")
    if wait:
        answer = ended(client, wait, request, answer, context)
    wanted = json.loads(event.get("answers") or "{}")
    return {name: primitive(at(answer, path), path) for name, path in wanted.items()}


def filled(value, event):
    """Put the values of the event where the request says that they belong."""
    if isinstance(value, list):
        return [filled(one, event) for one in value]
    if not isinstance(value, dict):
        return value
    if set(value) == {"$value"}:
        return event[value["$value"]]
    if set(value) == {"$json"}:
        return json.dumps(filled(value["$json"], event))
    return {name: filled(one, event) for name, one in value.items()}


def ended(client, wait, request, answer, context):
    """Ask again and again until the thing has ended; fail with the reason when its end is a bad one."""
    known = at(answer, wait["answer"]) if wait["answer"] else request[wait["identifier"]]
    question = {wait["identifier"]: [known] if wait["many"] else known}
    question.update({name: request[source] for name, source in wait["beside"]})
    ask = getattr(client, xform_name(wait["describe"]))
    while True:
        found = ask(**question)
        status = at(found, wait["status"])
        if status in wait["succeeded"]:
            return found
        if status in wait["failed"]:
            raise RuntimeError(
                f"{wait['describe']} says {status}: {at(found, wait['reason']) if wait['reason'] else ''}"
            )
        if context.get_remaining_time_in_millis() < 1000 * (wait["poll_seconds"] + SECONDS_LEFT_FOR_AN_ANSWER):
            raise TimeoutError(f"After ten minutes {wait['describe']} still says {status}; it goes on by itself.")
        time.sleep(wait["poll_seconds"])


def at(value, path):
    """Return what stands at a path, or None where it leads nowhere."""
    for part in path:
        if isinstance(value, dict):
            value = value.get(part)
        elif isinstance(value, list) and isinstance(part, int) and part < len(value):
            value = value[part]
        else:
            return None
    return value


def primitive(value, path):
    """Return a text, a number or a flag; a step hands on nothing else. DynamoDB writes numbers as text, under `N`."""
    if value is None:
        return ""
    if path[-1:] == ["N"] and isinstance(value, str):
        return float(value)
    return value if isinstance(value, (str, int, float, bool)) else json.dumps(value, default=str)
