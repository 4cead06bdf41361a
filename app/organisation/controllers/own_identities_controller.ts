import type { HttpContext } from '@adonisjs/core/http'
import { takeForm } from '#shared/typed/take_form'
import type { Officer } from '../models/officer.ts'
import { keepIdentity, shownIdentity } from '../staffing/own_identity.ts'

const PAGE = 'organisation/own_identities/edit'

/** Kendi başvurum: by what an officer's own petitions are known, on which they do not work. */
export default class OwnIdentitiesController {
  async edit({ view, officer }: HttpContext) {
    return view.render(PAGE, await shown(officer))
  }

  update(ctx: HttpContext) {
    const { officer, session, response } = ctx
    return takeForm(
      ctx,
      PAGE,
      async (typed) => {
        await keepIdentity(typed, officer)
        session.flash('done', { key: 'organisation.flash.identityKept', params: {} })
        return response.redirect().status(303).toPath('/hesap')
      },
      async (typed) => ({ ...(await shown(officer)), typed: typed.words })
    )
  }
}

async function shown(officer: Officer) {
  await officer.refresh()
  return { seen: officer.version, typed: shownIdentity(officer) }
}
