"""Tests of the export to Step Functions."""
