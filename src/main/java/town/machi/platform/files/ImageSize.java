package town.machi.platform.files;

/// Width and height in pixels, as the file's head says.
record ImageSize(long width, long height) {

    /// 100 million pixels: more than any telephone takes, and what a browser can still unfold.
    private static final long MOST_PIXELS = 100_000_000;

    private static final long LONGEST_SIDE = 30_000;

    boolean isTooLarge() {
        return width > LONGEST_SIDE || height > LONGEST_SIDE || width * height > MOST_PIXELS;
    }

    boolean isEmpty() {
        return width <= 0 || height <= 0;
    }
}
