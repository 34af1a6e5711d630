"""A small CloudFormation over the services' own APIs: templates, plans, ordered work, events, rollback and drift."""
