"""Running the commands of builds for real, where the sandbox is told to: with bash and an `aws` command of our own."""
