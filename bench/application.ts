import 'reflect-metadata'
import { Ignitor } from '@adonisjs/core'

const ROOT = new URL('../', import.meta.url)

/** The application within this process, for its models; `env` are its settings. */
export async function application(env: Record<string, string>) {
  Object.assign(process.env, env)
  const app = new Ignitor(ROOT, {
    importer: (path) => import(path.startsWith('.') ? new URL(path, ROOT).href : path),
  })
    .tap((created) => {
      created.booting(async () => {
        await import('#start/env')
      })
    })
    .createApp('console')
  await app.init()
  await app.boot()
  return app
}
