import encryption from '@adonisjs/core/services/encryption'
import { Attachment } from '../models/attachment.ts'
import { Opened } from './opened.ts'

const OPTIONS = { purpose: 'answer-file', expiresIn: '15m' }

/**
 * What goes with an answer, for whoever has just opened it by number and code: each has an address that
 * opens for 15 minutes and holds neither of them.
 */
export async function answerFiles(petition: { id: number }) {
  const files = await Attachment.query()
    .where({ petition_id: petition.id, part: 'answer', state: 'ready' })
    .orderBy('id')
  return files.map(({ id, name, size, isPicture }) => ({
    name,
    size,
    isPicture,
    address: encryption.encrypt({ id }, OPTIONS),
  }))
}

/** What goes with an answer, as its letter names it. */
export async function annexesOf(petition: { id: number }) {
  const files = Attachment.query().where({
    petition_id: petition.id,
    part: 'answer',
    state: 'ready',
  })
  return (await files.orderBy('id').select('name')).map(({ name }) => name)
}

/** Null where the address is too old, or none of ours. */
export async function openAnswerFile(address: string) {
  const sealed = encryption.decrypt<{ id: number }>(address, OPTIONS.purpose)
  const file =
    sealed &&
    (await Attachment.query().where({ id: sealed.id, part: 'answer', state: 'ready' }).first())
  return file?.file ? new Opened(file) : null
}
