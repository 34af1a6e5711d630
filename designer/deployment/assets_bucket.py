"""The bucket that code and templates are uploaded to before a stack is made.

A stack cannot hold the bucket that its own functions are loaded from. So every account and region has one small stack of
its own for that, made with the first deployment and deleted with the last; whoever names a bucket of his own has none.
"""

import json

from designer.aws.stacks import StackGateway

STACK = "pipeline-designer-assets"
_BUCKET = "Bucket"


def bucket_name(account_id: str, region: str) -> str:
    """Return the name of the assets bucket of an account and region."""
    return f"{STACK}-{account_id}-{region}"


def template() -> str:
    """Return the template of the small stack: an encrypted bucket with versions, which CodePipeline asks for."""
    bucket = {
        "Type": "AWS::S3::Bucket",
        "Properties": {
            "BucketName": {"Fn::Sub": f"{STACK}-${{AWS::AccountId}}-${{AWS::Region}}"},
            "BucketEncryption": {
                "ServerSideEncryptionConfiguration": [{"ServerSideEncryptionByDefault": {"SSEAlgorithm": "AES256"}}]
            },
            "PublicAccessBlockConfiguration": {
                "BlockPublicAcls": True,
                "BlockPublicPolicy": True,
                "IgnorePublicAcls": True,
                "RestrictPublicBuckets": True,
            },
            "VersioningConfiguration": {"Status": "Enabled"},
            "OwnershipControls": {"Rules": [{"ObjectOwnership": "BucketOwnerEnforced"}]},
        },
    }
    description = "Code and templates of the pipelines that Pipeline Designer deploys."
    return json.dumps({"Description": description, "Resources": {_BUCKET: bucket}}, indent=2)


def is_shared(stacks: StackGateway, bucket: str, *, besides: str) -> bool:
    """Say whether a stack other than one was deployed from the bucket."""
    return any(
        stack.parameters.get("AssetsBucket") == bucket and stack.name != besides and stack.status != "DELETE_COMPLETE"
        for stack in stacks.all()
    )
