package dev.cordon.formats;

/**
 * Where a unit lies in the unpacked text of its file: first byte (from 0), its line (from 1), its
 * length in bytes.
 */
public record Position(long byteOffset, long line, long lengthBytes) {}
