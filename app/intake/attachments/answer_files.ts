import encryption from '@adonisjs/core/services/encryption'
import { Catalogue } from '#organisation'
import { Attachment } from '../models/attachment.ts'
import { Opened } from './opened.ts'

const OPTIONS = { purpose: 'answer-file', expiresIn: '15m' }

/**
 * What goes with an answer, for whoever has just opened it by number and code: each has an address that
 * opens for 15 minutes and holds neither of them.
 */
export async function answerFiles(petition: Answered) {
  const files = await goingWith(petition)
  return files.map(({ id, name, size, isPicture }) => ({
    name,
    size,
    isPicture,
    address: encryption.encrypt({ id }, OPTIONS),
  }))
}

/** What goes with an answer, as its letter names it. */
export async function annexesOf(petition: Answered) {
  return (await goingWith(petition)).map(({ name }) => name)
}

/** A petition as far as it says who answers it. */
interface Answered {
  id: number
  unitId: number
  authorityId: number
}

/**
 * Of whoever answered, or of the bureau, which passes on what others answered. What a unit had put to
 * an answer of its own before it gave the petition back goes with no other's.
 */
async function goingWith({ id, unitId, authorityId }: Answered) {
  const { bureau } = await Catalogue.of(authorityId)
  return Attachment.query()
    .where({ petition_id: id, part: 'answer', state: 'ready' })
    .where((one) => void one.whereNull('unit_id').orWhereIn('unit_id', [unitId, bureau.id]))
    .orderBy('id')
}

/** Null where the address is too old, or none of ours. */
export async function openAnswerFile(address: string) {
  const sealed = encryption.decrypt<{ id: number }>(address, OPTIONS.purpose)
  const file =
    sealed &&
    (await Attachment.query().where({ id: sealed.id, part: 'answer', state: 'ready' }).first())
  return file?.file ? new Opened(file) : null
}
