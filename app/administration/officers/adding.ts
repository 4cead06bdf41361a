import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import {
  enter,
  freeLogin,
  handOver,
  isPosted,
  Login,
  Officer,
  readContact,
  suggestedLogin,
  WAYS,
  wrongWithAppointment,
  wrongWithRoles,
} from '#organisation'
import { Refusal } from '#shared/typed/problems'
import type { Typed } from '#shared/typed/typed'
import { readPost } from './officer_form.ts'
import type { Keeping } from './keeping.ts'

const NOBODY = { id: null }
const NO_POST = { roles: [], unitId: null }

/** Somebody new, as a form says it, with a first password. @throws Refusal */
export async function addedBy(keeping: Keeping, typed: Typed, trx: TransactionClientContract) {
  const { officer: by, catalogue } = keeping
  const { authority } = catalogue
  const { way, post, login: chosen, ...contact } = read(keeping, typed)
  const isTaken = chosen && (await Officer.findBy('login', chosen, { client: trx }))
  if (isTaken) await refuseTaken(chosen, trx)
  const login = chosen ?? (await suggestedLogin(contact.name, trx))
  const officer = new Officer().fill({
    ...{ authorityId: authority.id, login, locale: 'tr', unitId: post.unit?.id ?? null },
    // Nobody knows it: the one that opens is handed over below.
    ...{ password: '-', passwordVersion: 0 },
    ...contact,
  })
  try {
    await enter(officer, post, by, trx)
  } catch (error) {
    // Somebody took it at the same moment.
    if (error instanceof Refusal) await refuseTaken(login, trx)
    throw error
  }
  const handing = { way, authority, author: by, occasion: 'first' } as const
  return { officer, handed: await handOver(officer, handing, trx) }
}

function read({ officer: by, catalogue }: Keeping, typed: Typed) {
  return typed.read((form) => {
    const contact = readContact(form)
    const login = form.as('userName', Login)
    const post = readPost(form, catalogue, by, { roles: [], unit: null })
    const way = form.choice('way', WAYS, { required: true })
    const { roles, unit } = post
    form.add(wrongWithRoles(roles, unit, !by.can('officers.appoint')))
    form.add(wrongWithAppointment(by, NOBODY, NO_POST, { roles, unitId: unit?.id ?? null }))
    if (way === 'link' && !isPosted(contact)) form.wrong('way', 'noMail')
    return { ...contact, login, post, way }
  })
}

/** @throws Refusal that names one that is nobody's */
async function refuseTaken(login: string, trx: TransactionClientContract): Promise<never> {
  const values = { login, free: await freeLogin(login, trx) }
  throw new Refusal({ field: 'userName', rule: 'takenBut', values })
}
