import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { Catalogue, type Officer } from '#organisation'
import type { PetitionRecord } from './models/petition_record.ts'
import { Petitioner } from './models/petitioner.ts'
import { Reader } from './models/reader.ts'
import { Representative } from './models/representative.ts'
import { deciderAt } from './shield/at_receipt.ts'
import { deskFor, restrictedCircle } from './visibility.ts'

/** How a petition goes from one authority to another. */
export interface Handing {
  to: Catalogue
  /** To the one that sent it, or to the governorate: whoever gives back keeps nothing, as a unit. */
  isBack: boolean
  officer: Officer
  note: string
  /** How often units of the new authority have given it back. */
  returns: number
  /** How often authorities have, from now on. */
  handbacks: number
}

/**
 * Sevk: the petition lies at another authority's desk from now on, with its number, its secret and both
 * of its last days (ADR 20). Nothing of this reads outside of the transaction but catalogues, which
 * must be known before.
 */
export async function handOver(
  petition: PetitionRecord,
  { to, isBack, officer, note, returns, handbacks }: Handing,
  trx: TransactionClientContract
) {
  const from = await Catalogue.of(petition.authorityId)
  const [desk, subject] = [deskAt(to, petition), subjectAt(to, from, petition)]
  const { circle, followedBy } = circleAt(to, desk, subject.isSensitiveNow, petition)
  const knownTo = isBack ? null : petition.position + 1
  await Reader.pass(petition, to.authority, { bureau: from.bureau, knownTo }, trx)
  // Whoever brought it, or spoke for them, is known from now on where it lies.
  for (const people of [Petitioner, Representative]) {
    const those = people.query({ client: trx }).where('petition_id', petition.id)
    await those.update({ authority_id: to.authority.id })
  }
  const changes = {
    ...{ authorityId: to.authority.id, unitId: to.bureau.id, unitSince: DateTime.utc() },
    ...{ desk, circle, subjectId: subject.id, cameFrom: from.authority.id },
    decider: deciderAt(to, petition),
    ...{ returns, handbacks },
  }
  const kind = isBack ? 'handedBack' : 'handedOver'
  return petition.take({ kind, officer, note, unit: from.bureau, changes, followedBy, trx })
}

/** A complaint about the bureau is one at that bureau's authority; at any other the bureau routes it. */
function deskAt(to: Catalogue, { complainedUnitId: about }: PetitionRecord) {
  return deskFor(about !== null && to.has(about) ? to.unit(about) : null)
}

/** The subject of the same code, or none: then its words propose one. */
function subjectAt(to: Catalogue, from: Catalogue, { subjectId }: PetitionRecord) {
  const before = from.subject(subjectId)
  const subject = before && to.subjectByCode(before.code)
  const isSensitiveNow = Boolean(subject?.sensitive && !before?.sensitive)
  return { id: subject?.id ?? null, isSensitiveNow }
}

/**
 * What is restricted stays so. What is sensitive there and was not here becomes so; what was and is not
 * restricted somebody here had taken back. A complaint about the bureau is seen by fewer already, and
 * by nobody if it were restricted besides.
 */
function circleAt(to: Catalogue, desk: string, isSensitiveNow: boolean, petition: PetitionRecord) {
  const isRestricted = petition.circle !== 'house'
  if (desk === 'management') {
    const followedBy = isRestricted ? ('restrictionLifted' as const) : undefined
    return { circle: 'house', followedBy }
  }
  const followedBy = isSensitiveNow && !isRestricted ? ('restricted' as const) : undefined
  const circle = isRestricted || isSensitiveNow ? restrictedCircle(to.bureau) : 'house'
  return { circle, followedBy }
}
