"""The README beside an export: what the files are, and the exact commands to deploy and run by hand."""

from designer.catalog.needs import Asset
from designer.workflow.model import Workflow
from exporters.sagemaker.naming import pipeline_name
from exporters.sagemaker.source_frame import REQUIREMENT


def readme(workflow: Workflow) -> str:
    """Return the text of `README.md`."""
    name, region = pipeline_name(workflow), workflow.region
    stack = name[:128]
    has_assets = any(isinstance(need, Asset) for need in workflow.needs)
    return "\n".join(
        [
            f"# {workflow.name}",
            "",
            *([workflow.description, ""] if workflow.description else []),
            "A pipeline for Amazon SageMaker Pipelines, written by Pipeline Designer.",
            "",
            "| file | what it is |",
            "|---|---|",
            "| `template.yaml` | CloudFormation: the pipeline, its roles and all that it needs |",
            "| `pipeline.json` | the pipeline definition; the template fills in `${...}` |",
            f"| `pipeline.py` | the same pipeline with the SageMaker SDK (`{REQUIREMENT}`) |",
            *(["| `code/` | the code that the steps run; its folders are named by content |"] if has_assets else []),
            "",
            "## Deploy",
            "",
            "Choose a bucket in the same region for code and templates:",
            "",
            "```sh",
            "export ASSETS_BUCKET=your-bucket",
            *([f"aws s3 cp code/ s3://$ASSETS_BUCKET/assets/ --recursive --region {region}"] if has_assets else []),
            f"aws cloudformation deploy --stack-name {stack} --template-file template.yaml \\",
            "  --s3-bucket $ASSETS_BUCKET --parameter-overrides AssetsBucket=$ASSETS_BUCKET \\",
            f"  --capabilities CAPABILITY_IAM --region {region}",
            "```",
            "",
            "To use a role or a bucket that exists, add `ExistingRoleArn=...` or `ExistingBucket=...` there.",
            "",
            "## Run",
            "",
            "```sh",
            f"aws sagemaker start-pipeline-execution --pipeline-name {name} --region {region}{_parameters(workflow)}",
            f"aws sagemaker list-pipeline-executions --pipeline-name {name} --region {region}",
            "```",
            "",
            "## With the SDK",
            "",
            "```sh",
            f"pip install '{REQUIREMENT}'",
            f"export AWS_DEFAULT_REGION={region}",
            "python pipeline.py",
            "```",
            "",
            "This prints the definition. `python pipeline.py --upsert --role ROLE_ARN` creates the pipeline without",
            "the template, once the values that the file names are set in the environment.",
            "",
            "## Remove",
            "",
            "```sh",
            f"aws cloudformation delete-stack --stack-name {stack} --region {region}",
            "```",
            "",
        ]
    )


def _parameters(workflow: Workflow) -> str:
    """Return the option for parameters that have no default, with a place to fill in."""
    needed = [parameter.name for parameter in workflow.parameters if parameter.default is None]
    if not needed:
        return ""
    return " \\\n  --pipeline-parameters " + " ".join(f"Name={name},Value=..." for name in needed)
