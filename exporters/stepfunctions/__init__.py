"""The export to AWS Step Functions: a state machine in the Amazon States Language, with JSONata and variables."""
