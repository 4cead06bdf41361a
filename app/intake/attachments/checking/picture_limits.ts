/** Pixels on its longer side: what a large screen shows, and a scanned sheet is read well. */
export const LONGEST_SIDE = 2048
export const QUALITY = 82
/** Width × height: a telephone's largest photograph; one of 30,000 × 30,000 is never unpacked. */
export const MOST_PIXELS = 64_000_000
/**
 * Bytes that a picture may hold while it is read. With what Node and the libraries take besides (120
 * to 140 MB) the process stays below 300 MB: `npm run bench -- --only=files`.
 */
export const MOST_HELD = 150_000_000

/** What sharp says of a picture before it reads it. */
interface Told {
  format?: string
  width: number
  height: number
  channels?: number
  depth?: string
  chromaSubsampling?: string
  isProgressive?: boolean
}

/**
 * Bytes of a picture that its reader must hold at once. Most are read a few lines at a time, however
 * large they are; what comes in rounds, first coarse and then fine, is there whole before its first
 * line is.
 */
export function heldBytes({ width, height, ...told }: Told) {
  return width * height * bytesOfPixel(told)
}

function bytesOfPixel({
  format,
  channels = 4,
  depth,
  chromaSubsampling = '4:4:4',
  isProgressive,
}: Omit<Told, 'width' | 'height'>) {
  // As libheif decodes it, and once more in red, green and blue.
  if (format === 'heif') return 6
  if (format === 'webp') return 4
  if (!isProgressive) return 0
  // Coefficients of two bytes; of colours mostly one for four pixels, or for two.
  if (format === 'jpeg') {
    return channels === 3 ? 2 + 4 * (SHARED[chromaSubsampling] ?? 1) : 2 * channels
  }
  return channels * (depth === 'ushort' ? 2 : 1)
}

/** How much of a pixel each of its two colours has; of others, all of it. */
const SHARED: Record<string, number | undefined> = { '4:2:0': 1 / 4, '4:2:2': 1 / 2 }

/** With which status the program ends when it could not. */
export const ENDS = { unreadable: 3, pixels: 4 } as const
