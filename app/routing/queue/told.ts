import type { I18n } from '@adonisjs/i18n'
import type { Unit } from '#organisation'
import { Problems } from '#shared/typed/problems'
import type { Outcome } from './refer_each.ts'

/** What became of several, in words: how many are done, and of each other one why it is not. */
export function told(outcomes: readonly Outcome[], unit: Unit, i18n: I18n) {
  const left = outcomes.filter(({ isDone }) => !isDone)
  return {
    done: outcomes.length - left.length,
    unit: unit.name,
    left: left.map(({ number, refusal, decided }) => ({
      number,
      why: refusal && new Problems(i18n, 'routing').addAll(refusal).list[0]!.message,
      decided,
    })),
  }
}
