package town.machi.bench;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// One kept-alive HTTP/1.1 connection. Thin on purpose: the driver shares two cores with what it measures.
final class Wire implements Closeable {

    private final String host;
    private final int port;
    private Socket socket;
    private InputStream in;
    private OutputStream out;
    private boolean over;

    Wire(String host, int port) throws IOException {
        this.host = host;
        this.port = port;
        socket = new Socket(host, port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        out = socket.getOutputStream();
    }

    /// A server ends a connection after so many requests and says so; a browser then opens the next.
    private void reopen() throws IOException {
        socket.close();
        socket = new Socket(host, port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        out = socket.getOutputStream();
        over = false;
    }

    private void send(byte[] request) throws IOException {
        if (over) {
            reopen();
        }
        out.write(request);
    }

    /// @param body as sent; its length is in bytes
    record Reply(int status, String headers, byte[] body) {

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    Reply get(String path) throws IOException {
        return get(path, "");
    }

    /// @param headers complete lines, each ending in CR LF
    Reply get(String path, String headers) throws IOException {
        send(("GET " + path + " HTTP/1.1\r\nHost: " + host + ":" + port + "\r\n" + headers + "\r\n")
                .getBytes(StandardCharsets.UTF_8));
        return read();
    }

    Reply post(String path, String contentType, byte[] body) throws IOException {
        return post(path, contentType, body, "");
    }

    Reply post(String path, String contentType, byte[] body, String headers) throws IOException {
        byte[] head = ("POST " + path + " HTTP/1.1\r\nHost: " + host + ":" + port + "\r\nContent-Type: " + contentType
                        + "\r\nContent-Length: " + body.length + "\r\n" + headers + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] whole = new byte[head.length + body.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        send(whole);
        return read();
    }

    private Reply read() throws IOException {
        String status = line();
        StringBuilder headers = new StringBuilder();
        int length = -1;
        boolean chunked = false;
        for (String line = line(); !line.isEmpty(); line = line()) {
            headers.append(line).append('\n');
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).strip());
            } else if (lower.startsWith("transfer-encoding:") && lower.contains("chunked")) {
                chunked = true;
            } else if (lower.startsWith("connection:") && lower.contains("close")) {
                over = true;
            }
        }
        int code = Integer.parseInt(status.substring(9, 12));
        byte[] body = chunked ? readChunks() : in.readNBytes(Math.max(length, 0));
        return new Reply(code, headers.toString(), body);
    }

    private byte[] readChunks() throws IOException {
        var body = new java.io.ByteArrayOutputStream();
        while (true) {
            int size = Integer.parseInt(line().strip(), 16);
            body.write(in.readNBytes(size));
            line();
            if (size == 0) {
                return body.toByteArray();
            }
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        while (true) {
            int c = in.read();
            if (c < 0) {
                throw new EOFException("connection closed");
            }
            if (c == '\n') {
                return line.toString();
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
