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
  reference: 'slip',
  words: 'words',
} as const

type Keys = Partial<Record<keyof typeof KINDS, string>>

/** What somebody writes to the desk before it is a petition, by its id. */
type Opened = Partial<Record<'mail' | 'outageForm', number>>

/** What somebody looked at: one petition, the register by what somebody can be found by, or what has yet to become one. */
type Looked = { petition: { id: number } } | { searched: readonly Keys[] } | { opened: Opened }

/**
 * Erişim: an officer looked at what is somebody's own, and that leaves a row (KVKK 6698). Every page
 * that shows it says so here, and nothing else writes these rows.
 */
export const Access = {
  async record(officer: Officer, looked: Looked) {
    const now = DateTime.utc()
    if (!('petition' in looked)) {
      return void (await Inquiry.createMany(inquiries(officer, looked, now)))
    }
    const { id: officerId, authorityId } = officer
    await View.create({ petitionId: looked.petition.id, officerId, authorityId, viewedAt: now })
  },
}

/** One row for each thing that the words can be; of the words themselves, or of the id, only a keyed digest. */
function inquiries(
  { id: officerId, authorityId }: Officer,
  looked: Exclude<Looked, { petition: object }>,
  madeAt: DateTime
) {
  return kindsOf(looked).map(([kind, value]) => ({
    ...{ officerId, authorityId, kind, madeAt },
    digest: blindIndex('inquiry', value),
  }))
}

function kindsOf(looked: Exclude<Looked, { petition: object }>) {
  if ('opened' in looked) {
    return Object.entries(looked.opened).map(([kind, id]) => [kind, `${kind} ${id}`] as const)
  }
  return looked.searched
    .flatMap((keys) => Object.entries(keys))
    .map(([key, value]) => [KINDS[key as keyof Keys], value] as const)
}
