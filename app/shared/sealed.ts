import encryption from '@adonisjs/core/services/encryption'

/** A column whose value nobody reads in the database or its backup. */
export const sealedColumn = {
  prepare: (value: string | null) => (value ? encryption.encrypt(value) : null),
  consume: (value: string | null) => (value ? encryption.decrypt<string>(value) : null),
}

/** What a session's row may hold although it is full of a citizen's data; `purpose` says what it is. */
export function sealed(value: object, purpose: string) {
  return encryption.encrypt(value, { purpose })
}

/** The same again, or null where nothing was kept, or something else. */
export function unsealed<T extends object>(kept: unknown, purpose: string) {
  return typeof kept === 'string' ? encryption.decrypt<T>(kept, purpose) : null
}
