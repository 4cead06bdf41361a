import { type Faults } from './faults/faults.ts'
import { STATUS } from './wire/wire.ts'

interface Who {
  systemId: string
  password: string
}

/** Who is let in. */
export class Admission {
  private binds = 0
  private readonly inside = new Map<string, number>()
  private readonly heldUntil = new Map<string, number>()

  /** @param only absent: whoever comes */
  constructor(private readonly only: Partial<Who>) {}

  /** The status of a bind; 0: welcome. */
  welcome({ systemId, password }: Who, { bind, holdsBind, password: right }: Faults): number {
    this.binds += 1
    if (bind && this.binds <= bind.first) return bind.status
    const isRight = right ?? this.only.password ?? password
    if ((this.only.systemId ?? systemId) !== systemId || password !== isRight) {
      return STATUS.wrongPassword
    }
    if (holdsBind !== undefined && this.isHeld(systemId)) return STATUS.alreadyBound
    this.inside.set(systemId, (this.inside.get(systemId) ?? 0) + 1)
    return STATUS.ok
  }

  /** A connection that broke holds its place for a while. */
  left(systemId: string, isBroken: boolean, { holdsBind = 0 }: Faults) {
    this.inside.set(systemId, (this.inside.get(systemId) ?? 1) - 1)
    if (isBroken) this.heldUntil.set(systemId, performance.now() + holdsBind)
  }

  private isHeld(systemId: string) {
    if (this.inside.get(systemId)) return true
    return performance.now() < (this.heldUntil.get(systemId) ?? 0)
  }
}
