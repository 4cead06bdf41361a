import { fileTypeFromBuffer } from 'file-type'

/** Bytes of a file's beginning that say what it is. */
export const TELLING = 4100

/** What may be attached, as file-type calls it, and what the house calls it. */
const ALLOWED: Record<string, Kind> = {
  jpg: 'jpeg',
  png: 'png',
  // A picture that moves stands still here: the first one is shown.
  apng: 'png',
  webp: 'webp',
  heic: 'heic',
  pdf: 'pdf',
}

export type Kind = 'jpeg' | 'png' | 'webp' | 'heic' | 'pdf'

/** By what it holds, whatever its name or its sender says; null: nothing that is taken. */
export async function kindOf(beginning: Buffer): Promise<Kind | null> {
  const found = await fileTypeFromBuffer(beginning).catch(() => undefined)
  return (found && ALLOWED[found.ext]) ?? null
}
