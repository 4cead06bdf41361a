import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { Catalogue } from '#organisation'
import { Together } from '#shared/database/together'
import { isDuplicate } from '#shared/database/transaction'
import { inTurkiye } from '#shared/dates/turkish_date'
import { Attachment } from '../models/attachment.ts'
import type { PetitionRecord } from '../models/petition_record.ts'
import { Petitioner } from '../models/petitioner.ts'
import { PetitionTerm } from '../models/petition_term.ts'
import { topicOf } from '../joining/topic.ts'
import { keepBrought, speakerIn } from './keep_brought.ts'
import { keepStatistics } from './keep_statistics.ts'
import { Urgency } from '../models/urgency.ts'
import { Reckoning, type Reckonings } from '../models/reckoning.ts'
import { PetitionNumber } from '../petition_number.ts'
import type { Danger } from '../urgency/level.ts'
import { readUrgency } from '../urgency/reading.ts'
import { drawSalt } from '../slip/content.ts'
import { aboutAtReceipt } from '../shield/at_receipt.ts'
import { restrictedCircle } from '../visibility.ts'
import type { PetitionDetails, Receipt, ReceiveOptions } from './details.ts'
import { FormKeys } from './form_keys.ts'
import { receivedBefore } from './sent_twice.ts'

const together = new Together()

/** Who is beaten at home is read by as few as the subject of violence. */
const HIDDEN: readonly string[] = ['violence', 'child', 'violenceHelp'] satisfies Danger[]

/**
 * Takes in a petition in one transaction: petition, petitioner, step and, through the step's event,
 * the message that tells the number.
 */
export async function receive(
  petitions: typeof PetitionRecord,
  details: PetitionDetails,
  options: ReceiveOptions
): Promise<Receipt> {
  const keys = new FormKeys(details, options)
  // Read before: inside the transaction SQLite's one connection is taken.
  const catalogue = await Catalogue.of(details.authorityId)
  for (;;) {
    const now = DateTime.utc()
    const receivedAt = DateTime.min(options.arrivedAt?.toUTC() ?? now, now)
    const reckonings = await Reckoning.of(catalogue, receivedAt, details.kind)
    const arrival = { keys, catalogue, receivedAt, now, reckonings }
    try {
      return await together.do((trx) => record(new petitions(), details, options, arrival, trx))
    } catch (error) {
      // The number is drawn by lot; the unique key, not a look beforehand, says that it is taken.
      if (isDuplicate(error, 'number')) continue
      const before = await receivedBefore(petitions, details, keys, options, error)
      if (before) return before
    }
  }
}

/** What is known of it before the transaction, where SQLite's one connection is free. */
interface Arrival {
  keys: FormKeys
  catalogue: Catalogue
  receivedAt: DateTime
  /** when it is taken down: steps are in the order in which they are taken, and so they are counted */
  now: DateTime
  reckonings: Reckonings
}

async function record(
  petition: PetitionRecord,
  details: PetitionDetails,
  { officer, withFiles, mail, notes }: ReceiveOptions,
  { keys, catalogue, receivedAt, now, reckonings }: Arrival,
  trx: TransactionClientContract
): Promise<Receipt> {
  const number = PetitionNumber.draw(inTurkiye(receivedAt).year)
  const secret = keys.secret()
  const { bureau } = catalogue
  const about = aboutAtReceipt(details, catalogue)
  const { desk } = about
  // A complaint about the bureau is seen by fewer people than a restricted petition.
  const { level: urgency, danger } = readUrgency(details.text)
  const isSensitive = details.subject?.sensitive || HIDDEN.includes(danger ?? '')
  const isRestricted = desk === 'bureau' && isSensitive

  petition.fill({
    authorityId: details.authorityId,
    number: number.digits,
    secretDigest: secret.digest(number.digits),
    tokenDigest: keys.token,
    contentDigest: keys.content,
    wordsDigest: keys.words,
    kind: details.kind,
    channel: details.channel,
    unitId: bureau.id,
    unitSince: receivedAt,
    ...about,
    circle: isRestricted ? restrictedCircle(bureau) : 'house',
    urgency,
    subjectId: details.subject?.id ?? null,
    text: details.text,
    place: details.place,
    locale: details.locale,
    receivedAt,
    receivedBy: officer?.id ?? null,
    noticeVersion: details.noticeVersion,
    slipSalt: drawSalt(),
    signatures: details.brought?.signatures ?? 0,
    ...(details.particulars && { particulars: JSON.stringify(details.particulars) }),
    position: 0,
    returns: 0,
    version: 0,
  })
  const petitioner = Petitioner.from(details)
  const speaker = speakerIn(details)
  const told = petitioner.told === 'representative' ? speaker! : petitioner
  await petition.take({
    kind: 'received',
    officer,
    takenAt: now,
    // Its subject is sensitive: an officer may take it back.
    followedBy: isRestricted ? 'restricted' : undefined,
    reckonings,
    receipt: { told, secret: secret.text },
    async alongside() {
      petitioner.petitionId = petition.id
      petitioner.authorityId = details.authorityId
      await petitioner.useTransaction(trx).save()
      await keepStatistics(petition, details.statistics, trx)
      await keepBrought(petition, details, speaker, trx)
      const topic = topicOf(details, catalogue)
      if (topic) await PetitionTerm.keep(petition, topic, trx)
      if (urgency !== 'ordinary') {
        await Urgency.set({ petitionId: petition.id, level: urgency, catalogue }, trx)
      }
      await notes?.keep(petition, trx)
      if (withFiles && keys.token) await Attachment.claim(keys.token, petition.id, trx)
      if (mail && officer) await mail.becomes(petition, officer, trx)
    },
    trx,
  })
  const { promise } = reckonings
  const reasons = { tr: promise.reasonIn('tr'), en: promise.reasonIn('en') }
  return { petition, secret, reasons }
}
