import { AccessList, type AccessPage } from '#intake'
import type { Officer } from '#organisation'
import { sealed, unsealed } from '#shared/sealed'
import type { Typed } from '#shared/typed/typed'
import { askedOf, SORTS } from './asked.ts'

const [OPENED] = SORTS
const NOTHING: AccessPage = { rows: [], next: null, short: false }

/**
 * A page of what the address asks of one authority, with the place of the next one, and those of whom
 * one is to be chosen first.
 *
 * @throws Refusal
 */
export async function listed(reader: Officer, authorityId: number, typed: Typed) {
  const { sort, number, choice, officer, ...days } = await askedOf(typed, authorityId)
  // A place says how much there is of which its reader is not told: sealed, and for this reader.
  const purpose = `accesses:${reader.id}:${sort}`
  const [at, id] = unsealed<[string, number]>(typed.text('sonra'), purpose) ?? []
  const after = at && id ? { at, id } : null
  const asked = { authorityId, officerId: officer?.id, after, ...days }
  if (choice.length > 0) return shown(NOTHING)
  if (sort !== OPENED) return shown(await AccessList.sought(asked))
  if (!number) return shown(await AccessList.opened(reader, asked))
  // That of no petition, and of one of which the reader is told nothing, find the same.
  const petitionId = await AccessList.petition(number.digits, reader, authorityId)
  return shown(petitionId ? await AccessList.opened(reader, { ...asked, petitionId }) : NOTHING)

  function shown({ rows, next, short }: AccessPage) {
    return { rows, short, choice, place: next && sealed([next.at, next.id], purpose) }
  }
}

export const NONE: Awaited<ReturnType<typeof listed>> = {
  ...{ rows: [], short: false, choice: [], place: null },
}
