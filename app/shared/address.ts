import router from '@adonisjs/core/services/router'

type Values = Record<string, string | number | null | undefined>

/** What an address is made of: the pattern of each route by its name; null: there is no such route. */
const patterns = new Map<string, string | null>()

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
  const isOffices = office !== null && isRoute(`office.${name}`)
  const plain = isOffices ? `office.${name}` : name
  const english = `en.${plain}`
  const known = locale === 'en' && isRoute(english) ? english : plain
  const values = isOffices ? { ...params, office } : params
  const asked = Object.entries(query).filter(([, value]) => value)
  return asked.length === 0 ? filled(known, values) : withQuery(known, values, asked)
}

/** Whether there is a route of this name; the router looks through all of them each time. */
export function isRoute(name: string) {
  return patternOf(name) !== null
}

function patternOf(name: string) {
  const known = patterns.get(name)
  if (known !== undefined) return known
  const pattern = router.find(name)?.pattern ?? null
  // Until then there may be more to come.
  if (router.commited) patterns.set(name, pattern)
  return pattern
}

/** As the router makes it (RFC 3986, 3.3). */
function filled(name: string, values: Values) {
  const pattern = patternOf(name)
  const isPlain = pattern !== null && !pattern.includes('*') && !pattern.includes('?')
  if (!isPlain) return withQuery(name, values, [])
  if (!pattern.includes(':')) return pattern
  return pattern.replace(/:(\w+)/g, (_, key: string) => {
    const value = values[key] ?? null
    if (value === null) throw new Error(`${pattern}: no ${key}`)
    return encodeURIComponent(value)
  })
}

function withQuery(name: string, values: Values, asked: [string, unknown][]) {
  // The names are known at run time only; the generated types know each route by its literal.
  const urlFor = router.urlBuilder.urlFor as unknown as (...args: unknown[]) => string
  return urlFor(name, values, { qs: Object.fromEntries(asked) })
}
