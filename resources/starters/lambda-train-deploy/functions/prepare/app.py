"""Split the customers into rows to train with and rows to validate with, and put both in the pipeline's bucket."""

import csv
import io
import os
import random

import boto3


def split_address(uri):
    """Return bucket and key of an S3 address."""
    bucket, _, key = uri.removeprefix("s3://").partition("/")
    return bucket, key


def read_rows(storage, uri):
    """Return the rows of a CSV file in S3, without the header."""
    bucket, key = split_address(uri)
    text = storage.get_object(Bucket=bucket, Key=key)["Body"].read().decode("utf-8")
    return list(csv.reader(io.StringIO(text)))[1:]


def write_rows(storage, bucket, key, rows):
    """Write rows to S3 and return the address of their folder."""
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    storage.put_object(Bucket=bucket, Key=f"{key}/part-0.csv", Body=text.getvalue().encode("utf-8"))
    return f"s3://{bucket}/{key}"


def handler(event, _context):
    """Prepare the dataset that the event names, and answer with two addresses."""
    storage = boto3.client("s3")
    rows = read_rows(storage, event["dataset"])
    random.Random(7).shuffle(rows)
    border = int(len(rows) * 0.8)
    bucket, prefix = os.environ["ARTIFACT_BUCKET"], event.get("prefix", "prepared")
    return {
        "train": write_rows(storage, bucket, f"{prefix}/train", rows[:border]),
        "validation": write_rows(storage, bucket, f"{prefix}/validation", rows[border:]),
    }
