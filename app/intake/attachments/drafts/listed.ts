import { Attachment, type State } from '../../models/attachment.ts'
import { tokenDigest } from '../../receiving/form_keys.ts'

/** A file of a form, as its page lists it. */
export interface Listed {
  id: number
  name: string
  kind: string
  /** bytes */
  size: number
  state: State
  fault: string | null
}

/** What has arrived for the form with this token and is not a petition's yet. */
export async function draftOf(token: string): Promise<Listed[]> {
  const all = await Attachment.heldBy(tokenDigest(token)).whereNull('petition_id')
  return all.map(listed)
}

function listed({ id, name, kind, size, state, fault }: Attachment): Listed {
  return { id, name, kind, size, state: state as State, fault }
}
