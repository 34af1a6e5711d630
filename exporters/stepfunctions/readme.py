"""What the README of an export to Step Functions says beside the common text."""

import json

from designer.catalog.steps import Approval
from designer.workflow.model import Workflow
from designer.workflow.support import Support
from exporters.readme import Readme, stack_name


def readme(workflow: Workflow, support: tuple[Support, ...]) -> Readme:
    """Return what the text says beside what every README does."""
    given = {one.name: "..." for one in workflow.parameters if one.default is None}
    region = workflow.region
    return Readme(
        title="AWS Step Functions",
        files=(
            ("template.yaml", "CloudFormation: the state machine, its roles and all that it needs"),
            ("state_machine.asl.json", "the definition; the template fills in `${...}`"),
        ),
        run=(
            f"MACHINE=$(aws cloudformation describe-stacks --stack-name {stack_name(workflow)} --region {region} \\",
            "  --query \"Stacks[0].Outputs[?OutputKey=='PipelineArn'].OutputValue\" --output text)",
            f"aws stepfunctions start-execution --state-machine-arn $MACHINE --region {region} \\",
            f"  --input '{json.dumps(given)}'",
            f"aws stepfunctions list-executions --state-machine-arn $MACHINE --region {region}",
        ),
        support=support,
        more=_approve(region) if any(isinstance(step, Approval) for step in workflow.steps) else "",
    )


def _approve(region: str) -> str:
    return f"""
## Approve

An approval waits for its task token, which the message or event holds:

```sh
aws stepfunctions send-task-success --region {region} --task-output '{{}}' --task-token TOKEN
aws stepfunctions send-task-failure --region {region} --error Rejected --task-token TOKEN
```
"""
