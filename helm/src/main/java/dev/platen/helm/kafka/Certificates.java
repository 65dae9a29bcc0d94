package dev.platen.helm.kafka;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Certificates of two authorities, made anew by the JDK's keytool and good for a day: {@code ca} has signed those of
 * {@code broker}, for 127.0.0.1, and {@code client}; {@code stranger} has signed nobody's. Texts are PEM, keys PKCS #8.
 */
final class Certificates {
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final int KEYTOOL_SECONDS = 60;

    private final KeyStore store;

    private Certificates(KeyStore store) {
        this.store = store;
    }

    /** Makes them, with a file in this folder. */
    static Certificates make(Path folder) {
        Path file = folder.resolve("certificates.p12");
        keytool(file, "ca", "-dname", "CN=authority of the test", "-ext", "bc:c");
        keytool(file, "broker", "-signer", "ca", "-dname", "CN=broker", "-ext", "san=ip:127.0.0.1");
        keytool(file, "client", "-signer", "ca", "-dname", "CN=platen");
        keytool(file, "stranger", "-dname", "CN=nobody's authority", "-ext", "bc:c");
        try (InputStream bytes = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(bytes, PASSWORD);
            return new Certificates(store);
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new IllegalStateException("keytool wrote a store that Java cannot read", unreadable);
        }
    }

    private static void keytool(Path file, String alias, String... options) {
        String program =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        List<String> command = new ArrayList<>(List.of(program, "-genkeypair", "-alias", alias, "-keyalg", "EC"));
        command.addAll(List.of("-validity", "1", "-storetype", "PKCS12", "-storepass", String.valueOf(PASSWORD)));
        command.addAll(List.of("-keystore", file.toString()));
        command.addAll(List.of(options));
        try {
            Process keytool =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!keytool.waitFor(KEYTOOL_SECONDS, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
                throw new IllegalStateException("keytool made no certificate of %s: %s".formatted(alias, said));
            }
        } catch (IOException cannotStart) {
            throw new UncheckedIOException("the JDK has no keytool", cannotStart);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while keytool works", impatient);
        }
    }

    /** The certificate, and those that vouch for it. */
    String chain(String alias) {
        try {
            StringBuilder text = new StringBuilder();
            for (Certificate certificate : store.getCertificateChain(alias)) {
                text.append(pem("CERTIFICATE", certificate.getEncoded()));
            }
            return text.toString();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("no certificate of " + alias, missing);
        }
    }

    /** The private key. */
    String key(String alias) {
        try {
            return pem("PRIVATE KEY", store.getKey(alias, PASSWORD).getEncoded());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("no key of " + alias, missing);
        }
    }

    private static String pem(String kind, byte[] content) {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(kind, text);
    }
}
