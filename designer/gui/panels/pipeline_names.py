"""What a pipeline has beside its settings and parameters, by the names that its page edits it under."""

NAME = "name"
DESCRIPTION = "description"
