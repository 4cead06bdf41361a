import { test } from '@japa/runner'
import { spawn, type ChildProcess } from 'node:child_process'
import { connect } from 'node:net'
import { DEMO_PASSWORD } from '#config/demonstration'
import { inCopiedTree } from '#tests/support/running/copied_tree'
import { freePort } from '#tests/support/free_port'
import { says } from '#tests/support/running/program'

/** `npm start`, without npm, in a copy of the project that has its packages but no settings. */
class Trial {
  readonly #process: ChildProcess
  said = ''

  constructor(
    folder: string,
    readonly port: number,
    readonly smppPort: number
  ) {
    const { PATH, HOME, TMPDIR, NODE_OPTIONS } = process.env
    this.#process = spawn(process.execPath, ['bin/setup.js', 'bin/start.ts'], {
      cwd: folder,
      env: { PATH, HOME, TMPDIR, NODE_OPTIONS, PORT: `${port}`, SMPP_PORT: `${smppPort}` },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  }

  /** Resolves when it says that it is open; rejects when it ends before. */
  async isOpen() {
    this.said = await says('Ctrl-C ends it', this.#process)
  }

  async end() {
    if (this.#process.exitCode !== null) return this.#process.exitCode
    const ended = new Promise<number | null>((resolve) => this.#process.on('exit', resolve))
    this.#process.kill('SIGTERM')
    return ended
  }

  /** The ports that still answer, of server, SMS centre and telephones. */
  async stillOpen() {
    const ports = [this.port, this.smppPort, this.smppPort + 1]
    const open = await Promise.all(ports.map(answers))
    return ports.filter((_, index) => open[index])
  }
}

function answers(port: number) {
  return new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })
}

async function twoFreePorts(): Promise<number> {
  const first = await freePort()
  return (await answers(first + 1)) ? twoFreePorts() : first
}

/** It brings its own SQLite database: once is enough. */
const once = process.env.DB_CONNECTION === 'sqlite'

test.group('A trial on one’s own machine', () => {
  if (!once) return

  test('opens with one command, ends without a trace and comes back', async ({
    assert,
    cleanup,
  }) => {
    await inCopiedTree(async (folder) => {
      const ports = [await freePort(), await twoFreePorts()] as const
      const open = async () => {
        const trial = new Trial(folder, ...ports)
        cleanup(() => trial.end().then(() => {}))
        await trial.isOpen()
        return trial
      }

      const first = await open()
      assert.include(first.said, 'Wrote .env with fresh keys.')
      assert.include(first.said, DEMO_PASSWORD)
      const page = await fetch(`http://127.0.0.1:${first.port}/basvuru`)
      assert.equal(page.status, 200)
      assert.lengthOf(await first.stillOpen(), 3)

      assert.equal(await first.end(), 0)
      assert.isEmpty(await first.stillOpen())

      const second = await open()
      assert.notInclude(second.said, 'Wrote .env')
      assert.include(second.said, 'There is an authority already')
      assert.equal(await second.end(), 0)
    })
  }).timeout(120_000)
})
