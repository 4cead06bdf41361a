import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import type { HttpContext } from '@adonisjs/core/http'
import router from '@adonisjs/core/services/router'
import testUtils from '@adonisjs/core/services/test_utils'
import i18nManager from '@adonisjs/i18n/services/main'
import { Catalogue, type Officer } from '#organisation'
import type { Ask } from './lists.js'

/** What a page shows, before it is painted. */
export interface Shown {
  next?: string | null
  found?: { next: string | null; isAlike?: boolean } | null
  filters?: { key: string }[]
  filter?: string | Record<string, string>
  rows?: unknown[]
}

const SESSION = {
  flashMessages: { get: () => null },
  flash() {},
  reflash() {},
  reflashOnly() {},
  get: () => null,
  has: () => false,
}

/**
 * What a page behind the sign-in shows somebody, asked of its controller in this process and not
 * painted: thousands of them in seconds. What stands around a page is not asked here.
 */
export async function unpainted(officer: Officer, { path, form, fragment }: Ask): Promise<Shown> {
  const method = form ? 'POST' : 'GET'
  const [address, query = ''] = path.split('?') as [string, string?]
  const { route, params } = router.match(address, method, true)!
  const req = Object.assign(new IncomingMessage(new Socket()), { method, url: path })
  if (fragment) req.headers['hx-request-type'] = 'partial'
  const ctx = await testUtils.createHttpContext({ req })
  if (form) ctx.request.setInitialBody(form)
  else ctx.request.updateQs(Object.fromEntries(new URLSearchParams(query)))
  const view = { render: async (_: string, shown: object) => shown, share() {} }
  const catalogue = await Catalogue.of(officer.authorityId)
  const around = {
    params,
    route,
    officer,
    catalogue,
    session: SESSION,
    i18n: i18nManager.locale('tr'),
  }
  for (const [name, value] of Object.entries({ ...around, view })) {
    Object.defineProperty(ctx, name, { value, configurable: true })
  }
  return (await handled(route.handler, ctx)) ?? {}
}

function handled(
  handler: NonNullable<ReturnType<typeof router.match>>['route']['handler'],
  ctx: HttpContext
) {
  return typeof handler === 'function' ? handler(ctx) : handler.handle(ctx.containerResolver, ctx)
}

/** The page behind this one, as its reader would ask for it; null at the end. */
export function following(ask: Ask, { next, found }: Shown): Ask | null {
  if (next) return { ...ask, path: next }
  if (!found?.next) return null
  const alike: Record<string, string> = found.isAlike ? { benzer: '1' } : {}
  return { ...ask, form: { ...ask.form, ...alike, sonra: found.next } }
}
