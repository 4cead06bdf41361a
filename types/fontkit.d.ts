/** What of fontkit is used: a font is read once and handed to every paper. */
declare module 'fontkit' {
  interface Font {
    characterSet: number[]
    glyphForCodePoint(codePoint: number): object
    hasGlyphForCodePoint(codePoint: number): boolean
  }
  export function create(bytes: Buffer): Font
}
