import { type Petition, SlipKeys } from '#intake'
import { dayIn, digestOf } from '../../../app/intake/slip/content.ts'
import { SlipCode } from '../../../app/intake/slip/slip_code.ts'

/** What the slip of a petition says, as it would be printed today. */
export function slipOf(petition: Petition) {
  const { number, receivedAt } = petition
  const { signing } = SlipKeys.own()
  return SlipCode.issue(number, dayIn(receivedAt), digestOf(petition)!, signing)
}
