import { readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import app from '@adonisjs/core/services/app'

/** What lies in public/, as it is asked for. */
export const FILES = new Set(
  readdirSync(app.publicPath(), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `/${relative(app.publicPath(), join(parentPath, name))}`)
)
