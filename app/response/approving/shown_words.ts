import { createHash } from 'node:crypto'
import type { Draft } from '../draft.ts'
import { draftIn, nameOf } from '../card/typed.ts'
import { Typed, type Words } from '#shared/typed/typed'

const FIELDS = ['outcome', 'ground', 'text', 'reason', 'remedy'] as const

/** What tells the words of an answer from others; nothing and none are the same. */
export function shownOf(draft: Draft) {
  const words = FIELDS.map((field) => (draft[field] ?? '').trim())
  return createHash('sha256').update(JSON.stringify(words)).digest('base64url')
}

/**
 * What was typed, without the words of an answer that stood there as the page was made: where they
 * have changed meanwhile, whoever mended none of them reads the new ones and does not bring back the old.
 */
export function withoutUntouched(typed: Words): Words {
  const part = nameOf('correct', '')
  const isUntouched = typed.shown === shownOf(draftIn(new Typed(typed).part(part)))
  if (!isUntouched) return typed
  return Object.fromEntries(Object.entries(typed).filter(([name]) => !name.startsWith(part)))
}
