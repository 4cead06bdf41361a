import { createHmac } from 'node:crypto'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { Catalogue, type Officer, type Subject, type Unit } from '#organisation'
import { keyFor } from '#shared/keys'
import { isDuplicate, transaction } from '#shared/transaction'
import { ISTANBUL } from '#shared/turkish_date'
import { LastDay } from '../models/last_day.ts'
import { Petition } from '../models/petition.ts'
import { Petitioner, type Known } from '../models/petitioner.ts'
import { PetitionNumber } from '../petition_number.ts'
import { Secret } from '../secret/secret.ts'
import type { Channel, Kind } from '../stages.ts'
import { deskFor, restrictedCircle } from '../visibility.ts'

/** What a petition is made of. At the desk everything but the text may be unknown (null). */
export interface PetitionDetails extends Known {
  channel: Channel
  kind: Kind
  text: string
  locale: string
  noticeVersion: number
  subject: Subject | null
  complainedUnit: Unit | null
  place: string | null
}

export interface ReceiveOptions {
  /** The form's token: the same form sent again is the same petition, with the same receipt. */
  token?: string
  /** Who wrote it down; nobody on the web. */
  officer?: Officer
  /** Whoever brings it says that it is another one, although the words are those of an hour ago. */
  isAnother?: boolean
}

/** What the petitioner is given: the petition's number and, this once, its secret. */
export interface Receipt {
  petition: Petition
  secret: Secret
  /** Why the promised day is that day, in each language: the words that are kept with it. */
  reasons: Reasons
}

type Reasons = Record<'tr' | 'en', string>

/**
 * The same person brought the same words a short while ago, with another form: perhaps the page was
 * loaded anew after "back", perhaps it is really another one. Nothing was received; one asks.
 */
export class SameAgain extends Error {
  constructor(readonly petition: Petition) {
    super('the same words came from the same person within the hour')
  }
}

/** Words that come again later are another petition: the water is off again. */
const SAME_FOR = { hours: 1 }

/** This form has already brought a petition, whose receipt it cannot show; nothing was received. */
export class FormAlreadyUsed extends Error {}

/**
 * Takes in a petition in one transaction: petition, petitioner, step, its last days and, through the
 * step's event, the message that tells the number.
 *
 * @throws FormAlreadyUsed when the token already brought a petition with other content, or one whose
 *   secret has been renewed; SameAgain
 */
export async function receive(details: PetitionDetails, options: ReceiveOptions): Promise<Receipt> {
  const keys = new FormKeys(details, options)
  // Read before: inside the transaction SQLite's one connection is taken.
  const catalogue = await Catalogue.current()
  for (;;) {
    try {
      return await transaction((trx) => record(details, options, keys, catalogue, trx))
    } catch (error) {
      if (isDuplicate(error, 'token_digest')) return receivedBefore(keys)
      if (isDuplicate(error, 'words_digest')) {
        const same = await Petition.findBy('wordsDigest', keys.words)
        if (same && same.tokenDigest === keys.token) return receivedBefore(keys)
        if (same) await makeWay(same, options)
        continue
      }
      // The number is drawn by lot; the unique key, not a look beforehand, says that it is taken.
      if (!isDuplicate(error, 'number')) throw error
    }
  }
}

