import { folded } from '#shared/folded_text'
import { Officer } from '../../models/officer.ts'
import { Login } from '../../signing_in/login.ts'

/** So many to choose from. */
const MOST = 10
/** Behind every letter that a folded name has. */
const BEHIND = '\uffff'

/**
 * Who at an authority is meant by a login, or by the beginning of a name: the one with that login, or
 * those whose names begin so, ten at most; also who has left.
 */
export async function officersNamed(authorityId: number, typed: string) {
  const login = Login.parse(typed)
  const own = Officer.query().where('authority_id', authorityId)
  const named = login && (await own.clone().where({ login }).first())
  if (named) return [named]
  const first = folded(typed)
  if (!first) return []
  return own
    .whereBetween('folded_name', [first, first + BEHIND])
    .orderBy('folded_name')
    .orderBy('id')
    .limit(MOST)
}
