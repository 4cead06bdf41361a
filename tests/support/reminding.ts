import db from '@adonisjs/lucid/services/db'
import type { Group } from '@japa/runner/core'
import { Settings } from 'luxon'
import { DailyRounds, Message } from '#notification'
import type { Petition } from '#intake'
import { SILENT } from '#sms'
import { today } from '#shared/dates/turkish_date'
import { district } from '#tests/support/databases/district'
import { officer } from '#tests/support/journey'

/** Wednesday, 12.00 in Türkiye: reminders go out on working days alone. */
const WEDNESDAY = '2026-12-02T09:00:00Z'

/** Every test of the group begins at noon of a working day, and may move on from there. */
export function onAWednesday(group: Group) {
  group.each.setup(() => {
    const { now } = Settings
    itIs(WEDNESDAY)
    return () => void (Settings.now = now)
  })
}

export function itIs(moment: string) {
  Settings.now = () => Date.parse(moment)
}

/** Each with an address of their own, so that it shows who is told. */
export async function addresses(...logins: string[]) {
  for (const login of logins) {
    const one = await officer(login)
    one.email = `${login}@deneme.example`
    await one.save()
  }
}

/** The day so many working days from today on; before it where the number is negative. */
async function workingDays(count: number) {
  const { calendar } = await district()
  let day = today()
  for (let left = Math.abs(count); left > 0;) {
    day = day.plus({ days: Math.sign(count) })
    if (calendar.isWorkingDay(day)) left--
  }
  return day
}

/** Its last day lies so many working days behind today. */
export async function isPast(petition: Petition, past: number, column = 'due_on') {
  const day = (await workingDays(-past)).toISODate()!
  await db
    .from('petitions')
    .where('id', petition.id)
    .update({ [column]: day })
}

/** The round of today, with no hour to wait for. */
export function round() {
  return new DailyRounds({ ...SILENT, error: rethrow }).round()
}

/** What each was told today, by what stands before the @. */
export async function digests() {
  const messages = await Message.query().where('event', 'digest').orderBy('id')
  return messages.map(({ recipient, placeholders }) => {
    const { digest } = placeholders as { digest?: Record<string, number | string> }
    const { address: _, ...numbers } = digest!
    const said = Object.entries(numbers).filter(([, count]) => count !== 0)
    return { to: recipient.split('@')[0]!, ...Object.fromEntries(said) }
  })
}

export async function rungs() {
  const rows = await db.from('reminders').orderBy('id').select('rung')
  return rows.map(({ rung }: { rung: string }) => rung)
}

function rethrow(data: object): never {
  throw (data as { err: Error }).err
}
