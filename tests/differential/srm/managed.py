#!/usr/bin/env python3
"""managed.py DIR...: the .NET images in the folders, one for each content: a PE image with a CLI directory and metadata behind it."""
import hashlib
import os
import struct
import sys


def is_managed(data):
    if data[:2] != b"MZ":
        return False
    try:
        pe = struct.unpack_from("<I", data, 0x3C)[0]
        if data[pe : pe + 4] != b"PE\0\0":
            return False
        sections, optional_size = struct.unpack_from("<H12xH", data, pe + 6)
        optional = pe + 24
        is_plus = struct.unpack_from("<H", data, optional)[0] == 0x20B
        directories = optional + (112 if is_plus else 96)

        def offset(rva):
            for number in range(sections):
                header = optional + optional_size + 40 * number
                size, start, raw_size, raw = struct.unpack_from("<IIII", data, header + 8)
                if start <= rva < start + max(size, raw_size):
                    return rva - start + raw
            raise ValueError

        cli = offset(struct.unpack_from("<I", data, directories + 14 * 8)[0])
        root = offset(struct.unpack_from("<I", data, cli + 8)[0])
        return data[root : root + 4] == b"BSJB"
    except (struct.error, ValueError):
        return False


seen = set()
for folder, folders, files in (entry for root in sys.argv[1:] for entry in os.walk(root)):
    folders.sort()
    for name in sorted(files):
        path = os.path.join(folder, name)
        with open(path, "rb") as file:
            data = file.read()
        digest = hashlib.sha256(data).digest()
        if digest not in seen and is_managed(data):
            seen.add(digest)
            print(path)
