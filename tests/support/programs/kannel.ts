import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createConnection } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { commandPath } from './command_path.js'
import { freePort } from '../free_port.js'

/** Debian keeps servers out of an ordinary person's PATH. */
const BEARERBOX = () => commandPath('bearerbox', ['/usr/sbin', '/usr/local/sbin'])
const SMSBOX = () => commandPath('smsbox', ['/usr/sbin', '/usr/local/sbin'])

/**
 * Kannel of the tests' own, in one folder, on its own ports: bearerbox, which holds the line to the SMS
 * centre, and smsbox, which takes texts over HTTP and tells what became of them.
 */
export class Kannel {
  static readonly MISSING = 'Kannel is not installed (Debian: apt-get install kannel)'

  static get isInstalled() {
    return BEARERBOX() !== null && SMSBOX() !== null
  }

  static async open(centre: { port: number }) {
    const ports = { admin: await freePort(), smsbox: await freePort(), sendsms: await freePort() }
    const kannel = new Kannel(ports)
    writeFileSync(kannel.file, settings(centre.port, ports))
    await kannel.start()
    return kannel
  }

  readonly username = 'acikkapi'
  readonly password = 'gizli-parola'

  readonly #folder = mkdtempSync(join(tmpdir(), 'kannel-'))
  #bearerbox?: ChildProcess
  #smsbox?: ChildProcess

  private constructor(private readonly ports: Ports) {}

  get url() {
    return `http://127.0.0.1:${this.ports.sendsms}/cgi-bin/sendsms`
  }

  /** Both boxes, the second when the first is there, and the line to the SMS centre. */
  async start() {
    this.#bearerbox = this.#run(BEARERBOX()!)
    await this.#answers(this.ports.smsbox, this.#bearerbox)
    this.#smsbox = this.#run(SMSBOX()!)
    await this.#answers(this.ports.sendsms, this.#smsbox)
    while (!(await this.#status()).includes('online')) await pause(50)
  }

  /** As a power cut would: what it has in memory is gone. smsbox goes with it. */
  async kill() {
    await Promise.all([ended(this.#bearerbox, 'SIGKILL'), ended(this.#smsbox, 'SIGKILL')])
  }

  async close() {
    await this.kill()
    rmSync(this.#folder, { recursive: true, force: true })
  }

  private get file() {
    return join(this.#folder, 'kannel.conf')
  }

  #run(program: string) {
    return spawn(program, [this.file], { cwd: this.#folder, stdio: 'ignore' })
  }

  async #status() {
    const url = `http://127.0.0.1:${this.ports.admin}/status.txt?password=durum`
    return (await fetch(url)).text()
  }

  /** @throws with Kannel's own settings when it ends before it answers */
  async #answers(port: number, box: ChildProcess) {
    for (let tries = 0; tries < 400; tries++) {
      if (box.exitCode !== null) break
      if (await isOpen(port)) return
      await pause(50)
    }
    throw new Error(`Kannel did not start with\n${readFileSync(this.file, 'utf8')}`)
  }
}

interface Ports {
  admin: number
  smsbox: number
  sendsms: number
}

function settings(centre: number, { admin, smsbox, sendsms }: Ports) {
  return `group = core
admin-port = ${admin}
admin-interface = 127.0.0.1
admin-password = durum
smsbox-port = ${smsbox}
smsbox-interface = 127.0.0.1
box-allow-ip = 127.0.0.1
log-level = 4

group = smsc
smsc = smpp
smsc-id = centre
host = 127.0.0.1
port = ${centre}
transceiver-mode = true
smsc-username = acikkapi
smsc-password = secret
system-type = ""
source-addr-autodetect = true
dest-addr-ton = 1
dest-addr-npi = 1
reconnect-delay = 1

group = smsbox
bearerbox-host = 127.0.0.1
sendsms-port = ${sendsms}
sendsms-interface = 127.0.0.1
http-request-retry = 20
http-queue-delay = 1
log-level = 4

group = sendsms-user
username = acikkapi
password = gizli-parola
max-messages = 1
`
}

async function isOpen(port: number) {
  const socket = createConnection({ host: '127.0.0.1', port })
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}

async function ended(child: ChildProcess | undefined, signal: NodeJS.Signals) {
  if (!child || child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill(signal)
  await gone
}
