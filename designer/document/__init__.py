"""What is saved: the immutable document, pure edits, references and files."""
