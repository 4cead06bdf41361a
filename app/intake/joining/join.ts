import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Catalogue } from '#organisation'
import { DateTime } from 'luxon'
import { isDuplicate, transaction } from '#shared/database/transaction'
import { inTurkiye } from '#shared/dates/turkish_date'
import { blindIndex, keyFor } from '#shared/keys'
import { Refusal } from '#shared/typed/problems'
import { JoinMade } from '../events.ts'
import { Petition } from '../models/petition.ts'
import { PetitionJoin } from '../models/petition_join.ts'
import { PetitionNumber } from '../petition_number.ts'
import type { PetitionDetails } from '../receiving/details.ts'
import { tokenDigest } from '../receiving/form_keys.ts'
import { FormAlreadyUsed } from '../receiving/sent_twice.ts'
import { Secret } from '../secret/secret.ts'
import type { Offer } from './offer.ts'
import { mayBeJoined } from './may_be_joined.ts'

/** What somebody is given who joined; `isNew`: by this very press. */
export interface Joined {
  join: PetitionJoin
  secret: Secret
  isNew: boolean
}

/**
 * Beni de ekle: joins a petition in one transaction with the text that tells number and code. The same
 * form sent again is the same join.
 *
 * @throws Refusal when it cannot be joined any more; FormAlreadyUsed when the form joined another one
 */
export async function joinPetition(
  offer: Offer | null,
  details: PetitionDetails,
  token: string
): Promise<Joined> {
  if (!offer) throw new Refusal({ field: 'join', rule: 'closed' })
  if (!details.phone) throw new Refusal({ field: 'phone', rule: 'required' })
  const secret = Secret.derive(token, keyFor('join-secret'))
  // Read before: inside the transaction SQLite's one connection is taken.
  const catalogue = await Catalogue.of(details.authorityId)
  const made = { token, secret, catalogue }
  for (;;) {
    try {
      const join = await transaction((trx) => record(offer, details, made, trx))
      return { join, secret, isNew: true }
    } catch (error) {
      // Drawn by lot, as a petition's number.
      if (isDuplicate(error, 'number')) continue
      if (!isDuplicate(error, 'token_digest')) throw error
      const join = await PetitionJoin.findByOrFail('tokenDigest', tokenDigest(token))
      const isSame = join.petitionId === offer.petitionId && join.phoneIndex === indexOf(details)
      if (!isSame) throw new FormAlreadyUsed()
      return { join, secret, isNew: false }
    }
  }
}

async function record(
  { petitionId, subjectId, place }: Offer,
  details: PetitionDetails,
  { token, secret, catalogue }: { token: string; secret: Secret; catalogue: Catalogue },
  trx: TransactionClientContract
) {
  // Locked: whoever joins at the same moment is counted after this one.
  const petition = await Petition.query({ client: trx }).where('id', petitionId).forUpdate().first()
  if (!petition || !mayBeJoined(petition, catalogue)) {
    throw new Refusal({ field: 'join', rule: 'closed' })
  }
  const { digits: number } = await drawNumber(trx)
  const { phone, email, declinesTexts, locale } = details
  const join = await PetitionJoin.create(
    {
      ...{ petitionId, subjectId, place, number, email, declinesTexts, locale },
      secretDigest: secret.digest(number),
      tokenDigest: tokenDigest(token),
      phone: phone!.e164,
      phoneIndex: indexOf(details),
      joinedAt: DateTime.utc(),
      withdrawnAt: null,
    },
    { client: trx }
  )
  await PetitionJoin.count(petition, trx)
  await new JoinMade(join, secret.text, petition, trx).announce()
  return join
}

/** No petition's: one whose number is drawn later has another code, and each opens its own. */
async function drawNumber(trx: TransactionClientContract) {
  for (;;) {
    const number = PetitionNumber.draw(inTurkiye(DateTime.utc()).year)
    const taken = await trx.from('petitions').where('number', number.digits).select('id').first()
    if (!taken) return number
  }
}

function indexOf({ phone }: PetitionDetails) {
  return blindIndex('phone', phone!.e164)
}
