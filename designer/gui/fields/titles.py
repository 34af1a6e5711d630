"""Names of settings as people read them."""

_ABBREVIATIONS = {
    "arn": "ARN",
    "ecr": "ECR",
    "ecs": "ECS",
    "eks": "EKS",
    "gb": "GB",
    "iam": "IAM",
    "id": "ID",
    "json": "JSON",
    "kms": "KMS",
    "mb": "MB",
    "s3": "S3",
    "sns": "SNS",
    "uri": "URI",
    "url": "URL",
    "vpc": "VPC",
}
_SPELT = {"s": "seconds", "%": "percent"}


def title_of(name: str, unit: str = "") -> str:
    """Return a setting's name as people read it; a unit that stands in the name is left to be shown once."""
    words = name.split("_")
    if len(words) > 1 and unit and words[-1].lower() in {unit.lower(), _SPELT.get(unit)}:
        words = words[:-1]
    shown = [_ABBREVIATIONS.get(word, word) for word in words]
    text = " ".join(shown)
    return text[:1].upper() + text[1:]
