import QRCode from 'qrcode'

/** Modules of nothing around it, which a camera needs to find it (ISO/IEC 18004). */
const QUIET = 4

/**
 * A text as a QR code: the path of an SVG, in modules, to be stroked a module wide, and how many there
 * are on each side. Each row is its runs: a third of what a square for each module takes.
 */
export function qrOf(text: string) {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const { size } = modules
  let path = ''
  for (let y = 0; y < size; y++) {
    let gap = QUIET
    let begun = ''
    for (let x = 0; x < size;) {
      const end = endOf(x, size, (at) => modules.get(y, at))
      const length = end - x
      if (modules.get(y, x)) {
        path += begun ? `m${gap} 0h${length}` : `M${gap} ${y + QUIET}.5h${length}`
        begun = 'yes'
        gap = 0
      } else gap += length
      x = end
    }
  }
  return { path, side: size + 2 * QUIET }
}

/** Where the run that begins at x ends. */
function endOf(x: number, size: number, dark: (at: number) => number) {
  let end = x + 1
  while (end < size && dark(end) === dark(x)) end++
  return end
}
