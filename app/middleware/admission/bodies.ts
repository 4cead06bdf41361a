import type { IncomingMessage, ServerResponse } from 'node:http'
import { Room } from './room.ts'

/** Bytes: what a form may hold (config/bodyparser.ts). */
export const LONGEST = 256 * 1024
/** Bytes: a petition of ten thousand Turkish letters is not as long. */
const LARGE = 32 * 1024

/** Milliseconds for room, for a body to be there, for a page to be taken; a test has no time to lose. */
export const READING = { deadline: 10_000 }

const patience = () => READING.deadline

/** Of all forms that are large, from before they are read until their answer is out. */
const large = new Room(2 * 1024 * 1024, patience)
/** Of the others, when they are read only to be given back. */
const refused = new Room(2 * 1024 * 1024, patience)

/** Whether its body is so long that it stands in a line of its own: nobody else waits for it. */
export function isLarge(request: IncomingMessage) {
  return bytesOf(request) > LARGE
}

/** False when there was no room in time; whoever left meanwhile has it. */
export function roomForLarge(request: IncomingMessage, response: ServerResponse) {
  return roomIn(large, request, response)
}

/** The same of a form that is refused; a large one has its room already. */
export async function roomToGiveBack(request: IncomingMessage, response: ServerResponse) {
  return isLarge(request) || roomIn(refused, request, response)
}

async function roomIn(room: Room, request: IncomingMessage, response: ServerResponse) {
  const leave = await room.take(bytesOf(request))
  if (!leave) return false
  if (request.socket.destroyed) leave()
  else response.once('close', leave)
  return true
}

/** As it says itself; one that does not say may be as long as any. */
function bytesOf({ headers }: IncomingMessage) {
  const said = headers['content-length'] ?? (headers['transfer-encoding'] ? LONGEST : 0)
  return Math.min(Number(said), LONGEST)
}
