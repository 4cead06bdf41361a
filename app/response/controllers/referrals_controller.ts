import type { HttpContext } from '@adonisjs/core/http'
import { Referral, UnitMissing } from '#routing'
import { Typed } from '#shared/typed/typed'
import { CardForm } from '../card/form.ts'

/** The bureau charges a unit with a petition, or takes it up itself. */
export default class ReferralsController {
  async store(ctx: HttpContext) {
    const typed = Typed.from(ctx)
    const unit = ctx.catalogue.unitByCode(typed.text('unit') || typed.text('refer-unit'))
    const here = unit?.isBureau ?? false
    return CardForm.take(ctx, here ? 'answerHere' : 'refer', async (form) => {
      if (!unit) throw new UnitMissing()
      await Referral.make(form.petition, unit, form.officer, form.textOrNull('note'))
      if (here) return { to: 'card', key: 'routing.flash.answerHere' }
      // A manager, who refers complaints about the bureau, has no queue to go back to.
      const to = form.petition.isAboutBureau ? 'card' : 'queue'
      return { to, key: 'routing.flash.referred', params: { unit: unit.name } }
    })
  }
}
