"""Tests of the SageMaker exporter."""
