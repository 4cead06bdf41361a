/** Pixels on its longer side: what a large screen shows, and a scanned sheet is read well. */
export const LONGEST_SIDE = 2048
export const QUALITY = 82
/** Width × height: a telephone's largest photograph; one of 30,000 × 30,000 is never unpacked. */
export const MOST_PIXELS = 64_000_000

/** With which status the program ends when it could not. */
export const ENDS = { unreadable: 3, pixels: 4 } as const
