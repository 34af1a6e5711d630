from designer.catalog.kinds.catalog_product_deploy import KIND
from tests.unit.catalog.kinds.delivering import action_of, type_of


def test_the_action_is_configured_as_its_provider_spells_it() -> None:
    action = action_of(KIND, {"product": "prod-1", "version_name": "2"})

    assert type_of(action) == ("Deploy", "AWS", "ServiceCatalog")
    assert action.configuration == {
        "ProductId": "prod-1",
        "ProductType": "CLOUD_FORMATION_TEMPLATE",
        "ProductVersionName": "2",
        "TemplateFilePath": "template.yaml",
    }
