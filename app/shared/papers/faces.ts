import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

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
const known = new Map<Face, Buffer>()

/** A font's file, read with the first paper that is made. */
export function fontOf(face: Face) {
  const bytes = known.get(face) ?? readFileSync(resolve(FILES[face]))
  known.set(face, bytes)
  return bytes
}
