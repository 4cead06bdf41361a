import { domainToUnicode } from 'node:url'
import { folded } from '../folded_text.ts'
import type { Mistyped } from './problems.ts'

/** Longest address and longest part before the @ (RFC 5321 §4.5.3.1). */
const LONGEST = 250
const LONGEST_LOCAL = 64

/**
 * What mail providers let stand before the @. Less than RFC 5322 allows: quotation marks, % and !
 * lead on to other servers, and | and / at the beginning to a program or a file of the mail server.
 */
const FOREIGN_LOCAL = /[^\w.+'&=~-]/u
const FOREIGN_DOMAIN = /[^a-zA-Z\d.-]/u
const LABEL = /^[a-z\d]([a-z\d-]{0,61}[a-z\d])?$/i
const TOP = /^[a-z][a-z\d-]*[a-z\d]$/i

/**
 * An e-mail address that leads to one mailbox, to whoever reads it: ali@hotmaıl.com with a dotless ı
 * would go to a domain that anybody can register.
 */
export class EmailAddress {
  private constructor(private readonly text: string) {}

  /** Null when a letter to it would go nowhere or elsewhere. */
  static parse(typed: string) {
    const text = plain(typed)
    if (mistypedIn(text)) return null
    const at = text.indexOf('@')
    return new EmailAddress(text.slice(0, at) + text.slice(at).toLowerCase())
  }

  /** Why it is none, for the sentence that names what is to be mended; null when it is one. */
  static mistyped(typed: string): Mistyped | null {
    const text = plain(typed)
    const wrong = mistypedIn(text)
    if (wrong?.rule !== 'sign') return wrong
    const meant = folded(text).replaceAll(' ', '')
    const { sign } = wrong.values!
    const isLetter = /\p{L}/u.test(String(sign))
    return isLetter && !mistypedIn(meant)
      ? { rule: 'letter', values: { letter: sign!, meant } }
      : wrong
  }

  toString() {
    return this.text
  }
}

/** Full-width signs and ligatures as every server writes them, and a domain as people read it. */
function plain(typed: string) {
  if (typed.length > LONGEST) return typed
  const text = typed
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .trim()
  const at = text.lastIndexOf('@') + 1
  const domain = text.slice(at)
  // Programs write a strange letter of a domain so, in xn--…, and nobody would recognise it.
  const isCoded = domain.toLowerCase().includes('xn--')
  return isCoded ? text.slice(0, at) + domainToUnicode(domain) : text
}

function mistypedIn(text: string): Mistyped | null {
  if (text.length > LONGEST) return { rule: 'maxLength', values: { max: LONGEST } }
  if (/\s/.test(text)) return { rule: 'space' }
  const [local, domain, ...more] = text.split('@')
  if (!local || !domain || more.length > 0) return { rule: 'format' }
  const [sign] = FOREIGN_LOCAL.exec(local) ?? FOREIGN_DOMAIN.exec(domain) ?? []
  if (sign) return { rule: 'sign', values: { sign } }
  const labels = domain.split('.')
  if ([...local.split('.'), ...labels].includes('')) return { rule: 'dots' }
  const isWhole =
    local.length <= LONGEST_LOCAL &&
    /^\w/.test(local) &&
    labels.length > 1 &&
    labels.every((label) => LABEL.test(label)) &&
    TOP.test(labels.at(-1)!)
  return isWhole ? null : { rule: 'format' }
}
