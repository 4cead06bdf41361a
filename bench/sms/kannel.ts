import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { Agent, createServer, get, type Server as HttpServer } from 'node:http'
import { type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { commandPath } from '#tests/support/programs/command_path'
import { freePort } from '#tests/support/free_port'
import { Program } from '../processes.ts'
import type { Bed } from './bed.ts'

const FOLDERS = ['/usr/sbin', '/usr/local/sbin']
const BEARERBOX = () => commandPath('bearerbox', FOLDERS)
const SMSBOX = () => commandPath('smsbox', FOLDERS)

/** As long as our own text, in letters that Kannel sends in one part. */
const TEXT =
  'numarali basvurunuz ilgili birime iletildi. En gec 15 Oca 2027 gunu cevaplanacaktir. Acik Kapi'

/** Hears what Kannel tells of each message, as its user's web server would. */
class Receiver {
  heard = 0
  readonly #server: HttpServer = createServer((_, response) => {
    this.heard += 1
    response.end()
  })

  async start() {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
  }

  get url() {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`
  }

  stop() {
    this.#server.closeAllConnections()
    this.#server.close()
  }
}

/** Debian's Kannel (bearerbox and smsbox) with one SMPP link, set up for speed. */
export class Kannel {
  static get isInstalled() {
    return BEARERBOX() !== null && SMSBOX() !== null
  }

  /** "1.4.5", and what it was built with. */
  static get version() {
    const said = execFileSync(BEARERBOX()!, ['--version'], { encoding: 'utf8' })
    return { number: /version `([^']+)'/.exec(said)?.[1] ?? '?', hasMysql: /MySQL/.test(said) }
  }

  static async start(bed: Bed, smppPort: number, receipts: 'internal' | 'mysql', window: number) {
    const kannel = new Kannel(bed, smppPort)
    await kannel.#start(receipts, window)
    return kannel
  }

  readonly #receiver = new Receiver()
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 32 })
  #ports = { admin: 0, box: 0, sendsms: 0 }
  bearerbox!: Program
  smsbox!: Program

  private constructor(
    private readonly bed: Bed,
    private readonly smppPort: number
  ) {}

  /** Resolves when so many receipts reached the one who sent; false when they do not in time. */
  async hasHeard(count: number, seconds: number) {
    for (const latest = Date.now() + seconds * 1000; Date.now() < latest; await pause(20)) {
      if (this.#receiver.heard >= count) return true
    }
    return false
  }

  /** Hands over so many messages by HTTP, over connections that stay open. */
  async feed(count: number) {
    const numbers = Array.from({ length: count }, (_, number) => number)
    const sender = async () => {
      for (let number = numbers.pop(); number !== undefined; number = numbers.pop()) {
        await this.#send(number)
      }
    }
    await Promise.all(Array.from({ length: 32 }, sender))
  }

  async stop() {
    this.#agent.destroy()
    await this.smsbox.stop('SIGKILL')
    await this.bearerbox.stop('SIGKILL')
    this.#receiver.stop()
  }

  async #start(receipts: 'internal' | 'mysql', window: number) {
    const [admin, box, sendsms] = await Promise.all([freePort(), freePort(), freePort()])
    this.#ports = { admin, box, sendsms }
    if (receipts === 'mysql') await this.#table()
    await this.#receiver.start()
    const folder = join(this.bed.house.folder, 'kannel')
    mkdirSync(folder, { recursive: true })
    const file = join(folder, `${receipts}.conf`)
    writeFileSync(file, [this.#core(receipts), this.#smpp(window), this.#box()].join('\n'))
    this.bearerbox = new Program(['-v', '3', file], { command: BEARERBOX()!, log: `${file}.log` })
    await this.bearerbox.until(() => answers(admin), 'bearerbox')
    this.smsbox = new Program(['-v', '3', file], { command: SMSBOX()!, log: `${file}.log` })
    await this.smsbox.until(() => answers(sendsms), 'smsbox')
  }

  async #table() {
    const { pool } = this.bed.database
    await pool.query('drop table if exists kannel_dlr')
    await pool.query(
      `create table kannel_dlr (
         smsc varchar(40), ts varchar(40), destination varchar(40), source varchar(40),
         service varchar(40), url varchar(255), mask int, status int, boxc_id varchar(40),
         key (smsc, ts)) engine = InnoDB`
    )
  }

  #core(receipts: 'internal' | 'mysql') {
    const { admin, box } = this.#ports
    const core = `group = core
admin-port = ${admin}
admin-interface = "127.0.0.1"
admin-password = bench
smsbox-port = ${box}
smsbox-interface = "127.0.0.1"
box-allow-ip = "127.0.0.1"
dlr-storage = ${receipts}
`
    if (receipts === 'internal') return core
    const { DB_HOST, DB_PORT, DB_USER, DB_PASSWORD, DB_DATABASE } = this.bed.house.mariadb.settings
    return `${core}
group = mysql-connection
id = receipts
host = ${DB_HOST}
port = ${DB_PORT}
username = ${DB_USER}
password = ${DB_PASSWORD}
database = ${DB_DATABASE}
max-connections = 10

group = dlr-db
id = receipts
table = kannel_dlr
field-smsc = smsc
field-timestamp = ts
field-destination = destination
field-source = source
field-service = service
field-url = url
field-mask = mask
field-status = status
field-boxc-id = boxc_id
`
  }

  #smpp(window: number) {
    return `group = smsc
smsc = smpp
smsc-id = bench
host = 127.0.0.1
port = ${this.smppPort}
transceiver-mode = true
smsc-username = acikkapi
smsc-password = secret
system-type = ""
max-pending-submits = ${window}
reconnect-delay = 1
source-addr-ton = 5
source-addr-npi = 0
dest-addr-ton = 1
dest-addr-npi = 1
`
  }

  #box() {
    const { box, sendsms } = this.#ports
    return `group = smsbox
bearerbox-host = 127.0.0.1
bearerbox-port = ${box}
sendsms-port = ${sendsms}
sendsms-interface = "127.0.0.1"

group = sendsms-user
username = bench
password = bench
max-messages = 1
concatenation = false
`
  }

  #send(number: number) {
    const fields = new URLSearchParams({
      'username': 'bench',
      'password': 'bench',
      'from': 'ACIKKAPI',
      'to': `90500${String(number % 1000).padStart(7, '0')}`,
      'text': `${numbered(number)} ${TEXT}`,
      // Delivered or failed, and nothing in between: the least that one needs to know.
      'dlr-mask': '3',
      'dlr-url': this.#receiver.url,
    })
    const url = `http://127.0.0.1:${this.#ports.sendsms}/cgi-bin/sendsms?${fields}`
    return new Promise<void>((resolve, reject) => {
      get(url, { agent: this.#agent }, (response) => {
        response.resume().on('end', () => {
          if (response.statusCode === 202) resolve()
          else reject(new Error(`sendsms answered ${response.statusCode}`))
        })
      }).on('error', reject)
    })
  }
}

/** Its HTTP servers answer whatever they are asked. */
async function answers(port: number) {
  await pause(50)
  return fetch(`http://127.0.0.1:${port}/`).then(Boolean, () => false)
}

function numbered(number: number) {
  const digits = String(number).padStart(8, '0')
  return `26 ${digits.slice(0, 4)} ${digits.slice(4)}`
}
