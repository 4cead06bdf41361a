import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create, type Font } from 'fontkit'

/**
 * The letters of a paper: Tinos, which is as wide as Times New Roman, in which official letters are
 * written (Resmî Yazışmalarda Uygulanacak Usul ve Esaslar Hakkında Yönetmelik), and has every Turkish letter.
 */
const FILES = {
  plain: '@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf',
  bold: '@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf',
} as const
export type Face = keyof typeof FILES
export const FACES = Object.keys(FILES) as Face[]

const { resolve } = createRequire(import.meta.url)
const known = new Map<Face, Font>()

/** A font, read with the first paper that is made: reading it is most of what a paper takes. */
export function fontOf(face: Face) {
  const font = known.get(face) ?? read(face)
  known.set(face, font)
  return font
}

/**
 * Each letter is asked for once, by which it is known from then on. What is packed into a first paper as
 * a part of another letter (the I of an İ) would else be no letter at all in the text of the next one.
 */
function read(face: Face) {
  const font = create(readFileSync(resolve(FILES[face])))
  for (const point of font.characterSet) font.glyphForCodePoint(point)
  return font
}
