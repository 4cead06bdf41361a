import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Catalogue } from '#organisation'
import { insertMissing } from '#shared/database/insert_missing'
import type { Wave } from '../../models/wave.ts'
import { narrowToWave } from '../eligible.ts'
import { Core } from '../words/core.ts'

/** So many of the newest members say what all say. */
const READ = 200

/** What a wave says is learnt of its members, who are read by it from now on. */
export async function learn(wave: Wave, trx: TransactionClientContract) {
  const members = trx
    .from('wave_members')
    .join('petitions', 'petitions.id', 'wave_members.petition_id')
    .where('wave_members.wave_id', wave.id)
  const rows = await narrowToWave(members, await Catalogue.of(wave.authorityId))
    .orderBy('wave_members.id', 'desc')
    .limit(READ)
    .select('petitions.text')
  const core = Core.of(rows.map((row) => row.text as string))
  const terms = core.terms.map((term) => [wave.authorityId, term, wave.id])
  await insertMissing('wave_terms', ['authority_id', 'term', 'wave_id'], terms, trx)
  const learnt = { core: core.words.join(' '), learntAt: wave.members }
  await wave
    .merge({ ...learnt, many: true, rereads: true, readTo: 0 })
    .useTransaction(trx)
    .save()
}
