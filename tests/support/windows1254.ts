/** By bytes of Windows-1254, which differ from Latin-1 for these letters alone. */
const LETTERS: Record<string, number> = {
  ...{ Ğ: 0xd0, İ: 0xdd, Ş: 0xde },
  ...{ ğ: 0xf0, ı: 0xfd, ş: 0xfe },
}

/** A file as a Turkish spreadsheet of old saves it. */
export function windows1254(text: string) {
  return Buffer.from([...text].map((letter) => LETTERS[letter] ?? letter.charCodeAt(0)))
}
