"""The exporters that come with Pipeline Designer."""

from exporters.codepipeline.target import TARGET as CODEPIPELINE
from exporters.sagemaker.target import TARGET as SAGEMAKER
from exporters.stepfunctions.target import TARGET as STEPFUNCTIONS

TARGETS = (SAGEMAKER, STEPFUNCTIONS, CODEPIPELINE)
