"""Programs written by others that judge what we export, each behind one function."""
