"""Pipeline Designer: draw ML pipelines for AWS, export, deploy and watch them."""
