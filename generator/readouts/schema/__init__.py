"""JSON Schema of each record type, for editors."""

from readouts.schema.documents import MOST_BYTES, schemas
from readouts.schema.files import FOLDER, keep_fresh, write_schemas

__all__ = ["FOLDER", "MOST_BYTES", "keep_fresh", "schemas", "write_schemas"]
