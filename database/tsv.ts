import { readFileSync } from 'node:fs'

/**
 * The rows of a list of the product, or of the demonstration, each with the names of the first line as
 * its keys. The lists are tab-separated, so that a bureau can open and correct them in a spreadsheet.
 */
export function readList<Column extends string>(name: string, of: 'seeders' | 'demo' = 'seeders') {
  return rowsOf<Column>(new URL(`./${of}/data/${name}.tsv`, import.meta.url))
}

/** Invented petitions with unit and subject, by which the suggestion begins and the demonstration tells. */
export function readExamples() {
  const file = new URL('../resources/routing/examples.tsv', import.meta.url)
  return rowsOf<'text' | 'unit' | 'subject'>(file)
}

function rowsOf<Column extends string>(file: URL) {
  const [head = '', ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n')
  const columns = head.split('\t')
  return lines.map((line) => {
    const values = line.split('\t')
    return Object.fromEntries(columns.map((column, at) => [column, values[at] ?? '']))
  }) as Record<Column, string>[]
}
