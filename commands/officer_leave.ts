import { args, flags } from '@adonisjs/core/ace'
import { OfficeCommand } from './_office_command.js'

/** Somebody no longer works here: `node ace officer:leave`. */
export default class OfficerLeave extends OfficeCommand {
  static commandName = 'officer:leave'
  static description = 'Say that somebody has left; they cannot sign in, and what they did stays'

  @args.string({ description: 'User name' })
  declare login: string

  @flags.boolean({ description: 'Has come back' })
  declare back: boolean

  async work() {
    const officer = await this.officer(this.login)
    const { administer, comeBack, leave } = await import('#organisation')
    const { today } = await import('#shared/dates/turkish_date')
    const seen = officer.version
    await administer((trx) =>
      this.back
        ? comeBack(officer, seen, null, trx)
        : leave(officer, { day: today(), heir: null, seen }, null, trx)
    )
    if (!this.back) await officer.signOutEverywhere()
    const what = this.back ? 'can sign in again' : 'has left and can no longer sign in'
    this.logger.success(`${officer.name} (${officer.login}) ${what}.`)
  }
}
