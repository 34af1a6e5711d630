"""Tests of the starters: the pipelines that come with the program."""
