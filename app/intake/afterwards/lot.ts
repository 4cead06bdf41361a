import { createHmac } from 'node:crypto'
import { keyFor } from '#shared/keys'

const ALL = 2 ** 32

/**
 * Whether the lot draws an answer, of a hundred so many. It lies in a key of the installation: who knows
 * every petition cannot tell which one is drawn, and asking twice gives the same.
 *
 * @param stepId of the step that gave the answer
 * @param share per cent
 */
export function isDrawn(stepId: number, share: number) {
  const made = createHmac('sha256', keyFor('sample-lot')).update(String(stepId)).digest()
  return made.readUInt32BE(0) < (share / 100) * ALL
}
