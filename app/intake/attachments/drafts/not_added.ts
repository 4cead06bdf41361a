import type { Reason } from '#shared/typed/problems'
import { Attachment } from '../../models/attachment.ts'
import { checked } from '../checking/check.ts'
import type { keepArrivals, NotKept } from './keep_arrivals.ts'

type Kept = Awaited<ReturnType<typeof keepArrivals>>

/** Checks what was kept. @returns what is not there then, and why */
export async function faultsOf({ kept, notKept }: Kept): Promise<NotKept[]> {
  await checked(kept)
  const refused = await Attachment.query()
    .whereIn(
      'id',
      kept.map(({ id }) => id)
    )
    .where('state', 'refused')
  return [...notKept, ...refused.map(({ name, fault }) => ({ name, fault: fault ?? 'unreadable' }))]
}

/** The same, as a form says it. */
export async function notAdded(arrived: Kept) {
  return (await faultsOf(arrived)).map(({ name, fault }): Reason => ({
    field: 'files',
    rule: fault,
    values: { name },
  }))
}
