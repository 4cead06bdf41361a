/** A form as a page shows it, and what it would send if nobody touched it. */
export interface Form {
  action: string
  method: string
  fields: Field[]
}

export interface Field {
  name: string
  value: string
  /** Of a list: buttons, boxes, what stands in a <select>; what is hidden is chosen for one as well. */
  isChosen: boolean
}

/** All forms of a page but those that bring a file, which nothing brings back; one whose buttons lead to several addresses is one for each of them. */
export function formsIn(html: string): Form[] {
  const forms = [...html.matchAll(/<form\b([^>]*)>([^]*?)<\/form>/g)]
  const typed = forms.filter(([, head]) => attribute(head!, 'enctype') === null)
  return typed.flatMap(([, head, inside]) => {
    const body = inside + standingOutside(html, attribute(head!, 'id'))
    const buttons = [...body.matchAll(/<button\b([^>]*)>/g)]
    const elsewhere = buttons.map(([, button]) => attribute(button!, 'formaction'))
    return [attribute(head!, 'action'), ...elsewhere]
      .filter((action) => action !== null)
      .map((action) => ({
        action: action.split('#')[0]!,
        method: (attribute(head!, 'method') ?? 'get').toUpperCase(),
        fields: fieldsIn(body),
      }))
  })
}

/** What belongs to a form although it does not stand in it: `form="card"`. */
function standingOutside(html: string, id: string | null) {
  if (!id) return ''
  const parts = html.matchAll(
    /<(?:textarea\b[^]*?<\/textarea|select\b[^]*?<\/select|input\b[^>]*|button\b[^>]*)>/g
  )
  return [...parts]
    .map(([part]) => part)
    .filter((part) => attribute(part, 'form') === id)
    .join('')
}

/** Where a page leads to on this server, with the query and without the fragment. */
export function linksIn(html: string) {
  const links = [...html.matchAll(/<a\b([^>]*)>/g)].map(
    ([, head]) => attribute(head!, 'href') ?? ''
  )
  return links.filter((href) => /^\/(?!\/)/.test(href)).map((href) => href.split('#')[0]!)
}

/** Buttons that ask for the same form with something more on it, and send nothing. */
const ELSEWHERE = ['attach']

/** One field a name: of buttons and boxes the first, of a <select> its first choice. */
function fieldsIn(html: string): Field[] {
  const found = [...html.matchAll(/<(input|textarea|select|button)\b([^>]*)>/g)].map((match) =>
    fieldAt(html, match)
  )
  return [...new Map(found.toReversed().map((field) => [field.name, field])).values()]
    .toReversed()
    .filter(({ name }) => name && name !== '_csrf' && !ELSEWHERE.includes(name))
}

function fieldAt(html: string, [whole, tag, head]: RegExpExecArray): Field {
  const name = attribute(head!, 'name') ?? ''
  const rest = html.slice(html.indexOf(whole) + whole.length)
  if (tag === 'textarea') {
    return { name, value: text(rest.split('</textarea>')[0]!.replace(/^\n/, '')), isChosen: false }
  }
  if (tag === 'select') return { name, value: firstChoice(rest), isChosen: true }
  const type = attribute(head!, 'type') ?? 'text'
  const isChosen = tag === 'button' || ['hidden', 'radio', 'checkbox'].includes(type)
  return { name, value: attribute(head!, 'value') ?? '', isChosen }
}

function firstChoice(html: string) {
  const choices = [...html.split('</select>')[0]!.matchAll(/<option\b([^>]*)>/g)]
  return choices.map(([, head]) => attribute(head!, 'value') ?? '').find(Boolean) ?? ''
}

function attribute(head: string, name: string) {
  const [, double, single] = new RegExp(`(?:^|\\s)${name}=(?:"([^"]*)"|'([^']*)')`).exec(head) ?? []
  const found = double ?? single
  return found === undefined ? null : text(found)
}

const ENTITIES: Record<string, string> = {
  'amp': '&',
  'lt': '<',
  'gt': '>',
  'quot': '"',
  '#39': "'",
}

function text(html: string) {
  return html.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name]!)
}
