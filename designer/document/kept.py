"""The keys of a document's settings under which an import keeps what stands in a definition beside its nodes.

A `${...}` in what is kept belongs to the template that deploys the definition; it is no reference of the document.
"""

CODE_PIPELINE = "code_pipeline"
"""What a CodePipeline holds beside its actions; the stages name the nodes in them."""
SAGEMAKER_PIPELINE = "sagemaker_pipeline"
"""What a definition of SageMaker Pipelines holds beside `Parameters` and `Steps`."""
STATE_MACHINE = "state_machine"
"""What a state machine holds beside `States`."""
KEPT = (CODE_PIPELINE, SAGEMAKER_PIPELINE, STATE_MACHINE)
