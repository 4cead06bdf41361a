import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Catalogue, type Officer } from '#organisation'
import { NationalId } from '#shared/typed/national_id'
import { askWhoDecides } from '../afterwards/objecting/ask_anew.ts'
import { keepAlike } from '../joining/keep_alike.ts'
import { partAll } from '../merging/part.ts'
import { Amendment } from '../models/amendment.ts'
import { FeeNotice } from '../models/fee_notice.ts'
import type { Petition } from '../models/petition.ts'
import { Petitioner } from '../models/petitioner.ts'
import { Reader } from '../models/reader.ts'
import { addAtTheDesk, type Noted } from './add_at_the_desk.ts'
import { isTold } from './days_of_kind.ts'
import type { effectsOf } from './effects.ts'
import { differing, type Recorded } from './record/fields.ts'
import { correctTold, renumbering } from './telephone.ts'

/** A correction that was looked at: what it was, what it is, what comes of it, what is added. */
export interface Correction {
  before: Recorded
  said: Recorded
  effects: Awaited<ReturnType<typeof effectsOf>>
  noted: Noted | null
}

/**
 * Düzeltme: what was written down wrongly is corrected, each time with a step and, for the desk alone,
 * with what stood there. The words that were brought stay; the desk adds to them.
 *
 * @returns the new secret where somebody else or another telephone is told; null: the old one opens it
 * @throws PetitionChanged; Refusal
 */
export async function amend(petition: Petition, correction: Correction, officer: Officer) {
  const { bureau: unit } = await Catalogue.of(petition.authorityId)
  return petition.change(async (current, trx) => {
    const { said, noted } = correction
    const petitioner = await Petitioner.query({ client: trx })
      .where('petition_id', current.id)
      .firstOrFail()
    if (isAnother(correction)) await partAll(current, trx)
    if (noted) await addAtTheDesk(current, noted, said.kind, officer, trx)
    await correctRecord(current, petitioner, correction, officer, trx)
    return correctTold(current, petitioner, correction, { officer, unit }, trx)
  })
}

/** All but the telephone that is told, in one step; a promised day that moves is one of its own. */
async function correctRecord(
  petition: Petition,
  petitioner: Petitioner,
  { before, said, effects }: Correction,
  officer: Officer,
  trx: TransactionClientContract
) {
  const renumbered: readonly string[] = renumbering(before, said)
  const fields = differing(before, said).filter((field) => !renumbered.includes(field))
  if (fields.length === 0) return
  const { lastDays, after } = effects
  const isNews = isTold(lastDays, petition)
  const { bureau: unit } = await Catalogue.of(petition.authorityId)
  if (after.leaves) await Reader.close(petition, after.leaves, trx)
  await petition.take({
    ...{ kind: 'amended', officer, unit, trx, followedBy: after.followedBy },
    ...(after.leaves && { stage: 'returned' as const }),
    changes: {
      ...{ kind: said.kind, place: said.place || null, locale: said.language },
      ...{ subjectId: Number(said.subject) || null, ...after.changes },
    },
    lastDays: isNews ? {} : lastDays,
    async alongside(step) {
      fill(petitioner, said)
      await petitioner.save()
      await Amendment.write(step, fields, before, trx)
      if (fields.some((field) => ABOUT.includes(field))) await keepAlike(petition, trx)
    },
  })
  const isSeenByOthers = after.followedBy || said.complained !== before.complained
  if (isSeenByOthers) await askWhoDecides(petition, trx)
  if (said.kind !== before.kind) await FeeNotice.forget(petition, trx)
  if (isNews) await petition.take({ kind: 'dayAmended', officer, unit, lastDays, trx })
}

/** It is no more what it was merged as. */
function isAnother({ before, said }: Correction) {
  return differing(before, said).some((field) => ['kind', 'complained'].includes(field))
}

const ABOUT: readonly string[] = ['kind', 'subject', 'place', 'complained']

function fill(petitioner: Petitioner, { name, nationalId, texts, email, address }: Recorded) {
  petitioner.setName(name || null)
  petitioner.merge({ email: email || null, address: address || null })
  petitioner.declinesTexts = texts === 'declined'
  petitioner.setNationalId(nationalId ? NationalId.parse(nationalId) : null)
}
