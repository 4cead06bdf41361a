import { readFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import { readExamples, readList } from '#database/tsv'
import { type Catalogue } from '#organisation'
import { evaluateFolds, evaluateFresh, readLabelled } from '#routing'
import { lessonOf } from '../../../../app/routing/learning/lesson.ts'

type Lists = Pick<Catalogue, 'units' | 'subjects'>

/** What every authority is set up with. */
function shippedLists() {
  const units = readList<'code' | 'name' | 'competence'>('units').map((row, at) => ({
    ...row,
    id: at + 1,
  }))
  const ids = new Map(units.map(({ code, id }) => [code, id]))
  const subjects = readList<'name' | 'unit' | 'keywords'>('subjects')
  const rows = subjects.map(({ unit, ...row }) => ({ ...row, unitId: ids.get(unit) ?? null }))
  return { units, subjects: rows } as unknown as Lists
}

const examples = readExamples().filter(({ unit }) => unit)
const lessons = examples.map(({ text, unit }) => lessonOf(text, unit, 'example'))

test.group('How well units are suggested', () => {
  test('by the keywords alone, before anything was learned', ({ assert }) => {
    const { first, three, sure } = evaluateFresh(examples, shippedLists(), lessons)
    assert.isAtLeast(first!, 85)
    assert.isAtLeast(three!, 96)
    assert.isAtLeast(sure.right!, 90)
    assert.isAtLeast(sure.texts!, 25)
  })

  test('by the keywords and other examples', ({ assert }) => {
    const { first, three, sure } = evaluateFolds(examples, shippedLists())
    assert.isAtLeast(first!, 85)
    assert.isAtLeast(three!, 96)
    assert.isAtLeast(sure.right!, 90)
    assert.isAtLeast(sure.texts!, 25)
  })

  test('by other examples alone, with the keywords withheld', ({ assert }) => {
    const { first, three } = evaluateFolds(examples, { ...shippedLists(), subjects: [] })
    assert.isAtLeast(first!, 40)
    assert.isAtLeast(three!, 62)
  })

  test('for texts of somebody who has not seen the lists', async ({ assert }) => {
    const file = new URL('../../../support/routing/blind.tsv', import.meta.url)
    const blind = readLabelled(await readFile(file, 'utf8'))
    assert.lengthOf(blind, 200)
    const { first, three, sure } = evaluateFresh(blind, shippedLists(), lessons)
    assert.isAtLeast(first!, 65)
    assert.isAtLeast(three!, 85)
    assert.isAtLeast(sure.right!, 90)
    assert.isAtLeast(sure.texts!, 25)
  })
})
