import { readFile } from 'node:fs/promises'
import type { HttpContext } from '@adonisjs/core/http'
import { readSheet, unreadable } from '#shared/sheets/sheets'

/** What stands in the file that came with the form, and what it is called. @throws Refusal */
export async function sentFile({ upload }: Pick<HttpContext, 'upload'>) {
  if (!upload) throw unreadable('required')
  if (!upload.path) throw unreadable('large', { most: 5 })
  const file = await readFile(upload.path)
  return { table: await readSheet(file), fileName: upload.name }
}
