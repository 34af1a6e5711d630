"""The sandbox over HTTP, called with plain boto3 as an account would be."""
