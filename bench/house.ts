import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MariaDbServer } from '#tests/support/databases/mariadb_server'
import { serviceSettings } from '../bin/service_settings.js'
import { run, Server } from './processes.ts'

const SERVER = ['build/bin/server.js']
const PROBED = new URL('pieces/probed.ts', import.meta.url).href

interface Options {
  /** The folder of the version that runs; absent: this one. */
  root?: string
  /** Where MariaDB's rows stay for the next time; absent: they are gone with this process. */
  keep?: string
}

/**
 * The application as it runs in production, on a MariaDB of its own that syncs every commit. Unless
 * it is kept all of it lies in one folder and is gone when this process ends, however it ends.
 */
export class House {
  /** Ends the process where MariaDB is not installed. */
  static async open(settings: Record<string, string> = {}, { root, keep }: Options = {}) {
    if (!MariaDbServer.isInstalled) {
      console.error('The measurement needs MariaDB: apt-get install mariadb-server')
      process.exit(1)
    }
    const house = new House(settings, root, keep)
    await house.mariadb.start()
    await run(['ace.js', 'migration:run', '--force'], house.env, root)
    await run(['ace.js', 'demo:seed', '--no-petitions'], house.env, root)
    return house
  }

  /** Logs and whatever else ends with this process. */
  readonly folder = mkdtempSync(join(tmpdir(), 'acik-kapi-bench-'))
  readonly mariadb: MariaDbServer

  private constructor(
    private readonly settings: Record<string, string>,
    private readonly root?: string,
    keep?: string
  ) {
    if (keep) mkdirSync(keep, { recursive: true })
    this.mariadb = new MariaDbServer(keep ?? this.folder, 'durable')
    process.on('exit', () => {
      this.mariadb.kill(keep ? 'SIGTERM' : 'SIGKILL')
      rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 })
    })
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => process.exit(1))
    }
  }

  get env(): Record<string, string> {
    return {
      ...this.mariadb.settings,
      ...this.mariadb.socket,
      NODE_ENV: 'development',
      HOST: '127.0.0.1',
      PORT: '3333',
      DB_CONNECTION: 'mysql',
      APP_KEY: 'only_for_the_measurement_only_for_it',
      LOG_LEVEL: 'error',
      SESSION_DRIVER: 'database',
      SMS_GATEWAYS: 'log',
      SMS_QUIET_HOURS: 'none',
      SMS_DAILY_CAP: '0',
      PETITIONS_PER_HOUR: '0',
      PETITIONS_PER_DAY: '0',
      MAIL_MAILER: 'none',
      WORKER_IN_WEB: 'false',
      COMPRESS: 'true',
      ...this.settings,
    }
  }

  /** For what was built: `build` comes first. */
  get production() {
    return { ...this.env, ...serviceSettings(), NODE_ENV: 'production' }
  }

  build() {
    return run(['ace.js', 'build'], this.env, this.root)
  }

  server(log?: string) {
    return Server.start(SERVER, this.production, log, this.root)
  }

  /** The same, which tells how long it holds its event loop. */
  probed() {
    const args = ['--expose-gc', '--import', PROBED, ...SERVER]
    return Server.start(args, this.production, undefined, this.root, true)
  }
}
