import { Catalogue, Officer } from '#organisation'
import type { Typed, Words } from '#shared/typed/typed'
import { FormToken } from '../form/form_token.ts'
import { ParkedForm, MOST_SHOWN } from '../models/parked_form.ts'
import { initialsOf } from '../people/person.ts'
import { tokenDigest } from '../receiving/form_keys.ts'
import { MANAGER } from '../shield/at_receipt.ts'
import { deskFor } from '../visibility.ts'

/** Letters of the words by which a form is known again. */
const FIRST = 60

/** Parks what was typed; of a complaint about the bureau only its officer is told. */
export async function parkForm(officer: Officer, typed: Typed) {
  const catalogue = await Catalogue.of(officer.authorityId)
  const complained = catalogue.unitByCode(typed.text('complained')) ?? null
  const words = Object.fromEntries(typed.carried.map(({ name, value }) => [name, value]))
  const isManagers = typed.text('complained') === MANAGER
  const isOwn = isManagers || deskFor(complained) === 'management'
  await ParkedForm.park(officer, tokenDigest(typed.text('token')), JSON.stringify(words), isOwn)
}

/** What is parked, the newest first: enough to know whose it is. */
export async function parkedFor(officer: Officer) {
  const rows = await ParkedForm.waitingFor(officer).orderBy('id', 'desc').limit(MOST_SHOWN)
  const ids = rows.map(({ officerId }) => officerId)
  const officers = ids.length > 0 ? await Officer.query().whereIn('id', ids) : []
  return rows.map((row) => {
    const { name, text } = wordsOf(row)
    const by = officers.find(({ id }) => id === row.officerId)!.name
    const first = (text ?? '').slice(0, FIRST)
    return { id: row.id, initials: initialsOf(name ?? null), first, at: row.parkedAt, by }
  })
}

/** What this officer has taken, with a token that is good; null when there is nothing to go on with. */
export async function resumed(officer: Officer, id: string): Promise<Words | null> {
  const form = /^\d{1,9}$/.test(id) ? await ParkedForm.takenFor(Number(id), officer) : null
  if (!form) return null
  const words = wordsOf(form)
  if (FormToken.check(words.token) === 'valid') return { ...words, parked: '1' }
  const token = FormToken.issue()
  await form.merge({ tokenDigest: tokenDigest(token) }).save()
  return { ...words, token, parked: '1' }
}

function wordsOf({ words }: ParkedForm) {
  return JSON.parse(words) as Words
}
