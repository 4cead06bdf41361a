import { spawn } from 'node:child_process'
import app from '@adonisjs/core/services/app'
import type { TestContext } from '@japa/runner/core'

type Cleanup = Pick<TestContext, 'cleanup'>

/** `node ace worker`, as the service manager starts it; killed after the test. */
export function startWorker(
  { port }: { port: number },
  { cleanup }: Cleanup,
  settings: Record<string, string> = {}
) {
  const child = spawn(process.execPath, ['ace.js', 'worker'], {
    cwd: app.makePath(),
    env: {
      ...process.env,
      SMS_GATEWAYS: 'smpp',
      SMPP_HOST: '127.0.0.1',
      SMPP_PORT: String(port),
      SMPP_PASSWORD: 'secret',
      LOG_LEVEL: 'trace',
      ...settings,
    },
  })
  const said: string[] = []
  child.stdout.on('data', (chunk) => said.push(String(chunk)))
  child.stderr.on('data', (chunk) => said.push(String(chunk)))
  cleanup(() => void child.kill('SIGKILL'))
  return { child, said }
}
