import { DateTime } from 'luxon'
import { groupPiece } from './group_piece.ts'
import { rereadPiece } from './reread_piece.ts'

/** All that came by then is looked at, and read again by what its wave says: for measurements and tests. */
export async function groupAll(now: DateTime = DateTime.utc()) {
  while (await groupPiece(now)) continue
  while (await rereadPiece()) continue
}
