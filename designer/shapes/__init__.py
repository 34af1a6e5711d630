"""AWS's service models as data: operations, their members and limits, and the walker that checks requests by them."""
