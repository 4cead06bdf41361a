import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { commandPath } from '#tests/support/programs/command_path'

export interface BigPicture {
  what: string
  bytes: Buffer
}

/** The largest of each sort that are let through, and one that is larger; what they show costs nothing. */
export async function* bigPictures(): AsyncGenerator<BigPicture> {
  const plain = (megapixels: number, channels: 3 | 4 = 3) => {
    const side = Math.floor(Math.sqrt(megapixels * 1e6))
    const background = { r: 20, g: 160, b: 60, alpha: 0.5 }
    return sharp({ create: { width: side, height: side, channels, background } })
  }
  const jpeg = (megapixels: number, about: object) => plain(megapixels).jpeg(about).toBuffer()
  const whole = { progressive: true, chromaSubsampling: '4:4:4' }
  yield { what: 'JPEG, 12 megapixels', bytes: await jpeg(12, {}) }
  yield { what: 'JPEG, 63 megapixels', bytes: await jpeg(63, {}) }
  yield { what: 'JPEG in rounds, 49 megapixels', bytes: await jpeg(49, { progressive: true }) }
  yield { what: 'JPEG in rounds, 24 megapixels, whole colours', bytes: await jpeg(24, whole) }
  yield { what: 'WebP, 37 megapixels', bytes: await plain(37, 4).webp({ effort: 0 }).toBuffer() }
  const rounds = { progressive: true, compressionLevel: 1 }
  yield { what: 'PNG in rounds, 37 megapixels', bytes: await plain(37, 4).png(rounds).toBuffer() }
  yield { what: 'PNG in rounds, 50 megapixels', bytes: await plain(50, 4).png(rounds).toBuffer() }
  const heic = commandPath('heif-enc')
  if (heic) yield { what: 'HEIC, 24 megapixels', bytes: heicOf(heic, await jpeg(24, {})) }
}

/** Nothing that runs in Node writes HEIC. */
function heicOf(program: string, jpeg: Buffer) {
  const folder = mkdtempSync(join(tmpdir(), 'acik-kapi-heic-'))
  const [from, to] = [join(folder, 'a.jpg'), join(folder, 'a.heic')]
  try {
    writeFileSync(from, jpeg)
    execFileSync(program, ['-p', 'preset=ultrafast', '-o', to, from], { stdio: 'ignore' })
    return readFileSync(to)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
