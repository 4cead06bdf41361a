import { Refusal } from '#shared/typed/problems'
import { FormToken } from '../form/form_token.ts'
import { Addition } from '../models/addition.ts'
import type { Petition } from '../models/petition.ts'
import { tokenDigest } from '../receiving/form_keys.ts'
import type { Noted } from './add_at_the_desk.ts'

/**
 * What a form adds to a petition's words; null: nothing, or it is there already by this very form.
 *
 * @throws Refusal where the form is too old to be told from another one, or the petition is over
 */
export async function notedIn(
  token: string,
  words: string | null,
  { id, isOpen }: Petition
): Promise<Noted | null> {
  if (!words) return null
  const state = FormToken.check(token)
  if (state !== 'valid') throw new Refusal({ field: 'token', rule: state })
  const digest = tokenDigest(token)
  const there = await Addition.findBy('tokenDigest', digest)
  if (there?.petitionId === id && there.text === words) return null
  if (there) throw new Refusal({ field: 'token', rule: 'noted' })
  if (!isOpen) throw new Refusal({ field: 'addition', rule: 'over' })
  return { digest, words }
}
