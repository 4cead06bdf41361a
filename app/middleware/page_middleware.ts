import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import i18nManager from '@adonisjs/i18n/services/main'
import type { I18n } from '@adonisjs/i18n'
import { hasSheet } from '#shared/packing/has_sheet'
import { Catalogue, headed, siteAt, type Site } from '#organisation'
import { isForMachines } from '#middleware/for_machines'
import { isSetup } from '#middleware/setup/is_setup'
import { addressOf, isRoute } from '#shared/address'
import { notFound } from '#shared/not_found'

declare module '@adonisjs/core/http' {
  interface HttpContext {
    /** The page's language: of the address for citizens, of the officer behind the sign-in. */
    i18n: I18n
    /** Where the page stands. */
    site: Site
    /**
     * Of the authority whose page it is; behind the sign-in the officer's. The province's pages have
     * none: what takes somebody's words stands behind `middleware.office()`.
     */
    catalogue: Catalogue
  }
}

/** Gives every page its language, its authority and the addresses of the others. */
export default class PageMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    // A style sheet is nobody's, and is there before the first authority.
    const isSheet = ctx.route?.name === 'styles.show'
    if (!isForMachines(ctx) && !isSetup(ctx) && !isSheet) {
      await this.prepare(ctx)
      // Below a code that is nobody's, or where there is one authority and nothing to tell apart.
      if (ctx.params.office !== undefined && ctx.site.code === null) notFound(ctx)
    }
    return next()
  }

  /** Also of a page that says what went wrong, whatever the address is for. */
  async prepare(ctx: HttpContext) {
    const { request, view } = ctx
    ctx.site = await siteAt(request.hostname(), codeIn(ctx))
    speak(ctx, request.url().split('/')[1] === 'en' ? 'en' : 'tr')
    view.share({ ...UNTYPED, hasSheet: hasSheet(ctx) })
    const { authority, installation } = ctx.site
    if (authority) headed(ctx, await Catalogue.of(authority.id))
    else view.share({ authority: nobody(installation.head?.name), ...NO_CODES, installation })
  }
}

/** Of an address that there is not, too: what is missing below /edremit is missing there. */
function codeIn({ route, params, request }: HttpContext): string | null {
  if (route) return params.office ?? null
  return /^(?:\/en)?\/([a-z0-9-]{2,40})\//.exec(request.url())?.[1] ?? null
}

/** Whose name the province's page carries, if it is anybody's; none of the offices' places and numbers. */
function nobody(name = '') {
  return { ...NOWHERE, name }
}

const NOWHERE = { address: null, hoursIn: () => null, phone: null, duty: null, dutyPhone: null }

/** What a form that came back holds in codes stands as it is. */
const NO_CODES = {
  catalogue: { unitByCode: () => undefined, subjectByCode: () => undefined },
}

/** From here on the page speaks this language. */
export function speak(ctx: HttpContext, locale: string) {
  const i18n = i18nManager.locale(locale)
  ctx.i18n = i18n
  ctx.view.share({
    locale,
    t: translator(locale, i18n),
    href: (name: string, params?: {}, query?: {}, office = ctx.site.code) =>
      addressOf(name, locale, params, query, office),
    otherHref: otherLanguage(ctx),
  })
}

const plain: Record<string, Map<string, string>> = {}

/**
 * Sentences without values are formatted once: the ICU formatter parses at every call. Only those that
 * there are: a key may be the name of a field that somebody made up.
 */
function translator(locale: string, i18n: I18n) {
  const known = (plain[locale] ??= new Map())
  return (key: string, values?: Record<string, unknown>) => {
    if (values) return i18n.t(key, values)
    const kept = known.get(key)
    if (kept !== undefined) return kept
    const sentence = i18n.t(key)
    if (i18n.hasMessage(key) || i18n.hasFallbackMessage(key)) known.set(key, sentence)
    return sentence
  }
}

/** The page's address in the other language; null for pages of officers, which stand once. */
function otherLanguage({ request, route }: HttpContext) {
  const name = route?.name?.replace(/^en\./, '')
  if (!name || !isRoute(`en.${name}`)) return null
  const url = request.url()
  // One slash alone: two would be another site's address.
  return url === '/en' || url.startsWith('/en/')
    ? url.slice(3).replace(/^[/\\]*/, '/')
    : `/en${url === '/' ? '' : url}`
}

/** What a page shows that nobody has typed into. */
export const UNTYPED = {
  problems: { any: false, list: [], of: () => null },
  typed: {},
  flash: null,
}
