import jsqr from 'jsqr'
import sharp from 'sharp'

/** The address that a telephone's camera reads of a page; null where it sees no code. */
export async function readBy(page: string) {
  const [svg] = /<svg class="qr__code"[^]*?<\/svg>/.exec(page) ?? []
  if (!svg) return null
  const named = svg.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"')
  const { data, info } = await sharp(Buffer.from(named))
    .resize(400, 400, { kernel: 'nearest' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  // What it exports by its own account is not what Node finds.
  const read = jsqr as unknown as typeof jsqr.default
  const code = read(new Uint8ClampedArray(data), info.width, info.height)
  return code && new URL(code.data)
}
