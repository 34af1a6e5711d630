"""An error that an AWS operation answers with."""


class ApiError(Exception):
    """Answer a request with an error code and a message, as the AWS service would."""

    def __init__(self, code: str, message: str, *, status: int = 400) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.status = status
