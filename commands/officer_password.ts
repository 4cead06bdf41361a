import { args } from '@adonisjs/core/ace'
import { OfficeCommand } from './_office_command.js'

/** Somebody's password was lost, or others know it: `node ace officer:password`. */
export default class OfficerPassword extends OfficeCommand {
  static commandName = 'officer:password'
  static description = 'Give somebody a new password; all sessions of theirs end'
  static help = ['The password is typed unseen, or comes by the standard input.']

  @args.string({ description: 'User name' })
  declare login: string

  async work() {
    const { givePassword } = await import('#organisation')
    const officer = await this.officer(this.login)
    await givePassword(officer, await this.password(officer.login))
    this.logger.success(`${officer.login} has a new password; every session of theirs has ended.`)
  }
}
