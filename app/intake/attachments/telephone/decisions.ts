import type { Officer } from '#organisation'
import { again, isDuplicate } from '#shared/database/transaction'
import { Attachment } from '../../models/attachment.ts'
import { freePlace } from '../drafts/keep_arrivals.ts'
import { Store } from '../store/store.ts'

/**
 * What came by telephone is the form's from now on, as if the officer had brought it.
 *
 * @returns false where the form has as many as may be
 */
export async function accept(attachment: Attachment, holder: string, officer: Officer) {
  // What could not be kept is nothing to attach.
  if (attachment.state === 'refused') return true
  for (;;) {
    const there = await Attachment.heldBy(holder)
    if (there.some(({ digest }) => digest === attachment.digest)) return refuse(attachment)
    const position = freePlace(there)
    if (position === null) return false
    try {
      const taken = { holder, position, officer_id: officer.id, unit_id: officer.unitId }
      await again(() =>
        Attachment.query().where({ id: attachment.id, holder: attachment.holder }).update(taken)
      )
      return true
    } catch (error) {
      // Another press was faster, with the place or with the file.
      if (!isDuplicate(error, 'position') && !isDuplicate(error, 'digest')) throw error
    }
  }
}

/** Nothing is left of it. @returns true: it is decided */
export async function refuse(attachment: Attachment) {
  const { id, holder, file } = attachment
  const [gone] = await again(() => Attachment.query().where({ id, holder }).delete())
  if (gone && file) await Store.remove(file)
  return true
}
