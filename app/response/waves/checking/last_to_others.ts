import db from '@adonisjs/lucid/services/db'
import type { Officer } from '#organisation'
import { lastOfUnit } from '../../examples/given.ts'
import type { Wave } from '../../models/wave.ts'

/** What the unit answered lately to others than this wave: who came to it since is told the same. */
export function lastToOthers({ id }: Wave, officer: Officer) {
  return lastOfUnit(officer.atUnit!, officer, async (ids) => {
    const members = db.from('wave_members').where('wave_id', id).whereIn('petition_id', ids)
    const own = await members.select('petition_id')
    return new Set(own.map((row) => row.petition_id as number))
  })
}
