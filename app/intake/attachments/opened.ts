import { Readable } from 'node:stream'
import type { HttpContext } from '@adonisjs/core/http'
import type { Officer } from '#organisation'
import { Access } from '../access.ts'
import { Attachment } from '../models/attachment.ts'
import { Store } from './store/store.ts'

const TYPES: Record<string, string> = { jpeg: 'image/jpeg', pdf: 'application/pdf' }
const ENDINGS: Record<string, string> = { jpeg: 'jpg', pdf: 'pdf' }

/** A file that somebody who may see it reads. Nothing that was not checked is found. */
export class Opened {
  /** By whoever sees the petition; leaves a row that they looked. */
  static async find(id: string, petition: Petition, officer: Officer) {
    const found = await Attachment.findFor(officer, petition, id)
    if (!found?.file) return null
    await Access.record(officer, { petition })
    return new Opened(found)
  }

  constructor(private readonly attachment: Attachment) {}

  /**
   * A picture is shown, in a page that may do nothing; a document is only ever taken home. No cache
   * keeps either.
   */
  send({ response }: HttpContext) {
    const { kind, numbered, file } = this.attachment
    const name = numbered ? `ek-${numbered}` : this.attachment.name
    const way = this.attachment.isPicture ? 'inline' : 'attachment'
    const titled = encodeURIComponent(`${name}.${ENDINGS[kind]}`).replace(
      /['()*]/g,
      (sign) => `%${sign.charCodeAt(0).toString(16)}`
    )
    response
      .header('content-type', TYPES[kind]!)
      .header(
        'content-disposition',
        `${way}; filename="ek.${ENDINGS[kind]}"; filename*=UTF-8''${titled}`
      )
      .header('content-security-policy', "default-src 'none'; sandbox; frame-ancestors 'none'")
      .header('x-content-type-options', 'nosniff')
      .header('referrer-policy', 'no-referrer')
      .header('cache-control', 'no-store')
    return response.stream(Readable.from(Store.open(file!)), () => ['', 500])
  }
}

type Petition = Parameters<typeof Attachment.findFor>[1]
