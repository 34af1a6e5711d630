"""Gateways to AWS: the only place that uses boto3. They know no pipelines."""
