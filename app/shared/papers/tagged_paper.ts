import PDFDocument from 'pdfkit'
import { FACES, fontOf, type Face } from './faces.ts'
import { printable } from './printable.ts'

/** Points: 72 to the inch, of A4. */
const MARGIN = 62
const SIZE = 12
/** Its declared types do not know it. */
const PDF_UA = 'PDF/UA' as unknown as 'PDF/A-3'

interface About {
  /** what a reader's window and a screen reader call it */
  title: string
  /** BCP 47 */
  lang: string
  /** whose it is, as the file's author */
  author: string
}

/** How something is written: by default across the whole width, as a paragraph, below what came before. */
export interface Written {
  /** its role in the tag tree: P, H1, H2, Lbl … */
  as?: string
  face?: Face
  size?: number
  align?: 'left' | 'right' | 'center' | 'justify'
  /** points from the left and top of the page, and how wide */
  at?: { x?: number; y?: number; width?: number }
  /** of the first line, in points */
  indent?: number
  /** points of nothing above it */
  above?: number
}

/**
 * A paper as PDF/UA: every text stands in its tag tree, in the order in which it is read; its fonts lie
 * in it as far as they are used, and it says its title and language. It knows nothing of what it says.
 */
export class TaggedPaper {
  readonly #doc: PDFKit.PDFDocument
  readonly #whole: PDFKit.PDFStructureElement
  readonly #chunks: Buffer[] = []

  constructor({ title, lang, author }: About) {
    this.#doc = new PDFDocument({
      ...{ size: 'A4', margin: MARGIN, bufferPages: true, font: null as unknown as string },
      ...{ tagged: true, pdfVersion: '1.7', subset: PDF_UA, displayTitle: true, lang },
      info: { Title: title, Author: author, Creator: 'Açık Kapı', Producer: 'pdfkit' },
    })
    // As a word, for pdfkit takes the number 1 for PDF/A-1 and adds a CIDSet, which leaves out the parts
    // of composed letters (the breve of a ğ): wrong by ISO 14289-1, 7.21.4.2, which asks for none.
    Object.assign(this.#doc, { subset: '1' })
    this.#doc.on('data', (chunk: Buffer) => this.#chunks.push(chunk))
    // Its declared types know files alone.
    for (const face of FACES) this.#doc.registerFont(face, fontOf(face) as unknown as Buffer)
    this.#whole = this.#doc.struct('Document')
    this.#doc.addStructure(this.#whole)
  }

  /** How far down the page the next thing stands, in points. */
  get y() {
    return this.#doc.y
  }

  get right() {
    return this.#doc.page.width - MARGIN
  }

  get left() {
    return MARGIN
  }

  /** Below it nothing is written. */
  get bottom() {
    return this.#doc.page.maxY()
  }

  say(text: string, written: Written = {}) {
    this.#whole.add(this.#block(text, written))
    return this
  }

  /** Each with its own label: 1., 2. … */
  list(items: readonly string[], labelled: (at: number) => string) {
    const list = this.#doc.struct('L')
    for (const [at, item] of items.entries()) {
      const body = this.#block(`${labelled(at + 1)} ${item}`, { as: 'LBody' })
      list.add(this.#doc.struct('LI', {}, [body]))
    }
    this.#whole.add(list)
    list.end()
    return this
  }

  /** A picture of black runs, `side` units wide, as wide as `width` points; `alt` says what it is. */
  code(path: string, side: number, at: { x: number; y: number; width: number; alt: string }) {
    const doc = this.#doc
    const draw = () => {
      doc
        .save()
        .translate(at.x, at.y)
        .scale(at.width / side)
      doc.lineWidth(1).path(path).stroke('#000000').restore()
    }
    const bbox: [number, number, number, number] = [at.x, at.y, at.x + at.width, at.y + at.width]
    const about: object = { alt: at.alt, bbox, placement: 'Block' }
    this.#whole.add(doc.struct('Figure', about, draw))
    return this
  }

  /** Draws what stands beside the text, which goes on from where it was. */
  aside(draw: () => void) {
    const { y } = this.#doc
    draw()
    this.#doc.y = y
    return this
  }

  /** A line across the page, which is nothing to be read. */
  rule(y: number) {
    const doc = this.#doc
    doc.markContent('Artifact', { type: 'Layout' })
    doc.lineWidth(0.5).moveTo(MARGIN, y).lineTo(this.right, y).stroke('#000000')
    doc.endMarkedContent()
    return this
  }

  at(y: number) {
    this.#doc.y = y
    return this
  }

  space(points: number) {
    this.#doc.y += points
    return this
  }

  /** To the next page where not so much of this one is left. */
  keep(points: number) {
    if (this.#doc.y + points > this.#doc.page.maxY()) this.turn()
    return this
  }

  turn() {
    this.#doc.addPage()
    return this
  }

  /**
   * Numbers the pages, which no reader says aloud, and gives the file.
   *
   * @param pageOf how a page's number is said: Sayfa {page} / {pages}
   */
  async bytes(pageOf: string): Promise<Buffer> {
    const { start, count } = this.#doc.bufferedPageRange()
    for (let page = 0; page < count; page++) {
      const words = pageOf.replace('{page}', String(page + 1)).replace('{pages}', String(count))
      this.#number(start + page, words)
    }
    this.#whole.end()
    const { promise, resolve, reject } = Promise.withResolvers<Buffer>()
    this.#doc.once('end', () => resolve(Buffer.concat(this.#chunks))).once('error', reject)
    this.#doc.end()
    return promise
  }

  #block(text: string, { as = 'P', above = 0, at = {}, ...written }: Written) {
    const doc = this.#doc
    const { face = 'plain', size = SIZE, align = 'left', indent = 0 } = written
    return doc.struct(as, {}, () => {
      const x = at.x ?? MARGIN
      const width = at.width ?? this.right - x
      doc.font(face, size).fillColor('#000000')
      const options = { width, align, indent, lineGap: 2, paragraphGap: 4 }
      doc.text(printable(text) || ' ', x, (at.y ?? doc.y) + above, options)
    })
  }

  #number(page: number, words: string) {
    const doc = this.#doc
    doc.switchToPage(page)
    const { bottom } = doc.page.margins
    doc.page.margins.bottom = 0
    doc.markContent('Artifact', { type: 'Pagination' })
    doc.font('plain', 9)
    doc.text(words, MARGIN, doc.page.height - 36, { width: this.right - MARGIN, align: 'right' })
    doc.endMarkedContent()
    doc.page.margins.bottom = bottom
  }
}
