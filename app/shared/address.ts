import router from '@adonisjs/core/services/router'

type Values = Record<string, string | number | null | undefined>

/**
 * The address of a named route in a language. Citizens' pages stand twice, English ones under /en
 * with `en.` before their name; pages of officers stand once and speak the officer's language.
 *
 * @param office code of the authority below whose name a citizen's page stands: /edremit/basvuru
 */
export function addressOf(
  name: string,
  locale: string,
  params: Values = {},
  query: Values = {},
  office: string | null = null
) {
  const isOffices = office !== null && router.has(`office.${name}`)
  const plain = isOffices ? `office.${name}` : name
  const english = `en.${plain}`
  const known = locale === 'en' && router.has(english) ? english : plain
  const qs = Object.fromEntries(Object.entries(query).filter(([, value]) => value))
  // The names are known at run time only; the generated types know each route by its literal.
  const urlFor = router.urlBuilder.urlFor as unknown as (...args: unknown[]) => string
  return urlFor(known, isOffices ? { ...params, office } : params, { qs })
}
