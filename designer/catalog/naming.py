"""Names made from names: CloudFormation logical ids and asset keys."""

import hashlib
import re

from designer.catalog.values import Deployed, Value, joined


def logical_id(node: str, suffix: str = "") -> str:
    """Return a CloudFormation logical id for a node (`prepare-data` and `Function` give `PrepareDataFunction`)."""
    words = re.findall(r"[A-Za-z0-9]+", node)
    return "".join(word[:1].upper() + word[1:] for word in words) + suffix


def resource_name(pipeline: str, node: str, longest: int = 63) -> str:
    """Return a name for a resource of a node, of what most services take: letters, digits and hyphens."""
    return "-".join(re.findall(r"[A-Za-z0-9]+", f"{pipeline}-{node}"))[:longest].rstrip("-")


def artifact_name(node: str) -> str:
    """Return the name of the artifact that a node gives to actions of CodePipeline."""
    return re.sub(r"[^A-Za-z0-9_-]+", "-", node)[:100]


def asset_key(content: bytes, file_name: str) -> str:
    """Return the key of an asset: the same content has the same key, whatever else changes."""
    return f"assets/{hashlib.sha256(content).hexdigest()[:32]}/{file_name}"


def asset_uri(key: str) -> Value:
    """Return the S3 address of an asset."""
    return joined("s3://", Deployed("AssetsBucket"), "/", key)
