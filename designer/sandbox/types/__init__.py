"""What the stack engine can make: one entry per CloudFormation type, most of them rows of a table."""
