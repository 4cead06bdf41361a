import type { Catalogue } from './catalogue.ts'

type T = (key: string) => string
type Codes = Pick<Catalogue, 'unitByCode' | 'subjectByCode'>
interface Field {
  name: string
  value: string
}

/** Which form of a card a field belongs to, as its name says: draft-text. */
const PARTS = [
  'refer',
  'forward',
  'handOver',
  'handBack',
  'contact',
  'return',
  'recall',
  'remind',
  'askUnit',
  'releaseUnit',
  'askProgress',
  'draft',
  'sendBack',
  'correct',
  'replaceAnswer',
  'restrict',
  'liftRestriction',
  'ask',
  'passOn',
  'noteAnswer',
  'extend',
  'extendLaw',
  'askFee',
  'payFee',
  'setUrgency',
  'meetUrgency',
  'role',
  'take',
]

/** Whose codes are words elsewhere. */
const WORDS: Record<string, string> = {
  'kind': 'intake.kind',
  'channel': 'intake.channel',
  'outcome': 'intake.outcome',
  'ground': 'response.ground',
  'extendLaw-ground': 'response.extendLaw.grounds',
  'level': 'intake.urgency.level',
  'closing': 'routing.forwarding.closings',
  'ending': 'routing.forwarding.endings',
  'sent_by': 'routing.forwarding.ways',
  'contact-way': 'response.contact.ways',
  'contact-result': 'response.contact.results',
  'choice': 'response.contacts.choices',
  'fault': 'notification.post.faults',
  'ready': 'notification.event',
  'anyway': 'organisation.kept.checked',
  'result': 'notification.calls.results',
  'reason': 'organisation.kept.silence',
  'language': 'organisation.kept.language',
  'texts': 'intake.amending.texts',
  'document': 'intake.recognition.documents',
  'sex': 'intake.statistics.sexs',
  'schooling': 'intake.statistics.schoolings',
  'work': 'intake.statistics.works',
  'locale': 'organisation.kept.language',
  'noNationalId': 'organisation.kept.checked',
  'declinesTexts': 'organisation.kept.checked',
  'mayBeLong': 'organisation.kept.checked',
  'shortcuts': 'organisation.kept.checked',
  'metropolitan': 'organisation.kept.checked',
  'selfApproval': 'organisation.kept.checked',
  'interimApproval': 'organisation.kept.checked',
  'heard': 'response.afterwards.calls.results',
  'decision': 'response.afterwards.objections',
  'promiseEnd': 'response.commitments.ends',
  'isDone': 'organisation.kept.checked',
  'isOn': 'organisation.kept.checked',
  'asksStatistics': 'organisation.kept.checked',
  'callsNumbers': 'organisation.kept.checked',
  'walkIn': 'organisation.kept.checked',
  'relation': 'intake.brought.relations',
  'proof': 'intake.brought.proofs',
  'told': 'intake.brought.tells',
  'spoken': 'intake.brought.languages',
  'readBack': 'organisation.kept.checked',
  'portion': 'administration.calendar.portions',
  'identity': 'intake.person.documents',
  'withFiles': 'organisation.kept.checked',
  'taken': 'organisation.kept.checked',
  'readOut': 'organisation.kept.checked',
  'counted': 'administration.calendar.countedAs',
  'rolls': 'administration.calendar.rollsOn',
  'onDay': 'administration.value.onDay',
  'promise': 'administration.office.promise',
  'quiet': 'administration.office.quiet',
  'filtre': 'routing.queue.filters',
}
const UNITS = ['unit', 'suggested', 'complained', 'birim']
/** A box of a list, which is named by the petition's number. */
const TICKED = /^p(\d{10})$/

/**
 * All that a kept form will send, each field in words: whoever presses the button must have seen it.
 * A field that no form of ours has stands under its own name.
 */
export function keptFields(fields: Field[], catalogue: Codes, t: T) {
  return fields.map(({ name, value }) => {
    const [, ticked] = TICKED.exec(name) ?? []
    if (ticked) return { label: t('organisation.kept.field.petition'), value: ticked }
    const [part, rest] = partsOf(name)
    const asRole = part === 'role' ? known(t, `organisation.role.${rest}`) : null
    const label = asRole ?? labelOf(t, rest)
    return {
      label: part ? `${t(`organisation.kept.part.${part}`)}: ${label}` : label,
      value: value === '' ? t('organisation.kept.empty') : inWords(name, part, rest, value),
    }
  })

  function inWords(name: string, part: string | undefined, rest: string, value: string) {
    if (rest === 'complained' && value === 'manager') return t('intake.form.manager')
    if (UNITS.includes(rest)) return catalogue.unitByCode(value)?.name ?? value
    if (rest === 'subject' || rest === 'konu') return catalogue.subjectByCode(value)?.name ?? value
    const isBox = part === 'role' || part === 'take'
    const words = isBox ? 'organisation.kept.checked' : (WORDS[name] ?? WORDS[bareName(rest)])
    const isCode = words !== undefined && /^\w{1,30}$/.test(value)
    return (isCode && known(t, `${words}.${value}`)) || value
  }
}

/** Most fields have their word here, those of the administration beside their forms. */
function labelOf(t: T, field: string) {
  const name = bareName(field)
  return (
    known(t, `organisation.kept.field.${name}`) ?? known(t, `administration.field.${name}`) ?? field
  )
}

/** Told apart by a number, as names of several filters are. */
function bareName(field: string) {
  return field.replace(/-\d+$/, '')
}

function partsOf(name: string): [string | undefined, string] {
  const [part = '', ...rest] = name.split('-')
  return PARTS.includes(part) && rest.length > 0 ? [part, rest.join('-')] : [undefined, name]
}

/** The sentence, or null where there is none under this key. */
function known(t: T, key: string) {
  const sentence = /^[\w.]+$/.test(key) ? t(key) : ''
  return sentence && !sentence.includes(key) ? sentence : null
}
