import imap, { type ImapSettings } from '#config/imap'
import { Authority } from '#organisation'
import { blindIndex } from '#shared/keys'

/** Whose mailbox it is; null where the settings name none, and there are several or none. */
export async function authorityOf({ authority }: ImapSettings) {
  const found = await Authority.query()
    .where((those) => void (authority && those.where('code', authority)))
    .orderBy('id')
    .limit(2)
  return found.length === 1 ? found[0]! : null
}

/** Which mailbox it is. */
export function accountOf({ host, user, folder }: ImapSettings) {
  return blindIndex('mail-account', [host, user, folder].join('\n'))
}

/** Whether an authority has a mailbox by the settings; where none is named, the only one has. */
export function hasMailbox({ code }: { code: string | null }, settings = imap.settings) {
  return settings !== null && (settings.authority === '' || settings.authority === code)
}
