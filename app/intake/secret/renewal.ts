import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import type { Officer } from '#organisation'
import { stamp } from '#shared/dates/stored'
import { Refusal } from '#shared/typed/problems'
import { toldOf } from '../brought/told.ts'
import type { Petition } from '../models/petition.ts'
import { Step } from '../models/step.ts'
import { Secret } from './secret.ts'

/** Of a petition's secret, in 24 hours: each renewal rings somebody's telephone. */
const MOST = 3

/**
 * A new secret for whoever lost the old one, which opens nothing any more. The step's message tells
 * it; nobody keeps it.
 *
 * @returns the secret, this once
 * @throws PetitionChanged when another transaction was first; Refusal when it was renewed too often
 */
export async function renewSecret(
  petition: Petition,
  officer: Officer,
  trx: TransactionClientContract
) {
  await refuseWhenRenewedOften(petition, trx)
  const secret = Secret.draw()
  const told = await toldOf(petition, trx)
  await petition.take({
    kind: 'secretRenewed',
    officer,
    changes: { secretDigest: secret.digest(petition.number) },
    receipt: { told, secret: secret.text },
    trx,
  })
  return secret
}

async function refuseWhenRenewedOften({ id }: Petition, trx: TransactionClientContract) {
  const renewed = await Step.query({ client: trx })
    .where({ petition_id: id, kind: 'secretRenewed' })
    .where('taken_at', '>', stamp(DateTime.utc().minus({ days: 1 })))
  const tooOften = { field: 'stage', rule: 'renewedOften', values: { most: MOST } }
  if (renewed.length >= MOST) throw new Refusal(tooOften)
}
