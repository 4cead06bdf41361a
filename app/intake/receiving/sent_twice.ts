import { DateTime, Duration } from 'luxon'
import { isDuplicate } from '#shared/database/transaction'
import { LastDay } from '../models/last_day.ts'
import { PetitionRecord } from '../models/petition_record.ts'
import type { PetitionDetails, Receipt, ReceiveOptions } from './details.ts'
import { tokenDigest, type FormKeys } from './form_keys.ts'

/** Words that come again later are another petition: the water is off again. */
const SAME_FOR = { hours: 1 }

/**
 * The same person brought the same words a short while ago, with another form: perhaps the page was
 * loaded anew after "back", perhaps it is really another one. Nothing was received; one asks.
 */
export class SameAgain extends Error {
  constructor(readonly petition: PetitionRecord) {
    super('the same words came from the same person within the hour')
  }
}

/** This form has already brought a petition, whose receipt it cannot show; nothing was received. */
export class FormAlreadyUsed extends Error {}

/** Whether the form with this token has brought its petition already. */
export function wasReceivedWith(token: string) {
  return wasReceivedBy(tokenDigest(token))
}

/** The same, of whoever knows the token's digest alone. */
export async function wasReceivedBy(digest: string) {
  return (await PetitionRecord.findBy('tokenDigest', digest)) !== null
}

/**
 * What is to be done about a petition that could not be received because another one holds its keys.
 *
 * @returns the receipt that the same form has brought before; null when one may try once more
 * @throws FormAlreadyUsed, SameAgain; the error itself when it says something else
 */
export async function receivedBefore(
  petitions: typeof PetitionRecord,
  { authorityId }: PetitionDetails,
  keys: FormKeys,
  { isAnother, arrivedAt = DateTime.utc() }: ReceiveOptions,
  error: unknown
) {
  if (isDuplicate(error, 'token_digest')) return sameReceipt(petitions, authorityId, keys)
  if (!isDuplicate(error, 'words_digest')) throw error
  const same = await petitions.findBy('wordsDigest', keys.words)
  if (same && same.tokenDigest === keys.token) return sameReceipt(petitions, authorityId, keys)
  if (same) await makeWay(same, arrivedAt, isAnother)
  return null
}

async function sameReceipt(
  petitions: typeof PetitionRecord,
  authorityId: number,
  keys: FormKeys
): Promise<Receipt> {
  const petition = await petitions.findByOrFail('tokenDigest', keys.token)
  const secret = keys.secret()
  // Since then a new secret may have been made: the old one must not be shown as if it opened.
  const isSame = petition.contentDigest === keys.content && secret.opens(petition)
  // A form of another authority's page brought it there.
  if (!isSame || petition.authorityId !== authorityId) throw new FormAlreadyUsed()
  const { promise } = await LastDay.of(petition)
  const reason = (locale: string) => promise?.reasonIn(locale) ?? ''
  return { petition, secret, reasons: { tr: reason('tr'), en: reason('en') } }
}

/** Only the newest petition with these words is what a next one is held against. */
async function makeWay(same: PetitionRecord, at: DateTime, isAnother?: boolean) {
  const between = same.receivedAt.diff(at).toMillis()
  const isFresh = Math.abs(between) < Duration.fromObject(SAME_FOR).toMillis()
  if (isFresh && !isAnother) throw new SameAgain(same)
  await PetitionRecord.query().where('id', same.id).update({ words_digest: null })
}
