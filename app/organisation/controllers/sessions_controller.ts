import type { HttpContext } from '@adonisjs/core/http'
import { Refusal } from '#shared/typed/problems'
import { takeForm } from '#shared/typed/take_form'
import { Typed } from '#shared/typed/typed'
import type { Officer } from '../models/officer.ts'
import { navigation } from '../navigation.ts'
import { untold } from '../passwords/telling.ts'
import { carry } from '../signing_in/carried_form.ts'
import { deviceName } from '../signing_in/device_name.ts'
import { KnownDevice } from '../signing_in/known_device.ts'
import { signIn } from '../signing_in/sign_in.ts'
import { beginSession } from '../signing_in/staff_session.ts'

const PAGE = 'organisation/sessions/create'

/** Signing in and out. */
export default class SessionsController {
  create(ctx: HttpContext) {
    const asked = Typed.from(ctx)
    const everywhere = asked.text('cikis') === 'her-yerde'
    const next = ownPath(asked.text('next'))
    const chosen = asked.text('parola') === 'yeni'
    return ctx.view.render(PAGE, { next, carried: [], ended: false, everywhere, chosen })
  }

  store(ctx: HttpContext) {
    ctx.response.header('cache-control', 'no-store')
    return takeForm(ctx, PAGE, (typed) => enter(ctx, typed), broughtAlong)
  }

  async destroy({ auth, response }: HttpContext) {
    await auth.use('web').logout()
    return response.redirect().status(303).toPath('/giris')
  }
}

const STATUS: Record<string, number> = { tooMany: 429, busy: 503 }

async function enter(ctx: HttpContext, typed: Typed) {
  const { request, response, auth, session } = ctx
  const device = KnownDevice.of(ctx)
  const [login, password] = [typed.text('login'), typed.text('password')]
  const result = await signIn(login, password, request.ip(), device)
  if ('problem' in result) {
    const { problem: rule, values } = result
    throw new Refusal({ field: 'login', rule, values }).with(STATUS[rule])
  }
  await auth.use('web').login(result.officer)
  await session.tag(String(result.officer.id))
  beginSession(session, result.officer, {
    ip: request.ip(),
    device: deviceName(request.header('user-agent')),
  })
  device.remember(result.officer.login, ctx)
  const officer = await result.officer.loadRoles()
  const { next, carried, ended } = broughtAlong(typed)
  // A form of which nothing but its button is left is to be sent as well: its address shows nothing.
  if (next && (ended || carried.length > 0)) {
    carry(session, { action: next, carried })
    return response.redirect().status(303).toPath('/devam')
  }
  await tellOfReset(ctx, officer)
  return response
    .redirect()
    .status(303)
    .toPath(next ?? navigation(ctx, officer)[0]?.href ?? '/hesap')
}

/** Whoever comes in for the first time since reads that somebody else gave them another password. */
async function tellOfReset({ session }: HttpContext, officer: Officer) {
  if (officer.mustChoosePassword) return
  const told = await untold(officer)
  if (told) session.flash('done', told)
}

/** Where somebody was going, and with which form. */
function broughtAlong(typed: Typed) {
  return {
    next: ownPath(typed.text('next')),
    carried: typed.without('login', 'next', 'ended').carried,
    ended: typed.ticks('ended'),
  }
}

/** Only a path of this server: never an open door to another site. */
function ownPath(next: string) {
  return /^\/(?![/\\])[^\s\\]*$/.test(next) ? next : null
}
