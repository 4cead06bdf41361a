import type { HttpContext } from '@adonisjs/core/http'
import { administer, ChangesList, leave, officerKeptBy, Officer } from '#organisation'
import { Drafts, passHeldOn } from '#response'
import { notFound } from '#shared/not_found'
import { bidFarewell } from './farewells.ts'
import { today } from '#shared/dates/turkish_date'
import type { Form, Typed } from '#shared/typed/typed'

/** Days ahead that a leaving can be said. */
const AHEAD = { years: 1 }
/** So many petitions in hand go with the form; the others with the next round. */
const AT_ONCE = 20

/** What the page asks: the day, and who takes the drafts, where there are any. */
export async function leavingPage(
  _: HttpContext,
  person: Officer,
  typed: Typed | null = null,
  overtaken = false
) {
  return {
    person,
    drafts: await Drafts.countOf(person),
    heirs: await heirsOf(person),
    seen: typed && !overtaken ? typed.text('version') : person.version,
    latest: overtaken ? (await ChangesList.of('officer', person.id)).rows.slice(0, 1) : [],
  }
}

/** Somebody leaves, as the form says; drafts go at once where the day has come, else on that day. */
export async function leftBy(ctx: HttpContext, id: number, typed: Typed) {
  const { officer: by } = ctx
  const person = (await officerKeptBy(by, String(id))) ?? notFound(ctx)
  const heirs = await heirsOf(person)
  const { day, heir } = typed.read((form) => ({ day: dayIn(form), heir: heirIn(form, heirs) }))
  const seen = Number(typed.text('version')) || 0
  await administer(async (trx) => {
    const row = (await officerKeptBy(by, String(id), trx)) ?? notFound(ctx)
    await leave(row, { day, heir, seen }, by, trx)
    if (!row.works) await bidFarewell(row, trx)
  })
  await person.refresh()
  if (person.works) return
  await person.signOutEverywhere()
  await passHeldOn(person, heir, AT_ONCE)
}

function dayIn(form: Form) {
  const day = form.day('day', { required: true })
  if (!day) return day
  if (day < today()) form.wrong('day', 'past')
  if (day > today().plus(AHEAD)) form.wrong('day', 'far')
  return day
}

function heirIn(form: Form, heirs: Officer[]) {
  const login = form.choice('heir', ['', ...heirs.map((one) => one.login)])
  return heirs.find((one) => one.login === login) ?? null
}

/** Those of the same unit who can go on with a draft. */
async function heirsOf({ id, unitId, authorityId }: Officer) {
  if (!unitId) return []
  const beside = await Officer.query()
    .where({ authority_id: authorityId, unit_id: unitId })
    .whereNot('id', id)
    .preload('officerRoles')
    .orderBy('folded_name')
    .limit(200)
  return beside.filter((one) => one.works && one.leftOn === null && one.can('answer.draft'))
}
