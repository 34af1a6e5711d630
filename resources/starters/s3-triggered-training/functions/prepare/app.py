"""Gather the CSV files that have arrived and split their rows into two parts; use the sample until one arrives."""

import csv
import io
import os
import random

import boto3


def split_address(uri):
    """Return bucket and key of an S3 address."""
    bucket, _, key = uri.removeprefix("s3://").partition("/")
    return bucket, key


def addresses(storage, uri):
    """Return bucket and key of every CSV file below an address."""
    bucket, prefix = split_address(uri)
    pages = storage.get_paginator("list_objects_v2").paginate(Bucket=bucket, Prefix=prefix)
    keys = [found["Key"] for page in pages for found in page.get("Contents", [])]
    return [(bucket, key) for key in keys if key.endswith(".csv")]


def read_rows(storage, bucket, key):
    """Return the rows of a CSV file in S3, without the header."""
    text = storage.get_object(Bucket=bucket, Key=key)["Body"].read().decode("utf-8")
    return list(csv.reader(io.StringIO(text)))[1:]


def write_rows(storage, bucket, key, rows):
    """Write rows to S3 and return the address of their folder."""
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    storage.put_object(Bucket=bucket, Key=f"{key}/part-0.csv", Body=text.getvalue().encode("utf-8"))
    return f"s3://{bucket}/{key}"


def handler(event, _context):
    """Prepare what has arrived, and answer with two addresses."""
    storage = boto3.client("s3")
    found = addresses(storage, event["incoming"]) or [split_address(event["sample"])]
    rows = [row for bucket, key in found for row in read_rows(storage, bucket, key)]
    random.Random(7).shuffle(rows)
    border = int(len(rows) * 0.8)
    bucket, prefix = os.environ["ARTIFACT_BUCKET"], event.get("prefix", "prepared")
    return {
        "train": write_rows(storage, bucket, f"{prefix}/train", rows[:border]),
        "validation": write_rows(storage, bucket, f"{prefix}/validation", rows[border:]),
    }
