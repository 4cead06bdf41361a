import type { HttpContext } from '@adonisjs/core/http'
import { transaction } from '#shared/database/transaction'
import { takeForm } from '#shared/typed/take_form'
import type { Typed } from '#shared/typed/typed'
import { headedByIts } from '../addresses/head.ts'
import type { PasswordSlip } from '../models/password_slip.ts'
import { chosenIn } from '../passwords/choosing.ts'
import { useLink } from '../passwords/handing_over.ts'
import { openLink } from '../passwords/link.ts'
import { writePassword } from '../passwords/replacing.ts'

const PAGE = 'organisation/password_links/edit'

/** Choosing a password by the link of an e-mail: good once, and named to no other site. */
export default class PasswordLinksController {
  async edit(ctx: HttpContext) {
    const slip = await opened(ctx)
    return slip ? ctx.view.render(PAGE, shown(ctx, slip)) : closed(ctx)
  }

  async update(ctx: HttpContext) {
    const slip = await opened(ctx)
    if (!slip) return closed(ctx)
    const { officer } = slip
    const take = async (typed: Typed) => {
      const password = chosenIn(typed, officer, ctx.catalogue)
      const isTaken = await transaction(async (trx) => {
        if (!(await useLink(slip.id, trx))) return false
        await writePassword(officer, password, officer, trx)
        return true
      })
      if (!isTaken) return closed(ctx)
      await officer.signOutEverywhere()
      return ctx.response.redirect().status(303).toPath('/giris?parola=yeni')
    }
    return takeForm(ctx, PAGE, take, () => shown(ctx, slip))
  }
}

/** Whatever address it is opened at, the page is of the authority where its officer works. */
async function opened(ctx: HttpContext) {
  ctx.response.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer')
  const slip = await openLink(String(ctx.params.token))
  if (slip) await headedByIts(ctx, slip.authorityId)
  return slip
}

function shown({ params }: HttpContext, { officer }: PasswordSlip) {
  return { token: params.token, login: officer.login }
}

async function closed({ response, view }: HttpContext) {
  return response.status(410).send(await view.render('organisation/password_links/closed'))
}
