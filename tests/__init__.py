"""The tests; unit/ mirrors the code, judges/ holds the programs of others that our output is put before."""
