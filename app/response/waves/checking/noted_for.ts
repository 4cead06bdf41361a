import type { Catalogue } from '#organisation'
import { Names } from '../../card/names.ts'
import { notedOf } from '../../checks/noted.ts'
import type { WaveAnswer } from '../../models/wave_answer.ts'
import { WaveCheck } from '../../models/wave_check.ts'

/** What stands beside the answer for its head, with whoever wrote the reason. */
export async function notedFor(answer: WaveAnswer, catalogue: Catalogue) {
  const rows = await WaveCheck.of(answer)
  if (rows.length === 0) return []
  const writers = rows.map(({ officerId }) => officerId)
  return notedOf(rows, await Names.of(writers, [], catalogue))
}
