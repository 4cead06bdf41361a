/** Everybody's password in the demonstration, and therefore in everybody's hands: refused in production. */
export const DEMO_PASSWORD = 'acikkapi-deneme'
