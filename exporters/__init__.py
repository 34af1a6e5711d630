"""The exporters that come with Pipeline Designer."""
