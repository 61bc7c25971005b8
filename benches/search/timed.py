#!/usr/bin/env python3
"""timed.py LABEL COMMAND...: runs a command; says its wall time, user CPU and peak memory."""
import os
import resource
import subprocess
import sys
import time

label, command = sys.argv[1], sys.argv[2:]
began = time.monotonic()
done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=os.environ)
took = time.monotonic() - began
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(f"{label}: {took:.1f} s, {used.ru_utime:.1f} s user, {used.ru_stime:.1f} s system, {used.ru_maxrss / 1024:.0f} MB", flush=True)
if done.returncode:
    sys.stderr.buffer.write(done.stderr)
    sys.exit(done.returncode)
