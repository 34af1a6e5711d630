"""The CloudFormation template around each engine: roles, functions, triggers, buckets."""
