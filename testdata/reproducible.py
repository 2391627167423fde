#!/usr/bin/env python3
"""Makes a .NET assembly a function of its sources.

mcs and ilasm write the time of day into the COFF header and a random module version id
(MVID) into the #GUID heap. This zeroes the first and derives the second from
the SHA-256 of everything else.
"""
import hashlib
import struct
import sys
import uuid

COFF_TIME_STAMP = 4 + 4  # after the signature "PE\0\0", Machine and NumberOfSections
CLI_DIRECTORY = 14


def u16(image, at):
    return struct.unpack_from("<H", image, at)[0]


def u32(image, at):
    return struct.unpack_from("<I", image, at)[0]


def file_offset(image, pe, rva):
    section = pe + 24 + u16(image, pe + 20)
    for _ in range(u16(image, pe + 6)):
        _, address, size, raw = struct.unpack_from("<4I", image, section + 8)
        if address <= rva < address + size:
            return rva - address + raw
        section += 40
    raise ValueError(f"no section holds RVA {rva:#x}")


def mvid_offset(image, pe):
    optional = pe + 24
    directories = optional + (112 if u16(image, optional) == 0x20B else 96)
    cli = file_offset(image, pe, u32(image, directories + 8 * CLI_DIRECTORY))
    root = file_offset(image, pe, u32(image, cli + 8))
    stream = root + 16 + u32(image, root + 12)
    count, stream = u16(image, stream + 2), stream + 4
    for _ in range(count):
        offset, size = struct.unpack_from("<2I", image, stream)
        name_end = image.index(0, stream + 8)
        if image[stream + 8 : name_end] == b"#GUID":
            if size != 16:
                raise ValueError("the #GUID heap holds more than the MVID")
            return root + offset
        stream = root + ((name_end - root) & ~3) + 4  # names are padded to four bytes
    raise ValueError("no #GUID heap")


def make_reproducible(path):
    with open(path, "r+b") as file:
        image = bytearray(file.read())
        pe = u32(image, 0x3C)
        struct.pack_into("<I", image, pe + COFF_TIME_STAMP, 0)
        mvid = mvid_offset(image, pe)
        image[mvid : mvid + 16] = bytes(16)
        digest = hashlib.sha256(image).digest()
        image[mvid : mvid + 16] = uuid.UUID(bytes=digest[:16], version=4).bytes_le
        file.seek(0)
        file.write(image)


if __name__ == "__main__":
    for path in sys.argv[1:]:
        make_reproducible(path)
