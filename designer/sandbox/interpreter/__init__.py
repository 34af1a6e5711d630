"""What moto's Step Functions interpreter and Lambda lack: JSONata, jobs that are waited for, code that really runs."""
