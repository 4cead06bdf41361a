import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '../free_port.js'
import { commandPath } from '../programs/command_path.js'
import { says } from '../running/program.js'

/** Debian keeps servers out of an ordinary person's PATH. */
const MARIADBD = () => commandPath('mariadbd', ['/usr/sbin', '/usr/local/sbin', '/usr/libexec'])
const INSTALL = () => commandPath('mariadb-install-db')

const MANNERS = {
  lazy: [
    '--skip-innodb-doublewrite',
    '--innodb-flush-log-at-trx-commit=0',
    '--innodb-buffer-pool-size=64M',
    '--innodb-log-file-size=16M',
  ],
  durable: [
    '--innodb-flush-log-at-trx-commit=1',
    '--innodb-buffer-pool-size=1G',
    '--innodb-log-file-size=256M',
    '--max-connections=300',
  ],
  filling: [
    '--skip-innodb-doublewrite',
    '--innodb-flush-log-at-trx-commit=0',
    '--innodb-buffer-pool-size=3G',
    '--innodb-log-file-size=4G',
    '--innodb-io-capacity=4000',
    '--innodb-stats-auto-recalc=OFF',
  ],
}

/**
 * A MariaDB server of the tests' own, in one folder, on its own socket and port: it neither needs
 * nor touches a server that the machine may already run. What it holds is worth nothing, so it
 * writes to disk as lazily as it can and is killed rather than shut down. `durable` makes it sync
 * every commit and gives it room, as on a real server, for measurements; `filling` is for putting many
 * rows into a folder that is kept, and would lose some of them in a power cut.
 */
export class MariaDbServer {
  static get isInstalled() {
    return MARIADBD() !== null && INSTALL() !== null
  }

  readonly #data: string
  readonly #password = randomBytes(12).toString('hex')
  #port = 0
  #process?: ChildProcess

  constructor(
    private folder: string,
    private manner: keyof typeof MANNERS = 'lazy'
  ) {
    this.#data = join(folder, 'data')
  }

  /**
   * On an empty folder, or on what an earlier one left there; after `crash` at the same address.
   * @throws with what the server said when it ends before it answers
   */
  async start() {
    if (this.#port === 0) {
      this.#port = await freePort()
      this.#prepare()
    }
    this.#process = spawn(MARIADBD()!, this.#options, { stdio: ['ignore', 'pipe', 'pipe'] })
    await says('ready for connections', this.#process)
  }

  get pid() {
    return this.#process!.pid!
  }

  /** As by a power cut; resolves when it is gone. */
  async crash() {
    const gone = once(this.#process!, 'exit')
    this.kill()
    await gone
  }

  /** The same rows at the same address, held in another manner. */
  async become(manner: keyof typeof MANNERS) {
    await this.stop()
    this.manner = manner
    await this.start()
  }

  /** Writes down what it holds; resolves when it is gone. */
  async stop() {
    const gone = once(this.#process!, 'exit')
    this.kill('SIGTERM')
    await gone
  }

  /** At once, and from an exit handler: nothing here may wait. */
  kill(signal: NodeJS.Signals = 'SIGKILL') {
    this.#process?.kill(signal)
  }

  /** How a program on this machine reaches it without TCP; beside `settings`, which it goes before. */
  get socket() {
    return { DB_SOCKET: join(this.folder, 'mariadb.sock') }
  }

  /** How the application reaches it over TCP, from whatever machine. */
  get settings() {
    return {
      DB_HOST: '127.0.0.1',
      DB_PORT: String(this.#port),
      DB_SOCKET: '',
      DB_USER: 'acik_kapi',
      DB_PASSWORD: this.#password,
      DB_DATABASE: 'acik_kapi',
    }
  }

  /** mariadbd refuses to be root; root lends the folder to the mysql user of the package. */
  get #asWhom() {
    return process.getuid?.() === 0 ? ['--user=mysql'] : []
  }

  get #options() {
    return [
      '--no-defaults',
      ...this.#asWhom,
      `--datadir=${this.#data}`,
      `--socket=${this.socket.DB_SOCKET}`,
      `--pid-file=${join(this.folder, 'mariadb.pid')}`,
      `--init-file=${join(this.folder, 'init.sql')}`,
      `--port=${this.#port}`,
      '--bind-address=127.0.0.1',
      '--skip-name-resolve',
      '--skip-log-bin',
      ...MANNERS[this.manner],
      '--performance-schema=OFF',
      '--character-set-server=utf8mb4',
      '--collation-server=utf8mb4_turkish_ci',
    ]
  }

  #letIn(user: string) {
    return (
      `CREATE OR REPLACE USER ${user} IDENTIFIED BY '${this.#password}';\n` +
      `GRANT ALL ON acik_kapi.* TO ${user};\n`
    )
  }

  #prepare() {
    const isNew = !existsSync(this.#data)
    if (isNew) mkdirSync(this.#data)
    writeFileSync(
      join(this.folder, 'init.sql'),
      'CREATE DATABASE IF NOT EXISTS acik_kapi CHARACTER SET utf8mb4 COLLATE utf8mb4_turkish_ci;\n' +
        // By TCP somebody comes from an address, by the socket from «localhost».
        ['127.0.0.1', 'localhost'].map((from) => this.#letIn(`acik_kapi@'${from}'`)).join('')
    )
    if (process.getuid?.() === 0) {
      execFileSync('chown', ['-R', 'mysql', this.folder])
    } else {
      chmodSync(this.folder, 0o700)
    }
    if (isNew) this.#install()
  }

  #install() {
    execFileSync(
      INSTALL()!,
      [
        '--no-defaults',
        ...this.#asWhom,
        `--datadir=${this.#data}`,
        '--skip-test-db',
        '--auth-root-authentication-method=socket',
      ],
      { stdio: 'pipe' }
    )
  }
}
