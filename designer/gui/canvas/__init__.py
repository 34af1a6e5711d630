"""The canvas: a picture of the document that is edited by mouse and keys."""
