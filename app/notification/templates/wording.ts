/** The words of one text; only an e-mail has a subject. */
export interface Wording {
  subject: string | null
  text: string
}

const IN_BRACES = /\{([^{}]*)\}/g

/** What stands in braces, whatever it is, each once. */
export function namesIn(text: string) {
  return [...new Set([...text.matchAll(IN_BRACES)].map(([, name]) => name!))]
}

/** Whether it promises a day. */
export function namesDay({ subject, text }: Wording) {
  return namesIn(`${subject ?? ''} ${text}`).includes('dueOn')
}

/** Whether there is a brace without its other half. */
export function hasLoneBrace(text: string) {
  return /[{}]/.test(text.replace(IN_BRACES, ''))
}

/**
 * Puts a value in the place of everything in braces, and touches nothing else: ICU would read an
 * apostrophe as a quotation, and an apostrophe is what every Turkish date and name has.
 */
export function filled(text: string, value: (name: string) => string) {
  return text.replace(IN_BRACES, (_, name: string) => value(name))
}

export function isSame(one: Wording, other: Wording) {
  return one.text === other.text && one.subject === other.subject
}
