import type { DateTime } from 'luxon'
import { dayOf } from '#shared/dates/turkish_date'
import { isInVain } from './ways.ts'

/** Three tries on one morning are one try of an impatient officer. */
const TRIES = 3
const DAYS = 2

/** A contact as far as it was one in vain. */
export interface Try {
  unitId: number
  result: string
  madeAt: DateTime
}

/** Whether the unit of the last contact has tried three times, on two days at least, since anybody was reached. */
export function isUnreachable(latest: readonly Try[]) {
  const ended = latest.findIndex((one) => one.unitId !== latest[0]!.unitId || !isInVain(one.result))
  const tries = ended < 0 ? latest : latest.slice(0, ended)
  const days = new Set(tries.map(({ madeAt }) => dayOf(madeAt).toISODate()))
  return tries.length >= TRIES && days.size >= DAYS
}
