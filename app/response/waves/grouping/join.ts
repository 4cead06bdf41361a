import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import type { Petition } from '#intake'
import { insertMissing } from '#shared/database/insert_missing'
import { FEWEST, Wave } from '../../models/wave.ts'
import { apartIn } from '../words/apart.ts'
import { waveTerms } from '../words/terms.ts'
import { learn } from './learn.ts'
import { waveLike } from './wave_like.ts'

/** What says less is like too much. */
const SHORTEST = 5

/** A petition becomes one of the wave that says the same, or the first of its own. */
export async function join(petition: Petition, trx: TransactionClientContract) {
  const terms = waveTerms(petition.text)
  if (terms.length < SHORTEST) return
  const wave = await waveLike(petition, terms, trx)
  if (!wave) return beginWith(petition, terms, trx)
  const core = wave.says
  const readAs = (core && apartIn(petition.text, core)) ?? 'copy'
  if (!(await member(wave, petition, readAs, trx))) return
  wave.merge({
    members: wave.members + 1,
    apart: wave.apart + (readAs === 'copy' ? 0 : 1),
    lastAt: DateTime.utc(),
  })
  await wave.useTransaction(trx).save()
  if (isDue(wave)) await learn(wave, trx)
}

/** What few say is learnt again as they become many. */
function isDue({ members, learntAt }: Wave) {
  return members >= Math.max(FEWEST, 2 * learntAt) && learntAt < MOST_LEARNT
}
const MOST_LEARNT = 200

async function beginWith(petition: Petition, terms: string[], trx: TransactionClientContract) {
  const { authorityId } = petition
  const wave = await Wave.begin(authorityId, terms, trx)
  const rows = terms.map((term) => [authorityId, term, wave.id])
  await insertMissing('wave_terms', ['authority_id', 'term', 'wave_id'], rows, trx)
  await member(wave, petition, 'copy', trx)
  await wave.merge({ members: 1 }).useTransaction(trx).save()
}

/** @returns whether it was none before */
async function member(
  wave: Wave,
  { id }: Petition,
  readAs: string,
  trx: TransactionClientContract
) {
  const there = await trx.from('wave_members').where('petition_id', id).first()
  if (there) return false
  await trx.table('wave_members').insert({ wave_id: wave.id, petition_id: id, read_as: readAs })
  return true
}
