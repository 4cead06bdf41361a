import jsqr from 'jsqr'
import sharp, { type Sharp } from 'sharp'

const CODES = /<svg class="qr__code"[^]*?<\/svg>/g

/** The address that a telephone's camera reads of a page; null where it sees no code. */
export async function readBy(page: string) {
  const [address] = await textsOfCodes(page)
  return address ? new URL(address) : null
}

/** What each QR code of a page says. */
export async function textsOfCodes(page: string) {
  const pictures = (page.match(CODES) ?? []).map((svg) => {
    const named = svg.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"')
    return sharp(Buffer.from(named)).resize(400, 400, { kernel: 'nearest' })
  })
  return Promise.all(pictures.map(textIn))
}

/** What the QR code in a picture says; null where there is none. */
export async function textIn(picture: Sharp) {
  const { data, info } = await picture.ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  // What it exports by its own account is not what Node finds.
  const read = jsqr as unknown as typeof jsqr.default
  return read(new Uint8ClampedArray(data), info.width, info.height)?.data ?? null
}
