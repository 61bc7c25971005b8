#!/usr/bin/env python3
"""changed.py BEFORE AFTER: the share of the bytes below AFTER/search that are not in BEFORE/search under the same name."""
import sys
from pathlib import Path


def files(folder):
    root = Path(folder, "search")
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*.js")}


before, after = files(sys.argv[1]), files(sys.argv[2])
kinds = {}
for name, content in after.items():
    kind = name.split("/")[0] if "/" in name else name
    total, new = kinds.get(kind, (0, 0))
    kinds[kind] = (total + len(content), new + (0 if before.get(name) == content else len(content)))
for kind, (total, new) in sorted(kinds.items()):
    print(f"  {kind}: {new:,} of {total:,} bytes")
total, new = (sum(pair[n] for pair in kinds.values()) for n in (0, 1))
print(f"  all: {new:,} of {total:,} bytes, {100 * new / total:.2f} %")
