"""What the sandbox is not, in words that the command line and the window show."""

LIMITS = (
    "The sandbox is not a proof about AWS. It shows how a deployment and a run unfold, on this machine, at no cost.",
    "IAM is not enforced: a role that lacks a permission works here and fails on AWS.",
    "Triggers do not fire: schedules, S3 events and git pushes start nothing. Start the run yourself.",
    "No container runs: training, processing, transform and tuning jobs end at once, as completed, without computing.",
    "A processing job with an output named metrics or evaluation gets an evaluation.json with sample figures there.",
    "Lambda functions written in Python run for real, with the Python of this program and only its libraries.",
    "Build commands are not run unless switched on: a build succeeds at once and exports sample values.",
    "So a condition of a CodePipeline goes on by 'then', or as the sandbox is told, unless builds are switched on.",
    "A Wait state is shortened to a fraction of a second.",
    "Prices, quotas, regions and networks do not exist, and everything is gone when the sandbox ends.",
)


def limits_text() -> str:
    """Return the limits as one text, a line each."""
    return "\n".join(LIMITS)
