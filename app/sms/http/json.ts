type Reviver = (key: string, value: unknown, context?: { source?: string }) => unknown

/**
 * Reads JSON with its numbers as they are written: an id of twenty digits is no longer itself as a
 * number.
 * @throws SyntaxError
 */
export function parseJson(text: string): unknown {
  const asWritten: Reviver = (_, value, context) =>
    typeof value === 'number' ? (context?.source ?? String(value)) : value
  return JSON.parse(text, asWritten)
}
