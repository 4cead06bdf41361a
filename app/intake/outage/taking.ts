import logger from '@adonisjs/core/services/logger'
import { createHmac } from 'node:crypto'
import { Officer } from '#organisation'
import { keyFor } from '#shared/keys'
import { OutageForm } from '../models/outage_form.ts'
import { receiveWritten } from '../receiving/at_desk.ts'
import { tokenDigest } from '../receiving/form_keys.ts'
import { FormAlreadyUsed, SameAgain } from '../receiving/sent_twice.ts'
import { closedAnswers } from './asking/closed_answers.ts'
import { madeBefore } from './made_before.ts'
import { readForm, type Place } from './reading.ts'
import { openSealed, type Opened } from './sealing/sealed_form.ts'
import { OutageToken } from './sealing/token.ts'
import { writtenAt } from './sealing/written_at.ts'

/**
 * What became of a form that was sent. `received` and `returned`: it is here, the browser may forget it.
 * It keeps what is another authority's, what nobody here can open, and what went wrong just now.
 */
export type Taken =
  | { state: 'received' | 'returned'; form: OutageForm }
  | { state: 'elsewhere' | 'unreadable' | 'later' }

/**
 * Takes in one form that was written while the line was cut, in its writer's name: first it is kept, then
 * it becomes a petition or comes back to be mended. Killed anywhere and sent again it is the same one.
 *
 * @param difference milliseconds that the browser's clock is behind ours
 */
export async function takeSealed(place: Place, sealed: string, difference: number): Promise<Taken> {
  const opened = openSealed(sealed)
  if (!opened) return { state: 'unreadable' }
  const token = OutageToken.parse(opened.token)
  const { authorityId } = place.officer
  if (token && token.authorityId !== authorityId) return { state: 'elsewhere' }
  try {
    const form = await kept(place.officer, opened, token, difference)
    if (form.isOpen && !form.reason) await receive(place, form, token)
    return { state: form.isOpen ? 'returned' : 'received', form }
  } catch (error) {
    // One that cannot be taken in must not keep all behind it waiting.
    logger.error({ err: error }, 'a form written while the line was cut was not taken in')
    return { state: 'later' }
  }
}

async function kept(
  officer: Officer,
  opened: Opened,
  token: OutageToken | null,
  difference: number
) {
  const words = JSON.stringify(Object.entries(opened.words).sort())
  const arrived = {
    authorityId: officer.authorityId,
    tokenDigest: tokenDigest(opened.token),
    contentDigest: createHmac('sha256', keyFor('outage-content')).update(words).digest('hex'),
    reference: token?.reference ?? '',
    writerId: token?.writerId ?? officer.id,
    senderId: officer.id,
    writtenAt: writtenAt(opened, token, difference),
  }
  return OutageForm.keep(arrived, opened.token, opened.words)
}

async function receive(place: Place, form: OutageForm, token: OutageToken | null) {
  const writer = await (await Officer.findOrFail(form.writerId)).loadRoles()
  const { details } = await readForm(place, form.words)
  const before = await madeBefore(form, details)
  if (before?.isItsOwn) return form.became(before.petition)
  if (before) return form.comeBack('used')
  if (!token) return form.comeBack('token')
  if (!writer.works) return form.comeBack('writer')
  if (!token.isGoodAt(form.writtenAt)) return form.comeBack('late')
  const isClosed = closedAnswers(form.words, place.catalogue).length > 0
  if (!details || isClosed) return form.comeBack('typed')
  const options = { token: form.token, officer: writer, arrivedAt: form.writtenAt }
  try {
    await form.became((await receiveWritten(details, options)).petition)
  } catch (error) {
    if (error instanceof SameAgain) await form.comeBack('same')
    else if (error instanceof FormAlreadyUsed) await form.comeBack('used')
    else throw error
  }
}
