import { readFile } from 'node:fs/promises'
import app from '@adonisjs/core/services/app'
import { folded } from '#shared/folded_text'

/** A word or some words of offices; of an open one what follows its stem is an ending. */
export interface OfficialWord {
  pattern: readonly { stem: string; isOpen: boolean }[]
  plain: string
}

let remembered: Promise<OfficialWord[]> | undefined

/** The shipped list, read once. */
export function officialWordList() {
  remembered ??= readFile(app.makePath('resources/response/official_words.tsv'), 'utf8').then(
    readOfficialWords
  )
  return remembered
}

/** Lines of two columns, the first with * where endings may follow; what has more words comes first. */
function readOfficialWords(file: string): OfficialWord[] {
  const lines = file.split('\n').slice(1).filter(Boolean)
  const words = lines.map((line) => {
    const [official = '', plain = ''] = line.split('\t')
    const pattern = folded(official)
      .split(' ')
      .map((word) => ({ stem: word.replace('*', ''), isOpen: word.endsWith('*') }))
    return { pattern, plain }
  })
  return words.toSorted((one, other) => lettersOf(other) - lettersOf(one))
}

function lettersOf({ pattern }: OfficialWord) {
  return pattern.length * 100 + pattern.reduce((sum, { stem }) => sum + stem.length, 0)
}
