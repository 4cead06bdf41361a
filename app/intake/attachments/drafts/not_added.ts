import type { Reason } from '#shared/typed/problems'
import { Attachment } from '../../models/attachment.ts'
import { checked } from '../checking/check.ts'
import type { keepArrivals } from './keep_arrivals.ts'

/** Checks what was kept. @returns what is not there then, and why */
export async function notAdded({ kept, notKept }: Awaited<ReturnType<typeof keepArrivals>>) {
  await checked(kept)
  const refused = await Attachment.query()
    .whereIn(
      'id',
      kept.map(({ id }) => id)
    )
    .where('state', 'refused')
  const faults = refused.map(({ name, fault }) => ({ name, fault: fault ?? 'unreadable' }))
  return [...notKept, ...faults].map(({ name, fault }): Reason => ({
    field: 'files',
    rule: fault,
    values: { name },
  }))
}
