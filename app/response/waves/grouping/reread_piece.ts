import { transaction } from '#shared/database/transaction'
import { Wave } from '../../models/wave.ts'
import { apartIn } from '../words/apart.ts'
import { mark } from './mark.ts'

/** Members in one transaction at most. */
const A_PIECE = 100

/**
 * The next members of a wave are read by what it was found to say since.
 *
 * @returns whether there may be more
 */
export async function rereadPiece() {
  return transaction(async (trx) => {
    // Members join under the same lock.
    await mark.locked(trx)
    const wave = await Wave.query({ client: trx }).where('rereads', true).orderBy('id').first()
    const core = wave?.says
    if (!wave || !core) return false
    const rows = await trx
      .from('wave_members')
      .join('petitions', 'petitions.id', 'wave_members.petition_id')
      .where('wave_members.wave_id', wave.id)
      .where('wave_members.id', '>', wave.readTo)
      .orderBy('wave_members.id')
      .limit(A_PIECE)
      .select('wave_members.id', 'wave_members.read_as', 'petitions.text')
    let { apart } = wave
    for (const row of rows) {
      const readAs = apartIn(row.text as string, core) ?? 'copy'
      if (readAs === row.read_as) continue
      await trx.from('wave_members').where('id', row.id).update({ read_as: readAs })
      apart += Number(readAs !== 'copy') - Number(row.read_as !== 'copy')
    }
    const isMore = rows.length === A_PIECE
    const readTo = (rows.at(-1)?.id as number | undefined) ?? wave.readTo
    await wave.merge({ apart, readTo, rereads: isMore }).save()
    return true
  })
}
