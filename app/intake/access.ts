import { DateTime } from 'luxon'
import type { Officer } from '#organisation'
import { blindIndex } from '#shared/keys'
import { Inquiry } from './models/inquiry.ts'
import { View } from './models/view.ts'

/** By what a register is searched for somebody, and the kind under which that is kept. */
const KINDS = {
  number: 'number',
  nationalIdIndex: 'nationalId',
  phoneIndex: 'phone',
  paperKey: 'paper',
  nameIndex: 'name',
} as const

type Keys = Partial<Record<keyof typeof KINDS, string>>

/** What somebody looked at: one petition, or the register by what somebody can be found by. */
type Looked = { petition: { id: number } } | { searched: readonly Keys[] }

/**
 * Erişim: an officer looked at what is somebody's own, and that leaves a row (KVKK 6698). Every page
 * that shows it says so here, and nothing else writes these rows.
 */
export const Access = {
  async record(officer: Officer, looked: Looked) {
    const now = DateTime.utc()
    if ('searched' in looked) {
      return void (await Inquiry.createMany(inquiries(officer, looked, now)))
    }
    const { id: officerId, authorityId } = officer
    await View.create({ petitionId: looked.petition.id, officerId, authorityId, viewedAt: now })
  },
}

/** One row for each thing that the words can be; of the words themselves only a keyed digest. */
function inquiries(
  { id, authorityId }: Officer,
  { searched }: { searched: readonly Keys[] },
  madeAt: DateTime
) {
  return searched.flatMap((keys) =>
    Object.entries(keys).map(([key, value]) => ({
      officerId: id,
      authorityId,
      kind: KINDS[key as keyof Keys],
      digest: blindIndex('inquiry', value),
      madeAt,
    }))
  )
}
