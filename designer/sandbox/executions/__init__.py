"""Running what moto only stores: SageMaker pipelines and CodePipelines, step by step."""
