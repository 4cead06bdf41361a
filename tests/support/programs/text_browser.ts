import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { commandPath } from './command_path.js'

/** What can be reached with Tab, in its order: these browsers show buttons too that are hidden. */
const REACHED = /<(a|input|select|textarea|button)\b[^>]*>/g

/**
 * What each says one after the other when a page was asked for; the first that is reached is a link, of
 * which lynx says "Use right-arrow", and where nothing can be filled in "Use arrow keys".
 */
const OPENED = {
  w3m: ['reply...', '200 OK', 'Viewing <'],
  lynx: ['waiting for response', '200 OK', 'arrow'],
}

/** A browser of words alone, worked by keys as somebody does who has no other: w3m or lynx. */
export class TextBrowser {
  static MISSING = 'w3m and lynx are not both installed'

  static get isInstalled() {
    return commandPath('w3m') !== null && commandPath('lynx') !== null
  }

  readonly #folder = mkdtempSync(join(tmpdir(), 'acik-kapi-words-'))
  readonly #child: ChildProcess
  #said = ''
  #wakeUp = () => {}
  /** Which of what can be reached has the cursor. */
  #at = 0

  constructor(
    private readonly name: 'w3m' | 'lynx',
    address: string
  ) {
    // It writes what somebody has "typed" into the file that it is given.
    const editor = join(this.#folder, 'editor')
    writeFileSync(editor, `#!/bin/sh\nfor file; do :; done\ncat '${this.#words}' > "$file"\n`, {
      mode: 0o755,
    })
    const options =
      name === 'w3m' ? `-I UTF-8 -O UTF-8 -o editor=${editor}` : '-display_charset=utf-8 -nopause'
    // Neither runs without a terminal.
    const command = `stty rows 200 cols 100; exec ${commandPath(name)} ${options} '${address}'`
    this.#child = spawn('script', ['-qfec', command, '/dev/null'], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, TERM: 'vt100', LANG: 'C.UTF-8', HOME: this.#folder },
    })
    this.#child.stdout!.setEncoding('utf8').on('data', (text: string) => {
      this.#said += text
      this.#wakeUp()
    })
  }

  get #words() {
    return join(this.#folder, 'words')
  }

  /** Waits for the page that was asked for. */
  async opened() {
    for (const words of OPENED[this.name]) await this.#says(words)
    this.#at = 0
  }

  /** @param html of the page that is open */
  async write(html: string, field: string, words: string) {
    const isLong = html.includes(`<textarea`) && /<textarea[^>]*>/.exec(html)![0].includes(field)
    if (this.name === 'lynx') {
      await this.#go(html, field)
      return this.#type(words, words.at(-1)!)
    }
    if (isLong) {
      writeFileSync(this.#words, words)
      await this.#go(html, field)
      return this.#type('\r', 'Viewing <')
    }
    await this.#go(html, field)
    await this.#type('\r', 'TEXT:')
    await this.#type(`${words}\r`, 'Viewing <')
  }

  /** Names a file and sends the form with it: w3m does so by itself where a field says what it takes. */
  async attach(html: string, path: string, button: string) {
    await this.#go(html, 'type="file"')
    if (this.name === 'w3m') {
      await this.#type('\r', 'ilename')
      return void this.#child.stdin!.write(`${path}\r`)
    }
    await this.#type(path, path.at(-1)!)
    await this.press(html, button)
  }

  async press(html: string, button: string) {
    await this.#go(html, button)
    this.#said = ''
    this.#child.stdin!.write('\r')
  }

  /** All of the page, in words. */
  async page() {
    const file = join(this.#folder, `page-${Date.now()}`)
    if (this.name === 'w3m') {
      await this.#type('S', 'Save buffer')
    } else {
      await this.#type('p', 'local file')
      await this.#type('\r', 'a filename')
    }
    this.#child.stdin!.write(`\x15${file}\r`)
    for (let tries = 0; !existsSync(file) || readFileSync(file, 'utf8') === ''; tries++) {
      if (tries > 500) throw new Error(`nothing was saved\n${this.#said.slice(-2000)}`)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    return readFileSync(file, 'utf8')
  }

  async close() {
    this.#child.kill('SIGKILL')
    rmSync(this.#folder, { recursive: true, force: true })
  }

  async #go(html: string, what: string) {
    const all = [...html.matchAll(REACHED)]
      .map(([tag]) => tag)
      .filter((tag) => !tag.includes('type="hidden"'))
    const to = all.findIndex((tag) => tag.includes(what))
    if (to < this.#at) throw new Error(`${what} is not behind what was last reached`)
    this.#child.stdin!.write('\t'.repeat(to - this.#at))
    this.#at = to
  }

  async #type(keys: string, answer: string) {
    this.#said = ''
    this.#child.stdin!.write(keys)
    await this.#says(answer)
  }

  async #says(words: string) {
    while (!this.#said.includes(words)) {
      const { promise, resolve, reject } = Promise.withResolvers<void>()
      this.#wakeUp = resolve
      const late = setTimeout(() => reject(new Error(`never: ${words}\n${this.#said}`)), 20_000)
      await promise.finally(() => clearTimeout(late))
    }
    this.#said = this.#said.slice(this.#said.indexOf(words) + words.length)
  }
}
