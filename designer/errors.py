"""What we raise on purpose.

    Refusal                 the user can mend it; exit code 3
      UsageError            the command or its arguments are off; exit code 2
      FileRefused           a file cannot be read or written
      TargetRefused         a target cannot express what was drawn
      AwsRefused            AWS said no; carries AWS's own code and message

Everything else that reaches the top is a bug of ours (exit code 4). A user's mistake in a document is neither: it is a
finding, and a value.
"""


class Refusal(Exception):
    """Something asked for cannot be done, and the message says where, what, and what to do."""

    exit_code = 3

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class UsageError(Refusal):
    """The command line cannot be understood."""

    exit_code = 2


class FileRefused(Refusal):
    """A file cannot be read or written; `line` and `column` count from one where they are known."""

    def __init__(self, message: str, *, path: str, line: int = 0, column: int = 0, hint: str = "") -> None:
        super().__init__(message, hint=hint)
        self.path = path
        self.line = line
        self.column = column

    def __str__(self) -> str:
        place = self.path + (f", line {self.line}, column {self.column}" if self.line else "")
        return f"{place}: {super().__str__()}"


class TargetRefused(Refusal):
    """A target cannot express the pipeline; `reasons` holds one sentence for each node in the way."""

    def __init__(self, message: str, *, reasons: tuple[str, ...] = (), hint: str = "") -> None:
        super().__init__(message, hint=hint)
        self.reasons = reasons


class AwsRefused(Refusal):
    """AWS refused a request; `code` and `request_id` are AWS's own."""

    def __init__(self, message: str, *, code: str, operation: str, request_id: str = "", hint: str = "") -> None:
        super().__init__(message, hint=hint)
        self.code = code
        self.operation = operation
        self.request_id = request_id
