import { spawn } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../free_port.js'
import { says } from '../running/program.js'
import { selfSigned } from '../sms/certificate.js'
import { commandPath } from './command_path.js'

const path = () => commandPath('dovecot', ['/usr/sbin', '/usr/local/sbin'])

/** Whom mail belongs to where the server runs as root, which it wants to be owned by somebody else. */
const NOBODY = 65_534

export const MAILBOX = { user: 'buro@kurum.example', password: 'deneme-parolasi' }

/** A real IMAP server in a folder of its own: whatever lies in `new` has arrived. */
export class Dovecot {
  static MISSING = 'dovecot is not installed'

  static get isInstalled() {
    return path() !== null
  }

  static async start() {
    const folder = mkdtempSync(join(tmpdir(), 'acik-kapi-dovecot-'))
    chmodSync(folder, 0o711)
    const port = await freePort()
    const server = new Dovecot(folder, port)
    await server.#run()
    return server
  }

  readonly certificate = selfSigned()
  #child!: ReturnType<typeof spawn>
  #gone!: Promise<unknown>
  #lot = 0

  private constructor(
    private readonly folder: string,
    readonly port: number
  ) {}

  /** A mail as it came over the line; `arrived`: when the server says that it did. */
  deliver(source: string | Buffer, arrived?: Date) {
    const name = `${1_700_000_000 + this.#lot}.M${this.#lot++}P1.kurum`
    const waiting = join(this.#maildir, 'tmp', name)
    const isText = typeof source === 'string'
    writeFileSync(waiting, isText ? source.replace(/\r?\n/g, '\r\n') : source)
    if (arrived) utimesSync(waiting, arrived, arrived)
    this.#own(waiting)
    renameSync(waiting, join(this.#maildir, 'new', name))
  }

  /** Which of what arrived was marked as seen: the flags of each, in order. */
  get flags() {
    const read = readdirSync(join(this.#maildir, 'cur')).sort()
    return read.map((name) => name.split(':2,')[1] ?? '')
  }

  /** Nothing lies in it any more; the server goes on counting. */
  empty() {
    for (const part of ['new', 'cur']) {
      const folder = join(this.#maildir, part)
      for (const name of readdirSync(folder)) rmSync(join(folder, name))
    }
  }

  /** The server forgets how it had numbered: all that it knows of the folder is made anew. */
  async renumber() {
    await this.stop()
    for (const name of readdirSync(this.#maildir)) {
      if (name.startsWith('dovecot')) rmSync(join(this.#maildir, name), { recursive: true })
    }
    await this.#run()
  }

  async stop() {
    this.#child.kill('SIGTERM')
    await this.#gone
  }

  async end() {
    await this.stop()
    rmSync(this.folder, { recursive: true, force: true })
  }

  get #maildir() {
    return join(this.folder, 'mail')
  }

  async #run() {
    const { folder } = this
    for (const part of ['', 'tmp', 'new', 'cur']) {
      const made = join(this.#maildir, part)
      mkdirSync(made, { recursive: true })
      this.#own(made)
    }
    writeFileSync(join(folder, 'key.pem'), this.certificate.key, { mode: 0o600 })
    writeFileSync(join(folder, 'cert.pem'), this.certificate.cert)
    writeFileSync(join(folder, 'dovecot.conf'), this.#settings)
    this.#child = spawn(path()!, ['-F', '-c', join(folder, 'dovecot.conf')], { stdio: 'pipe' })
    this.#gone = new Promise((done) => this.#child.once('exit', done))
    await says('starting up', this.#child)
  }

  get #settings() {
    const { folder, port } = this
    const { username, uid, gid } = userInfo()
    const isRoot = uid === 0
    const [owner, group] = isRoot ? [NOBODY, NOBODY] : [uid, gid]
    return `
protocols = imap
listen = 127.0.0.1
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = /dev/stderr
${isRoot ? '' : `default_internal_user = ${username}\ndefault_login_user = ${username}`}
ssl = yes
ssl_cert = <${folder}/cert.pem
ssl_key = <${folder}/key.pem
disable_plaintext_auth = no
auth_failure_delay = 0
mail_location = maildir:${this.#maildir}
first_valid_uid = 1
passdb {
  driver = static
  args = user=${MAILBOX.user} password=${MAILBOX.password}
}
userdb {
  driver = static
  args = uid=${owner} gid=${group} home=${folder}/home
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
`
  }

  #own(made: string) {
    if (process.getuid!() === 0) chownSync(made, NOBODY, NOBODY)
  }
}
