import { readFile } from 'node:fs/promises'
import app from '@adonisjs/core/services/app'
import { lessonOf } from '../learning/lesson.ts'
import { readLabelled } from './labelled.ts'

/** The invented petitions that are shipped: with them everybody begins. */
export async function shippedExamples() {
  const file = await readFile(app.makePath('resources/routing/examples.tsv'), 'utf8')
  return readLabelled(file)
    .filter(({ unit }) => unit)
    .map(({ text, unit }) => lessonOf(text, unit, 'example'))
}
