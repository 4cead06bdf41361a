import type { HttpContext } from '@adonisjs/core/http'
import { administer, leaderlessBelow, OfficersList, Overtaken, recentResets } from '#organisation'
import { addressOf } from '#shared/address'
import { takeForm } from '#shared/typed/take_form'
import { Typed } from '#shared/typed/typed'
import { addedBy } from '../officers/adding.ts'
import { amendedBy } from '../officers/amending.ts'
import { askedOf } from '../officers/asked.ts'
import { movedOn } from '../officers/farewells.ts'
import { handedTo } from '../officers/handed.ts'
import { keepingAt, keepingOf, officeOf } from '../officers/keeping.ts'
import { officerAt } from '../officers/officer_at.ts'
import { formOf, officerPage } from '../officers/officer_page.ts'

const CREATE = 'administration/officers/create'
const EDIT = 'administration/officers/edit'

/** Görevliler: who works here, found by name, entered and kept. */
export default class OfficersController {
  async index(ctx: HttpContext) {
    const { officer, view } = ctx
    const keeping = await keepingAt(ctx)
    const { catalogue } = keeping
    const { office } = officeOf(keeping)
    const { words, ...asked } = askedOf(Typed.from(ctx), catalogue)
    const { rows, next, short } = await OfficersList.page(catalogue.authority.id, asked)
    const address = (more: Record<string, string | number | null>) =>
      addressOf('officers.index', officer.locale, {}, { makam: office?.code, ...words, ...more })
    return view.render('administration/officers/index', {
      rows,
      words,
      office,
      unitOf: (id: number) => catalogue.unit(id),
      leaderless: office ? [] : await leaderlessBelow(officer),
      states: OfficersList.states.map((state) => ({
        state,
        href: address({ durum: state === 'working' ? null : state }),
        isShown: state === asked.state,
      })),
      units: catalogue.units.filter(({ isExternal }) => !isExternal),
      resets: officer.can('officers.appoint') ? await recentResets(catalogue.authority) : [],
      next: next && address({ sonra: next }),
      first: asked.after ? address({}) : null,
      short: short ? 'entry' : null,
    })
  }

  async create(ctx: HttpContext) {
    const shown = await formOf(await keepingAt(ctx), new Typed({}), null)
    return ctx.view.render(CREATE, { typed: { way: 'slip' }, ...shown })
  }

  async store(ctx: HttpContext) {
    const keeping = await keepingAt(ctx)
    const take = async (typed: Typed) => {
      const { officer, handed } = await administer((trx) => addedBy(keeping, typed, trx))
      return handedTo(ctx, officer, handed)
    }
    return takeForm(ctx, CREATE, take, (typed) => formOf(keeping, typed, null))
  }

  async show(ctx: HttpContext) {
    const person = await officerAt(ctx)
    return ctx.view.render('administration/officers/show', await officerPage(ctx, person))
  }

  async edit(ctx: HttpContext) {
    const person = await officerAt(ctx)
    const { name, email, phone } = person
    const shown = await formOf(await keepingOf(ctx, person), new Typed({}), person)
    return ctx.view.render(EDIT, { typed: { name, email, phone }, ...shown })
  }

  async update(ctx: HttpContext) {
    const { id } = await officerAt(ctx)
    const take = async (typed: Typed) => {
      await administer((trx) => amendedBy(ctx, id, typed, trx))
      await movedOn(await officerAt(ctx))
      ctx.session.flash('done', { key: 'administration.flash.officerKept', params: {} })
      return ctx.response.redirect().status(303).toRoute('officers.show', { id })
    }
    return takeForm(ctx, EDIT, take, async (typed, refusal) => {
      const person = await officerAt(ctx)
      return formOf(await keepingOf(ctx, person), typed, person, refusal instanceof Overtaken)
    })
  }
}
