import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import env from '#start/env'
import type { Group } from '@japa/runner/core'
import sharp from 'sharp'

/** A folder for attachments of each test's own. */
export function withFilesFolder(group: Group) {
  let folder: string
  group.each.setup(() => {
    folder = mkdtempSync(join(tmpdir(), 'acik-kapi-files-'))
    env.set('FILES_FOLDER', folder)
    return () => {
      env.set('FILES_FOLDER', '')
      rmSync(folder, { recursive: true, force: true })
    }
  })
  return () =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
}

export const PDF = Buffer.from('%PDF-1.4\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF\n')

/** A photograph as a telephone takes it, lying on its side, with where it was taken. */
export function photo({ width = 60, height = 40, red = 200 } = {}) {
  return sharp({ create: { width, height, channels: 3, background: { r: red, g: 80, b: 40 } } })
    .jpeg()
    .withMetadata({
      orientation: 6,
      exif: { IFD0: { Make: 'Deneme' }, IFD3: { GPSLatitudeRef: 'N' } },
    })
    .toBuffer()
}
