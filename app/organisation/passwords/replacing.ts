import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { transaction } from '#shared/database/transaction'
import { refuseFor } from '#shared/typed/problems'
import { noteChange, type Author } from '../changes/change_log.ts'
import type { Officer } from '../models/officer.ts'
import { aboutOfficer } from '../staffing/officer_facts.ts'
import { withdrawFrom } from './handing_over.ts'
import { wrongWithPassword } from './rules.ts'

/** From the command line. @throws Refusal */
export async function givePassword(officer: Officer, password: string) {
  refuseFor(wrongWithPassword(password, officer))
  await replacePassword(officer, password, null)
}

/**
 * A new password that is the officer's own; whoever is signed in with the old one is so no longer.
 *
 * @param butFor the session in which it was chosen
 */
export async function replacePassword(
  officer: Officer,
  plain: string,
  author: Author,
  butFor?: string
) {
  await transaction((trx) => writePassword(officer, plain, author, trx))
  await officer.signOutEverywhere(butFor)
}

export async function writePassword(
  officer: Officer,
  plain: string,
  author: Author,
  trx: TransactionClientContract
) {
  const version = officer.passwordVersion + 1
  await withdrawFrom(officer, trx)
  Object.assign(officer, { password: plain, passwordVersion: version, passwordUntil: null })
  await officer.useTransaction(trx).save()
  await noteChange({ ...aboutOfficer(officer), sort: 'password' }, author, trx)
}
