import type { HttpContext } from '@adonisjs/core/http'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import {
  amend,
  officerKeptBy,
  readContact,
  wrongWithAppointment,
  wrongWithRoles,
  type Officer,
} from '#organisation'
import type { Typed } from '#shared/typed/typed'
import { notFound } from '#shared/not_found'
import { keepingOf, type Keeping } from './keeping.ts'
import { ownPost, readPost } from './officer_form.ts'

/** Somebody's form, written. @throws Overtaken; Refusal */
export async function amendedBy(
  ctx: HttpContext,
  id: number,
  typed: Typed,
  trx: TransactionClientContract
) {
  const { officer: by } = ctx
  const person = (await officerKeptBy(by, String(id), trx)) ?? notFound(ctx)
  const keeping = await keepingOf(ctx, person)
  const { catalogue } = keeping
  const unitBefore = person.unitId ? catalogue.unit(person.unitId) : null
  const { post, ...contact } = read(keeping, person, typed)
  const seen = Number(typed.text('version')) || 0
  await amend(person, { ...contact, ...post }, { seen, author: by, unitBefore }, trx)
}

function read({ officer: by, catalogue }: Keeping, person: Officer, typed: Typed) {
  const { id, unitId, roles: before } = person
  const unit = unitId ? catalogue.unit(unitId) : null
  return typed.read((form) => {
    const contact = readContact(form)
    // Oneself is asked for no roles: what is ticked all the same is read, and refused where it raises.
    const was = { roles: before, unit }
    const post = id === by.id ? ownPost(form, was) : readPost(form, catalogue, by, was)
    const is = { roles: post.roles, unitId: post.unit?.id ?? null }
    form.add(wrongWithRoles(post.roles, post.unit, !by.can('officers.appoint')))
    form.add(wrongWithAppointment(by, person, { roles: before, unitId }, is))
    return { ...contact, post }
  })
}
