package timeline.stores.postgres;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Unpacks the plain tar of the PostgreSQL archive: files, folders and symbolic links with names of up to 100 bytes. */
final class Tar {
    private static final int BLOCK = 512;

    private final InputStream in;

    Tar(InputStream in) {
        this.in = in;
    }

    /** Everybody may read and enter what is unpacked: the server may run as another user. */
    void unpackInto(Path folder) throws IOException {
        for (byte[] header = block(); header[0] != 0; header = block()) {
            Path target = folder.resolve(text(header, 0, 100)).normalize();
            if (!target.startsWith(folder)) {
                throw new IOException("the archive leaves its folder: " + target);
            }
            long size = octal(header, 124, 12);
            switch (header[156]) {
                case '5' -> folder(target);
                case '2' -> {
                    folder(target.resolve("..").normalize());
                    Files.createSymbolicLink(target, Path.of(text(header, 157, 100)));
                }
                case '0', 0 -> file(target, size, (octal(header, 100, 8) & 0100) != 0);
                default -> throw new IOException("an entry of unknown type " + (char) header[156] + ": " + target);
            }
        }
    }

    private static void folder(Path target) throws IOException {
        if (!Files.isDirectory(target)) {
            Files.createDirectories(target);
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private void file(Path target, long size, boolean executable) throws IOException {
        folder(target.resolve("..").normalize());
        try (OutputStream out = Files.newOutputStream(target)) {
            for (long left = size; left > 0; left -= BLOCK) {
                out.write(block(), 0, (int) Math.min(left, BLOCK));
            }
        }
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private byte[] block() throws IOException {
        byte[] block = in.readNBytes(BLOCK);
        if (block.length < BLOCK) {
            throw new EOFException("the archive is cut short");
        }
        return block;
    }

    private static String text(byte[] header, int from, int length) {
        int end = from;
        while (end < from + length && header[end] != 0) {
            end++;
        }
        return new String(header, from, end - from, StandardCharsets.UTF_8);
    }

    private static long octal(byte[] header, int from, int length) {
        String digits = text(header, from, length).strip();
        return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
    }
}
