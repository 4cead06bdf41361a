/** What the query builders of models and of tables have in common. */
export interface Conditions {
  where(column: string, value: unknown): this
  where(callback: (query: Conditions) => void): this
  orWhere(column: string, value: unknown): this
  orWhere(callback: (query: Conditions) => void): this
  whereNot(column: string, value: unknown): this
  orWhereNot(column: string, value: unknown): this
  whereNull(column: string): this
  whereIn(column: string, values: readonly unknown[]): this
  whereNotIn(column: string, values: readonly unknown[]): this
  whereRaw(sql: string, bindings?: number[]): this
}
