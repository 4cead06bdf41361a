import { globSync, readFileSync } from 'node:fs'
import router from '@adonisjs/core/services/router'

/** Words and numbers that stand nowhere but in what somebody typed. */
export const TYPED = {
  word: 'Kanaryağüşöçß',
  phone: '05000123456',
  nationalId: '12345678950',
  email: 'kanarya@ornek.example',
}

/** What a field needs to get as far as the database. */
const NEEDED: Record<string, string> = {
  kind: 'request',
  channel: 'desk',
  language: 'tr',
  subject: '',
  complained: '',
  noNationalId: '',
  declinesTexts: '',
  notice: '1',
  phone: TYPED.phone,
  ownPhone: TYPED.phone,
  nationalId: TYPED.nationalId,
  email: TYPED.email,
  outcome: 'refused',
  ground: '',
  intent: 'submit',
  way: 'call',
  result: 'reached',
  locale: 'en',
  suggested: '',
  unit: 'TAR',
  from: '',
  mayBeLong: '1',
  firstDay: '2026-12-15',
  lastDay: '2026-12-16',
  portion: 'full',
  days: '7',
  counted: 'calendar',
  rolls: 'yes',
  before: '2',
  onDay: 'yes',
  head: '1',
  chief: '2',
  governor: '3',
  reach: 'here',
  version: '0',
}

/** Every field of every form of the product, each filled in with words of its own. */
export function everyField() {
  fields ??= fieldsOfViews()
  return { ...fields }
}

/** The views are read once: to read them again for each request took longer than the request. */
let fields: Record<string, string> | undefined

function fieldsOfViews() {
  const names = globSync('resources/views/**/*.edge').flatMap((file) => {
    const tags = readFileSync(file, 'utf8').matchAll(/\bname(?:: '|=")(\w+)['"]/g)
    return [...tags].map(([, name]) => name!)
  })
  const others = [...new Set(names)].filter((name) => name !== '_csrf')
  const filled = others.map((name) => [name, NEEDED[name] ?? `${TYPED.word} ${name} yazıldı.`])
  return Object.fromEntries(filled) as Record<string, string>
}

/** Every address that takes a form. */
export function everyPost() {
  return Object.values(router.toJSON())
    .flat()
    .filter(({ methods }) => methods.includes('POST'))
    .map(({ pattern, name }) => ({ pattern, name: name! }))
}

/** What stands in an address where nobody says otherwise. */
const USUAL: Record<string, string> = { id: '1', letter: '1', clock: 'promise', kind: 'genel' }

/** The address with values for its parameters; others keep a word of nobody's. */
export function filledIn(pattern: string, params: Record<string, string>) {
  return pattern.replace(/:(\w+)/g, (_, name: string) => params[name] ?? USUAL[name] ?? 'yok')
}
