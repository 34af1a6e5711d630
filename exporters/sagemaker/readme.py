"""What the README of an export to SageMaker Pipelines says beside the common text."""

from designer.workflow.model import Workflow
from designer.workflow.support import Support
from exporters.readme import Readme
from exporters.sagemaker.kept import has_written_steps
from exporters.sagemaker.naming import pipeline_name
from exporters.sagemaker.source_frame import REQUIREMENT

_WITH_THE_SDK = f"""
## With the SDK

```sh
pip install '{REQUIREMENT}'
export AWS_DEFAULT_REGION=REGION
python pipeline.py
```

This prints the definition. `python pipeline.py --upsert --role ROLE_ARN` creates the pipeline without the template, once
the values that the file names are set in the environment.
"""


def readme(workflow: Workflow, support: tuple[Support, ...]) -> Readme:
    """Return what the text says beside what every README does."""
    name, region = pipeline_name(workflow), workflow.region
    has_source = not has_written_steps(workflow)
    return Readme(
        title="Amazon SageMaker Pipelines",
        files=(
            ("template.yaml", "CloudFormation: the pipeline, its roles and all that it needs"),
            ("pipeline.json", "the pipeline definition; the template fills in `${...}`"),
            *((("pipeline.py", f"the same pipeline with the SageMaker SDK (`{REQUIREMENT}`)"),) if has_source else ()),
        ),
        run=(
            f"aws sagemaker start-pipeline-execution --pipeline-name {name} --region {region}{_parameters(workflow)}",
            f"aws sagemaker list-pipeline-executions --pipeline-name {name} --region {region}",
        ),
        support=support,
        more=_WITH_THE_SDK.replace("REGION\n", f"{region}\n", 1) if has_source else "",
    )


def _parameters(workflow: Workflow) -> str:
    """Return the option for parameters that have no default, with a place to fill in."""
    needed = [parameter.name for parameter in workflow.parameters if parameter.default is None]
    if not needed:
        return ""
    return " \\\n  --pipeline-parameters " + " ".join(f"Name={name},Value=..." for name in needed)
