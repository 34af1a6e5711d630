"""The operations of AWS services that the sandbox answers itself, as functions from parameters to results."""
