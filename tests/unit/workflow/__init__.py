"""The workflow, its permissions and its names."""
