import type { HttpContext } from '@adonisjs/core/http'
import { takeForm } from '#shared/typed/take_form'
import type { Typed } from '#shared/typed/typed'
import { administer, Overtaken } from '../changes/amend.ts'
import { ChangesList } from '../changes/changes_list.ts'
import { seldomPlaces } from '../navigation.ts'
import { resetsOf } from '../passwords/telling.ts'
import { lastSignIns, sessionsOf } from '../signing_in/own_sessions.ts'
import { amend } from '../staffing/amending.ts'
import { officerKeptBy } from '../staffing/kept_by.ts'
import { readContact } from '../staffing/contact.ts'

const PAGE = 'organisation/accounts/show'

/** Hesabım: who am I here, where am I signed in, how am I reached, what I seldom need. */
export default class AccountsController {
  async show(ctx: HttpContext) {
    const { name, email, phone } = ctx.officer
    return ctx.view.render(PAGE, { ...(await shown(ctx)), typed: { name, email, phone } })
  }

  update(ctx: HttpContext) {
    const { officer, catalogue, session, response } = ctx
    const take = async (typed: Typed) => {
      const contact = typed.read(readContact)
      await administer(async (trx) => {
        const own = (await officerKeptBy(officer, String(officer.id), trx))!
        const unit = own.unitId ? catalogue.unit(own.unitId) : null
        const seen = Number(typed.text('version')) || 0
        const by = { seen, author: officer, unitBefore: unit }
        await amend(own, { ...contact, unit, roles: own.roles }, by, trx)
      })
      session.flash('done', { key: 'organisation.flash.accountKept', params: {} })
      return response.redirect().status(303).toPath('/hesap')
    }
    return takeForm(ctx, PAGE, take, async (typed, refusal) => ({
      ...(await shown(ctx)),
      ...(refusal instanceof Overtaken
        ? { latest: await latestOf(officer.id) }
        : { seen: typed.text('version') }),
    }))
  }
}

async function shown({ officer, catalogue, session }: HttpContext) {
  await officer.refresh()
  return {
    unit: officer.unitId ? catalogue.unit(officer.unitId).name : null,
    places: seldomPlaces(officer),
    seen: officer.version,
    sessions: await sessionsOf(officer, session.sessionId),
    signIns: await lastSignIns(officer),
    resets: await resetsOf(officer),
    latest: [],
  }
}

async function latestOf(id: number) {
  return (await ChangesList.of('officer', id)).rows.slice(0, 1)
}
