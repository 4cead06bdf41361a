import type { BrowserContext } from 'playwright'
import type { Officer } from '#organisation'

/**
 * From here on the browser is this officer's. `loginAs` of @adonisjs/auth 10.1.0 does not wait for
 * the session that it begins, and on a busy machine the first page would be the sign-in; what is
 * asked of the session afterwards is done after it.
 */
export async function signedIn(context: BrowserContext, officer: Officer) {
  await context.loginAs(officer)
  await context.setSession({})
}
