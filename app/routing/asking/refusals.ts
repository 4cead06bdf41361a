import { Refusal } from '#shared/typed/problems'

/** This unit was asked already, and has not answered. */
export class AskedAlready extends Refusal {
  constructor() {
    super({ field: 'unit', rule: 'asked' })
  }
}

/** The bureau is no unit to be asked: it is the desk. */
export class AtTheDesk extends Refusal {
  constructor() {
    super({ field: 'unit', rule: 'bureau' })
  }
}

/** Somebody ended it meanwhile, or the petition did. */
export class QuestionOver extends Refusal {
  constructor() {
    super({ field: 'stage', rule: 'questionOver' })
  }
}

/** Units that were asked have not answered yet. */
export class PartsOpen extends Refusal {
  constructor(count: number) {
    super({ field: 'stage', rule: 'partsOpen', values: { count } })
  }
}
