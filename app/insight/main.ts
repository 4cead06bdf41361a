/** Managers see: figures, and the lists behind them. Nobody imports this module. */
export { figuresFor } from './figures.ts'
export { INSIGHT_RETENTION } from './retention.ts'
export { beginRecount, recountPiece } from './tallies/recount.ts'
export { Tallying } from './tallies/tallying.ts'
