import type { TransactionClientContract as Trx } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import type { PetitionFacts, Told } from '#intake'
import { Silence } from '../models/silence.ts'

/**
 * A petition became another authority's. What somebody said of its telephone holds there too, or the
 * next text would go to a stranger. What had not arrived is no task any more of the old bureau, which
 * does not see the petition: the text of today says the newest, and is the new bureau's task where it
 * does not arrive either.
 */
export async function takeAlong(petition: PetitionFacts, { phone }: Told, trx: Trx) {
  await trx
    .from('messages')
    .where('petition_id', petition.id)
    .whereNotNull('missed_at')
    .update({ missed_at: null })
  const { cameFrom } = petition
  if (!phone || cameFrom === null) return
  const said = await Silence.of({ authorityId: cameFrom }, phone, trx)
  const known = await Silence.of(petition, phone, trx)
  const news = said.filter((one) => !known.some(({ reason }) => reason === one.reason))
  for (const { channel, recipientIndex, reason, officerId } of news) {
    await Silence.create(
      {
        ...{ authorityId: petition.authorityId, channel, recipientIndex, reason, officerId },
        petitionId: petition.id,
        since: DateTime.utc(),
      },
      { client: trx }
    )
  }
  if (news.length > 0) trx.after('commit', () => Silence.forget())
}
