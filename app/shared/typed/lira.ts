/** Up to ten million lira; 12 · 12,5 · 12,50 · 12.50 · 1.250,00 */
const SHAPE = /^(?:(\d{1,3}(?:\.\d{3}){1,2})|(\d{1,7}))(?:,(\d{1,2}))?$/
const POINTED = /^(\d{1,7})\.(\d{1,2})$/

/** An amount of money as people write it, in kuruş: a whole number, never a fraction of one. */
export const Lira = {
  parse(text: string) {
    const bare = text.replace(/(?:TL|₺)$/i, '').trim()
    const pointed = POINTED.exec(bare)
    const written = SHAPE.exec(bare)
    if (!pointed && !written) return null
    const lira = pointed ? pointed[1]! : (written![1] ?? written![2]!).replaceAll('.', '')
    const rest = (pointed ? pointed[2]! : (written![3] ?? '')).padEnd(2, '0')
    return Number(lira) * 100 + Number(rest)
  },
}

/** 1.250,00 TL · TRY 1,250.00 */
export function inLira(kurus: number, locale = 'tr') {
  const [number, sign] = locale === 'tr' ? ['tr-TR', ' TL'] : ['en-GB', ' TRY']
  const shown = new Intl.NumberFormat(number, { minimumFractionDigits: 2 })
  return shown.format(kurus / 100) + sign
}
