import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { Catalogue, type Officer } from '#organisation'
import { Refusal } from '#shared/typed/problems'
import { Charge } from '../charge.ts'
import { Addition, MOST_AT_THE_DESK } from '../models/addition.ts'
import type { Petition } from '../models/petition.ts'

/** What the petitioner says besides, as the desk writes it down; `digest` of the form that brings it. */
export interface Noted {
  digest: string
  words: string
}

/**
 * Adds words to what was brought, which stays as it is. Of a tip-off that a unit has the desk strikes
 * them first, as it does what the petitioner adds.
 *
 * @throws Refusal where there are many already
 */
export async function addAtTheDesk(
  petition: Petition,
  { digest, words }: Noted,
  kind: string,
  officer: Officer,
  trx: TransactionClientContract
) {
  const { bureau: unit } = await Catalogue.of(petition.authorityId)
  if ((await Addition.of(petition, trx)).length >= MOST_AT_THE_DESK) {
    const values = { most: MOST_AT_THE_DESK }
    throw new Refusal({ field: 'addition', rule: 'tooMany', values })
  }
  const isHeld = kind === 'tipOff' && !(await Charge.of(petition)).isWith(unit)
  const madeAt = DateTime.utc()
  const row = { petitionId: petition.id, tokenDigest: digest, text: words, madeAt, isHeld }
  const changes = petition.isAtTheDesk ? {} : { unreadBy: isHeld ? 'desk' : 'charge' }
  await petition.take({
    ...{ kind: 'addedAtDesk', officer, unit, takenAt: madeAt, changes, trx },
    alongside: () =>
      Addition.create({ ...row, questionId: null, officerId: officer.id }, { client: trx }),
  })
}
