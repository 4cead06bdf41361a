import { readFile } from 'node:fs/promises'
import app from '@adonisjs/core/services/app'
import { folded } from '#shared/folded_text'

let remembered: Promise<ReadonlySet<string>> | undefined

/** First and family names that many have and that are no other words, folded; the shipped list, read once. */
export function commonNames() {
  const file = app.makePath('resources/response/common_names.txt')
  remembered ??= readFile(file, 'utf8').then((words) => new Set(folded(words).trim().split(/\s+/)))
  return remembered
}
