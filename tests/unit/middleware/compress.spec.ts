import { HttpContextFactory } from '@adonisjs/core/factories/http'
import { test } from '@japa/runner'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import CompressMiddleware from '../../../app/middleware/compress_middleware.ts'

const UNPACK = { br: brotliDecompressSync, gzip: gunzipSync }
/** Letters of a page that is packed at once, and of one that is packed beside the others' work. */
const SIZES = [2_000, 80_000]

async function answered(page: string, accepted: string) {
  const ctx = new HttpContextFactory().create()
  ctx.request.request.headers['accept-encoding'] = accepted
  await new CompressMiddleware().handle(ctx, async () => ctx.response.send(page))
  return ctx.response
}

test.group('A page on a slow line', () => {
  test('comes packed, short or long, and is the same page: {encoding} of {letters} letters')
    .with(
      (['br', 'gzip'] as const).flatMap((encoding) =>
        SIZES.map((letters) => ({ encoding, letters }))
      )
    )
    .run(async ({ assert }, { encoding, letters }) => {
      const page = `<!DOCTYPE html><p>${'çığ '.repeat(letters / 4)}</p>`
      const response = await answered(page, encoding)
      assert.equal(response.getHeader('content-encoding'), encoding)
      assert.include(String(response.getHeader('content-type')), 'text/html')
      const packed = response.getBody() as Buffer
      assert.isBelow(packed.length, page.length / 4)
      assert.equal(UNPACK[encoding](packed).toString(), page)
    })

  test('is what was answered, whatever was prepared before it', async ({ assert }) => {
    const ctx = new HttpContextFactory().create()
    ctx.request.request.headers['accept-encoding'] = 'br'
    const page = 'ö'.repeat(2_000)
    ctx.prepared = { page, packed: async () => Buffer.from('prepared') }
    const answer = async (body: string) => {
      await new CompressMiddleware().handle(ctx, async () => ctx.response.send(body))
      return ctx.response.getBody() as Buffer
    }
    assert.equal((await answer(page)).toString(), 'prepared')
    const trouble = 'ş'.repeat(2_000)
    assert.equal(brotliDecompressSync(await answer(trouble)).toString(), trouble)
  })

  test('comes as it is to whoever cannot unpack it', async ({ assert }) => {
    const page = 'ö'.repeat(2_000)
    const response = await answered(page, 'identity')
    assert.isUndefined(response.getHeader('content-encoding'))
    assert.equal(response.getBody(), page)
  })
})
