"""Write docs/report.schema.json from the report's model: run ``python docs/make_schema.py``."""

import json
from pathlib import Path

import msgspec

from autograder.report.model import Report

if __name__ == "__main__":
    schema = json.dumps(msgspec.json.schema(Report), indent=2, ensure_ascii=False)
    Path(__file__).with_name("report.schema.json").write_text(schema + "\n", encoding="utf-8")
