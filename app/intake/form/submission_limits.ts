import app from '@adonisjs/core/services/app'
import env from '#start/env'
import { DAYS, HOURS, neighbourhood, Quota, TooManyTries, wideNeighbourhood } from '#organisation'
import type { PetitionDetails } from '../receiving/details.ts'

/**
 * How many petitions come to one authority from one address in an hour, where a mobile operator has
 * thousands of people behind one; and in a day with one telephone or e-mail address, as a village
 * headman has who writes for others. 0: no limit.
 */
export function usualLimits(inProduction: boolean) {
  return inProduction ? { perHour: 300, perDay: 10 } : { perHour: 0, perDay: 0 }
}

const quota = new Quota()

type Counted = { reached: 'tooMany' | 'tooManyOfOne' } | { giveBack: () => void }

/**
 * Counts a petition before it is taken in.
 *
 * @returns gives it back, for a form that brought no new petition; or which limit is reached
 */
export function countSubmission(details: PetitionDetails, ip: string): Counted {
  const { authorityId, phone, email } = details
  const usual = usualLimits(app.inProduction)
  const perHour = env.get('PETITIONS_PER_HOUR') ?? usual.perHour
  const perDay = env.get('PETITIONS_PER_DAY') ?? usual.perDay
  const [from, network] = [neighbourhood(ip), wideNeighbourhood(ip)]
  const address = [
    ...limit(`petition:${authorityId}:from:${from}`, perHour, HOURS),
    ...(network === from
      ? []
      : limit(`petition:${authorityId}:network:${network}`, 10 * perHour, HOURS)),
  ]
  const people = [
    ...(phone ? limit(`petition:${authorityId}:phone:${phone.e164}`, perDay, DAYS) : []),
    ...(email ? limit(`petition:${authorityId}:email:${mailboxOf(email)}`, perDay, DAYS) : []),
  ]
  const back = taken(address)
  if (!back) return { reached: 'tooMany' }
  const alsoBack = taken(people)
  if (!alsoBack) {
    back()
    return { reached: 'tooManyOfOne' }
  }
  return {
    giveBack() {
      back()
      alsoBack()
    },
  }
}

/**
 * Mail providers deliver ali+1@ and a.li@ where ali@ goes: one mailbox by endless names. Two people of
 * one provider who are told apart by a dot alone share a limit.
 */
function mailboxOf(email: string) {
  const [local = '', domain] = email.toLowerCase().split('@')
  return `${local.replace(/(?<=.)\+.*/, '').replaceAll('.', '')}@${domain}`
}

function limit(key: string, most: number, within: number) {
  return most > 0 ? [{ key, most, within }] : []
}

function taken(limits: Parameters<Quota['take']>[0]) {
  try {
    return quota.take(limits)
  } catch (error) {
    if (error instanceof TooManyTries) return null
    throw error
  }
}
