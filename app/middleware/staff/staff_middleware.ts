import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import {
  capacityOf,
  Catalogue,
  headed,
  navigation,
  sessionHolds,
  type Capacity,
  type Officer,
} from '#organisation'
import { isFragment, tellBeside } from '#shared/fragment'
import { Typed } from '#shared/typed/typed'
import { speak } from '#middleware/page_middleware'

declare module '@adonisjs/core/http' {
  interface HttpContext {
    /** Who is signed in; only behind the sign-in. */
    officer: Officer
    /** In whose place the officer can work, and does; only behind the sign-in. */
    capacity: Capacity
  }
}

/**
 * Only officers pass. Whoever's session has ended gets the sign-in form with everything that was
 * typed carried along, and goes on from there; nothing that was written is lost.
 */
export default class StaffMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const officer = ctx.session.has(ctx.auth.use('web').sessionKeyName) && (await signedIn(ctx))
    if (!officer) return signInAgain(ctx)

    if (officer.mustChoosePassword && !FIRST.includes(ctx.route?.name ?? '')) {
      return choosePassword(ctx)
    }
    const catalogue = await Catalogue.of(officer.authorityId)
    ctx.capacity = capacityOf(ctx, officer, catalogue)
    ctx.officer = await officer.loadRoles()
    // Whose pages these are says the officer, whatever address was asked for.
    headed(ctx, catalogue)
    speak(ctx, officer.locale)
    ctx.response.header('cache-control', 'no-store')
    const isBeside = asksBeside(ctx)
    if (isBeside) ctx.session.reflash()
    ctx.view.share({
      officer,
      capacity: ctx.capacity,
      nav: navigation(ctx, officer),
      flash: isBeside ? null : (ctx.session.flashMessages.get('done') ?? null),
    })
    return next()
  }
}

/** What the scripts of a page ask for while somebody works on it, or keep for when the line is cut. */
const BESIDE = [
  'desk_questions.store',
  'desk_warnings.store',
  'onlookers.destroy',
  'onlookers.show',
  'outage_lines.show',
  'outages.show',
  'proposals.store',
]
/** Says itself what was done: several were referred from its list. */
const SAYS_SO = ['queue.index']

/**
 * Whether this is asked for beside a page. What the next page is to say is not for it: it may come
 * between a form and the page that follows it.
 */
function asksBeside({ request, route }: HttpContext) {
  const name = route?.name ?? ''
  const isPart = request.header('hx-request-type') === 'partial'
  return BESIDE.includes(name) || (isPart && !SAYS_SO.includes(name))
}

/** What opens before somebody has an own password. */
const FIRST = ['passwords.edit', 'passwords.update', 'sessions.destroy', 'sign_outs.store']

/** What is taken along through the sign-in is not lost on the way. */
function choosePassword(ctx: HttpContext) {
  if (isFragment(ctx)) return tellBeside(ctx, 401, 'errors.fragment.ended')
  ctx.session.reflash()
  return ctx.response.redirect().status(303).toPath('/hesap/parola')
}

async function signedIn({ auth, session }: HttpContext) {
  const officer = (await auth.use('web').check()) && auth.use('web').user
  if (officer && officer.works && sessionHolds(session, officer)) return officer
  // Nothing of a session that has ended is carried into the next one.
  session.clear()
  return null
}

/** Who signs out has nothing to go on with. */
const SIGN_OUTS = ['sessions.destroy', 'sign_outs.store']

async function signInAgain(ctx: HttpContext) {
  const { request, response, view, i18n, route } = ctx
  if (isFragment(ctx)) return tellBeside(ctx, 401, 'errors.fragment.ended')
  if (SIGN_OUTS.includes(route?.name ?? '')) return response.redirect().status(303).toPath('/giris')
  const posted = request.method() === 'POST'
  const page = await view.render('organisation/sessions/create', {
    next: request.url(true),
    ended: posted,
    carried: posted ? Typed.from(ctx).carried : [],
    locale: i18n.locale,
  })
  return response.status(401).header('cache-control', 'no-store').send(page)
}
