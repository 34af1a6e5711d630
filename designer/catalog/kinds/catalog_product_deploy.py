"""Service Catalog deploy: gives a product a new version."""

from typing import Annotated

from pydantic import Field

from designer.catalog.delivery import DeliverySettings, delivered, needs, source_input
from designer.catalog.form import Form
from designer.catalog.kind import Category, Kind
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import fixed
from designer.catalog.requests import arn, resolved, settings_of
from designer.catalog.steps import Action
from designer.catalog.values import joined

_ACTIONS = (
    "servicecatalog:ListProvisioningArtifacts",
    "servicecatalog:CreateProvisioningArtifact",
    "servicecatalog:DescribeProvisioningArtifact",
    "servicecatalog:DeleteProvisioningArtifact",
    "servicecatalog:UpdateProduct",
)


class CatalogProductDeploySettings(DeliverySettings):
    """Which product, and what is new."""

    product: Annotated[str, Form(shape="servicecatalog:CreateProvisioningArtifact:ProductId")] = Field(
        min_length=1, description="The id of the product."
    )
    version_name: Annotated[str, Form()] = Field(min_length=1, description="The name of the version.")
    version_description: Annotated[str, Form()] = Field(default="", description="What is new in it.")
    template: Annotated[str, Form()] = Field(
        default="template.yaml", min_length=1, description="The template in the artifact."
    )


def lower(placed: Placed) -> Lowered:
    """Make a ServiceCatalog action."""
    settings = settings_of(placed, CatalogProductDeploySettings)
    product = resolved(placed, settings.product)
    action = Action(
        category="Deploy",
        provider="ServiceCatalog",
        configuration={
            "ProductId": product,
            "ProductType": "CLOUD_FORMATION_TEMPLATE",
            "ProductVersionName": resolved(placed, settings.version_name),
            "ProductVersionDescription": resolved(placed, settings.version_description),
            "TemplateFilePath": settings.template,
        },
    )
    allowed = (
        needs(placed, "give the product a version", _ACTIONS, arn("catalog", joined("product/", product))),
        needs(placed, "look at the template", ("cloudformation:ValidateTemplate",)),
    )
    return delivered(placed, action, allowed)


KIND = Kind(
    id="catalog_product_deploy",
    title="Service Catalog deploy",
    summary="Gives a product of AWS Service Catalog a version with the template in an artifact.",
    category=Category.DEPLOY,
    settings=CatalogProductDeploySettings,
    lower=lower,
    inputs=fixed(source_input("The template.")),
)
