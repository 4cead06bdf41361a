import type { SchemaRules } from '@adonisjs/lucid/types/schema_generator'

/**
 * The two databases report other types for the same column; these rules make the generated schema
 * the same, byte for byte, on both.
 */
const boolean = {
  tsType: 'boolean',
  decorators: [{ name: '@column', args: {} }],
}
export default {
  types: { boolean, tinyint: boolean },
} satisfies SchemaRules
