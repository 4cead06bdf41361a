import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { says } from '../running/program.js'

/** Where Debian and others put it. The variable CLAMD is a setting of ours and says something else. */
const path = () =>
  ['/usr/sbin/clamd', '/usr/local/sbin/clamd', '/usr/bin/clamd'].find(existsSync) ?? null

/** clamd with a list of one signature: it asks no network, and nobody's list of viruses. */
export const Clamd = {
  MISSING: 'clamd is not installed',

  get isInstalled() {
    return path() !== null
  },

  /** @param found what it finds in a file, wherever it stands */
  async start(found: string) {
    const folder = mkdtempSync(join(tmpdir(), 'acik-kapi-clamd-'))
    const [database, config] = [join(folder, 'database'), join(folder, 'clamd.conf')]
    const socket = join(folder, 'clamd.ctl')
    mkdirSync(database)
    // Name, any sort of file, anywhere in it (ClamAV's extended signatures).
    const signature = `Deneme:0:*:${Buffer.from(found, 'latin1').toString('hex')}\n`
    writeFileSync(join(database, 'deneme.ndb'), signature)
    writeFileSync(
      config,
      [
        'Foreground yes',
        `LocalSocket ${socket}`,
        `DatabaseDirectory ${database}`,
        `PidFile ${join(folder, 'clamd.pid')}`,
        '',
      ].join('\n')
    )
    const server = spawn(path()!, ['-c', config], { stdio: 'pipe' })
    const gone = new Promise((done) => server.once('exit', done))
    await says('Self checking every', server)
    return {
      socket,
      async stop() {
        server.kill('SIGTERM')
        await gone
        rmSync(folder, { recursive: true, force: true })
      },
    }
  },
}
