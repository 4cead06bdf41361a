import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { isPosted, reset, signInAddress, SlipPassword, WAYS } from '#organisation'
import { takeForm } from '#shared/typed/take_form'
import type { Typed } from '#shared/typed/typed'
import { handedTo } from '../officers/handed.ts'
import { keepingOf } from '../officers/keeping.ts'
import { officerAt } from '../officers/officer_at.ts'
import { officerPage } from '../officers/officer_page.ts'
import { openSlip } from '../officers/slip_address.ts'
import { demandAnother } from '../officers/another.ts'

/** Another first password for somebody: on a slip that is printed once, or by a link. */
export default class OfficerSlipsController {
  async store(ctx: HttpContext) {
    const { officer: by } = ctx
    const person = await officerAt(ctx)
    const { authority } = (await keepingOf(ctx, person)).catalogue
    const take = async (typed: Typed) => {
      const way = typed.read((form) => {
        const chosen = form.choice('way', WAYS, { required: true })
        if (chosen === 'link' && !isPosted(person)) form.wrong('way', 'noMail')
        demandAnother(form, person, by)
        return chosen
      })
      const handed = await reset(person, { way, authority, by })
      return handedTo(ctx, person, handed)
    }
    return takeForm(ctx, 'administration/officers/show', take, () => officerPage(ctx, person))
  }

  /** What is handed over: kept by no cache, named to no other site. */
  async show(ctx: HttpContext) {
    const { officer: by, params, response, view } = ctx
    response.header('referrer-policy', 'no-referrer')
    const person = await officerAt(ctx)
    const slip = openSlip(String(params.slip), person, by)
    if (!slip) {
      return response.status(410).send(await view.render('administration/slips/closed', { person }))
    }
    const { authority } = (await keepingOf(ctx, person)).catalogue
    return view.render('administration/slips/show', {
      person,
      signIn: signInAddress(authority),
      password: SlipPassword.shown(slip.password),
      until: DateTime.fromISO(slip.until),
    })
  }
}
