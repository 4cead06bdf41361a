import type { Group } from '@japa/runner/core'
import type { ImapSettings } from '#config/imap'
import { MailRounds } from '#intake'
import { Dovecot, MAILBOX } from '../programs/dovecot.js'

const SILENT = { info() {}, error(_: object) {} }

/** A mailbox on a real server, empty for each test, and who reads it. */
export function withMailbox(group: Group) {
  const box = {} as { server: Dovecot; settings: ImapSettings }
  group.setup(async () => {
    if (!Dovecot.isInstalled) return
    box.server = await Dovecot.start()
    box.settings = settingsOf(box.server)
  })
  group.each.teardown(() => box.server.empty())
  group.teardown(() => box.server?.end())
  return {
    get server() {
      return box.server
    },
    /** One look by a process of its own. */
    look(about: Partial<ImapSettings> = {}, log = SILENT) {
      return new MailRounds(log, { ...box.settings, ...about }).round()
    },
  }
}

function settingsOf({ port, certificate }: Dovecot): ImapSettings {
  return {
    ...{ host: '127.0.0.1', port, secure: false, requireTLS: true },
    ...{ user: MAILBOX.user, pass: MAILBOX.password, folder: 'INBOX', authority: '' },
    own: [MAILBOX.user, 'acik-kapi@kurum.example'],
    ca: certificate.cert,
  }
}
