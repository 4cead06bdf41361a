/** A text and the code of the unit that it is for. */
export interface Labelled {
  text: string
  unit: string
}

/**
 * Texts with their units out of a tab-separated file: its first line names `text` and `unit`, or there
 * is no such line and they are the first two of each.
 *
 * @throws RangeError with a sentence, for a file that is none
 */
export function readLabelled(file: string): Labelled[] {
  const lines = file
    .replace(/^\ufeff/, '')
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => line.split('\t'))
  const named = { text: lines[0]!.indexOf('text'), unit: lines[0]!.indexOf('unit') }
  const isNamed = named.text >= 0 && named.unit >= 0
  const { text, unit } = isNamed ? named : { text: 0, unit: 1 }
  return lines.slice(isNamed ? 1 : 0).map((values, at) => {
    if (!values[text]) throw new RangeError(`Line ${at + (isNamed ? 2 : 1)} has no text.`)
    return { text: values[text], unit: (values[unit] ?? '').trim() }
  })
}
