import app from '@adonisjs/core/services/app'
import env from '#start/env'

/** The folder of attachments, outside of what any web server gives out. */
export function filesFolder() {
  return env.get('FILES_FOLDER') ?? app.tmpPath('files')
}
