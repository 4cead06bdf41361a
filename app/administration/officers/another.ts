import type { Officer } from '#organisation'
import type { Form } from '#shared/typed/typed'

/** Nobody does to themselves what the own page is for, and nothing opens for who has left. */
export function demandAnother(form: Form, person: Officer, by: Officer) {
  if (person.id === by.id) form.wrong('own', 'account')
  if (!person.works) form.wrong('own', 'left')
}
