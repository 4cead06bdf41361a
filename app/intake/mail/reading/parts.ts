import type { MessageStructureObject } from 'imapflow'

/** So many are looked at: a mail of more has been built to be trouble. */
const MOST = 200

export interface Part {
  /** by which the server knows it */
  id: string
  type: string
  /** bytes as they are sent, encoded */
  size: number
  name: string
  charset: string
  isAttached: boolean
}

/** What a mail is made of: what is read, and what goes with it, in their order. */
export function partsOf(structure: MessageStructureObject | undefined) {
  const all = structure ? leaves(structure) : []
  const words = all.filter(({ isAttached, type }) => !isAttached && WORDS.includes(type))
  const text = words.find(({ type }) => type === WORDS[0]) ?? words[0] ?? null
  // Of the same words in two forms one is read; the other is nothing that was attached.
  const files = all.filter((one) => !words.includes(one))
  return { text, files }
}

const WORDS = ['text/plain', 'text/html']

function leaves(root: MessageStructureObject) {
  const found: Part[] = []
  const open = [root]
  for (let one = open.pop(); one && found.length < MOST; one = open.pop()) {
    const isMail = one.type === 'message/rfc822'
    if (one.childNodes?.length && !isMail) open.push(...one.childNodes.toReversed())
    else if (!one.type.startsWith('multipart/')) found.push(partOf(one))
  }
  return found
}

function partOf(one: MessageStructureObject): Part {
  const { part = '1', type, size = 0, parameters = {}, dispositionParameters = {} } = one
  const name = dispositionParameters.filename ?? parameters.name ?? ''
  const isAttached = one.disposition === 'attachment' || name !== ''
  return { id: part, type, size, name, charset: parameters.charset ?? '', isAttached }
}
