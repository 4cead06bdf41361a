import type { HttpContext } from '@adonisjs/core/http'
import { Problems } from '#shared/problems'
import { KnownDevice } from '../signing_in/known_device.ts'
import { signIn } from '../signing_in/sign_in.ts'
import { navigation } from '../navigation.ts'
import { carried, sealed } from '../signing_in/carried_form.ts'
import { beginSession } from '../signing_in/staff_session.ts'

const STATUS: Record<string, number> = { tooMany: 429, busy: 503 }

/** Signing in and out. */
export default class SessionsController {
  create({ view, request }: HttpContext) {
    return view.render('organisation/sessions/create', {
      next: ownPath(request.input('next')),
      carried: [],
      ended: false,
      everywhere: request.input('cikis') === 'her-yerde',
    })
  }

  async store(ctx: HttpContext) {
    const { request, response, view, auth, session } = ctx
    response.header('cache-control', 'no-store')
    const { login = '', password = '', next, ended, ...rest } = request.body()
    const device = KnownDevice.of(ctx)
    const result = await signIn(login, password, request.ip(), device)

    if ('problem' in result) {
      const problems = new Problems(ctx.i18n, 'organisation')
      problems.add('login', result.problem, result.values)
      response.status(STATUS[result.problem] ?? 422)
      return view.render('organisation/sessions/create', {
        problems,
        typed: { login },
        next: ownPath(next),
        carried: carried(rest),
        ended: Boolean(ended),
      })
    }

    await auth.use('web').login(result.officer)
    await session.tag(String(result.officer.id))
    beginSession(session, result.officer)
    device.remember(result.officer.login, ctx)
    const officer = await result.officer.loadRoles()
    const fields = carried(rest)
    const path = ownPath(next)
    // A form of which nothing but its button is left is to be sent as well: its address shows nothing.
    if (path && (ended || fields.length > 0)) {
      session.flash('resumption', sealed({ action: path, carried: fields }))
      return response.redirect().status(303).toPath('/devam')
    }
    return response
      .redirect()
      .status(303)
      .toPath(path ?? navigation(ctx, officer)[0]?.href ?? '/hesap')
  }

  async destroy({ auth, response }: HttpContext) {
    await auth.use('web').logout()
    return response.redirect().status(303).toPath('/giris')
  }
}

/** Only a path of this server: never an open door to another site. */
function ownPath(next: unknown) {
  return typeof next === 'string' && /^\/(?![/\\])[^\s\\]*$/.test(next) ? next : null
}
