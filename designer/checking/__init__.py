"""Rules over a pipeline, and the findings they give."""
