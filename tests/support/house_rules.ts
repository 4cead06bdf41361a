interface HouseRules {
  MAY_USE: Record<string, string[]>
  TABLES: Record<string, string>
  schemaClass: (table: string) => string
}

/** The tables at the head of eslint.config.js, which is JavaScript and has no types. */
export async function houseRules() {
  const config: HouseRules = await import(new URL('../../eslint.config.js', import.meta.url).href)
  return config
}
