/**
 * Why a form comes back to be mended: something typed is wrong or was closed meanwhile; the same words
 * came from the same person; its token has brought other words; whoever wrote it has left; it was written
 * when its token was too old; the token is none of ours.
 */
const RETURNED = ['typed', 'same', 'used', 'writer', 'late', 'token'] as const
export type Returned = (typeof RETURNED)[number]
