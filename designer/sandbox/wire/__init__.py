"""Reading AWS requests off HTTP and writing answers, for the operations that the sandbox supplies itself."""
