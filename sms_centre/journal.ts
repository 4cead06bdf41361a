import { open, readFile, type FileHandle } from 'node:fs/promises'

/** One short message that the centre has answered for. */
export interface Accepted {
  id: number
  from: string
  to: string
  esmClass: number
  dataCoding: number
  octets: Buffer
  at: Date
  wantsReceipt: boolean
  systemId: string
}

type Line =
  { accepted: Omit<Accepted, 'octets' | 'at'> & { octets: string; at: string } } | { told: number }

/**
 * What the centre must remember over a kill: the messages it said yes to, and whose receipt it has
 * given. A line is on the disk before the promise of it resolves; lines that come together share a
 * flush.
 */
export class Journal {
  /** @param path absent: nothing is kept. */
  static async open(path?: string): Promise<Journal> {
    if (!path) return new Journal(null, [])
    const lines = await readLines(path)
    const file = await open(path, 'a', 0o600)
    // A kill can leave half a line; what follows must not be glued to it.
    await file.appendFile('\n')
    return new Journal(file, lines)
  }

  /** As it was found, oldest first. */
  readonly accepted: Accepted[]
  readonly told: Set<number>

  private lines: string[] = []
  private next: Promise<void> | null = null
  private last: Promise<unknown> = Promise.resolve()

  private constructor(
    private readonly file: FileHandle | null,
    lines: Line[]
  ) {
    this.accepted = lines.flatMap((line) => ('accepted' in line ? [revived(line.accepted)] : []))
    this.told = new Set(lines.flatMap((line) => ('told' in line ? [line.told] : [])))
  }

  accept(message: Accepted): Promise<void> {
    const { octets, at, ...rest } = message
    return this.append({
      accepted: { ...rest, octets: octets.toString('base64'), at: at.toISOString() },
    })
  }

  tell(id: number): Promise<void> {
    return this.append({ told: id })
  }

  async close() {
    await this.last
    await this.file?.close()
  }

  /** One flush waits behind the one that runs, and takes all the lines that came meanwhile. */
  private append(line: Line): Promise<void> {
    if (!this.file) return Promise.resolve()
    this.lines.push(`${JSON.stringify(line)}\n`)
    if (!this.next) {
      this.next = this.last.then(() => this.flush(this.file!))
      this.last = this.next.catch(() => {})
    }
    return this.next
  }

  private async flush(file: FileHandle) {
    const lines = this.lines.join('')
    this.lines = []
    this.next = null
    await file.appendFile(lines)
    await file.datasync()
  }
}

async function readLines(path: string): Promise<Line[]> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  return text.split('\n').flatMap((line) => {
    try {
      return [JSON.parse(line) as Line]
    } catch {
      return []
    }
  })
}

function revived(line: Omit<Accepted, 'octets' | 'at'> & { octets: string; at: string }): Accepted {
  return { ...line, octets: Buffer.from(line.octets, 'base64'), at: new Date(line.at) }
}
