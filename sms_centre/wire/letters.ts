/**
 * The tables of 3GPP TS 23.038 as they are printed there: sixteen rows (the low four bits), eight
 * columns (the high three). Typed from the specification and not from our encoder, on purpose: a wrong
 * letter there must not find the same wrong letter here.
 */

/** §6.2.1, GSM 7 bit default alphabet. */
const DEFAULT_ALPHABET = `
  @   Δ   SP  0   ¡   P   ¿   p
  £   _   !   1   A   Q   a   q
  $   Φ   "   2   B   R   b   r
  ¥   Γ   #   3   C   S   c   s
  è   Λ   ¤   4   D   T   d   t
  é   Ω   %   5   E   U   e   u
  ù   Π   &   6   F   V   f   v
  ì   Ψ   '   7   G   W   g   w
  ò   Σ   (   8   H   X   h   x
  Ç   Θ   )   9   I   Y   i   y
  LF  Ξ   *   :   J   Z   j   z
  Ø   ESC +   ;   K   Ä   k   ä
  ø   Æ   ,   <   L   Ö   l   ö
  CR  æ   -   =   M   Ñ   m   ñ
  Å   ß   .   >   N   Ü   n   ü
  å   É   /   ?   O   §   o   à`

/** §6.2.1.1, the default extension. */
const DEFAULT_EXTENSION = `
  ..  ..  ..  ..  |   ..  ..  ..
  ..  ..  ..  ..  ..  ..  ..  ..
  ..  ..  ..  ..  ..  ..  ..  ..
  ..  ..  ..  ..  ..  ..  ..  ..
  ..  ^   ..  ..  ..  ..  ..  ..
  ..  ..  ..  ..  ..  ..  €   ..
  ..  ..  ..  ..  ..  ..  ..  ..
  ..  ..  ..  ..  ..  ..  ..  ..
  ..  ..  {   ..  ..  ..  ..  ..
  ..  ..  }   ..  ..  ..  ..  ..
  ..  ..  ..  ..  ..  ..  ..  ..
  ..  ..  ..  ..  ..  ..  ..  ..
  ..  ..  ..  [   ..  ..  ..  ..
  ..  ..  ..  ~   ..  ..  ..  ..
  ..  ..  ..  ]   ..  ..  ..  ..
  ..  ..  \\   ..  ..  ..  ..  ..`

/** A.2.1, Turkish national language single shift. */
const TURKISH_SINGLE_SHIFT = `
  ..  ..  ..  ..  |   ..  ..  ..
  ..  ..  ..  ..  ..  ..  ..  ..
  ..  ..  ..  ..  ..  ..  ..  ..
  ..  ..  ..  ..  ..  Ş   ç   ş
  ..  ^   ..  ..  ..  ..  ..  ..
  ..  ..  ..  ..  ..  ..  €   ..
  ..  ..  ..  ..  ..  ..  ..  ..
  ..  ..  ..  ..  Ğ   ..  ğ   ..
  ..  ..  {   ..  ..  ..  ..  ..
  ..  ..  }   ..  İ   ..  ı   ..
  ..  ..  ..  ..  ..  ..  ..  ..
  ..  ..  ..  ..  ..  ..  ..  ..
  ..  ..  ..  [   ..  ..  ..  ..
  ..  ..  ..  ~   ..  ..  ..  ..
  ..  ..  ..  ]   ..  ..  ..  ..
  ..  ..  \\   ..  ..  ..  ..  ..`

/** A.3.1, Turkish national language locking shift. */
const TURKISH_LOCKING_SHIFT = `
  @   Δ   SP  0   İ   P   ç   p
  £   _   !   1   A   Q   a   q
  $   Φ   "   2   B   R   b   r
  ¥   Γ   #   3   C   S   c   s
  €   Λ   ¤   4   D   T   d   t
  é   Ω   %   5   E   U   e   u
  ù   Π   &   6   F   V   f   v
  ı   Ψ   '   7   G   W   g   w
  ò   Σ   (   8   H   X   h   x
  Ç   Θ   )   9   I   Y   i   y
  LF  Ξ   *   :   J   Z   j   z
  Ğ   ESC +   ;   K   Ä   k   ä
  ğ   Ş   ,   <   L   Ö   l   ö
  CR  ş   -   =   M   Ñ   m   ñ
  Å   ß   .   >   N   Ü   n   ü
  å   É   /   ?   O   §   o   à`

const NAMES: Record<string, string> = {
  'SP': ' ',
  'LF': '\n',
  'CR': '\r',
  'ESC': '\u001b',
  '..': '',
}

export type Table = readonly string[]

export const defaultAlphabet = read(DEFAULT_ALPHABET)
export const defaultExtension = read(DEFAULT_EXTENSION)
export const turkishSingleShift = read(TURKISH_SINGLE_SHIFT)
export const turkishLockingShift = read(TURKISH_LOCKING_SHIFT)

/** A printed table by code: column by column. */
function read(printed: string): Table {
  const cells = printed
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
  return Array.from({ length: 128 }, (_, code) => {
    const cell = cells[code & 0x0f]?.[code >> 4] ?? '..'
    return NAMES[cell] ?? cell
  })
}
