import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { inflateSync } from 'node:zlib'
import { commandPath } from './command_path.js'

const run = promisify(execFile)

/** What a PDF reader finds in a file (poppler-utils). */
export const Poppler = {
  MISSING: 'poppler-utils are not installed',

  get isInstalled() {
    return ['pdfinfo', 'pdffonts', 'pdftotext', 'pdftoppm'].every((name) => commandPath(name))
  },

  /** pdfinfo, pdffonts or pdftotext, and what it says of the file. */
  asked(pdf: Buffer, name: 'pdfinfo' | 'pdffonts' | 'pdftotext', ...options: string[]) {
    return inFile(pdf, async (path) => {
      const to = name === 'pdftotext' ? [path, '-'] : [path]
      return (await run(commandPath(name)!, [...options, ...to])).stdout
    })
  },

  /** A page as a PNG, 150 points to the inch. */
  picture(pdf: Buffer, page = 1) {
    return inFile(pdf, async (path, folder) => {
      const pages = ['-f', String(page), '-l', String(page), '-singlefile']
      await run(commandPath('pdftoppm')!, [
        '-png',
        '-r',
        '150',
        ...pages,
        path,
        join(folder, 'page'),
      ])
      return readFileSync(join(folder, 'page.png'))
    })
  },
}

/** What is written in a PDF's own words, its packed streams unpacked. */
export function unpacked(pdf: Buffer) {
  const text = pdf.toString('latin1')
  const streams = [...text.matchAll(/stream\r?\n([^]*?)\r?\nendstream/g)].map(([, packed]) => {
    try {
      return inflateSync(Buffer.from(packed!, 'latin1')).toString('latin1')
    } catch {
      return ''
    }
  })
  return text + streams.join('\n')
}

async function inFile<T>(pdf: Buffer, read: (path: string, folder: string) => Promise<T>) {
  const folder = mkdtempSync(join(tmpdir(), 'acik-kapi-pdf-'))
  const path = join(folder, 'paper.pdf')
  writeFileSync(path, pdf)
  try {
    return await read(path, folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
