import type { HttpContext } from '@adonisjs/core/http'
import { Catalogue } from '#organisation'
import { addressOf } from '#shared/address'
import { PetitionList } from '../petition_list.ts'
import { registerFilter } from '../register_filter.ts'

/** The register: every petition that this officer may see, and what each figure counted. */
export default class RegisterController {
  async index({ request, view, officer, i18n }: HttpContext) {
    const catalogue = await Catalogue.current()
    const asked = request.qs()
    const { filter, title, typed } = registerFilter(asked, catalogue, i18n)
    const { rows, next } = await PetitionList.page(officer, filter, asked.sonra)
    const units = catalogue.units.map(({ code, name }) => ({ code, name }))
    return view.render('intake/register/index', {
      rows,
      units,
      title,
      filter: typed,
      next: next && addressOf('register.index', i18n.locale, {}, { ...typed, sonra: next }),
    })
  }
}
