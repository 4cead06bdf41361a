import { DateTime } from 'luxon'
import { transaction } from '#shared/database/transaction'
import { blindIndex } from '#shared/keys'
import { checked } from '../attachments/checking/check.ts'
import { Mail, type LeftBehind } from '../models/mail.ts'
import type { MailAccount } from '../models/mail_account.ts'
import { tellItsSender } from './answering.ts'
import { NotKept } from './fault.ts'
import { keepFiles } from './files.ts'
import type { MailServer, Waiting } from './mail_server.ts'
import { digestOf, readHead, type Head } from './reading/head.ts'
import { partsOf } from './reading/parts.ts'
import { sortOf, wantsNoAnswer, type Ignored } from './reading/sort.ts'
import { MOST_BYTES, wordsOf } from './reading/words.ts'

/** What arrived longer ago is taken for a fault of the date: no rule and no holiday is that old. */
const OLDEST = { years: 1 }

/** One mail, read as far as it can be. */
interface Read {
  head: Head | null
  reason: Ignored | null
  text: string
  isCut: boolean
  isUnread: boolean
  leftBehind: LeftBehind[]
  files: Awaited<ReturnType<typeof keepFiles>>['kept']
}

/**
 * Takes in one mail of the mailbox: its files first, which nobody names until its row does, then the
 * row, the mark that it is passed and what its sender is told, in one transaction. Killed anywhere and
 * begun again it is there once.
 */
export async function takeIn(
  { uid }: { uid: number },
  server: MailServer,
  account: MailAccount,
  own: readonly string[]
) {
  const mayOpen = await account.mayOpen(uid)
  const waiting = mayOpen ? await server.look(uid) : null
  if (mayOpen && !waiting) return transaction((trx) => account.passed(uid, null, trx))
  const { authorityId } = account
  const head = waiting && (await readable(() => readHead(waiting.headers), server))
  const digest = head ? digestOf(authorityId, head) : unknown(account, uid)
  if (await Mail.findBy({ authorityId, digest })) {
    return transaction((trx) => account.passed(uid, null, trx))
  }
  const holder = `mail:${digest.slice(0, 56)}`
  const read = await readAll(waiting, head, { holder, own, server })
  const arrivedAt = dayOfArrival(waiting)
  await transaction(async (trx) => {
    const mail = await Mail.create(
      {
        ...{ authorityId, digest, holder, arrivedAt, token: null },
        sender: head?.from ?? null,
        senderIndex: head?.from ? blindIndex('email', head.from.toLowerCase()) : null,
        ...{ name: head?.name ?? null, subject: head?.subject ?? null, text: read.text },
        ...{ isCut: read.isCut, isUnread: read.isUnread, leftBehind: read.leftBehind as never },
        ...{ state: read.reason ? 'ignored' : 'proposed', reason: read.reason },
        ...{ decidedAt: read.reason ? DateTime.utc() : null, createdAt: DateTime.utc() },
      },
      { client: trx }
    )
    await account.passed(uid, read.reason, trx)
    if (head && !read.reason && !wantsNoAnswer(head)) await tellItsSender(mail, trx)
  })
  await checked(read.files)
}

async function readAll(
  waiting: Waiting | null,
  head: Head | null,
  how: { holder: string; own: readonly string[]; server: MailServer }
): Promise<Read> {
  const { holder, own, server } = how
  const nothing = { text: '', isCut: false, isUnread: true, leftBehind: [], files: [] }
  const reason = head && sortOf(head, own)
  if (!waiting) return { ...nothing, head, reason }
  const { text, files } = partsOf(waiting.structure)
  const { uid } = waiting
  const words = await readable(async () => {
    if (!text) return { text: '', isCut: false }
    const { isCut, ...read } = await wordsOf(await server.bytes(uid, text, MOST_BYTES), text)
    return { ...read, isCut: isCut || text.size > MOST_BYTES }
  }, server)
  const { kept, leftBehind } = await keepFiles(files, reason === null, { uid, holder, server })
  const isUnread = head === null || words === null
  return { ...nothing, ...words, head, reason, isUnread, leftBehind, files: kept }
}

/** Null where the mail itself is the trouble; what is the server’s or the house’s is thrown. */
async function readable<T>(work: () => Promise<T>, server: MailServer) {
  try {
    return await work()
  } catch (error) {
    if (error instanceof NotKept || !server.isThere) throw error
    return null
  }
}

function unknown({ authorityId, account, uidValidity }: MailAccount, uid: number) {
  return blindIndex('mail', [authorityId, account, uidValidity, uid].join('\n'))
}

/** As the server says, which is no sender’s to choose. */
function dayOfArrival(waiting: Waiting | null) {
  const now = DateTime.utc()
  const at = waiting ? DateTime.fromJSDate(waiting.arrivedAt, { zone: 'utc' }) : now
  return at.isValid && at > now.minus(OLDEST) && at < now ? at : now
}
