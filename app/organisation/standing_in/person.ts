import { folded } from '#shared/folded_text'
import type { Form } from '#shared/typed/typed'
import { LONGEST } from '../longest.ts'
import { Officer } from '../models/officer.ts'
import { Login } from '../signing_in/login.ts'

/** So many of a unit are offered while somebody types. */
const OFFERED = 100

/**
 * Who is meant by a login or a whole name, with Turkish letters or without. What a form says of nobody,
 * or of more than one, is noted in it.
 */
export async function personIn(form: Form, field: string, authorityId: number) {
  const text = form.line(field, { max: LONGEST.officers.name, required: true })
  if (!text) return null
  const found = await named(text, authorityId)
  if (found.length === 0) form.wrong(field, 'nobody')
  if (found.length > 1) {
    form.wrong(field, 'several', { logins: found.map(({ login }) => login).join(', ') })
  }
  return found.length === 1 ? found[0]! : null
}

async function named(text: string, authorityId: number) {
  const own = () => Officer.query().where('authority_id', authorityId)
  const login = Login.parse(text)
  const byLogin = login && (await own().where({ login }).first())
  if (byLogin) return [byLogin]
  return own().where('folded_name', folded(text)).orderBy('id').limit(5)
}

/** Those of the same unit, the likeliest to stand in. */
export async function colleaguesOf({ id, authorityId, unitId }: Officer) {
  const beside = await Officer.query()
    .where({ authority_id: authorityId, unit_id: unitId })
    .whereNot('id', id)
    .orderBy('folded_name')
    .limit(OFFERED)
  return beside.filter((one) => one.works)
}
