import type { I18n } from '@adonisjs/i18n'
import { Problems } from '#shared/typed/problems'
import type { Approved } from './approve_each.ts'

/** What became of several, in words: how many are answered, and of each other one why it is not. */
export function resultOf(approved: readonly Approved[], i18n: I18n) {
  const left = approved.filter(({ refusal }) => refusal !== null)
  return {
    done: approved.length - left.length,
    left: left.map(({ number, refusal }) => ({
      number,
      why: new Problems(i18n, 'response').addAll(refusal!).list[0]!.message,
    })),
  }
}
