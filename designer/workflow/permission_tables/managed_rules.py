"""The EventBridge rules that Step Functions keeps to learn of the end of a `.sync` task.

Names: Step Functions Developer Guide, "IAM policies for integrated services". Integrations that are missing here poll.
"""

from collections.abc import Mapping

MANAGED_RULES: Mapping[tuple[str, str], str] = {
    ("sagemaker", "CreateTrainingJob"): "StepFunctionsGetEventsForSageMakerTrainingJobsRule",
    ("sagemaker", "CreateProcessingJob"): "StepFunctionsGetEventsForSageMakerProcessingJobsRule",
    ("sagemaker", "CreateTransformJob"): "StepFunctionsGetEventsForSageMakerTransformJobsRule",
    ("sagemaker", "CreateHyperParameterTuningJob"): "StepFunctionsGetEventsForSageMakerTuningJobsRule",
    ("sagemaker", "CreateLabelingJob"): "StepFunctionsGetEventsForSageMakerLabelingJobsRule",
    ("codebuild", "StartBuild"): "StepFunctionsGetEventForCodeBuildStartBuildRule",
    ("codebuild", "StartBuildBatch"): "StepFunctionsGetEventForCodeBuildStartBuildBatchRule",
    ("ecs", "RunTask"): "StepFunctionsGetEventsForECSTaskRule",
    ("batch", "SubmitJob"): "StepFunctionsGetEventsForBatchJobsRule",
    ("stepfunctions", "StartExecution"): "StepFunctionsGetEventsForStepFunctionsExecutionRule",
    ("emr", "RunJobFlow"): "StepFunctionsGetEventForEMRRunJobFlowRule",
    ("emr", "AddJobFlowSteps"): "StepFunctionsGetEventForEMRAddJobFlowStepsRule",
    ("emr", "TerminateJobFlows"): "StepFunctionsGetEventForEMRTerminateJobFlowsRule",
}
