import router from '@adonisjs/core/services/router'

type Values = Record<string, string | number | null | undefined>

/**
 * The address of a named route in a language. Citizens' pages stand twice, English ones under /en
 * with `en.` before their name; pages of officers stand once and speak the officer's language.
 */
export function addressOf(name: string, locale: string, params: Values = {}, query: Values = {}) {
  const english = `en.${name}`
  const known = locale === 'en' && router.has(english) ? english : name
  const qs = Object.fromEntries(Object.entries(query).filter(([, value]) => value))
  // The names are known at run time only; the generated types know each route by its literal.
  const urlFor = router.urlBuilder.urlFor as unknown as (...args: unknown[]) => string
  return urlFor(known, params, { qs })
}
