import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Transform, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { typedFields, typedText } from '#shared/typed/typed_text'

/** Bytes: twenty times the longest list of a district. */
export const LARGEST_FILE = 5 * 1024 * 1024
/** Bytes that are read, and thrown away, so that a browser gets to read why they are too many. */
const LARGEST_BODY = 64 * 1024 * 1024

/** A file that was sent along with a form. */
export interface Upload {
  /** where it lies until the answer is made; null: it was too large */
  path: string | null
  /** as its sender calls it */
  name: string
  size: number
}

declare module '@adonisjs/core/http' {
  interface HttpContext {
    /** Only of pages that take one. */
    upload?: Upload
  }
}

/**
 * Takes the file of a form apart, for whoever may send one: a piece at a time onto the disk, in a folder
 * of its own that nobody is given out of, and away again with the answer. Before csrf, whose token
 * stands in the same form.
 */
export default class UploadMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const { request } = ctx
    if (!request.is(['multipart/form-data'])) return next()
    const folder = await mkdtemp(join(tmpdir(), 'acik-kapi-'))
    try {
      request.multipart.onFile('*', {}, (part) => keep(ctx, part as never, folder))
      await request.multipart.process({ limit: LARGEST_BODY, maxFields: 20 })
      request.updateBody(typedFields(request.body()))
      return await next()
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
}

/** The first file of a form; of a second one nothing is kept. */
async function keep(ctx: HttpContext, part: Readable & { filename?: string }, folder: string) {
  const name = typedText((part.filename ?? '').split(/[/\\]/).at(-1))
  if (ctx.upload || name === '') return void part.resume()
  const upload: Upload = { path: join(folder, 'file'), name, size: 0 }
  ctx.upload = upload
  const counted = new Transform({
    transform(chunk: Buffer, _, done) {
      upload.size += chunk.length
      if (upload.size > LARGEST_BODY) return done(tooLarge())
      // Beyond what may be it is counted and no longer written.
      done(null, upload.size > LARGEST_FILE ? undefined : chunk)
    },
  })
  try {
    await pipeline(part, counted, createWriteStream(upload.path!))
  } catch (error) {
    ctx.request.multipart.abort(error)
  }
  if (upload.size > LARGEST_FILE) upload.path = null
}

function tooLarge() {
  return Object.assign(new Error('too large'), { status: 413 })
}
