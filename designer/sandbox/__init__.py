"""The embedded AWS account: a child process that answers boto3 as an AWS endpoint would, without a network."""
