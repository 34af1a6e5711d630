"""SageMaker Pipelines: the definition, SDK source that gives the same definition, and what goes with them."""
