"""CodePipeline: the pipeline (V2), and buildspecs that make the calls for which it has no action of its own."""
