/** Managers see: figures, and the lists behind them. Nobody imports this module. */
export { figuresFor } from './figures.ts'
