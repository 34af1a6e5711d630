"""The README beside an export: what the files are, and the exact commands to deploy and run by hand."""

from designer.workflow.model import Workflow


def readme(workflow: Workflow) -> str:
    """Return the text of `README.md`."""
    name, region = workflow.name, workflow.region
    lines = [
        f"# {name}",
        "",
        *([workflow.description, ""] if workflow.description else []),
        "A pipeline (V2) for AWS CodePipeline, written by Pipeline Designer.",
        "",
        "| file | what it is |",
        "|---|---|",
        "| `template.yaml` | CloudFormation: the pipeline, its builds, its roles and all that it needs |",
        "| `pipeline.json` | the pipeline, as `create-pipeline` takes it; the template fills in `${...}` |",
        "| `buildspecs/` | what the builds do that take the place of actions; the template holds them too |",
        "| `code/` | the code that the steps run; its folders are named by content |",
        "",
        "## Deploy",
        "",
        "Choose a bucket in the same region for code and templates. CodePipeline reads its source from it, so it must",
        "keep versions:",
        "",
        "```sh",
        "export ASSETS_BUCKET=your-bucket",
        "aws s3api put-bucket-versioning --bucket $ASSETS_BUCKET --versioning-configuration Status=Enabled",
        f"aws s3 cp code/ s3://$ASSETS_BUCKET/assets/ --recursive --region {region}",
        f"aws cloudformation deploy --stack-name {name} --template-file template.yaml \\",
        "  --s3-bucket $ASSETS_BUCKET --parameter-overrides AssetsBucket=$ASSETS_BUCKET \\",
        f"  --capabilities CAPABILITY_NAMED_IAM --region {region}",
        "```",
        "",
        "To use a role or a bucket that exists, add `ExistingRoleArn=...` or `ExistingBucket=...` there.",
        "",
        "## Run",
        "",
        "```sh",
        f"aws codepipeline start-pipeline-execution --name {name} --region {region}",
        f"aws codepipeline get-pipeline-state --name {name} --region {region}",
        "```",
        "",
        "## Remove",
        "",
        "```sh",
        f"aws cloudformation delete-stack --stack-name {name} --region {region}",
        "```",
        "",
    ]
    return "\n".join(lines)
