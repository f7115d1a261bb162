"""JSON Schema of each record type, for editors."""

from readouts.schema.documents import MOST_BYTES, schemas
from readouts.schema.files import FOLDER, refresh_schemas, write_schemas

__all__ = ["FOLDER", "MOST_BYTES", "refresh_schemas", "schemas", "write_schemas"]
