"""Gateways against answers as AWS gives them."""
