/**
 * A program of its own: reads a picture from its standard input and writes it anew to its standard
 * output, as a JPEG, upright, no larger than a screen shows and without anything that was written
 * beside it (EXIF, the place where it was taken, what was hung on behind). Whatever a picture does to
 * the libraries that read it, it does here, where nothing is known and nothing is kept.
 */
import { createRequire } from 'node:module'
import sharp from 'sharp'
import { ENDS, heldBytes, LONGEST_SIDE, MOST_HELD, MOST_PIXELS, QUALITY } from './picture_limits.ts'

sharp.cache(false)
sharp.concurrency(1)

const isHeic = process.argv[2] === 'heic'
process.on('uncaughtException', () => process.exit(ENDS.unreadable))

const read = isHeic ? fromHeic(await whole()) : await fromOthers(await whole())
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

async function fromOthers(bytes: Buffer) {
  const options = { limitInputPixels: MOST_PIXELS, sequentialRead: true, failOn: 'error' } as const
  const picture = sharp(bytes, options)
  demandRoom(await picture.metadata().catch(failed))
  return picture
}

/** libheif turns it upright by itself. What it has made lies in its own memory, and is read there. */
function fromHeic(bytes: Buffer) {
  const heif = createRequire(import.meta.url)('libheif-js/wasm-bundle') as Heif
  const all = new heif.HeifDecoder().decode(bytes)
  const image = all.find((one) => one.is_primary()) ?? all[0]!
  const [width, height] = [image.get_width(), image.get_height()]
  demandRoom({ format: 'heif', width, height })
  const { heif_colorspace: space, heif_chroma: chroma } = heif
  const { channels } = heif.heif_js_decode_image2(
    image.handle,
    space.heif_colorspace_RGB,
    chroma.heif_chroma_interleaved_RGB
  )
  const { data, stride } = channels[0]!
  // Its lines begin at round addresses; sharp's follow each other.
  for (let y = 1; y < height; y++) {
    data.copyWithin(y * width * 3, y * stride, y * stride + width * 3)
  }
  const pixels = new Uint8Array(data.buffer, data.byteOffset, width * height * 3)
  return sharp(pixels, { raw: { width, height, channels: 3 }, limitInputPixels: MOST_PIXELS })
}

/** What of libheif is used; its own types say other things of a decoded image. */
interface Heif {
  HeifDecoder: new () => { decode(bytes: Uint8Array): HeifImage[] }
  heif_colorspace: { heif_colorspace_RGB: unknown }
  heif_chroma: { heif_chroma_interleaved_RGB: unknown }
  heif_js_decode_image2(
    handle: unknown,
    space: unknown,
    chroma: unknown
  ): { channels: { data: Uint8Array<ArrayBuffer>; stride: number }[] }
}

interface HeifImage {
  handle: unknown
  is_primary(): boolean
  get_width(): number
  get_height(): number
}

function demandRoom(told: Parameters<typeof heldBytes>[0]) {
  const isTooMuch = told.width * told.height > MOST_PIXELS || heldBytes(told) > MOST_HELD
  if (isTooMuch) process.exit(ENDS.pixels)
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
