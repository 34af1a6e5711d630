"""The export to CodePipeline."""
