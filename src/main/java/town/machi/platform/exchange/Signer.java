package town.machi.platform.exchange;

/// Signs for this zone, and knows the other one's signature.
interface Signer {

    byte[] sign(byte[] digest);

    /// Whether this zone signed it.
    boolean isOwn(byte[] digest, byte[] signature);

    /// Whether the other zone signed it.
    boolean isPartners(byte[] digest, byte[] signature);
}