async function record(
  details: PetitionDetails,
  { officer }: ReceiveOptions,
  keys: FormKeys,
  catalogue: Catalogue,
  trx: TransactionClientContract
): Promise<Receipt> {
  const receivedAt = DateTime.utc()
  const deadlines = catalogue.deadlines(receivedAt, details.kind)
  const { promise, legal } = deadlines
  const number = PetitionNumber.draw(receivedAt.setZone(ISTANBUL).year)
  const secret = keys.secret()
  const { bureau } = catalogue
  const desk = deskFor(details.complainedUnit)
  // A complaint about the bureau is seen by fewer people than a restricted petition.
  const isRestricted = desk === 'bureau' && (details.subject?.sensitive ?? false)

  const petition = new Petition().fill({
    authorityId: catalogue.authority.id,
    number: number.digits,
    secretDigest: secret.digest(number.digits),
    tokenDigest: keys.token,
    contentDigest: keys.content,
    wordsDigest: keys.words,
    kind: details.kind,
    channel: details.channel,
    unitId: bureau.id,
    unitSince: receivedAt,
    desk,
    circle: isRestricted ? restrictedCircle(bureau) : 'house',
    complainedUnitId: details.complainedUnit?.id ?? null,
    subjectId: details.subject?.id ?? null,
    text: details.text,
    place: details.place,
    locale: details.locale,
    receivedAt,
    dueOn: promise.on,
    dueRuleId: promise.ruleId,
    legalDueOn: legal.on,
    legalRuleId: legal.ruleId,
    receivedBy: officer?.id ?? null,
    noticeVersion: details.noticeVersion,
    position: 0,
    returns: 0,
    version: 0,
  })
  const petitioner = Petitioner.from(details)
  await petition.take({
    kind: 'received',
    officer,
    takenAt: receivedAt,
    // Its subject is sensitive: an officer may take it back.
    followedBy: isRestricted ? 'restricted' : undefined,
    receipt: { petitioner, secret: secret.text },
    async alongside(step) {
      petitioner.petitionId = petition.id
      await petitioner.useTransaction(trx).save()
      await LastDay.record(petition, step, deadlines, trx)
    },
    trx,
  })
  return { petition, secret, reasons: reasonsOf((locale) => promise.reason(locale)) }
}

/** Only the newest petition with these words is what a next one is held against. */
async function makeWay(same: Petition, { isAnother }: ReceiveOptions) {
  const isFresh = same.receivedAt > DateTime.utc().minus(SAME_FOR)
  if (isFresh && !isAnother) throw new SameAgain(same)
  await Petition.query().where('id', same.id).update({ words_digest: null })
}

async function receivedBefore(keys: FormKeys): Promise<Receipt> {
  const petition = await Petition.findByOrFail('tokenDigest', keys.token)
  const secret = keys.secret()
  // Since then a new secret may have been made: the old one must not be shown as if it opened.
  if (petition.contentDigest !== keys.content || !secret.opens(petition)) {
    throw new FormAlreadyUsed()
  }
  const { promise } = await LastDay.of(petition)
  return { petition, secret, reasons: reasonsOf((locale) => promise?.reasonIn(locale) ?? '') }
}

function reasonsOf(reason: (locale: string) => string): Reasons {
  return { tr: reason('tr'), en: reason('en') }
}

/**
 * What a form's token gives: the digest that makes it unique, a digest of what was sent with it, one
 * of its words and whose they are, and the secret. All from the token by HMAC, so that the same form sent twice gets one receipt
 * although nobody keeps the secret.
 */
class FormKeys {
  readonly token: string | null
  readonly content: string | null
  readonly words: string | null
  readonly #token?: string

  constructor(details: PetitionDetails, { token, officer }: ReceiveOptions) {
    this.#token = token
    this.token = token ? tokenDigest(token) : null
    this.content = token ? hmac('form-content', canonical(details)) : null
    this.words = token ? hmac('form-words', whoseWords(details, officer)).slice(0, 32) : null
  }

  secret() {
    return this.#token ? Secret.derive(this.#token, keyFor('form-secret')) : Secret.draw()
  }
}

/** What of a form's token is kept with its petition. */
export function tokenDigest(token: string) {
  return hmac('form-token', token)
}

function hmac(purpose: string, text: string) {
  return createHmac('sha256', keyFor(purpose)).update(text).digest('hex')
}

/**
 * The words, and the first that is known of the person: with the telephone, which nobody guesses
 * together with somebody's words of this hour. Of whom nothing is known, the officer is asked.
 */
function whoseWords(details: PetitionDetails, officer?: Officer) {
  const { phone, nationalId, email, address, name, text } = details
  const known = [phone?.e164, nationalId?.digits, email, address, name, officer?.login]
  return JSON.stringify([known.find(Boolean), text.replace(/\s+/g, ' ')])
}

function canonical({ subject, complainedUnit, nationalId, phone, ...rest }: PetitionDetails) {
  const { noticeVersion, ...words } = rest
  const ids = [subject?.id, complainedUnit?.id, nationalId?.digits, phone?.e164]
  return JSON.stringify([...Object.entries(words).sort(), ...ids])
}
