import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { addressOf } from '#shared/address'
import { takeForm } from '#shared/typed/take_form'
import { Typed } from '#shared/typed/typed'
import { hearersOf, setPublicDay } from '../public_day/day_form.ts'
import { toBeTold } from '../public_day/changing/told.ts'
import { DAY_PAGE, dayAt, dayPage } from '../public_day/day_page.ts'
import { publicDays } from '../public_day/days_list.ts'

const FORM = 'routing/public_days/create'

/** Halk Günü: the days on which a manager hears people. */
export default class PublicDaysController {
  async index(ctx: HttpContext) {
    const sonra = Typed.from(ctx).text('sonra')
    const { rows, next } = await publicDays(ctx.officer, sonra)
    const at = (place?: string) =>
      addressOf('public_days.index', ctx.i18n.locale, {}, { sonra: place })
    const waiting = await toBeTold(rows.map(({ id }) => id))
    const days = rows.map((row) => ({
      ...row.serialize(),
      ...{ name: row.manager.name, toTell: waiting.get(row.id) ?? 0 },
      on: DateTime.fromISO(row.day, { zone: 'utc' }),
    }))
    const keeps = ctx.officer.mayOpen('public_days.create')
    const pages = { next: next && at(next), first: sonra ? at() : null }
    return ctx.view.render('routing/public_days/index', { days, keeps, ...pages })
  }

  async create(ctx: HttpContext) {
    return ctx.view.render(FORM, await formPage(ctx))
  }

  store(ctx: HttpContext) {
    const act = async (typed: Typed) => {
      const { id } = await setPublicDay(ctx.officer, typed)
      const page = addressOf('public_days.show', ctx.officer.locale, { id })
      return ctx.response.redirect().status(303).toPath(page)
    }
    return takeForm(ctx, FORM, act, () => formPage(ctx))
  }

  async show(ctx: HttpContext) {
    const day = await dayAt(ctx)
    return ctx.view.render(DAY_PAGE, await dayPage(ctx, day, Typed.from(ctx).text('kisi')))
  }
}

async function formPage({ officer }: HttpContext) {
  const hearers = await hearersOf(officer.authorityId)
  return { hearers: hearers.map(({ login, name }) => ({ login, name })) }
}
