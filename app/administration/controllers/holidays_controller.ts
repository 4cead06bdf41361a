import type { HttpContext } from '@adonisjs/core/http'
import { CalendarMove } from '#intake'
import {
  administer,
  amendDayOff,
  Catalogue,
  ChangesList,
  dayOffOf,
  type DaysOff,
  enterDaysOff,
  Overtaken,
  reaching,
  reachesOf,
  withdrawDayOff,
} from '#organisation'
import { notFound } from '#shared/not_found'
import { today } from '#shared/dates/turkish_date'
import { takeForm } from '#shared/typed/take_form'
import type { Typed } from '#shared/typed/typed'
import { CHOICES, forecastOf, readDaysOff, signOf, typedOf } from '../calendar/holiday_form.ts'
import { done } from '../calendar/done.ts'
import { goOn, seenIn } from '../kept_row.ts'

const NEW = 'administration/holidays/create'
const KNOWN = 'administration/holidays/edit'

/** Tatil ve izin günleri: saved only after the page has said what they move. */
export default class HolidaysController {
  async create(ctx: HttpContext) {
    return ctx.view.render(NEW, { ...(await about(ctx)), typed: {} })
  }

  async store(ctx: HttpContext) {
    const page = await about(ctx)
    const save = async (typed: Typed) => {
      const off = readDaysOff(typed, page.reaches)
      if (typed.text('seen') !== signOf(off)) {
        return ctx.view.render(NEW, { ...page, typed: typed.words, ...(await look(ctx, off)) })
      }
      const entered = await administer(async (trx) => {
        const count = await enterDaysOff(off, ctx.officer, trx)
        if (count > 0) await CalendarMove.begin(moving(off, ctx), trx)
        return count
      })
      return goOn(ctx, done(entered > 0 ? 'entered' : 'same'))
    }
    return takeForm(ctx, NEW, save, () => page)
  }

  async edit(ctx: HttpContext) {
    const holiday = await found(ctx)
    return ctx.view.render(KNOWN, { ...(await aboutOne(ctx)), typed: typedOf(holiday) })
  }

  async update(ctx: HttpContext) {
    const holiday = await found(ctx)
    const page = await aboutOne(ctx)
    const save = async (typed: Typed) => {
      const off = readDaysOff(typed.without('lastDay'), page.reaches)
      if (typed.text('seen') !== signOf(off)) {
        const seen = { ...page, typed: typed.words, ...(await look(ctx, off, holiday.id)) }
        return ctx.view.render(KNOWN, { ...seen, version: seenIn(typed) })
      }
      await administer(async (trx) => {
        await amendDayOff(holiday, off, seenIn(typed), ctx.officer, trx)
        await CalendarMove.begin(moving(off, ctx), trx)
      })
      return goOn(ctx, done('amended'))
    }
    return takeForm(ctx, KNOWN, save, (typed, refusal) => again(ctx, typed, refusal))
  }

  async destroy(ctx: HttpContext) {
    const holiday = await found(ctx)
    const withdraw = async (typed: Typed) => {
      await administer((trx) => withdrawDayOff(holiday, seenIn(typed), ctx.officer, trx))
      return goOn(ctx, done('withdrawn'))
    }
    return takeForm(ctx, KNOWN, withdraw, async () => ({
      ...(await aboutOne(ctx)),
      typed: typedOf(await found(ctx)),
    }))
  }
}

async function about({ officer }: HttpContext) {
  const { authority } = await Catalogue.of(officer.authorityId)
  const reaches = await reachesOf(authority)
  return { ...CHOICES, reaches, authority: authority.name, forecast: null, seen: '' }
}

async function aboutOne(ctx: HttpContext) {
  const { id, version } = await found(ctx)
  const { rows } = await ChangesList.of('holiday', id)
  return { ...(await about(ctx)), id, version, rows }
}

/** Whoever was told of another's change has it below the form, and may save over it. */
async function again(ctx: HttpContext, typed: Typed, refusal: Error) {
  const page = await aboutOne(ctx)
  return refusal instanceof Overtaken ? page : { ...page, version: seenIn(typed) }
}

/** What saving would do, and that it was said. */
async function look({ officer }: HttpContext, off: DaysOff, replaces?: number) {
  const forecast = await forecastOf(off, officer, replaces)
  return { forecast, seen: signOf(off), hasPassed: off.firstDay < today() }
}

function moving({ name, firstDay, lastDay, reach }: DaysOff, { officer }: HttpContext) {
  return { ...reaching(reach, officer), officerId: officer.id, name, firstDay, lastDay }
}

/** @throws an answer that there is none */
async function found(ctx: HttpContext) {
  const { officer, params } = ctx
  const { authority } = await Catalogue.of(officer.authorityId)
  const mayNation = (await reachesOf(authority)).includes('nation')
  return (await dayOffOf(officer, mayNation, Number(params.id))) ?? notFound(ctx)
}
