import { readFileSync } from 'node:fs'

/**
 * The rows of a list of the product, or of the demonstration, each with the names of the first line as
 * its keys. The lists are tab-separated, so that a bureau can open and correct them in a spreadsheet.
 */
export function readList<Column extends string>(name: string, of: 'seeders' | 'demo' = 'seeders') {
  const file = new URL(`./${of}/data/${name}.tsv`, import.meta.url)
  const [head = '', ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n')
  const columns = head.split('\t')
  return lines.map((line) => {
    const values = line.split('\t')
    return Object.fromEntries(columns.map((column, at) => [column, values[at] ?? '']))
  }) as Record<Column, string>[]
}
