"""What the README of an export to CodePipeline says beside the common text."""

from designer.workflow.model import Workflow
from designer.workflow.support import Support
from exporters.codepipeline.artifacts import git_trigger
from exporters.readme import Readme

_VERSIONS = """
## The bucket for code keeps versions

CodePipeline reads a source only from a bucket that does:

```sh
aws s3api put-bucket-versioning --bucket $ASSETS_BUCKET --versioning-configuration Status=Enabled
```
"""


def readme(workflow: Workflow, support: tuple[Support, ...]) -> Readme:
    """Return what the text says beside what every README does."""
    name, region = workflow.name, workflow.region
    return Readme(
        title="AWS CodePipeline (V2)",
        files=(
            ("template.yaml", "CloudFormation: the pipeline, its builds, its roles and all that it needs"),
            ("pipeline.json", "the pipeline, as `create-pipeline` takes it; the template fills in `${...}`"),
            ("buildspecs/", "what the builds do that take the place of actions; the template holds them too"),
        ),
        run=(
            f"aws codepipeline start-pipeline-execution --name {name} --region {region}",
            f"aws codepipeline get-pipeline-state --name {name} --region {region}",
        ),
        support=support,
        more=_VERSIONS,
        brings_code=git_trigger(workflow) is None,
    )
