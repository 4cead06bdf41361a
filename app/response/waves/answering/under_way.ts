import { Catalogue, Officer, type Unit } from '#organisation'
import { Wave } from '../../models/wave.ts'
import type { WaveAnswer } from '../../models/wave_answer.ts'
import type { Core } from '../words/core.ts'

/** An approved answer that is given to one after the other, and by whom. */
export interface UnderWay {
  answer: WaveAnswer
  unit: Unit
  unitId: number
  /** what the wave says */
  core: Core
  head: Officer
  writer: Officer
}

/** By whom an approved answer is given, and what its wave says. */
export async function underWay(answer: WaveAnswer): Promise<UnderWay> {
  const wave = await Wave.findOrFail(answer.waveId)
  const { unitId } = answer
  const catalogue = await Catalogue.of(wave.authorityId)
  const [head, writer] = [await known(answer.approvedBy!), await known(answer.submittedBy!)]
  if (answer.actedFor) head.actsFor = await known(answer.actedFor)
  // In whose place the writer wrote stands nowhere: they write at the unit that the answer is of.
  if (writer.atUnit !== unitId) writer.unitId = unitId
  return { answer, unit: catalogue.unit(unitId), unitId, core: wave.says!, head, writer }
}

async function known(id: number) {
  return (await Officer.findOrFail(id)).loadRoles()
}
