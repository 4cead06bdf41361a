import QRCode from 'qrcode'

/** Modules of nothing around it, which a camera needs to find it (ISO/IEC 18004). */
const QUIET = 4

/** An address as a QR code: the path of an SVG, in modules, and how many there are on each side. */
export function qrOf(address: string) {
  const { modules } = QRCode.create(address, { errorCorrectionLevel: 'M' })
  const { size } = modules
  let path = ''
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      if (modules.get(y, x)) path += `M${x + QUIET} ${y + QUIET}h1v1h-1z`
    }
  }
  return { path, side: size + 2 * QUIET }
}
