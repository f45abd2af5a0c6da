"""The REST API: one table of operations, from which answers and the OpenAPI document are made."""
