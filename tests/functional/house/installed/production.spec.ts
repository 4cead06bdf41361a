import { test } from '@japa/runner'
import { spawn } from 'node:child_process'
import { symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { DEMO_PASSWORD } from '#config/demonstration'
import { inCopiedTree } from '#tests/support/running/copied_tree'
import { freePort } from '#tests/support/free_port'
import { run, says } from '#tests/support/running/program'

/** It brings its own SQLite database: once is enough. */
const once = process.env.DB_CONNECTION === 'sqlite'

/** What a server sets, and nothing of what the tests set. */
function settings(port: number, file: string) {
  const { PATH, HOME, TMPDIR, NODE_OPTIONS } = process.env
  return {
    ...{ PATH, HOME, TMPDIR, NODE_OPTIONS },
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: String(port),
    APP_KEY: 'a_key_of_32_characters_or_longer',
    DB_CONNECTION: 'sqlite',
    SQLITE_FILE: file,
    SESSION_DRIVER: 'database',
    SMS_GATEWAYS: 'log',
    MAIL_MAILER: 'none',
  }
}

test.group('In production', () => {
  if (!once) return

  test('the built server shows its pages from the build alone', async ({ assert, cleanup }) => {
    await inCopiedTree(async (folder) => {
      const port = await freePort()
      const env = settings(port, join(folder, 'tmp/production.sqlite3'))
      const node = async (cwd: string, args: string[], about = {}) => {
        const { status, output } = await run(process.execPath, args, {
          cwd,
          env: { ...env, ...about },
        })
        assert.equal(status, 0, output)
      }
      await node(folder, ['ace.js', 'migration:run', '--force'])
      await node(folder, ['ace.js', 'demo:seed'], { NODE_ENV: 'development' })
      await node(folder, ['ace.js', 'build'], { NODE_ENV: 'development' })

      const build = join(folder, 'build')
      await symlink(join(folder, 'node_modules'), join(build, 'node_modules'))
      const server = spawn(process.execPath, ['bin/server.js'], {
        cwd: build,
        env,
        stdio: 'pipe',
      })
      cleanup(() => void server.kill('SIGKILL'))

      await says('started HTTP server', server)
      const form = await fetch(`http://127.0.0.1:${port}/basvuru`)
      assert.equal(form.status, 200)
      assert.include(await form.text(), 'Edremit Kaymakamlığı')
      const missing = await fetch(`http://127.0.0.1:${port}/yok`)
      assert.equal(missing.status, 404)
      assert.notInclude(await missing.text(), folder)
      const long = await fetch(`http://127.0.0.1:${port}/?${'a'.repeat(20_000)}`)
      assert.equal(long.status, 431)
      assert.include(await long.text(), 'Açık Kapı', 'a page of ours')
      const demonstration = new URLSearchParams({ login: 'masa', password: DEMO_PASSWORD })
      const refused = await fetch(`http://127.0.0.1:${port}/giris`, {
        method: 'POST',
        body: demonstration,
        redirect: 'manual',
      })
      assert.equal(refused.status, 422, 'nobody signs in with the password of the demonstration')
      const script = await fetch(`http://127.0.0.1:${port}/htmx.min.js`)
      assert.equal(script.status, 200)

      const ended = new Promise((resolve) => server.on('exit', resolve))
      server.kill('SIGTERM')
      assert.equal(await ended, 0)
    })
  }).timeout(180_000)
})
