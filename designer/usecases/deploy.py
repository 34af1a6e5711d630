"""Plan, deploy and destroy a pipeline in an account."""

import re
from collections.abc import Iterator

from designer.catalog.steps import Call
from designer.deployment import applying, assets_bucket, planning
from designer.deployment.model import Deployable, Plan, Progress
from designer.errors import Refusal
from designer.usecases.account import AccountChoice, Gateways
from designer.usecases.export import artifacts
from designer.usecases.project import Project
from designer.workflow.targets import Target

_TEMPLATE = "template.yaml"
_CODE = "code/"
_LONGEST_STACK = 128


def stack_name(project: Project, chosen: Target, choice: AccountChoice) -> str:
    """Return the stack's name: the one given, else one of the pipeline and the target."""
    if choice.stack:
        return choice.stack
    cleaned = re.sub(r"[^A-Za-z0-9]+", "-", project.document.name).strip("-") or "pipeline"
    named = cleaned if cleaned[0].isalpha() else f"p-{cleaned}"
    return f"{named[: _LONGEST_STACK - len(chosen.id) - 1]}-{chosen.id}"


def deployable(project: Project, chosen: Target, choice: AccountChoice, gateways: Gateways) -> Deployable:
    """Return what is to be deployed; refuse when a check finds an error."""
    made = artifacts(project, chosen)
    template = next((one.content.decode() for one in made if one.path == _TEMPLATE), "")
    if not template:
        raise Refusal(f"{chosen.title} gives no template, so it cannot be deployed.")
    given = project.document.settings
    parameters = {
        "ExistingRoleArn": choice.role_arn or str(given.get("execution_role") or ""),
        "ExistingBucket": str(given.get("bucket") or ""),
    }
    bucket = choice.bucket or assets_bucket.bucket_name(gateways.account_id(), gateways.account.region)
    return Deployable(
        stack=stack_name(project, chosen, choice),
        template=template,
        assets={f"assets/{one.path.removeprefix(_CODE)}": one.content for one in made if one.path.startswith(_CODE)},
        parameters=parameters,
        assets_bucket=bucket,
    )


def plan(deployed: Deployable, gateways: Gateways) -> Plan:
    """Return what a deployment would change."""
    return planning.plan(deployed, gateways.stacks(), gateways.buckets())


def discard(proposed: Plan, gateways: Gateways) -> None:
    """Take a plan back, so that nothing is left of it."""
    stacks = gateways.stacks()
    stacks.discard(proposed.change_set, is_new=proposed.is_new)
    if proposed.is_new:
        for _ in applying.release_assets(proposed.assets_bucket, stacks, gateways.buckets(), besides=proposed.stack):
            pass


def deploy(proposed: Plan, deployed: Deployable, gateways: Gateways) -> Iterator[Progress]:
    """Carry a plan out, and yield what happens."""
    stacks, buckets = gateways.stacks(), gateways.buckets()
    planning.make_assets_bucket(proposed.assets_bucket, stacks, buckets)
    yield from applying.apply(proposed, deployed, stacks, buckets)
    if not proposed.changes:
        stacks.discard(proposed.change_set, is_new=False)


def destroy(stack: str, gateways: Gateways) -> Iterator[Progress]:
    """Delete what a deployment made, and yield what happens."""
    yield from applying.destroy(stack, gateways.stacks(), gateways.buckets(), gateways.model_packages())


def left_running(project: Project) -> tuple[str, ...]:
    """Return what runs may have made that no stack knows of and that costs money, each as a sentence with the remedy.

    An endpoint answers others by now, so it is told of and not deleted.
    """
    names = [
        step.request["EndpointName"]
        for step in project.lowered.workflow.steps
        if isinstance(step, Call)
        and step.operation == "CreateEndpoint"
        and isinstance(step.request["EndpointName"], str)
    ]
    return tuple(
        f"The endpoint '{name}', if a run made it, is still there and costs money. "
        f"To delete it: aws sagemaker delete-endpoint --endpoint-name {name}"
        for name in names
    )
