/** Files of one form, of one card, of one answer. */
export const MOST_FILES = 10
/** Bytes of one. */
export const LARGEST = 10 * 1024 * 1024
