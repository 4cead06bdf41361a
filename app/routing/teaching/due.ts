import { type DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { inTurkiye } from '#shared/dates/turkish_date'
import type { SuggestionModel } from '../models/suggestion_model.ts'

/** So many decisions make it worth while at once; fewer wait for the night. */
const ENOUGH = 50
/** Hours in Türkiye when nobody waits for the machine. */
const NIGHT = { from: 1, until: 5 }

interface Standing {
  /** the newest version of its own; absent: none */
  newest?: Pick<SuggestionModel, 'lists' | 'lastChoice' | 'learnedAt'>
  /** what its lists are now */
  lists: string
  /** nobody above it, whose model it could begin with */
  isTop: boolean
  /** choices since, `ENOUGH` at most */
  since: number
}

/** Whether an authority's model should be learned now. */
export function isDue({ newest, lists, isTop, since }: Standing, now: DateTime) {
  if (since >= ENOUGH) return true
  if (!newest) return isTop
  const { hour } = inTurkiye(now)
  const isNight = hour >= NIGHT.from && hour < NIGHT.until
  const isOld = newest.learnedAt < now.minus({ hours: NIGHT.until - NIGHT.from })
  return isNight && isOld && (since > 0 || newest.lists !== lists)
}

/** How many choices an authority made after that one, as far as it matters. */
export async function choicesSince(authorityId: number, lastChoice: number) {
  const rows = await db
    .from('suggestion_choices')
    .where('authority_id', authorityId)
    .where('id', '>', lastChoice)
    .select('id')
    .limit(ENOUGH)
  return rows.length
}
