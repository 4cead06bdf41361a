import type { HttpContext } from '@adonisjs/core/http'
import { takeForm } from '#shared/typed/take_form'
import type { Typed } from '#shared/typed/typed'
import { navigation } from '../navigation.ts'
import { chosenIn, demandPresent } from '../passwords/choosing.ts'
import { replacePassword } from '../passwords/replacing.ts'
import { untold } from '../passwords/telling.ts'
import { carriedForm } from '../signing_in/carried_form.ts'
import { continueSession } from '../signing_in/staff_session.ts'

const PAGE = 'organisation/passwords/edit'

/** A password of one's own: the first one instead of a slip's, or another one. */
export default class PasswordsController {
  edit({ view, session, officer }: HttpContext) {
    session.reflash()
    return view.render(PAGE, { isFirst: officer.mustChoosePassword, login: officer.login })
  }

  update(ctx: HttpContext) {
    const { officer, catalogue, session } = ctx
    const isFirst = officer.mustChoosePassword
    const take = async (typed: Typed) => {
      const password = chosenIn(typed, officer, catalogue)
      if (!isFirst) await demandPresent(officer, typed.text('currentPassword'), ctx.request.ip())
      await replacePassword(officer, password, officer, session.sessionId)
      continueSession(session, officer)
      return goOn(ctx, isFirst)
    }
    return takeForm(ctx, PAGE, take, () => {
      session.reflash()
      return { isFirst, login: officer.login }
    })
  }
}

/** To what was being written when the session ended; else to the first page. */
async function goOn(ctx: HttpContext, isFirst: boolean) {
  const { session, response, officer } = ctx
  if (isFirst && carriedForm(session)) {
    session.reflash()
    return response.redirect().status(303).toPath('/devam')
  }
  const told = await untold(officer)
  session.flash('done', told ?? { key: 'organisation.flash.passwordKept', params: {} })
  const first = navigation(ctx, officer)[0]?.href
  return response
    .redirect()
    .status(303)
    .toPath(isFirst && first ? first : '/hesap')
}
