import type { Form } from '#shared/typed/typed'

/** How many signed it together; 0 where nobody says so. */
export function readSignatures(form: Form) {
  return form.as('signatures', Many) ?? 0
}

/** Of one signature nothing is to be said. */
const Many = {
  parse(text: string) {
    const count = /^\d{1,6}$/.test(text.trim()) ? Number(text) : 0
    return count >= 2 ? count : null
  },
}
