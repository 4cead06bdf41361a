import type { Officer } from '#organisation'
import { blindIndex } from '#shared/keys'
import type { Form } from '#shared/typed/typed'
import type { Known } from '../models/petitioner.ts'
import { isOwn } from './own.ts'

/** Notes where an officer writes down a petition of their own, which somebody else does. */
export function refuseOwn(
  form: Form,
  { nationalId, phone }: Pick<Known, 'nationalId' | 'phone'>,
  officer: Officer
) {
  const nationalIdIndex = nationalId && blindIndex('nationalId', nationalId.digits)
  const phoneIndex = phone && blindIndex('phone', phone.e164)
  if (isOwn(officer, { nationalIdIndex, phoneIndex: null })) form.wrong('nationalId', 'own')
  if (isOwn(officer, { nationalIdIndex: null, phoneIndex })) form.wrong('phone', 'own')
}
