/** Larger files are not read: in bytes, and so at most in UTF-16 code units too. */
export const LARGEST_FILE = 10_000_000;
