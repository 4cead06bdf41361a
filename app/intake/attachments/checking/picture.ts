/**
 * A program of its own: reads a picture from its standard input and writes it anew to its standard
 * output, as a JPEG, upright, no larger than a screen shows and without anything that was written
 * beside it (EXIF, the place where it was taken, what was hung on behind). Whatever a picture does to
 * the libraries that read it, it does here, where nothing is known and nothing is kept.
 */
import { createRequire } from 'node:module'
import sharp from 'sharp'
import { ENDS, LONGEST_SIDE, MOST_PIXELS, QUALITY } from './picture_limits.ts'

sharp.cache(false)
sharp.concurrency(1)

interface HeicImage {
  width: number
  height: number
  decode(): Promise<{ data: Uint8ClampedArray }>
}

const isHeic = process.argv[2] === 'heic'
process.on('uncaughtException', () => process.exit(ENDS.unreadable))

const read = isHeic ? await fromHeic(await whole()) : fromOthers(await whole())
const size = await read.metadata().catch(failed)
if (size.width * size.height > MOST_PIXELS) process.exit(ENDS.pixels)
const written = await read
  .autoOrient()
  .resize(LONGEST_SIDE, LONGEST_SIDE, { fit: 'inside', withoutEnlargement: true })
  // What is transparent would be black.
  .flatten({ background: '#fff' })
  .toColourspace('srgb')
  .jpeg({ quality: QUALITY })
  .toBuffer()
  .catch(failed)
process.stdout.end(written, () => process.exit(0))

function fromOthers(bytes: Buffer) {
  return sharp(bytes, { limitInputPixels: MOST_PIXELS, sequentialRead: true, failOn: 'error' })
}

/** libheif turns it upright by itself. */
async function fromHeic(bytes: Buffer) {
  const decode = createRequire(import.meta.url)('heic-decode') as {
    all(input: { buffer: Buffer }): Promise<HeicImage[]>
  }
  const [first] = await decode.all({ buffer: bytes }).catch(failed)
  const { width, height } = first!
  if (width * height > MOST_PIXELS) process.exit(ENDS.pixels)
  const { data } = await first!.decode().catch(failed)
  return sharp(data, { raw: { width, height, channels: 4 }, limitInputPixels: MOST_PIXELS })
}

async function whole() {
  const pieces: Buffer[] = []
  for await (const piece of process.stdin) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}

function failed(error: unknown): never {
  const isTooMuch = error instanceof Error && /pixel limit/i.test(error.message)
  process.exit(isTooMuch ? ENDS.pixels : ENDS.unreadable)
}
